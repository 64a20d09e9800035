public import FurlongStudy

/// Which stories may be quoted.
///
/// All must hold: consent at the level or above, given by the day, not expired on it, never withdrawn; a person has
/// reviewed the story; it has words. What is not known counts as no.
public struct QuoteEligibility: Sendable, Equatable {
  /// The least consent level.
  public let consentLevel: Int
  /// The day on which the consent must hold; nil in studies without dates.
  public let day: CalendarDay?

  /// An eligibility.
  ///
  /// - Parameters:
  ///   - consentLevel: the least consent level.
  ///   - day: the day on which the consent must hold; nil = a consent with an end is taken as ended.
  public init(consentLevel: Int, on day: CalendarDay?) {
    self.consentLevel = consentLevel
    self.day = day
  }

  /// Whether a story may be quoted.
  public func allows(_ story: StoryRecord) -> Bool {
    guard story.consentLevel >= consentLevel, story.withdrawnOn == nil, story.reviewedOn != nil,
      let given = story.consentGivenOn,
      story.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
    else { return false }
    guard let day else { return story.consentUntil == nil }
    if given > day { return false }
    return story.consentUntil.map { day <= $0 } ?? true
  }
}
