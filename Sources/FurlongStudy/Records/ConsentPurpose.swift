/// What a story may be used for; each is agreed to by itself.
public enum ConsentPurpose: String, Codable, CodingKeyRepresentable, Sendable, CaseIterable {
  /// Read by coders and counted among themes.
  case analysis
  /// Quoted in a report that stays inside.
  case internalReport = "internal report"
  /// Quoted in a report to a funder.
  case funderReport = "funder report"
  /// Quoted in a public report.
  case publicReport = "public report"
  /// Quoted on the web or in social media.
  case web
  /// Quoted in training.
  case training
  /// Given whole to others who study it.
  case sharing

  /// The purposes for which words are shown: those that a plan may quote for.
  public static let quoting: [ConsentPurpose] = [
    .internalReport, .funderReport, .publicReport, .web, .training,
  ]

  /// Where it lets words stand: `in a public report`.
  public var place: String {
    switch self {
    case .analysis: "among themes"
    case .internalReport: "in a report that stays inside"
    case .funderReport: "in a report to a funder"
    case .publicReport: "in a public report"
    case .web: "on the web or in social media"
    case .training: "in training"
    case .sharing: "with others who study stories"
    }
  }
}

/// What a story's teller agreed to; what is not in it was not agreed to.
public struct AgreedPurposes: OptionSet, Codable, Sendable, Hashable {
  /// A bit a purpose, in the order of ``ConsentPurpose``.
  public let rawValue: Int

  /// The purposes that some bits stand for.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Some purposes.
  public init(_ purposes: some Sequence<ConsentPurpose>) {
    rawValue = purposes.reduce(0) { $0 | Self.bit($1) }
  }

  /// What a level of the usual ladder of consent means: 0 nothing · 1 counted in themes · 2 paraphrased · 3 own words, no
  /// name, inside · 4 own words, no name, in public · 5 with a pseudonym and a description · 6 with name or picture.
  ///
  /// The ladder says nothing of the web, of training and of sharing, so no level allows them.
  ///
  /// - Returns: nil for a number that is no level.
  public init?(level: Int) {
    switch level {
    case 0: self = []
    case 1, 2: self.init([.analysis])
    case 3: self.init([.analysis, .internalReport])
    case 4...6: self.init([.analysis, .internalReport, .funderReport, .publicReport])
    default: return nil
    }
  }

  /// The purposes, in their usual order.
  public var purposes: [ConsentPurpose] { ConsentPurpose.allCases.filter(allows) }

  /// Whether a use was agreed to.
  public func allows(_ purpose: ConsentPurpose) -> Bool { rawValue & Self.bit(purpose) != 0 }

  /// Whether the teller's own words may be shown for any purpose.
  public var allowsWords: Bool { ConsentPurpose.quoting.contains(where: allows) }

  private static func bit(_ purpose: ConsentPurpose) -> Int {
    1 << (ConsentPurpose.allCases.firstIndex(of: purpose) ?? 0)
  }
}
