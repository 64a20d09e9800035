public import FurlongStudy

/// What the plan says of money: what the service cost, and by which prices use of services is counted.
public struct CostsPlan: Codable, Sendable, Equatable {
  /// One heading of what the service itself cost.
  public struct Delivery: Codable, Sendable, Equatable {
    /// What was paid: `staff`.
    public var what: String
    /// Pounds of its price year.
    public var pounds: Double
    /// The days for which it was paid, both included.
    public var period: DayRange
    /// The year in whose prices it stands.
    public var priceYear: FinancialYear
    /// Who paid.
    public var paidBy: String

    /// A heading.
    public init(
      what: String, pounds: Double, period: DayRange, priceYear: FinancialYear, paidBy: String
    ) {
      self.what = what
      self.pounds = pounds
      self.period = period
      self.priceYear = priceYear
      self.paidBy = paidBy
    }
  }

  /// The year in whose prices everything is told.
  public var priceYear: FinancialYear
  /// Books of prices, the first leads; without one use of services is not priced.
  public var books: [CostBook]
  /// What the service cost; empty where the plan does not say.
  public var deliveries: [Delivery]
  /// How many people were served for it, by the college's own count; nil where those registered in the period count.
  public var served: Int?
  /// Why what is freed can be taken out of a budget; nil where it cannot.
  public var cashable: String?
  /// Pounds that a point better on the leading scale may be worth to whoever pays, the least first; empty where the plan
  /// does not say.
  public var pointValues: [Double]

  /// A plan for money.
  public init(
    priceYear: FinancialYear, books: [CostBook], deliveries: [Delivery], served: Int?,
    cashable: String?, pointValues: [Double] = []
  ) {
    self.pointValues = pointValues
    self.priceYear = priceYear
    self.books = books
    self.deliveries = deliveries
    self.served = served
    self.cashable = cashable
  }

  /// The days for which the service's cost is told, from the first to the last.
  public var deliveryPeriod: DayRange? {
    guard let first = deliveries.map(\.period.from).min(),
      let last = deliveries.map(\.period.to).max()
    else { return nil }
    return DayRange(from: first, to: last)
  }

  /// What the service cost in all, in the plan's prices; nil where it is not told, or cannot be moved.
  public var deliveryPounds: Double? {
    if deliveries.isEmpty { return nil }
    var total = 0.0
    for delivery in deliveries {
      guard let pounds = pounds(of: delivery) else { return nil }
      total += pounds
    }
    return total
  }

  /// What one heading comes to in the plan's prices, moved by the leading book's index; nil where nothing can move it.
  public func pounds(of delivery: Delivery) -> Double? {
    guard let lead = books.first else {
      return delivery.priceYear == priceYear ? delivery.pounds : nil
    }
    return lead.pounds(delivery.pounds, of: delivery.priceYear, in: priceYear)
  }

  /// What one event costs by a book, in the plan's prices.
  public func pounds(of event: String, by book: CostBook) -> Double? {
    book.unitCost(of: event).flatMap { book.pounds($0.pounds, of: $0.priceYear, in: priceYear) }
  }
}
