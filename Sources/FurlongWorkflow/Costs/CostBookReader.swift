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
    let text = try text()
    guard let year = FinancialYear(text) else {
      throw error(
        "a price year is a financial year such as 2024/25, from 1 April to 31 March",
        fix: Self.financialYears(meantBy: text))
    }
    return year
  }

  /// The years that a text may mean: a calendar year lies in two, and other ways to write both are one.
  private static func financialYears(meantBy text: String) -> String {
    let years = text.split { !$0.isNumber }.map(String.init)
    guard let first = years.first, first.count == 4, let start = Int(first), start > 1900 else {
      return "write both years: 2024/25"
    }
    let year = FinancialYear(start: start)
    guard years.count == 1 else { return "write '\(year.text)'" }
    let before = FinancialYear(start: start - 1)
    return
      "write '\(before.text)' for 1 April \(start - 1) to 31 March \(start), or '\(year.text)' for the twelve months after; prices of the calendar year \(start) are mostly of \(year.text)"
  }
}
