import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("What a teller agreed to")
struct ConsentPurposeTests {
  @Test("No purpose brings another with it", .tags(.law), arguments: ConsentPurpose.allCases)
  func alone(purpose: ConsentPurpose) {
    let agreed = AgreedPurposes([purpose])
    #expect(agreed.purposes == [purpose])
    #expect(ConsentPurpose.allCases.filter(agreed.allows) == [purpose])
    #expect(agreed.allowsWords == ![.analysis, .sharing].contains(purpose))
    #expect(AgreedPurposes(rawValue: agreed.rawValue) == agreed)
  }

  @Test("Nothing was agreed to where nothing was said", .tags(.edge))
  func nothing() {
    #expect(AgreedPurposes().purposes.isEmpty && !AgreedPurposes().allowsWords)
  }

  @Test("The ladder: each level allows what those below it do, and none web, training or sharing")
  func ladder() throws {
    let levels = try (0...6).map { try #require(AgreedPurposes(level: $0)) }
    for (lower, higher) in zip(levels, levels.dropFirst()) { #expect(higher.isSuperset(of: lower)) }
    #expect(levels.map(\.purposes.count) == [0, 1, 1, 2, 4, 4, 4])
    #expect(levels.firstIndex { $0.allows(.analysis) } == 1)
    #expect(levels.firstIndex { $0.allows(.internalReport) } == 3)
    #expect(levels.firstIndex { $0.allows(.publicReport) } == 4)
    #expect(levels[6].isDisjoint(with: AgreedPurposes([.web, .training, .sharing])))
    #expect(AgreedPurposes(level: -1) == nil && AgreedPurposes(level: 7) == nil)
  }
}
