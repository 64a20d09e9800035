import FurlongStories
import FurlongStudy

/// How many stories a report may quote, and why not the others.
public struct QuotableStories: Codable, Sendable, Equatable {
  /// Why some may not be quoted: the first thing that stands against each.
  public struct Barred: Codable, Sendable, Equatable {
    /// Why, in words.
    public var why: String
    /// How many stories.
    public var stories: Int
  }

  /// How many may be quoted.
  public var quotable: Int
  /// Why not the others, the most first.
  public var barred: [Barred]
}

extension QuotableStories {
  init(_ stories: [StoryRecord], _ eligibility: QuoteEligibility) {
    let bars = stories.map { eligibility.bar(of: $0) }
    quotable = bars.count { $0 == nil }
    barred = QuoteEligibility.Bar.allCases.map { bar in
      Barred(why: Self.words(bar, eligibility.purpose), stories: bars.count { $0 == bar })
    }.filter { $0.stories > 0 }.sorted {
      $0.stories == $1.stories ? $0.why < $1.why : $0.stories > $1.stories
    }
  }

  private static func words(_ bar: QuoteEligibility.Bar, _ purpose: ConsentPurpose) -> String {
    switch bar {
    case .withdrawn: "withdrawn"
    case .notAgreed: "not agreed to be quoted \(purpose.place)"
    case .consentNotGiven: "no day of consent"
    case .consentEnded: "the consent has ended"
    case .notReviewed: "not looked through for names and places"
    case .noWords: "no words"
    }
  }
}
