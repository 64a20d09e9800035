import FurlongEvaluation
import FurlongForms
import FurlongStudy

/// Reads `costs:`, what the service cost, and by which prices use of services is counted.
struct CostsReader {
  /// The study's books of prices.
  var books: [CostBook]
  /// Whose registrations count; nil where all do.
  var registered: DayRange?

  /// Whether the arms of a randomised study are compared on a leading scale.
  var comparesArms = false

  /// The most that one heading may cost.
  private static let most = 1_000_000_000.0
  /// The most values of a point: a figure of more is a curve that nobody asked for.
  private static let mostValues = 8

  func read(_ plan: FormTable) throws(FormError) -> CostsPlan? {
    guard let node = try plan.optional("costs") else { return nil }
    return try node.table { table throws(FormError) in
      let year = try table.required("price_year").financialYear()
      let books = try books(table)
      let served = try served(table)
      var deliveries: [CostsPlan.Delivery] = []
      for line in try table.optional("delivery")?.list() ?? [] {
        let delivery = try line.table { line throws(FormError) in try read(delivery: line) }
        try requireSameTime(delivery, as: deliveries.first, line)
        if served == nil { try requireRegistrations(in: delivery.period, line) }
        try requirePrices(of: year, for: delivery, books.first, line)
        deliveries.append(delivery)
      }
      guard !books.isEmpty || !deliveries.isEmpty else {
        throw node.error(
          "this says neither what the service cost nor what use of services costs",
          fix: "write what was paid under 'delivery', name a book of prices under 'books', or both")
      }
      return CostsPlan(
        priceYear: year, books: books, deliveries: deliveries, served: served,
        cashable: try cashable(table, books), pointValues: try pointValues(table, served, books))
    }
  }

  /// All headings are of the same days, so that their sum is of one time.
  private func requireSameTime(
    _ delivery: CostsPlan.Delivery, as first: CostsPlan.Delivery?, _ line: FormNode
  ) throws(FormError) {
    guard let first, first.period != delivery.period else { return }
    let own = "'\(delivery.what)' was paid from \(delivery.period.from) to \(delivery.period.to)"
    let other = "'\(first.what)' from \(first.period.from) to \(first.period.to)"
    throw line.error(
      "\(own), and \(other): their sum would be of no time",
      fix: "tell every heading for the same days")
  }

  /// The cost is shared among those who registered in its time, so most of that time must be one in which they could.
  private func requireRegistrations(in period: DayRange, _ line: FormNode) throws(FormError) {
    guard let registered else { return }
    let first = max(period.from, registered.from).number
    let last = min(period.to, registered.to).number
    let days = period.to.number - period.from.number + 1
    guard 2 * (last - first + 1) < days else { return }
    let counted = "the plan counts registrations from \(registered.from) to \(registered.to)"
    throw line.error(
      "this was paid from \(period.from) to \(period.to), and \(counted): it would be shared among the few of both",
      fix:
        "write a time of which most lies in the plan's registrations, or say under 'served' whom the money served"
    )
  }

  /// What was paid stands in the plan's prices, or can be moved to them.
  private func requirePrices(
    of year: FinancialYear, for delivery: CostsPlan.Delivery, _ lead: CostBook?, _ line: FormNode
  ) throws(FormError) {
    let paid = "this was paid in \(delivery.priceYear.text), and "
    let stated = "write 'price_year: \(year.text)' in this line where the sum is in those prices"
    guard let lead else {
      if delivery.priceYear == year { return }
      throw line.error(
        paid + "without a book of prices nothing moves it to \(year.text)",
        fix: "\(stated), or name a book under 'books' whose index knows both years")
    }
    if lead.pounds(1, of: delivery.priceYear, in: year) != nil { return }
    throw line.error(
      paid + lead.gap(from: delivery.priceYear, to: year),
      fix: lead.mending(from: delivery.priceYear, to: year) + ", or " + stated)
  }

  /// What is said of a difference in the cost of use is of none where no use is priced.
  private func requirePricedUse(by books: [CostBook], _ line: FormNode) throws(FormError) {
    guard books.isEmpty else { return }
    throw line.error(
      "this is said of what use of services costs, and no book prices that",
      fix: "take the line out, or name a book of prices under 'books'")
  }

  private func books(_ table: FormTable) throws(FormError) -> [CostBook] {
    var named: [CostBook] = []
    guard let node = try table.optional("books") else { return [] }
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
      throw node.error(
        "no book of prices is named here",
        fix:
          "name one, such as 'books: [trust]', or take the line out: use of services is not priced then"
      )
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

  /// What a point better may be worth to whoever pays: asked only where there is a comparison that can answer.
  private func pointValues(
    _ table: FormTable, _ served: Int?, _ books: [CostBook]
  ) throws(FormError) -> [Double] {
    guard let node = try table.optional("value_of_a_point") else { return [] }
    try requirePricedUse(by: books, node)
    guard comparesArms else {
      throw node.error(
        "what a point is worth is held against the cost of two arms, and this plan compares none on a primary scale",
        fix:
          "take the line out; only a randomised design with a primary scale can say whether it was worth it"
      )
    }
    guard served != nil else {
      throw node.error(
        "what each of the treated arm cost is not known: the plan does not say whom the money served",
        fix: "write under 'served' for how many people the service was paid")
    }
    var values: [Double] = []
    for item in try node.list() {
      let value = try item.number()
      guard value >= 0, value <= Self.most, values.last.map({ $0 < value }) ?? true else {
        throw item.error(
          "values of a point are pounds, 0 or more, each above the one before",
          fix: "write them in order, such as 'value_of_a_point: [50, 100, 200]'")
      }
      values.append(value)
    }
    guard (1...Self.mostValues).contains(values.count) else {
      throw node.error(
        "a plan names from 1 to \(Self.mostValues) values of a point",
        fix: "write a few that whoever pays might pay, such as '[50, 100, 200]'")
    }
    return values
  }

  private func cashable(_ table: FormTable, _ books: [CostBook]) throws(FormError) -> String? {
    guard let node = try table.optional("cashable") else { return nil }
    let text = try node.text()
    if text == "no" { return nil }
    try requirePricedUse(by: books, node)
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

extension CostBook {
  /// Why a price of one year cannot be told in those of another: `the book 'trust' names no index …`.
  func gap(from: FinancialYear, to: FinancialYear) -> String {
    guard let index else {
      return "the book '\(id)' names no index that moves it to prices of \(to.text)"
    }
    return "the index '\(index.id)' of the book '\(id)' does not say how prices changed into "
      + missing(index, from, to).map(\.text).joined(separator: ", ")
  }

  /// What to do about it.
  func mending(from: FinancialYear, to: FinancialYear) -> String {
    guard let index else {
      return
        "write 'index: NAME' in costs/\(id).yaml, and costs/indices/NAME.yaml with the changes into each year"
    }
    return "add \(missing(index, from, to).map(\.text).joined(separator: ", ")) under 'changes' in "
      + "costs/indices/\(index.id).yaml, in percent"
  }

  private func missing(
    _ index: PriceIndex, _ from: FinancialYear, _ to: FinancialYear
  ) -> [FinancialYear] {
    let known = index.changes.map(\.into)
    return (min(from, to).start..<max(from, to).start).map { FinancialYear(start: $0 + 1) }
      .filter { !known.contains($0) }
  }
}
