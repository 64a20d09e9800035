extension EvaluationPlan {
  /// How a study was designed; what may be compared, and the sentence on comparison, follow it.
  public enum Design: Sendable, Equatable {
    /// The same people before and after, nobody to compare them with.
    case beforeAfter
    /// A trial's arms, each described by itself, none compared.
    case armsApart
    /// A trial whose two arms chance made: treated minus control is what is asked.
    case randomised(RandomisedArms)

    /// Its word in a plan.
    public enum Word: String, Codable, Sendable, CaseIterable {
      /// The same people before and after.
      case beforeAfter = "before-after"
      /// A trial's arms, none compared.
      case armsApart = "arms-apart"
      /// A trial's two arms, compared.
      case randomised
    }

    /// Its word in a plan.
    public var word: Word {
      switch self {
      case .beforeAfter: .beforeAfter
      case .armsApart: .armsApart
      case .randomised: .randomised
      }
    }

    /// The arms that are compared; nil where none are.
    public var arms: RandomisedArms? {
      if case .randomised(let arms) = self { return arms }
      return nil
    }
  }

  /// The columns by which a step tells people apart: its own, and the arms wherever a randomised study compares them.
  public func columns(of step: EvaluationStep) -> [String] {
    guard let arms = design.arms, step.comparesArms, !step.groups.contains(arms.column)
    else { return step.groups }
    return step.groups + [arms.column]
  }
}

/// The two arms of a randomised study, as the mapping keeps them.
public struct RandomisedArms: Codable, Sendable, Equatable {
  /// The column that holds the arm.
  public var column: String
  /// The value of those who were assigned what is evaluated.
  public var treated: String
  /// The value of those whom they are compared with.
  public var control: String

  /// Two arms.
  public init(column: String, treated: String, control: String) {
    self.column = column
    self.treated = treated
    self.control = control
  }

  /// `treatment=BtheB vs TAU`: the group of both arms in the results table.
  public var id: String { "\(column)=\(treated) vs \(control)" }
}

extension Question {
  /// Whether a randomised study's arms are compared in it.
  public var comparesArms: Bool {
    switch self {
    case .change, .meaning, .serviceUse, .money: true
    case .reach, .lifeOutcomes, .timeToEvent, .unitRates, .feedback, .experience, .certainty: false
    }
  }
}

extension EvaluationPlan.Design: Codable {
  private enum Key: String, CodingKey { case randomised }

  /// Writes the plan's word, or its arms under it.
  public func encode(to encoder: any Encoder) throws {
    guard let arms else {
      var word = encoder.singleValueContainer()
      return try word.encode(self.word)
    }
    var table = encoder.container(keyedBy: Key.self)
    try table.encode(arms, forKey: .randomised)
  }

  /// Reads what `encode` writes.
  public init(from decoder: any Decoder) throws {
    if let table = try? decoder.container(keyedBy: Key.self) {
      self = .randomised(try table.decode(RandomisedArms.self, forKey: .randomised))
      return
    }
    let container = try decoder.singleValueContainer()
    switch try container.decode(Word.self) {
    case .beforeAfter: self = .beforeAfter
    case .armsApart: self = .armsApart
    case .randomised:
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a randomised design without its arms")
    }
  }
}
