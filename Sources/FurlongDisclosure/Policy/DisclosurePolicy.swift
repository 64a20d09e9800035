/// What a report may show of few people, from strict to open.
///
/// Every rule is reached by an exhaustive `switch` over it: a policy that is added is published by no rule until one is
/// written.
public enum DisclosurePolicy: Codable, Sendable, Equatable {
  /// For any report that leaves the college.
  case nhsRound5(RoundingRules = .nhsRound5)
  /// For the web, and for groups that know each other: coarser, with no words of a person and years for dates.
  case publicRelease(RoundingRules = .publicRelease)
  /// For the evaluator's own desk: nothing is hidden, and every page says that it must not be shared.
  case internalUse
  /// The data are public already: nothing is hidden, and the report says so.
  case openData

  /// The words that a plan may use.
  public enum Word: String, Sendable, CaseIterable {
    /// Counts rounded to 5.
    case nhsRound5 = "nhs-round5"
    /// Counts rounded to 10.
    case publicRelease = "public"
    /// Nothing hidden, marked.
    case internalUse = "internal"
    /// Nothing hidden, public already.
    case openData = "open-data"
  }

  /// The policy of a plan's word, with its usual rules.
  public init(_ word: Word) {
    switch word {
    case .nhsRound5: self = .nhsRound5()
    case .publicRelease: self = .publicRelease()
    case .internalUse: self = .internalUse
    case .openData: self = .openData
    }
  }

  /// The plan's word.
  public var word: Word {
    switch self {
    case .nhsRound5: .nhsRound5
    case .publicRelease: .publicRelease
    case .internalUse: .internalUse
    case .openData: .openData
    }
  }

  /// The rules by which counts are rounded; nil where nothing is.
  public var rounding: RoundingRules? {
    switch self {
    case .nhsRound5(let rules), .publicRelease(let rules): rules
    case .internalUse, .openData: nil
    }
  }

  /// The same policy with other rules; one that rounds nothing stays as it is.
  public func rounding(by rules: RoundingRules) -> DisclosurePolicy {
    switch self {
    case .nhsRound5: .nhsRound5(rules)
    case .publicRelease: .publicRelease(rules)
    case .internalUse, .openData: self
    }
  }

  /// Whether dates are years only, and nobody's words are shown.
  public var isForEverybody: Bool {
    switch self {
    case .publicRelease: true
    case .nhsRound5, .internalUse, .openData: false
    }
  }
}

/// How counts are rounded, and from how many people on numbers are shown.
public struct RoundingRules: Codable, Sendable, Equatable {
  /// Counts are rounded to multiples of it.
  public var base: Int
  /// Counts below it are not shown.
  public var threshold: Int
  /// Means, rates and ratios are shown of at least so many people.
  public let leastPeople = 10
  /// Two people may not have so large a share of a sum.
  public let mostOfTwo = 0.9

  /// Rules; the threshold is the base or above it, so that nothing is rounded to 0.
  public init(base: Int, threshold: Int) {
    self.base = base
    self.threshold = threshold
  }

  /// To 5, from 5 on: as the NHS publishes below the national level.
  public static let nhsRound5 = RoundingRules(base: 5, threshold: 5)
  /// To 10, from 10 on.
  public static let publicRelease = RoundingRules(base: 10, threshold: 10)

  private enum CodingKeys: CodingKey { case base, threshold }
}
