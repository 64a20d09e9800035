import FurlongEvaluation
import FurlongForms
import FurlongImport
import FurlongStudy

/// Refuses a release that would print a word of people's that looks like somebody's name and that nobody chose: neither the plan names
/// it nor a mapping lists it under `values`, as where a column is kept in whatever words stand there.
struct WordsInRelease {
  let plan: StudyPlan
  /// The words that mappings list, by the name under which each is kept.
  private var listed: [String: Set<String>] = [:]

  init(plan: StudyPlan, maps: [ExportMap]) {
    self.plan = plan
    for column in maps.flatMap(\.about) {
      guard case .words(let words) = column.values else { continue }
      listed[column.name, default: []].formUnion(words.values)
      if let others = column.others { listed[column.name]?.insert(others) }
    }
  }

  /// - Throws: the first column with such words, and how many it has; no word is shown.
  func check(_ findings: Findings<Unreleased>) throws(WorkflowError) {
    for step in findings.steps {
      guard case .reach(let reach) = step.finding else { continue }
      let values =
        reach.casemix.map { ($0.column, $0.values.map(\.value)) }
        + reach.flows.flatMap(\.stages).compactMap { stage -> (String, [String])? in
          guard case .meets(let column, _) = stage.kind else { return nil }
          return (column, stage.others.map(\.value))
        }
      for (column, words) in values {
        let odd = words.filter { NameLike.isOne($0) && !isNamed($0, of: column) }
        guard !odd.isEmpty else { continue }
        throw WorkflowError(
          "the release would print \(odd.count == 1 ? "a word" : "\(odd.count) words") of '\(column)' that \(odd.count == 1 ? "looks" : "look") like a name, and neither the plan nor a mapping says \(odd.count == 1 ? "it" : "them")",
          fix:
            "list the words of '\(column)' under 'values' in the mapping that keeps it, with 'others: not recorded'; `furlong report --draft` shows them to you"
        )
      }
    }
  }

  private func isNamed(_ word: String, of column: String) -> Bool {
    let named =
      (listed[column] ?? []).union(
        plan.evaluation.groups.filter { $0.column == column }.flatMap { $0.values.map(\.value) }
      ).union(
        plan.cohort.criteria.filter { $0.column == column }
          .flatMap { $0.values + Array($0.others.keys) }
      ).union(
        (plan.evaluation.population?.columns ?? []).filter { $0.column == column }
          .flatMap { $0.values.map(\.value) })
    return named.contains { $0.lowercased() == word.lowercased() }
  }
}
