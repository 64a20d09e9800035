/// One number of the flat results table, with everything that a reader needs to judge it.
///
/// A published interface: columns are never renamed without a new format version.
public struct ResultRow: Codable, Sendable, Equatable {
  /// The question's word.
  public var question: String
  /// The id of the step in the plan.
  public var step: String
  /// Scale, event, theme, column or limit; empty where there is none.
  public var outcome: String
  /// Follow-up or window; empty where there is one.
  public var occasion: String
  /// `all`, or `column=value`.
  public var group: String
  /// What the number is.
  public var measure: String
  /// The number; nil where it cannot be estimated.
  public var estimate: Double?
  /// Its standard error; of the logarithm for ratios.
  public var stdError: Double?
  /// Degrees of freedom.
  public var df: Double?
  /// The lower end of its interval.
  public var confLow: Double?
  /// The upper end of its interval.
  public var confHigh: Double?
  /// The level of its interval.
  public var confLevel: Double?
  /// The two-sided p value.
  public var pValue: Double?
  /// What it is counted in.
  public var unit: String
  /// People used.
  public var nUsed: Int?
  /// People eligible.
  public var nEligible: Int?
  /// How it was made, in fixed words.
  public var method: String
  /// `yes`, `amended` or `no`.
  public var planned: String
  /// Why not estimable, or what was assumed.
  public var note: String

  /// The columns' names, in order.
  public static let columns = CodingKeys.allCases.map(\.rawValue)

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case question, step, outcome, occasion, group, measure, estimate
    case stdError = "std_error"
    case df
    case confLow = "conf_low"
    case confHigh = "conf_high"
    case confLevel = "conf_level"
    case pValue = "p_value"
    case unit
    case nUsed = "n_used"
    case nEligible = "n_eligible"
    case method, planned, note
  }

  /// The row as text, a cell a column: numbers as the shortest text that reads back, nothing where there is none.
  public var cells: [String] {
    let numbers = [estimate, stdError, df, confLow, confHigh, confLevel, pValue]
    return [question, step, outcome, occasion, group, measure]
      + numbers.map { $0.map(Self.text) ?? "" } + [unit]
      + [nUsed, nEligible].map { $0.map(String.init) ?? "" } + [method, planned, note]
  }

  /// The shortest text that reads back to the same number; whole numbers without a point: `5`, not `5.0`.
  public static func text(_ number: Double) -> String {
    if number == 0 { return "0" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Writes every column, null where there is no number.
  public func encode(to encoder: any Encoder) throws {
    var row = encoder.container(keyedBy: CodingKeys.self)
    try row.encode(question, forKey: .question)
    try row.encode(step, forKey: .step)
    try row.encode(outcome, forKey: .outcome)
    try row.encode(occasion, forKey: .occasion)
    try row.encode(group, forKey: .group)
    try row.encode(measure, forKey: .measure)
    try row.encode(estimate, forKey: .estimate)
    try row.encode(stdError, forKey: .stdError)
    try row.encode(df, forKey: .df)
    try row.encode(confLow, forKey: .confLow)
    try row.encode(confHigh, forKey: .confHigh)
    try row.encode(confLevel, forKey: .confLevel)
    try row.encode(pValue, forKey: .pValue)
    try row.encode(unit, forKey: .unit)
    try row.encode(nUsed, forKey: .nUsed)
    try row.encode(nEligible, forKey: .nEligible)
    try row.encode(method, forKey: .method)
    try row.encode(planned, forKey: .planned)
    try row.encode(note, forKey: .note)
  }
}
