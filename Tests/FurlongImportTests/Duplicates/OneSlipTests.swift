import FurlongTestSupport
import Testing

@testable import FurlongImport

@Suite("Ids one slip of the hand apart")
struct OneSlipTests {
  @Test(
    "one sign another, too many, too few, or two changed round",
    arguments: [
      ("RC0012", "RC0013", true), ("RC0012", "RC012", true), ("RC0012", "RC00012", true),
      ("RC0012", "RC0021", true), ("RC0012", "CR0012", true), ("RC0012", "RC0012X", true),
      ("RC0012", "XRC0012", true), ("", "A", true), ("A", "B", true),
      ("RC0012", "RC0123", false), ("RC0012", "RC2100", false), ("RC0012", "RC00", false),
      ("AB", "BA", true), ("ABCD", "BADC", false), ("ABC", "CBA", false),
    ])
  func near(one: String, other: String, isNear: Bool) {
    #expect(OneSlip.areNear(one, other) == isNear)
    #expect(OneSlip.areNear(other, one) == isNear)
  }

  @Test("the same id is no slip", .tags(.edge))
  func same() {
    #expect(!OneSlip.areNear("RC0012", "RC0012"))
    #expect(!OneSlip.areNear("", ""))
    #expect(OneSlip(among: ["RC0012"]).near("RC0012").isEmpty)
  }

  @Test("a search among many finds what comparing each finds", .tags(.law))
  func search() {
    let ids = (0..<300).map { "R" + String($0 * 7919 % 1_000, radix: 5) }
    let slips = OneSlip(among: ids)
    for id in ids.prefix(60) + ["R", "", "R00", "RR12"] {
      #expect(slips.near(id) == Set(ids).filter { OneSlip.areNear($0, id) }.sorted(), "\(id)")
    }
  }
}
