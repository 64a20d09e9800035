import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// What is said of the service use of those who completed and the others, from the landmark on.
struct CompletersBlocks {
  private let found: ServiceUseFinding<Released>
  private let landmark: Landmark
  private let step: Findings<Released>.Step
  private let material: ReportMaterial

  /// Nil where completers are not told apart.
  init?(
    _ found: ServiceUseFinding<Released>, step: Findings<Released>.Step, material: ReportMaterial
  ) {
    guard let landmark = found.landmark else { return nil }
    self.found = found
    self.landmark = landmark
    self.step = step
    self.material = material
  }

  /// The leading events' figure; the others folded away.
  var blocks: [Block] {
    let leading = found.outcomes.filter { $0.event.role == .primary }
    let first = leading.isEmpty ? Array(found.outcomes.prefix(1)) : leading
    let others = found.outcomes.filter { outcome in
      !first.contains { $0.event == outcome.event }
    }
    guard isShown else {
      return [
        .paragraph(
          Prose(
            "The use of services by those who had completed \(day), and by the others, is not shown: it rests on few people or would give them away."
          ))
      ]
    }
    var blocks: [Block] = [.paragraph(definition), figure(first, id: "figure-completers")]
    if !others.isEmpty {
      blocks.append(
        .details(
          Details(
            "The same of the other events",
            [figure(others, id: "figure-completers-others")])))
    }
    return blocks
  }

  private var isShown: Bool {
    found.outcomes.flatMap(\.rows).contains { row in
      [ServiceUseMeasure.ratio, .rateBefore, .rateAfter].contains { row[$0].estimate != nil }
    }
  }

  private var many: String { material.study.people.many }
  private var day: String { "\(landmark.day) after \(material.study.dayZero)" }

  /// Who completed, and from when people are followed.
  private var definition: Prose {
    let completing: Prose =
      switch landmark.completing {
      case .course(let percent):
        "Of a \(one)’s places of a course at least \(stated(percent, "%")) must be attended, and none may be still to come."
      case .sessions(let least):
        "Counted are sessions attended: \(stated(least, "")) or more, fewer, none."
      case .hours(let least):
        "Counted are hours at sessions: \(stated(least, "")) or more, fewer, none; of those who came to a session of unknown length nothing is said."
      }
    return
      "\(strong: Prose("Those who had completed \(day), and the others:")) \(completing) All are followed from that day on, \(left)"
  }

  private var one: Prose { Prose(material.study.people.one) }

  /// A number that the plan states.
  private func stated(_ number: Int, _ unit: String) -> ReportedNumber {
    ReportedNumber(
      "\(number)\(unit)", fact: "service_use.completers.completed", value: .released(Double(number))
    )
  }

  /// Those who are in no group because they were not there on the day.
  private var left: Prose {
    guard let outcome = found.outcomes.first else { return "and nobody before it." }
    let fact = ServiceUseWording(outcome, material).prefix + ".no_time_at_risk"
    if outcome.noTimeAtRisk.number == 0 { return "and everyone was still there on it." }
    guard outcome.noTimeAtRisk.number != nil else {
      return "so that nobody counts as a completer for having stayed well until then."
    }
    return
      "so that nobody counts as a completer for having stayed well until then. \(material.people.people(outcome.noTimeAtRisk, fact).capitalised) had gone by then or cannot be followed."
  }

  private func figure(
    _ outcomes: [ServiceUseFinding<Released>.Outcome], id: String
  ) -> Block {
    let rows = outcomes.flatMap { outcome in
      outcome.rows.map { row in
        let group = row.group == .everyone ? "all who were still there" : row.group.label
        return RateRows.Row(
          label: "\(outcome.event.many.capitalised): \(group)", outcome: outcome, row: row)
      }
    }
    let windows = outcomes.map(\.window.label).reduce(into: [String]()) { unique, label in
      if !unique.contains(label) { unique.append(label) }
    }
    return FigureDraft(
      id: "\(id)-\(step.id)", title: title(outcomes),
      subtitle: Prose(
        "Per person-year, \(windows.joined(separator: " and ")) before \(material.study.dayZero) and up to as long from \(day)"
      ), spoken: "Rates before and after, and after as a share of before, a group a row.",
      chart: RateRows.chart(rows, material),
      table: RateRows.table(
        rows, "Rates by what \(many) had done \(day)", material, isShort: true),
      source: RateRows.source(rows, step, material), isForScreens: true
    ).block
  }

  private func title(_ outcomes: [ServiceUseFinding<Released>.Outcome]) -> Prose {
    guard let leading = outcomes.first else { return "No rates can be shown" }
    let wording = ServiceUseWording(leading, material)
    let groups = leading.rows.filter { $0.group != .everyone }
    guard groups.contains(where: { $0[.ratio].estimate != nil }) else {
      return
        "How \(leading.event.many) changed of those who had completed and of the others is not shown"
    }
    let calls = groups.map { (call: wording.verdict($0).call, row: $0) }
    let many = leading.event.many
    // Groups of which the same can be said share a clause.
    var moves: [(how: String, rows: [ServiceUseFinding<Released>.Row])] = []
    for (call, row) in calls where call.isTold {
      let how = "\(call == .up ? "rose" : "fell") \(wording.moved(row))"
      if let place = moves.firstIndex(where: { $0.how == how }) {
        moves[place].rows.append(row)
      } else {
        moves.append((how, [row]))
      }
    }
    let told = moves.map { how, rows -> Prose in "\(Prose(how)) among \(Self.those(rows))" }
    let untold = calls.filter { $0.call == .cannotTell }.map(\.row)
    let hidden = calls.filter { $0.call == .notShown }.map(\.row)
    var clauses: [Prose] = told.isEmpty ? [] : ["\(Prose(many.capitalised)) \(told.listed)"]
    if !untold.isEmpty {
      clauses.append(
        told.isEmpty
          ? "Whether \(Prose(many)) changed cannot be told of \(Self.those(untold))"
          : "of \(Self.those(untold)) it cannot be told")
    }
    if !hidden.isEmpty { clauses.append("of \(Self.those(hidden)) it is not shown") }
    return clauses.joined("; ")
  }

  /// `those who had completed a course or had not come`.
  private static func those(_ rows: [ServiceUseFinding<Released>.Row]) -> Prose {
    let labels = rows.map(\.group.label)
    guard labels.count > 1, let last = labels.last else {
      return Prose("those who \(labels.first ?? "")")
    }
    return Prose("those who \(labels.dropLast().joined(separator: ", ")) or \(last)")
  }

  /// What is to be read with care; nothing where nothing is shown.
  var limits: [Prose] {
    guard isShown else { return [] }
    return [
      "\(Prose(many.capitalised)) who complete are not like the others to begin with, so a difference between these groups does not show what completing does.",
      "Counted from \(Prose(material.study.dayZero)) instead, completers mostly look better than they did: whoever was in hospital could not complete.",
    ]
  }
}
