public import FurlongStudy

/// Which stories may be quoted.
///
/// All must hold: consent to the purpose, given by the day, not expired on it, never withdrawn; a person has
/// reviewed the story; it has words. What is not known counts as no.
public struct QuoteEligibility: Sendable, Equatable {
  /// What it is quoted for.
  public let purpose: ConsentPurpose
  /// The day on which the consent must hold; nil in studies without dates.
  public let day: CalendarDay?

  /// An eligibility.
  ///
  /// - Parameters:
  ///   - purpose: what it is quoted for.
  ///   - day: the day on which the consent must hold; nil = a consent with an end is taken as ended.
  public init(for purpose: ConsentPurpose, on day: CalendarDay?) {
    self.purpose = purpose
    self.day = day
  }

  /// Why a story may not be quoted.
  public enum Bar: String, Codable, Sendable, CaseIterable {
    /// Its teller has withdrawn it.
    case withdrawn
    /// This use was not agreed to.
    case notAgreed
    /// Nobody noted when it was agreed to, or that day is still to come.
    case consentNotGiven
    /// The consent has ended, or holds to a day and the study has no days.
    case consentEnded
    /// Nobody has looked it through for names and places.
    case notReviewed
    /// It has no words.
    case noWords
  }

  /// Whether a story may be quoted.
  public func allows(_ story: StoryRecord) -> Bool { bar(of: story) == nil }

  /// The first thing for which a story may not be quoted; nil where it may.
  public func bar(of story: StoryRecord) -> Bar? {
    if story.withdrawnOn != nil { return .withdrawn }
    guard story.agreed.allows(purpose) else { return .notAgreed }
    guard let given = story.consentGivenOn, day.map({ given <= $0 }) ?? true else {
      return .consentNotGiven
    }
    if let last = story.consentUntil, day.map({ $0 > last }) ?? true { return .consentEnded }
    if story.reviewedOn == nil { return .notReviewed }
    let hasWords = story.text.unicodeScalars.contains { !$0.properties.isWhitespace }
    return hasWords ? nil : .noWords
  }
}
