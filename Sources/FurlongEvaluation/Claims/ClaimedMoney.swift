extension PublishedClaim {
  /// Money that is said to be saved, averted or freed.
  public struct Money: Hashable, Sendable {
    /// What it is called.
    public var label: String
    /// How much.
    public var amount: PrintedFigure
    /// For whom each, or for all together.
    public var per: Base
    /// Over how many months.
    public var months: Int?
    /// What was done with the cost of delivering the service.
    public var delivery: Delivery
    /// Whether it can be spent on something else.
    public var cashable: Cashable
    /// How the amount is meant.
    public var meant: Meant
    /// How many people it is said of each.
    public var people: Int?
    /// Its interval.
    public var interval: Interval?
    /// The year whose prices it is in.
    public var priceYear: String?
    /// What the source that it rests on says.
    public var basis: Basis?

    /// Money of which nothing but the amount is said.
    public init(label: String, amount: PrintedFigure, per: Base) {
      self.label = label
      self.amount = amount
      self.per = per
      delivery = .notStated
      cashable = .notStated
      meant = .exactly
    }
  }

  /// What an amount is counted by.
  public enum Base: String, Codable, Sendable, CaseIterable {
    /// Each who registered.
    case registered
    /// Each who came.
    case attending
    /// Each who completed.
    case completing
    /// Each, and the source does not say of whom.
    case person
    /// All together.
    case together
  }

  /// What was done with the cost of delivering the service.
  public enum Delivery: String, Codable, Sendable, CaseIterable {
    /// It was taken off: the amount is net.
    case takenOff = "taken-off"
    /// It was not: the amount is gross.
    case notTakenOff = "not-taken-off"
    /// The source does not say.
    case notStated = "not-stated"
  }

  /// Whether money can be spent on something else.
  public enum Cashable: String, Codable, Sendable, CaseIterable {
    /// It can.
    case yes
    /// It cannot: beds and staff are still there.
    case no
    /// The source does not say.
    case notStated = "not-stated"
  }

  /// How an amount is meant.
  public enum Meant: String, Codable, Sendable, CaseIterable {
    /// As the estimate.
    case exactly
    /// As about so much.
    case about
    /// As the most that it could be.
    case upTo = "up-to"
    /// As the least.
    case atLeast = "at-least"
  }

  /// What the source that an amount rests on says.
  public struct Basis: Hashable, Sendable {
    /// Where it stands.
    public var source: Source
    /// How much.
    public var amount: PrintedFigure
    /// For whom each.
    public var per: Base
    /// Over how many months.
    public var months: Int?
    /// What was done with the cost of delivering the service.
    public var delivery: Delivery

    /// A basis.
    public init(
      source: Source, amount: PrintedFigure, per: Base, months: Int?, delivery: Delivery
    ) {
      self.source = source
      self.amount = amount
      self.per = per
      self.months = months
      self.delivery = delivery
    }
  }

  /// An interval as printed.
  public struct Interval: Hashable, Sendable {
    /// Its lower limit.
    public var low: PrintedFigure
    /// Its upper limit.
    public var high: PrintedFigure
    /// Its level in percent, such as 95.
    public var level: Double

    /// An interval.
    public init(low: PrintedFigure, high: PrintedFigure, level: Double) {
      self.low = low
      self.high = high
      self.level = level
    }
  }
}
