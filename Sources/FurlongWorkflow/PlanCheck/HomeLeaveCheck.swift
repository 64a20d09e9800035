import FurlongImport
import FurlongStudy

/// What becomes of nights at home on leave is said by the plan, and which they are by a mapping: one without the other is
/// refused, since either would change the nights in hospital by guess.
struct HomeLeaveCheck {
  let folder: StudyFolder

  /// Refuses a plan and mappings that do not say the same events have home leave.
  func refuse(in plan: StudyPlan) throws {
    var counted: [String: Set<EventRule.Spell>] = [:]
    var files: [String: String] = [:]
    for file in folder.files(in: "maps", ending: ".map.yaml") {
      guard let map = try? ExportMap.read(try folder.text(of: file), file: file),
        case .events(let columns) = map.content
      else { continue }
      for rule in columns.rules {
        counted[rule.event, default: []].insert(rule.spell)
        if rule.spell == .leave { files[rule.event] = file }
      }
    }
    for event in plan.cohort.events {
      let ways = counted[event.id] ?? []
      if let file = files[event.id] {
        guard event.homeLeave != nil else {
          throw WorkflowError(
            "\(file) reads home leave from '\(event.id)', and the plan does not say what becomes of it",
            at: "study.yaml",
            fix:
              "write 'home_leave: counted' (the bed was kept) or 'home_leave: left out' (nobody was there) in the event '\(event.id)'"
          )
        }
        guard ways.isSubset(of: [.nights, .leave]), ways.contains(.nights) else {
          throw WorkflowError(
            "\(file) reads home leave from '\(event.id)', which no mapping counts by nights alone",
            at: file,
            fix: "count '\(event.id)' by 'nights', or name under 'leave' the event that is")
        }
      } else if event.homeLeave != nil, !ways.isEmpty {
        throw WorkflowError(
          "the plan says what becomes of home leave from '\(event.id)', and no mapping reads any",
          at: "study.yaml",
          fix:
            "add { event: \(event.id), count: leave } to the mapping that has it, or take 'home_leave' out"
        )
      }
    }
  }
}

extension EventRule {
  /// What a rule says of spells.
  fileprivate enum Spell { case nights, leave, other }

  fileprivate var spell: Spell {
    switch count {
    case .nights: .nights
    case .leave: .leave
    case .rows, .starts, .days, .column, .columnByPeriod: .other
    }
  }
}
