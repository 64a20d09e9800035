import FurlongEvaluation
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("Counts by what people told, held against each other")
struct ToldRelationsTests {
  @Test(
    "those with a theme, without it and without a story are everyone with both forms", .tags(.law))
  func sums() throws {
    var related = 0
    for seed in UInt64(1)...6 {
      var college = InventedCollege(seed: seed)
      let findings = college.findings()
      var system = CountSystem(rounding: Rounding(rules: .nhsRound5))
      system.enter(findings, rule: RoundingRule(.nhsRound5, isForEverybody: false))
      func place(_ group: String) throws -> Int {
        try #require(
          system.place(
            of: .people(.paired(scale: "qpr15", occasion: "later", group: group))))
      }
      let all = try place(GroupName.everyone.id)
      let read = try place(GroupName.readStoriesID)
      let parts = [read, try place("stories:read=no")]
      #expect(system.counts[all].truth == parts.reduce(0) { $0 + system.counts[$1].truth })
      #expect(system.relations.contains { Set($0.terms.map(\.count)) == Set([all] + parts) })
      for theme in 0..<3 {
        let both = [try place("theme:theme-\(theme)=yes"), try place("theme:theme-\(theme)=no")]
        #expect(
          system.relations.contains { Set($0.terms.map(\.count)) == Set([read] + both) })
        related += 1
      }
      #expect(!system.counts[read].isPrinted)
    }
    #expect(related == 18)
  }
}
