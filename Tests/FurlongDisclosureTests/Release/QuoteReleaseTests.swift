import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("Words and few people")
struct QuoteReleaseTests {
  /// A finding in which theme 0 was told by some people, and theme 1, among which words against it count, by others.
  private func released(
    _ theme: Int, against: Int, under rule: any NumberRule
  ) -> ExperienceFinding<Released>.Theme {
    var college = InventedCollege(seed: 3, size: 120)
    var found = college.experience()
    found.themes[0].people.count = theme
    found.themes[1].people.count = against
    found.themes[0].contradicting = ContradictingQuote(
      label: "Not so", theme: found.themes[1].id,
      quote: StoryQuote(text: "w", purpose: .publicReport))
    return FindingsRelease(rule: rule).release(found).themes[0]
  }

  @Test("words that were agreed to for another purpose are shown under no policy", .tags(.edge))
  func purpose() {
    var college = InventedCollege(seed: 3, size: 120)
    var found = college.experience()
    found.themes[0].quote = StoryQuote(text: "w", purpose: .publicReport)
    found.themes[0].contradicting = ContradictingQuote(
      label: "Not so", theme: found.themes[1].id,
      quote: StoryQuote(text: "w", purpose: .publicReport))
    let rule = OpenRule()
    let shown = FindingsRelease(rule: rule).release(found).themes[0]
    #expect(shown.quote != nil && shown.contradicting != nil)
    found.quotePurpose = .web
    let hidden = FindingsRelease(rule: rule).release(found).themes[0]
    #expect(hidden.quote == nil && hidden.contradicting == nil)
  }

  @Test(
    "words against a theme are shown where neither it nor the theme they count among is of few",
    .tags(.edge))
  func contradicting() {
    let rule = RoundingRule(.nhsRound5, isForEverybody: false)
    #expect(released(5, against: 5, under: rule).contradicting != nil)
    #expect(released(5, against: 4, under: rule).contradicting == nil)
    #expect(released(4, against: 5, under: rule).contradicting == nil)
    #expect(released(1, against: 1, under: OpenRule()).contradicting != nil)
    let everybody = RoundingRule(.publicRelease, isForEverybody: true)
    #expect(released(50, against: 50, under: everybody).contradicting == nil)
  }
}
