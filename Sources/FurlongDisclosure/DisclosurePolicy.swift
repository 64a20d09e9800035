/// What a report may show of few people.
public enum DisclosurePolicy: Codable, Sendable, Equatable {
  /// The data are public already: nothing is hidden, and the report says so.
  case openData
  /// Counts of people from 1 to below `threshold`, estimates on fewer than `estimates` people, and whatever would
  /// give them away are hidden.
  case smallGroups(threshold: Int = 5, estimates: Int = 10)

  /// The words that a plan may use.
  public static let words = ["open-data", "small-groups"]

  /// The policy of a plan's word, with its usual thresholds; nil where there is no such word.
  public init?(word: String) {
    switch word {
    case "open-data": self = .openData
    case "small-groups": self = .smallGroups()
    default: return nil
    }
  }

  /// The plan's word.
  public var word: String {
    switch self {
    case .openData: "open-data"
    case .smallGroups: "small-groups"
    }
  }
}
