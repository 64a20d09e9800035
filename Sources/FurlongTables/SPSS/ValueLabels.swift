/// What an SPSS file says of a column beside its cells: what the column is, what its values mean, which are no answers.
public struct ValueLabels: Codable, Equatable, Sendable {
  /// Numbers that are no answers.
  public struct Range: Codable, Equatable, Sendable {
    /// The least.
    public let low: Double
    /// The greatest.
    public let high: Double

    /// Makes a range; limits beyond a `Double`, SPSS's lowest and highest, become the widest that there are.
    public init(low: Double, high: Double) {
      let widest = Double.greatestFiniteMagnitude
      self.low = max(low, -widest)
      self.high = min(high, widest)
    }
  }

  /// The column's heading: the variable's name.
  public let column: String
  /// The variable's label: the question, as a rule.
  public let label: String?
  /// The format that SPSS shows its values in, such as `F8.2`.
  public let format: String?
  /// What values mean, by the text of the cell.
  public internal(set) var meanings: [String: String] = [:]
  /// The numbers that the file's author calls missing.
  public internal(set) var missing: [Range] = []
  /// The texts that the file's author calls missing.
  public internal(set) var missingTexts: [String] = []

  init(column: String, label: String?, format: String?) {
    self.column = column
    self.label = label
    self.format = format
  }

  /// Whether a number is one that the file's author calls missing.
  public func isMissing(_ number: Double) -> Bool {
    missing.contains { $0.low <= number && number <= $0.high }
  }

  /// Whether a text is one that the file's author calls missing.
  public func isMissing(_ text: String) -> Bool { missingTexts.contains(text) }
}
