import FurlongEvaluation
import FurlongForms
import FurlongStudy

/// Reads `costs:`, what the service cost, and by which prices use of services is counted.
struct CostsReader {
  /// The study's books of prices.
  var books: [CostBook]

  /// The most that one heading may cost.
  private static let most = 1_000_000_000.0

  func read(_ plan: FormTable) throws(FormError) -> CostsPlan? {
    try plan.optional("costs")?.table { table throws(FormError) in
      let year = try table.required("price_year").financialYear()
      let books = try books(table)
      var deliveries: [CostsPlan.Delivery] = []
      for line in try table.optional("delivery")?.list() ?? [] {
        let delivery = try line.table { line throws(FormError) in try read(delivery: line) }
        if books[0].pounds(1, of: delivery.priceYear, in: year) == nil {
          throw line.error(
            "this was paid in \(delivery.priceYear.text), and the book '\(books[0].id)' has no index that "
              + "moves it to prices of \(year.text)",
            fix: "name an index in costs/\(books[0].id).yaml that knows the years between")
        }
        deliveries.append(delivery)
      }
      return CostsPlan(
        priceYear: year, books: books, deliveries: deliveries, served: try served(table),
        cashable: try cashable(table))
    }
  }

  private func books(_ table: FormTable) throws(FormError) -> [CostBook] {
    var named: [CostBook] = []
    let node = try table.required("books")
    for item in try node.list() {
      let id = try item.text()
      try item.refuseTwice(id, in: named.map(\.id))
      guard let book = books.first(where: { $0.id == id }) else {
        throw item.error(
          "there is no book of prices '\(id)'",
          fix: "write it in costs/\(id).yaml"
            + (books.isEmpty ? "" : ", or name one of: " + books.map(\.id).joined(separator: ", ")))
      }
      named.append(book)
    }
    guard !named.isEmpty else {
      throw node.error("money needs a book of prices", fix: "name one, such as 'books: [trust]'")
    }
    return named
  }

  private func read(delivery table: FormTable) throws(FormError) -> CostsPlan.Delivery {
    let pounds = try table.required("pounds")
    let amount = try pounds.number()
    guard amount >= 0, amount <= Self.most else {
      throw pounds.error(
        "a heading costs from 0 to 1,000,000,000 pounds", fix: "write what was paid in the period")
    }
    let period = try table.required("period")
    let days = try period.dayRange()
    let begun = FinancialYear(holding: days.from)
    return CostsPlan.Delivery(
      what: try table.text("what"), pounds: amount, period: days,
      priceYear: try table.optional("price_year")?.financialYear() ?? begun,
      paidBy: try table.text("paid_by"))
  }

  private func served(_ table: FormTable) throws(FormError) -> Int? {
    guard let node = try table.optional("served") else { return nil }
    let count = try node.whole()
    guard count > 0 else {
      throw node.error("nobody was served", fix: "write how many were, or take the line out")
    }
    return count
  }

  private func cashable(_ table: FormTable) throws(FormError) -> String? {
    guard let node = try table.optional("cashable") else { return nil }
    let text = try node.text()
    if text == "no" { return nil }
    guard text.count >= 20 else {
      throw node.error(
        "what is freed can only be called cash with the reason why",
        fix: "write 'no', or say in a sentence which budget is cut, by whom and when")
    }
    return text
  }
}

extension FinancialYear {
  /// The year that holds a day.
  init(holding day: CalendarDay) {
    let date = day.date
    self.init(start: date.month >= 4 ? date.year : date.year - 1)
  }
}
