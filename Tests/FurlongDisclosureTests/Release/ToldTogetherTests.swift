import FurlongEvaluation
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("Means by what people told")
struct ToldTogetherTests {
  @Test(
    "a theme's two groups show their means or neither does, and none of few others follows",
    .tags(.law))
  func together() throws {
    var shown = 0
    var closed = 0
    for seed in UInt64(1)...24 {
      var college = InventedCollege(seed: seed, size: seed % 3 == 0 ? 160 : nil)
      let found = college.experience()
      let rule = RoundingRule(.nhsRound5, isForEverybody: false)
      let released = FindingsRelease(rule: rule).release(found)
      let (row, before) = (
        try #require(released.change?.rows.first), try #require(found.change?.rows.first)
      )
      for (theme, open) in zip(row.themes, before.themes) {
        let means = [theme.with, theme.without].map { $0[.meanChange].estimate != nil }
        #expect(means[0] == means[1])
        #expect(means[0] == (open.with.used.count >= 10 && open.without.used.count >= 10))
        if means[0] { shown += 1 } else { closed += 1 }
      }
      let tellers = before.themes[0].with.used.count + before.themes[0].without.used.count
      // Everyone's mean stands elsewhere: what is left of it is of nobody or of ten and more.
      if row.noStory[.meanChange].estimate != nil { #expect(tellers == 0 || tellers >= 10) }
    }
    #expect(shown > 0 && closed > 0)
  }

  @Test("open data hide none of it", .tags(.edge))
  func open() throws {
    var college = InventedCollege(seed: 3, size: 30)
    let found = college.experience()
    let released = try #require(
      FindingsRelease(rule: OpenRule()).release(found).change?.rows.first)
    let before = try #require(found.change?.rows.first)
    #expect(released.noStory.used.shown == .exactly(before.noStory.used.count))
    for (theme, open) in zip(released.themes, before.themes) {
      #expect(theme.with.used.shown == .exactly(open.with.used.count))
      #expect(
        theme.with[.meanChange].estimate?.value == open.with[.meanChange].estimate?.value)
    }
  }
}
