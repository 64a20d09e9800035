import FurlongEvaluation
import FurlongForms

/// Reads `costs/NAME.yaml`, a book of unit costs.
struct CostBookReader {
  /// The study's indices of prices.
  var indices: [PriceIndex]

  /// The largest price of one event.
  private static let most = 1_000_000.0

  func read(_ text: String, file: String) throws(FormError) -> CostBook {
    try FormNode.read(text, file: file).table { table throws(FormError) in
      let form = try table.required("furlong_costs")
      guard try form.whole() == 1 else {
        throw form.error(
          "this book is written in a form that this version does not know",
          fix: "write 'furlong_costs: 1', or use a newer furlong")
      }
      var prices: [UnitCost] = []
      for line in try table.required("unit_costs").list() {
        let price = try line.table { line throws(FormError) in try read(price: line) }
        try line.refuseTwice(price.event, in: prices.map(\.event))
        prices.append(price)
      }
      return CostBook(
        id: try table.text("id"), name: try table.text("name"),
        checked: try table.optional("checked")?.day(), index: try index(table), unitCosts: prices)
    }
  }

  private func index(_ table: FormTable) throws(FormError) -> PriceIndex? {
    guard let node = try table.optional("index") else { return nil }
    let name = try node.text()
    guard let index = indices.first(where: { $0.id == name }) else {
      throw node.error(
        "there is no index '\(name)'",
        fix: "write it in costs/indices/\(name).yaml"
          + (indices.isEmpty
            ? "" : ", or name one of: " + indices.map(\.id).joined(separator: ", ")))
    }
    return index
  }

  private func read(price table: FormTable) throws(FormError) -> UnitCost {
    let pounds = try table.required("pounds")
    let amount = try pounds.number()
    guard amount >= 0, amount <= Self.most else {
      throw pounds.error(
        "a price of one event is from 0 to 1,000,000 pounds", fix: "write what one event costs")
    }
    return UnitCost(
      event: try table.text("event"), pounds: amount,
      priceYear: try table.required("price_year").financialYear(),
      coverage: try table.word("counts", UnitCost.Coverage.self),
      borneBy: try table.text("borne_by"), source: try table.text("source"))
  }
}

extension FormNode {
  /// A year of prices, `2024/25`.
  func financialYear() throws(FormError) -> FinancialYear {
    guard let year = FinancialYear(try text()) else {
      throw error(
        "a price year is a financial year such as 2024/25, from 1 April to 31 March",
        fix: "write both years: 2024/25; for prices of a calendar year take the one in which most "
          + "of it lies, and say so under 'source'")
    }
    return year
  }
}
