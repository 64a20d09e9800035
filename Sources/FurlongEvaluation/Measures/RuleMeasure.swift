/// What became of people between two forms by a named set of rules; each is in one of the three.
public enum RuleMeasure: String, Codable, FindingMeasure {
  /// Better, as the rules say it.
  case improved
  /// Neither better nor worse; by rules over two scales also who got better on the one and worse on the other.
  case unchanged
  /// Worse, as the rules say it.
  case deteriorated

  /// The measure's declaration: a share of those with both forms.
  public var declared: Measure { Measure("\(rawValue)_by_rules", .share, .proportion, .wilson) }

  /// By how many points a change counts, or must be exceeded.
  public static let threshold = Measure("rule_threshold", .stated, .points)
  /// The score at which the clinical range begins.
  public static let cutOff = Measure("rule_cut_off", .stated, .points)
  static let stated = [threshold, cutOff]
}

/// Who began in the clinical range, and who of them left it, by a named set of rules.
public enum RuleRecoveryMeasure: String, Codable, FindingMeasure {
  /// Those in the clinical range at the start, as a share of those with both forms.
  case caseness
  /// Of these, those who got better and are in it no more.
  case reliablyRecovered

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .caseness: Measure("caseness_at_start", .share, .proportion, .wilson)
    case .reliablyRecovered: Measure("reliably_recovered_by_rules", .share, .proportion, .wilson)
    }
  }

  /// Of those in the clinical range at the start, those who are in it no more, however much they changed.
  public static let recovered = Measure("recovered_by_rules", .share, .proportion, .wilson)
}

/// The same people as a share of all whose follow-up is due, with or without a form.
public enum RuleDueMeasure: String, Codable, FindingMeasure {
  /// Better.
  case improved
  /// Worse.
  case deteriorated

  /// The measure's declaration.
  public var declared: Measure {
    Measure("\(rawValue)_by_rules_of_due", .share, .proportion, .wilson)
  }

  /// The measure whose count is set against those due.
  public var counted: RuleMeasure {
    switch self {
    case .improved: .improved
    case .deteriorated: .deteriorated
    }
  }
}

/// Whom a set of rules counts: the people behind its shares.
public enum RuleCount: String, Codable, Hashable, Sendable, CaseIterable {
  /// Those whom the rules can judge: with both forms of all their scales, or of one at least.
  case judged
  /// Better.
  case improved
  /// Neither.
  case unchanged
  /// Worse.
  case deteriorated
  /// In the clinical range at the start.
  case caseness
  /// Of these, in it no more.
  case recovered
  /// Of these, those who got better.
  case reliablyRecovered

  /// The people whom a measure counts.
  public init(_ measure: RuleMeasure) {
    switch measure {
    case .improved: self = .improved
    case .unchanged: self = .unchanged
    case .deteriorated: self = .deteriorated
    }
  }
}
