/// By what one sees whether the use of a service changed for many or hangs on few.
public enum RobustUseMeasure: FindingMeasure {
  /// The ratio of rates without the five people with the most events, before and after together.
  case ratioWithoutFive
  /// What share of all events, before and after together, is of these five.
  case shareOfFive
  /// Events a person-year, after minus before: the mean of the middle three fifths of people.
  case trimmedDifference
  /// How many used the service less often, in a test of whether as many used it more often.
  case signTest

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .ratioWithoutFive:
      Measure("rate_ratio_without_5_people", .ratio, .ratio, .personDelta, sign: .afterOverBefore)
    case .shareOfFive: Measure("event_share_of_5_people", .ratio, .ratio)
    case .trimmedDifference:
      Measure(
        "trimmed_difference_per_person", .rate, .perPersonYear, .trimmedMean,
        sign: .laterMinusEarlier)
    case .signTest: Measure("sign_test", .statistic, .people, .signTest)
    }
  }

  /// Which way a person's use went.
  public enum Direction: String, Codable, Hashable, Sendable, CaseIterable {
    /// Fewer events after than before.
    case less
    /// As many.
    case same
    /// More.
    case more

    /// The declaration of its people.
    public var declared: Measure { Measure("people_with_\(word)", .count, .people) }

    private var word: String {
      switch self {
      case .less: "fewer_after"
      case .same: "as_many_after"
      case .more: "more_after"
      }
    }
  }

  /// How many people with the most events are left out to see whether a ratio hangs on them.
  static let heaviest = MoneyMeasure.heaviest
}
