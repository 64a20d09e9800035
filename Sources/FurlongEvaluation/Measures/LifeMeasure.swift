/// What became of people in one part of life between two forms.
public enum LifeMeasure: String, Codable, FindingMeasure {
  /// In a state that people hope for before.
  case soughtBefore
  /// In one after.
  case soughtAfter
  /// In one after and not before.
  case gained
  /// In one before and not after.
  case lost
  /// In one both times, or both times in none.
  case unmoved
  /// The share after minus the share before.
  case netMovement
  /// McNemar's test of as many gained as lost.
  case mcNemar
  /// Bowker's test of each move as frequent as its opposite.
  case bowker

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .soughtBefore: Measure("sought_before", .share, .proportion, .wilson)
    case .soughtAfter: Measure("sought_after", .share, .proportion, .wilson)
    case .gained: Measure("gained", .share, .proportion, .wilson)
    case .lost: Measure("lost", .share, .proportion, .wilson)
    case .unmoved: Measure("unmoved", .share, .proportion, .wilson)
    case .netMovement:
      Measure(
        "net_movement", .shareDifference, .proportion, .newcombePaired, sign: .laterMinusEarlier)
    case .mcNemar: Measure("mcnemar", .statistic, .statistic, .mcNemarMidP)
    case .bowker: Measure("bowker", .statistic, .statistic)
    }
  }

  /// Whom it counts, where it is a share.
  public var people: SoughtPeople? {
    switch self {
    case .soughtBefore: .before
    case .soughtAfter: .after
    case .gained: .gained
    case .lost: .lost
    case .unmoved: .unmoved
    case .netMovement, .mcNemar, .bowker: nil
    }
  }
}

/// Counts of people by the state that they are in.
enum LifePeople {
  static let answeredBefore = Measure("answered_before", .count, .people)
  static let answeredAfter = Measure("answered_after", .count, .people)
  static let before = Measure("state_before", .count, .people)
  static let after = Measure("state_after", .count, .people)
  static let moved = Measure("moved", .count, .people)
  static let all = [answeredBefore, answeredAfter, before, after, moved]
}
