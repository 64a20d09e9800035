import FurlongEvaluation
import FurlongForms

/// Reads `costs/indices/NAME.yaml`, how prices moved.
struct PriceIndexReader {
  func read(_ text: String, file: String) throws(FormError) -> PriceIndex {
    try FormNode.read(text, file: file).table { table throws(FormError) in
      let form = try table.required("furlong_index")
      guard try form.whole() == 1 else {
        throw form.error(
          "this index is written in a form that this version does not know",
          fix: "write 'furlong_index: 1', or use a newer furlong")
      }
      var provisional: [FinancialYear] = []
      for node in try table.optional("provisional")?.list() ?? [] {
        provisional.append(try node.financialYear())
      }
      return PriceIndex(
        id: try table.text("id"), name: try table.text("name"),
        edition: try table.text("edition"), source: try table.text("source"),
        changes: try changes(try table.required("changes"), provisional))
    }
  }

  private func changes(
    _ node: FormNode, _ provisional: [FinancialYear]
  ) throws(FormError) -> [PriceIndex.Change] {
    var changes: [PriceIndex.Change] = []
    for entry in try node.entries() {
      guard let year = FinancialYear(entry.key) else {
        throw entry.value.error(
          "'\(entry.key)' is no financial year",
          fix: "write the year into which prices changed, and by how many percent: 2024/25: 4.0")
      }
      let percent = try entry.value.number()
      guard percent > -50, percent < 100 else {
        throw entry.value.error(
          "a change of prices is in percent, above -50 and below 100",
          fix: "write 4.02 for 4.02 %, not the index itself")
      }
      changes.append(
        PriceIndex.Change(into: year, percent: percent, isProvisional: provisional.contains(year)))
    }
    return changes
  }
}
