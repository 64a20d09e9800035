/// Who could have come: a caseload, or the people of a place, as somebody else has counted them.
public struct PopulationPlan: Codable, Sendable, Equatable {
  /// One thing that is known of them.
  public struct Column: Codable, Sendable, Equatable {
    /// The name under which the mapping keeps the same of the people of the report.
    public var column: String
    /// How many have each value, in the plan's order.
    public var values: [Value]

    /// A column.
    public init(column: String, values: [Value]) {
      self.column = column
      self.values = values
    }

    /// All of them.
    public var total: Int { values.reduce(0) { $0 + $1.count } }
  }

  /// How many have one value.
  public struct Value: Codable, Sendable, Equatable {
    /// The value, as the mapping keeps it.
    public var value: String
    /// How many.
    public var count: Int

    /// A value.
    public init(value: String, count: Int) {
      self.value = value
      self.count = count
    }
  }

  /// Who they are, and who says so.
  public var source: PopulationSource
  /// What is known of them.
  public var columns: [Column]

  /// Those who could have come.
  public init(source: PopulationSource, columns: [Column]) {
    self.source = source
    self.columns = columns
  }
}

/// Who could have come, in the plan's words, and where their numbers are from.
public struct PopulationSource: Codable, Sendable, Equatable {
  /// Who they are: `people on the caseload of the community teams`.
  public var who: String
  /// Where the numbers are from, with their date.
  public var source: String

  /// A source.
  public init(who: String, source: String) {
    self.who = who
    self.source = source
  }
}
