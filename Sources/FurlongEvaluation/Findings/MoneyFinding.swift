public import FurlongStudy

/// Question 5: what the service cost, and what use of services cost before and after it.
public struct MoneyFinding<N: Numbers>: Encodable, Sendable, Equatable {
  /// One heading of what the service cost.
  public struct Delivery: Encodable, Sendable, Equatable {
    /// The heading, as the plan has it.
    public var planned: CostsPlan.Delivery
    /// Pounds in the plan's prices.
    public var pounds: Double

    /// A heading.
    public init(planned: CostsPlan.Delivery, pounds: Double) {
      self.planned = planned
      self.pounds = pounds
    }
  }

  /// One service by one book.
  public struct Service: Encodable, Sendable, Equatable {
    /// The event and its words.
    public var event: EventKind
    /// Its price, as the book has it.
    public var unitCost: UnitCost
    /// The price in the plan's year.
    public var pounds: Double
    /// Its use and what it cost.
    public var answers: Answers<ServiceCostMeasure, N>

    /// A service.
    public init(
      event: EventKind, unitCost: UnitCost, pounds: Double,
      answers: Answers<ServiceCostMeasure, N>
    ) {
      self.event = event
      self.unitCost = unitCost
      self.pounds = pounds
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: ServiceCostMeasure) -> N.Answer { answers[measure] }
  }

  /// One budget: what it pays for, and whether it gains.
  public struct Holder: Encodable, Sendable, Equatable {
    /// Whose it is.
    public var name: String
    /// The events that it pays for.
    public var events: [String]
    /// What it paid for the service itself in all; nil where nothing.
    public var paid: Double?
    /// Its differences.
    public var answers: Answers<HolderMeasure, N>

    /// A budget.
    public init(
      name: String, events: [String], paid: Double?, answers: Answers<HolderMeasure, N>
    ) {
      self.name = name
      self.events = events
      self.paid = paid
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: HolderMeasure) -> N.Answer { answers[measure] }
  }

  /// Everything by one book of prices.
  public struct Book: Encodable, Sendable, Equatable {
    /// Its id.
    public var id: String
    /// What it is called.
    public var name: String
    /// The edition of the index that moved its prices; nil where none was needed.
    public var index: String?
    /// Whether a provisional change moved one of them.
    public var isProvisional: Bool
    /// The priced services, in the step's order.
    public var services: [Service]
    /// All of them together.
    public var answers: Answers<MoneyMeasure, N>
    /// Who pays and who gains, by name.
    public var holders: [Holder]
    /// By period, where exports count by period; the first leads.
    public var waves: [Wave]

    /// A book.
    public init(
      id: String, name: String, index: String?, isProvisional: Bool, services: [Service],
      answers: Answers<MoneyMeasure, N>, holders: [Holder], waves: [Wave] = []
    ) {
      self.waves = waves
      self.id = id
      self.name = name
      self.index = index
      self.isProvisional = isProvisional
      self.services = services
      self.answers = answers
      self.holders = holders
    }

    /// The answer to one measure.
    public subscript(measure: MoneyMeasure) -> N.Answer { answers[measure] }
  }

  /// What the service cost for each person who reliably improved, on the leading scale at its first follow-up.
  public struct Improved: Encodable, Sendable, Equatable {
    /// The scale.
    public var scale: ScaleDescription
    /// The follow-up.
    public var occasion: TimeName
    /// The shares, and the cost over each.
    public var answers: Answers<ImprovedCostMeasure, N>

    /// A cost for each who improved.
    public init(
      scale: ScaleDescription, occasion: TimeName, answers: Answers<ImprovedCostMeasure, N>
    ) {
      self.scale = scale
      self.occasion = occasion
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: ImprovedCostMeasure) -> N.Answer { answers[measure] }
  }

  /// What use cost a group in one window from the landmark, by one book.
  public struct GroupCost: Encodable, Sendable, Equatable {
    /// The group; those still there on the landmark are everyone.
    public var group: GroupName
    /// The fewest people who are counted for a service.
    public var people: N.People
    /// What it cost.
    public var answers: Answers<GroupCostMeasure, N>

