import FurlongForms
import FurlongStudy

/// Reads `who:`, the lines that all must hold, and what those left out are called.
struct CriteriaReader {
  func read(_ plan: FormTable) throws(FormError) -> [CohortPlan.Criterion] {
    var criteria: [CohortPlan.Criterion] = []
    for line in try plan.optional("who")?.list() ?? [] {
      let criterion = try line.table { line throws(FormError) in
        let values = try line.required("is").texts()
        return CohortPlan.Criterion(
          column: try line.text("column"), values: values,
          others: try others(line, than: values))
      }
      criteria.append(criterion)
    }
    return criteria
  }

  /// Reads `linkage:`, who agreed that their records be linked.
  func linkage(_ plan: FormTable) throws(FormError) -> CohortPlan.Criterion? {
    try plan.optional("linkage")?.table { line throws(FormError) in
      CohortPlan.Criterion(
        column: try line.text("column"), values: try line.required("is").texts())
    }
  }

  private func others(
    _ line: FormTable, than values: [String]
  ) throws(FormError) -> [String: String] {
    var others: [String: String] = [:]
    for entry in try line.optional("others")?.entries() ?? [] {
      guard !values.contains(entry.key) else {
        throw entry.value.error(
          "'\(entry.key)' stands under 'is', so nobody is left out for it",
          fix: "name under 'others' only values that do not count")
      }
      others[entry.key] = try entry.value.text()
    }
    return others
  }
}
