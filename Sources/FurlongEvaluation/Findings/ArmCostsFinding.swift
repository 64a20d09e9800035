extension MoneyFinding {
  /// What the treated arm of a randomised study cost more, and came out better, than the control arm: by one book of prices
  /// over one window, with the leading scale at one follow-up.
  public struct Arms: Encodable, Sendable, Equatable {
    /// The differences at one value of a point.
    public struct Worth: Encodable, Sendable, Equatable {
      /// Pounds that the plan says that a point better is worth.
      public var point: Double
      /// What the differences come to.
      public var answers: Answers<PointWorthMeasure, N>

      /// A worth.
      public init(point: Double, answers: Answers<PointWorthMeasure, N>) {
        self.point = point
        self.answers = answers
      }

      /// The answer to one measure.
      public subscript(measure: PointWorthMeasure) -> N.Answer { answers[measure] }
    }

    /// The window, over whose time after day 0 costs are summed.
    public var window: TimeName
    /// The book's id.
    public var book: String
    /// What the book is called.
    public var bookName: String
    /// The scale.
    public var scale: ScaleDescription
    /// What the events cost in the plan's prices.
    public var prices: [Price]
    /// Who is compared, and what they differ by at the follow-up.
    public var comparison: ArmComparison<ArmCostMeasure, N>
    /// By the plan's values of a point, the least first; none where the plan names none.
    public var worths: [Worth]
    /// By how many of each arm other figures differ from these; nil once released.
    public var apart: [Apart]?

    /// By how many people another figure of an arm differs: of change, or of use of one service.
    public struct Apart: Codable, Sendable, Equatable {
      /// Whose figure it is.
      public var people: PeopleSet
      /// How many are in it and not here.
      public var notHere: Int
      /// How many are here and not in it.
      public var onlyHere: Int

      /// A difference.
      public init(_ people: PeopleSet, notHere: Int, onlyHere: Int) {
        self.people = people
        self.notHere = notHere
        self.onlyHere = onlyHere
      }

      /// Whether it is of the same people.
      public var isNone: Bool { notHere == 0 && onlyHere == 0 }
    }

    /// Arms.
    public init(
      window: TimeName, book: String, bookName: String, scale: ScaleDescription, prices: [Price],
      comparison: ArmComparison<ArmCostMeasure, N>, worths: [Worth], apart: [Apart]? = nil
    ) {
      self.window = window
      self.book = book
      self.bookName = bookName
      self.scale = scale
      self.prices = prices
      self.comparison = comparison
      self.worths = worths
      self.apart = apart
    }
  }
}

extension MoneyFinding.Arms: Decodable where N == Unreleased {}
extension MoneyFinding.Arms.Worth: Decodable where N == Unreleased {}