    /// A group's cost.
    public init(group: GroupName, people: N.People, answers: Answers<GroupCostMeasure, N>) {
      self.group = group
      self.people = people
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: GroupCostMeasure) -> N.Answer { answers[measure] }
  }

  /// What one of an event costs, in the plan's prices.
  public struct Price: Codable, Sendable, Equatable {
    /// The event's id.
    public var event: String
    /// Pounds.
    public var pounds: Double

    /// A price.
    public init(event: String, pounds: Double) {
      self.event = event
      self.pounds = pounds
    }
  }

  /// What use cost those who completed and the others, in one window from the landmark, by one book.
  public struct Completers: Encodable, Sendable, Equatable {
    /// The window.
    public var window: TimeName
    /// How many years it has after the landmark; nil where it is not as long before.
    public var years: Double?
    /// The book's id.
    public var book: String
    /// What the book is called.
    public var bookName: String
    /// What the events cost in the plan's prices.
    public var prices: [Price]
    /// Everyone first.
    public var rows: [GroupCost]

    /// Costs of completers.
    public init(
      window: TimeName, years: Double?, book: String, bookName: String, prices: [Price],
      rows: [GroupCost]
    ) {
      self.window = window
      self.years = years
      self.book = book
      self.bookName = bookName
      self.prices = prices
      self.rows = rows
    }
  }

  /// One window: what it holds is never made a year's unsaid.
  public struct Window: Encodable, Sendable, Equatable {
    /// The window.
    public var window: TimeName
    /// How many years it has after day 0; nil where before and after differ.
    public var years: Double?
    /// By each book, the leading one first.
    public var books: [Book]

    /// A window.
    public init(window: TimeName, years: Double?, books: [Book]) {
      self.window = window
      self.years = years
      self.books = books
    }
  }

  /// The year in whose prices everything is told.
  public var priceYear: FinancialYear
  /// Why what is freed can be taken out of a budget; nil where it cannot.
  public var cashable: String?
  /// What the service cost, heading by heading; empty where the plan does not say.
  public var deliveries: [Delivery]
  /// How many people were served for it, by the college's own count.
  public var servedByCount: Int?
  /// How many of the population registered in the time for which it was paid.
  public var served: N.People
  /// What that comes to a person.
  public var delivery: Answers<DeliveryMeasure, N>
  /// For each who improved; nil where the plan has no leading scale or does not say what the service cost.
  public var improved: Improved?
  /// By window.
  public var windows: [Window]
  /// What the arms of a randomised study differ by in cost and on the leading scale, window by window and book by book.
  public var arms: [Arms]
  /// The landmark on which completers are told apart; nil where they are not.
  public var landmark: Landmark?
  /// What use cost completers and the others, window by window and book by book.
  public var completers: [Completers]

  /// A finding of money.
  public init(
    priceYear: FinancialYear, cashable: String?, deliveries: [Delivery], servedByCount: Int?,
    served: N.People, delivery: Answers<DeliveryMeasure, N>, improved: Improved?,
    windows: [Window], arms: [Arms] = [], landmark: Landmark? = nil,
    completers: [Completers] = []
  ) {
    self.arms = arms
    self.landmark = landmark
    self.completers = completers
    self.improved = improved
    self.priceYear = priceYear
    self.cashable = cashable
    self.deliveries = deliveries
    self.servedByCount = servedByCount
    self.served = served
    self.delivery = delivery
    self.windows = windows
  }
}

extension MoneyFinding: Decodable where N == Unreleased {}
extension MoneyFinding.Improved: Decodable where N == Unreleased {}
extension MoneyFinding.Window: Decodable where N == Unreleased {}
extension MoneyFinding.Completers: Decodable where N == Unreleased {}
extension MoneyFinding.GroupCost: Decodable where N == Unreleased {}
extension MoneyFinding.Book: Decodable where N == Unreleased {}
extension MoneyFinding.Holder: Decodable where N == Unreleased {}
extension MoneyFinding.Service: Decodable where N == Unreleased {}
extension MoneyFinding.Delivery: Decodable where N == Unreleased {}
