import FurlongEvaluation
import FurlongForms

/// Reads `population:`, who could have come.
struct PopulationReader {
  /// The largest count.
  private static let most = 1_000_000_000

  func read(_ plan: FormTable) throws(FormError) -> PopulationPlan? {
    try plan.optional("population")?.table { table throws(FormError) in
      PopulationPlan(
        source: PopulationSource(who: try table.text("who"), source: try table.text("source")),
        columns: try columns(try table.required("counts")))
    }
  }

  private func columns(_ counts: FormNode) throws(FormError) -> [PopulationPlan.Column] {
    var columns: [PopulationPlan.Column] = []
    for entry in try counts.entries() {
      var values: [PopulationPlan.Value] = []
      for value in try entry.value.entries() {
        let count = try value.value.whole()
        guard (0...Self.most).contains(count) else {
          throw value.value.error(
            count < 0 ? "a count is not negative" : "a count is not above \(Self.most)",
            fix: "write a whole number from 0")
        }
        values.append(PopulationPlan.Value(value: value.key, count: count))
      }
      let column = PopulationPlan.Column(column: entry.key, values: values)
      guard column.total > 0 else {
        throw entry.value.error(
          "'\(entry.key)' counts nobody", fix: "write how many have each value, or take it out")
      }
      columns.append(column)
    }
    guard !columns.isEmpty else {
      throw counts.error(
        "'counts' has no column", fix: "write 'gender: { woman: 2100, man: 1900 }', for example")
    }
    return columns
  }
}
