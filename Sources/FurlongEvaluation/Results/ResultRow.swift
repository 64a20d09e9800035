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
  /// The outcome in plain words; empty where there is none.
  public var label: String
  /// `primary` or `secondary`; empty where the outcome is neither.
  public var role: String
  /// `higher is better` or `lower is better`; empty where it has no direction.
  public var direction: String
  /// Follow-up or window; empty where there is one.
  public var occasion: String
  /// `all`, or `column=value`.
  public var group: String
  /// What the number is.
  public var measure: String
  /// The number; nil where it cannot be estimated or is held back.
  public var estimate: Double?
  /// Those counted, of a share.
  public var count: Double?
  /// Of how many.
  public var of: Int?
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
  /// How the number was made, in fixed words, where its measure does not say it all.
  public var estimator: String
  /// How its interval was made, in fixed words.
  public var interval: String
  /// How many samples were drawn for the interval.
  public var draws: Int?
  /// `yes`, `amended` or `no`.
  public var planned: String
  /// Why a released table does not have the number; empty where it has, and in an unreleased table.
  public var heldBack: String
  /// Why not estimable, or what was assumed.
  public var note: String

  /// The columns' names, in order.
  public static let columns = CodingKeys.allCases.map(\.rawValue)

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case question, step, outcome, label, role, direction, occasion, group, measure, estimate
    case count, of
    case stdError = "std_error"
    case df
    case confLow = "conf_low"
    case confHigh = "conf_high"
    case confLevel = "conf_level"
    case pValue = "p_value"
    case unit
    case nUsed = "n_used"
    case nEligible = "n_eligible"
    case estimator, interval, draws, planned
    case heldBack = "held_back"
    case note
  }

  /// What stands in a column.
  private enum Cell {
    case text(String)
    case number(Double?)
    case whole(Int?)
  }

  private func cell(_ key: CodingKeys) -> Cell {
    switch key {
    case .question: .text(question)
    case .step: .text(step)
    case .outcome: .text(outcome)
    case .label: .text(label)
    case .role: .text(role)
    case .direction: .text(direction)
    case .occasion: .text(occasion)
    case .group: .text(group)
    case .measure: .text(measure)
    case .estimate: .number(estimate)
    case .count: .number(count)
    case .of: .whole(of)
    case .stdError: .number(stdError)
    case .df: .number(df)
    case .confLow: .number(confLow)
    case .confHigh: .number(confHigh)
    case .confLevel: .number(confLevel)
    case .pValue: .number(pValue)
    case .unit: .text(unit)
    case .nUsed: .whole(nUsed)
    case .nEligible: .whole(nEligible)
    case .estimator: .text(estimator)
    case .interval: .text(interval)
    case .draws: .whole(draws)
    case .planned: .text(planned)
    case .heldBack: .text(heldBack)
    case .note: .text(note)
    }
  }

  /// The row as text, a cell a column: numbers as the shortest text that reads back, nothing where there is none.
  public var cells: [String] {
    CodingKeys.allCases.map { key in
      switch cell(key) {
      case .text(let text): text
      case .number(let number): number.map(Self.text) ?? ""
      case .whole(let number): number.map(String.init) ?? ""
      }
    }
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
    for key in CodingKeys.allCases {
      switch cell(key) {
      case .text(let text): try row.encode(text, forKey: key)
      case .number(let number): try row.encode(number, forKey: key)
      case .whole(let number): try row.encode(number, forKey: key)
      }
    }
  }
}
