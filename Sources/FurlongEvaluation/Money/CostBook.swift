public import FurlongStudy

/// What one event costs, by one source.
public struct UnitCost: Codable, Sendable, Equatable {
  /// Which part of a service's cost a price holds.
  public enum Coverage: String, Codable, Sendable, CaseIterable {
    /// Buildings, management and all.
    case full
    /// What one event more or less changes in the short run.
    case marginal
  }

  /// The event's id in the plan.
  public var event: String
  /// Pounds of its price year.
  public var pounds: Double
  /// The year in whose prices it stands.
  public var priceYear: FinancialYear
  /// Which part of the cost it holds.
  public var coverage: Coverage
  /// Out of whose budget it is paid.
  public var borneBy: String
  /// Where it was read.
  public var source: String

  /// A price.
  public init(
    event: String, pounds: Double, priceYear: FinancialYear, coverage: Coverage, borneBy: String,
    source: String
  ) {
    self.event = event
    self.pounds = pounds
    self.priceYear = priceYear
    self.coverage = coverage
    self.borneBy = borneBy
    self.source = source
  }
}

/// Unit costs that belong together, with how they are moved to another year.
public struct CostBook: Codable, Sendable, Equatable {
  /// Its id: the name of its file.
  public var id: String
  /// What it is called.
  public var name: String
  /// When a person last held it against its sources; nil where nobody has.
  public var checked: CalendarDay?
  /// How its prices are moved; nil where it names no index.
  public var index: PriceIndex?
  /// Its prices, one an event.
  public var unitCosts: [UnitCost]

  /// A book.
  public init(
    id: String, name: String, checked: CalendarDay?, index: PriceIndex?, unitCosts: [UnitCost]
  ) {
    self.id = id
    self.name = name
    self.checked = checked
    self.index = index
    self.unitCosts = unitCosts
  }

  /// The price of an event; nil where the book has none.
  public func unitCost(of event: String) -> UnitCost? {
    unitCosts.first { $0.event == event }
  }

  /// Pounds of one year in the prices of another; nil where the book has no index that knows the years.
  public func pounds(_ pounds: Double, of year: FinancialYear, in other: FinancialYear) -> Double? {
    if year == other { return pounds }
    return index?.factor(from: year, to: other).map { pounds * $0 }
  }
}
