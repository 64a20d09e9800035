import Foundation
import FurlongEvaluation
import FurlongScales
import FurlongStudy
import FurlongTestSupport

/// The two real studies in `datasets/`, read by path.
enum RealStudies {
  /// The two trials as they were: chance made the arms.
  static func randomised() throws -> (blues: StudyDraft, seizures: StudyDraft) {
    var blues = try beatTheBlues()
    blues.plan.design = .randomised(
      RandomisedArms(column: "treatment", treated: "BtheB", control: "TAU"))
    var seizures = try epilepsyCounts()
    seizures.plan.design = .randomised(
      RandomisedArms(column: "trt", treated: "progabide", control: "placebo"))
    return (blues, seizures)
  }

  /// BDI-II before and at four follow-ups, everyone and each arm.
  static func beatTheBlues() throws -> StudyDraft {
    let table = try table("beat-the-blues/exports/BtheB.csv")
    let size = table.rows.count
    var draft = StudyDraft(size: size)
    draft.plan.design = .armsApart
    draft.plan.outcomes = [
      OutcomePlan(scale: "bdi2", role: .primary, reliability: "test-retest")
    ]
    draft.plan.groups = [
      GroupPlan(
        column: "treatment", label: "arm",
        values: [
          .init(value: "TAU", label: "usual care"),
          .init(value: "BtheB", label: "computer programme"),
        ])
    ]
    draft.plan.steps = [
      StudyDraft.step("who", .reach),
      StudyDraft.step("change", .change(outcomes: []), groups: ["treatment"]),
      StudyDraft.step("meaning", .meaning(outcomes: []), groups: ["treatment"]),
      StudyDraft.step("certainty", .certainty),
    ]
    draft.cohortPlan.dayZero = .none
    draft.cohortPlan.dataTo = nil
    draft.cohortPlan.occasions = ["pre", "2m", "3m", "5m", "8m"].map {
      Occasion(id: $0, label: $0, role: $0 == "pre" ? .baseline : .followUp, window: nil)
    }
    draft.scored.cohort.about = [
      "treatment": table["treatment"], "on_medication": table["drug"],
    ]
    draft.scored.cohort.forms = draft.cohortPlan.occasions.map { occasion in
      FormColumn(
        scale: "bdi2", occasion: occasion.id,
        answers: table["bdi.\(occasion.id)"].map { $0.flatMap(Double.init).map { .total($0) } },
        due: Array(repeating: true, count: size), onlyUnscorable: 0, severalForms: 0)
    }
    draft.scored = try CohortScorer(catalogue: .shipped()).score(
      draft.scored.cohort, requests: [ScaleRequest(scale: "bdi2", blankItemsAllowed: nil)])
    return draft
  }

  /// Seizures in the eight weeks before and after, everyone and each arm.
  static func epilepsyCounts() throws -> StudyDraft {
    let table = try table("epilepsy-counts/exports/epil.csv")
    var before: [String: Int] = [:]
    var after: [String: Int] = [:]
    var arm: [String: String] = [:]
    for row in table.rows.indices {
      guard let subject = table["subject"][row], let base = table["base"][row].flatMap({ Int($0) }),
        let count = table["y"][row].flatMap({ Int($0) })
      else { continue }
      before[subject] = base
      after[subject, default: 0] += count
      arm[subject] = table["trt"][row]
    }
    let subjects = before.keys.sorted()
    let eightWeeks = subjects.map { _ in 56 }
    var draft = StudyDraft(size: subjects.count)
    draft.plan.design = .armsApart
    draft.plan.seed = 19_900_801
    draft.plan.groups = [
      GroupPlan(
        column: "trt", label: "arm",
        values: ["placebo", "progabide"].map { .init(value: $0, label: $0) })
    ]
    draft.plan.steps = [
      StudyDraft.step("who", .reach),
      StudyDraft.step("seizures", .serviceUse(events: []), groups: ["trt"]),
      StudyDraft.step("certainty", .certainty),
    ]
    draft.cohortPlan.dayZero = .none
    draft.cohortPlan.events = [
      EventKind(id: "seizure", one: "seizure", many: "seizures", role: .primary)
    ]
    draft.cohortPlan.windows = [
      ServiceWindow(
        id: "8-weeks", label: "8 weeks", before: TimeLength(8, .weeks),
        after: TimeLength(8, .weeks))
    ]
    draft.scored.cohort.about = ["trt": subjects.map { arm[$0] }]
    draft.scored.cohort.serviceUse = ServiceUseRule.usual.map { rule in
      let possible = rule == .wholeWindow || rule == .bothWindowsWhole
      return ServiceUseColumns(
        event: "seizure", window: "8-weeks", rule: rule,
        counted: subjects.map { _ in possible }, eventsBefore: subjects.map { before[$0] ?? 0 },
        eventsAfter: subjects.map { after[$0] ?? 0 }, daysBefore: eightWeeks,
        daysAfter: eightWeeks, runningOnDayZero: subjects.map { _ in 0 }, notLinkable: 0,
        notKnown: 0, noRowsMeans: .notKnown,
        notPossible: possible ? nil : .noDates)
    }
    return draft
  }

  private struct Table {
    var headings: [String]
    var rows: [[String]]

    subscript(column: String) -> [String?] {
      guard let place = headings.firstIndex(of: column) else { return [] }
      return rows.map { $0[place] == "NA" ? nil : $0[place] }
    }
  }

  /// Enough of a reader for these two files: no cell holds a comma, a quote or a line's end.
  private static func table(_ path: String) throws -> Table {
    let url = projectFolder().appendingPathComponent("datasets/\(path)")
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
    let cells = lines.map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "\""))
      }
    }
    return Table(headings: cells[0], rows: Array(cells.dropFirst()))
  }
}
