import FurlongDisclosure
import FurlongEvaluation
import FurlongTestSupport
import Testing

@Suite("Policies")
struct PolicyTests {
  @Test("are known by the plan's words", arguments: DisclosurePolicy.Word.allCases)
  func words(_ word: DisclosurePolicy.Word) {
    #expect(DisclosurePolicy(word).word == word)
  }

  @Test("from strict to open: only two hide nothing, and only one is for everybody")
  func rules() {
    #expect(DisclosurePolicy(.nhsRound5).rounding == RoundingRules(base: 5, threshold: 5))
    #expect(DisclosurePolicy(.publicRelease).rounding == RoundingRules(base: 10, threshold: 10))
    #expect(DisclosurePolicy(.internalUse).rounding == nil)
    #expect(DisclosurePolicy(.openData).rounding == nil)
    #expect(
      DisclosurePolicy.Word.allCases.filter { DisclosurePolicy($0).isForEverybody }
        == [.publicRelease])
  }

  @Test(
    "that hide nothing change no number", .tags(.law),
    arguments: [DisclosurePolicy.openData, .internalUse])
  func open(_ policy: DisclosurePolicy) throws {
    for seed in UInt64(1)...8 {
      var college = InventedCollege(seed: seed)
      let found = college.findings()
      let released = DisclosureGate(policy: policy).release(found)
      let before = ResultsTable(found).rows
      let after = ResultsTable(released.findings).rows
      #expect(before == after)
      #expect(released.heldBack.isEmpty)
    }
  }

  @Test("give the same for the same findings", .tags(.law))
  func repeatable() {
    var college = InventedCollege(seed: 7)
    let found = college.findings()
    for word in DisclosurePolicy.Word.allCases {
      let gate = DisclosureGate(policy: DisclosurePolicy(word))
      #expect(gate.release(found) == gate.release(found))
    }
  }
}
