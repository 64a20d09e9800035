/// One way of counting service use: which day is day 0, which days around it, whose, on which side a spell that runs on it is,
/// and whether nights at home on leave are nights of a stay.
public struct ServiceUseRule: Sendable, Hashable {
  /// On which side of day 0 a spell counts that runs on it.
  public enum Running: String, Sendable, Hashable, CaseIterable {
    /// Its beginning before, each of its days on the side where it falls.
    case asItFalls = "as it falls"
    /// All of it before: it began there.
    case before
    /// Nowhere.
    case neither
  }

  /// From which day a way counts.
  public enum Index: String, Sendable, Hashable, CaseIterable {
    /// The plan's own day 0.
    case plans = "the plan’s day 0"
    /// The first registration, where the plan's is another.
    case registration = "first registration"
    /// The first session attended, where the plan's is another; who came to none is not counted.
    case firstSession = "first session attended"
  }

  /// How many months before day 0 are left out, the run-up.
  public var monthsLeftOut: Int
  /// Whether only people count whose windows are wholly at risk on both sides.
  public var wholeWindows: Bool
  /// Where spells count that run on day 0.
  public var running: Running
  /// Which day is day 0.
  public var index: Index
  /// What becomes of nights at home on leave, where it is not what the plan says; nil as the plan says.
  public var homeLeave: HomeLeave?

  /// A rule.
  public init(
    monthsLeftOut: Int = 0, wholeWindows: Bool = false, running: Running = .asItFalls,
    index: Index = .plans, homeLeave: HomeLeave? = nil
  ) {
    self.homeLeave = homeLeave
    self.index = index
    self.monthsLeftOut = monthsLeftOut
    self.wholeWindows = wholeWindows
    self.running = running
  }

  /// All days of the window at risk: the headline.
  public static let wholeWindow = ServiceUseRule()
  /// Without the month before day 0.
  public static let withoutLastMonth = ServiceUseRule(monthsLeftOut: 1)
  /// Without the three months before day 0.
  public static let withoutLastThreeMonths = ServiceUseRule(monthsLeftOut: 3)
  /// Only people whose windows are wholly at risk on both sides.
  public static let bothWindowsWhole = ServiceUseRule(wholeWindows: true)

  /// The headline and what is always shown beside it.
  public static let usual = [
    wholeWindow, withoutLastMonth, withoutLastThreeMonths, bothWindowsWhole,
  ]

  /// Every rule from one day: each run-up with each choice of people and of spells.
  public static func all(from index: Index) -> [ServiceUseRule] {
    Running.allCases.flatMap { running in
      [false, true].flatMap { wholeWindows in
        [0, 1, 3, 6].map {
          ServiceUseRule(
            monthsLeftOut: $0, wholeWindows: wholeWindows, running: running, index: index)
        }
      }
    }
  }

  /// Every rule from the plan's own day 0 with home leave in the other way than the plan says.
  public static func all(homeLeave: HomeLeave) -> [ServiceUseRule] {
    all(from: .plans).map { rule in
      var rule = rule
      rule.homeLeave = homeLeave
      return rule
    }
  }

  /// Every rule from every day, and with home leave in either way.
  public static let all =
    Index.allCases.flatMap { all(from: $0) } + HomeLeave.allCases.flatMap { all(homeLeave: $0) }
}

/// A rule is written in words: `leaving out 1 month before day 0`; the headline is none.
extension ServiceUseRule: RawRepresentable, Codable {
  /// Reads the words of a rule; nil of any others.
  public init?(rawValue: String) {
    guard let rule = Self.all.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = rule
  }

  /// The words.
  public var rawValue: String {
    var parts: [String] = []
    if monthsLeftOut > 0 {
      parts.append(
        "leaving out \(monthsLeftOut) month\(monthsLeftOut == 1 ? "" : "s") before day 0")
    }
    if wholeWindows { parts.append("both windows whole") }
    switch running {
    case .asItFalls: break
    case .before: parts.append("spells running on day 0 before it")
    case .neither: parts.append("spells running on day 0 left out")
    }
    if let homeLeave { parts.append("home leave \(homeLeave.rawValue)") }
    if index != .plans { parts.append("day 0 the \(index.rawValue)") }
    return parts.joined(separator: "; ")
  }

  /// The words, of the headline too: `all days`.
  public var words: String { rawValue.isEmpty ? "all days" : rawValue }

  /// The same way from the plan's own day 0.
  public var fromPlansDay: ServiceUseRule {
    var rule = self
    rule.index = .plans
    return rule
  }
}
