/// How many people have each value of what is known about them.
public struct Casemix<N: Numbers>: Encodable, Sendable, Equatable {
  /// One value.
  public struct Value: Encodable, Sendable, Equatable {
    /// The value as kept; `not recorded` where there is none.
    public var value: String
    /// How many people have it.
    public var people: N.People
    /// Beside those who could have come; nil where the plan does not state how many of them have it.
    public var beside: Beside?

    /// A value.
    public init(value: String, people: N.People, beside: Beside? = nil) {
      self.value = value
      self.people = people
      self.beside = beside
    }
  }

  /// A value of the people of the report beside the same of those who could have come.
  public struct Beside: Encodable, Sendable, Equatable {
    /// How many of those who could have come have it, as the plan states.
    public var count: Int
    /// Of how many.
    public var of: Int
    /// The share of the people of the report, and its difference from theirs.
    public var answers: Answers<CasemixMeasure, N>

    /// A value beside another.
    public init(count: Int, of: Int, answers: Answers<CasemixMeasure, N>) {
      self.count = count
      self.of = of
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: CasemixMeasure) -> N.Answer { answers[measure] }

    /// The share of those who could have come.
    public var share: Double { Double(count) / Double(of) }
  }

  /// The name under which the mapping keeps it.
  public var column: String
  /// Its values, in alphabetical order, then those that only the plan's population has.
  public var values: [Value]

  /// A casemix.
  public init(column: String, values: [Value]) {
    self.column = column
    self.values = values
  }
}

extension Casemix: Decodable where N == Unreleased {}
extension Casemix.Value: Decodable where N == Unreleased {}
extension Casemix.Beside: Decodable where N == Unreleased {}
