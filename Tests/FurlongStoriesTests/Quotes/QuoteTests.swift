import FurlongStories
import FurlongStudy
import FurlongTestSupport
import Testing

private func day(_ text: String) -> CalendarDay? { CalendarDay(iso: text) }

private func story(
  _ id: String = "S1", text: String = "I came back.", level: Int = 4,
  given: String? = "2024-01-10", until: String? = nil, withdrawn: String? = nil,
  reviewed: String? = "2024-02-01"
) -> StoryRecord {
  StoryRecord(
    id: id, toldOn: day("2024-01-10"), text: text, agreed: AgreedPurposes(level: level) ?? [],
    consentGivenOn: given.flatMap(day), consentUntil: until.flatMap(day),
    withdrawnOn: withdrawn.flatMap(day), reviewedOn: reviewed.flatMap(day))
}

@Suite("Which stories may be quoted")
struct QuoteEligibilityTests {
  private let rule = QuoteEligibility(for: .publicReport, on: CalendarDay(iso: "2025-08-31"))

  @Test("Consent at the level or above, given, not withdrawn, not expired, reviewed")
  func allowed() {
    #expect(rule.allows(story()))
    #expect(rule.allows(story(level: 6)))
    #expect(rule.allows(story(until: "2025-08-31")))
  }

  @Test("What is missing, ended or unknown counts as no", .tags(.edge))
  func refused() {
    #expect(rule.bar(of: story(level: 3)) == .notAgreed)
    #expect(rule.bar(of: story(given: nil)) == .consentNotGiven)
    #expect(rule.bar(of: story(given: "2025-09-01")) == .consentNotGiven)
    #expect(rule.bar(of: story(until: "2025-08-30")) == .consentEnded)
    #expect(rule.bar(of: story(withdrawn: "2024-03-01")) == .withdrawn)
    #expect(rule.bar(of: story(withdrawn: "2030-01-01")) == .withdrawn)
    #expect(rule.bar(of: story(reviewed: nil)) == .notReviewed)
    #expect(rule.bar(of: story(text: " \n\u{A0}")) == .noWords)
    #expect(rule.bar(of: story()) == nil && !rule.allows(story(level: 3)))
  }

  @Test("A story is quoted for what was agreed to, and for nothing else", .tags(.law))
  func purposes() {
    for asked in ConsentPurpose.quoting {
      let rule = QuoteEligibility(for: asked, on: CalendarDay(iso: "2025-08-31"))
      for given in ConsentPurpose.allCases {
        var told = story()
        told.agreed = AgreedPurposes([given])
        #expect(rule.bar(of: told) == (given == asked ? nil : .notAgreed))
        told.agreed = AgreedPurposes(ConsentPurpose.allCases)
        told.withdrawnOn = CalendarDay(iso: "2024-03-01")
        #expect(rule.bar(of: told) == .withdrawn)
      }
    }
  }

  @Test("Without a day, a consent with an end is taken as ended", .tags(.edge))
  func withoutDay() {
    let rule = QuoteEligibility(for: .publicReport, on: nil)
    #expect(rule.allows(story()))
    #expect(!rule.allows(story(until: "2099-01-01")))
  }
}

@Suite("Choosing a quote")
struct QuoteSelectionTests {
  private let stories = (1...24).map { story("ST\($0)") }

  @Test(
    "The rank is FNV-1a and the finish of SplitMix64, as another program computes it",
    .tags(.reference))
  func rank() {
    // Python 3: h=0xcbf29ce484222325; for b in b"hope\x1fST1\x1f"+(2025).to_bytes(8,"little"):
    //   h=((h^b)*0x100000001b3)%2**64; then h=(h^h>>30)*0xbf58476d1ce4e5b9%2**64;
    //   h=(h^h>>27)*0x94d049bb133111eb%2**64; h^h>>31
    #expect(QuoteSelection(seed: 2025).rank(code: "hope", story: "ST1") == 0x004F86A2B00C9A38)
    #expect(QuoteSelection(seed: 7).rank(code: "identity", story: "ST24") == 0x67DAA5124647DBBA)
  }

  @Test("The order of stories changes nothing; code and seed do", .tags(.law))
  func order() {
    let selection = QuoteSelection(seed: 2025)
    let chosen = selection.choose(code: "hope", among: stories)
    #expect(chosen != nil)
    #expect(selection.choose(code: "hope", among: stories.reversed()) == chosen)
    let codes = ["hope", "identity", "meaning", "empowerment", "connectedness", "difficulties"]
    #expect(Set(codes.map { selection.choose(code: $0, among: stories)?.id }).count > 1)
    let seeds = (0..<50).map { QuoteSelection(seed: $0).choose(code: "hope", among: stories)?.id }
    #expect(Set(seeds).count > 10)
  }

  @Test("Leaving out a story that was not chosen changes nothing", .tags(.law))
  func independence() throws {
    let selection = QuoteSelection(seed: 2025)
    let chosen = try #require(selection.choose(code: "hope", among: stories))
    for left in stories where left != chosen {
      #expect(selection.choose(code: "hope", among: stories.filter { $0 != left }) == chosen)
    }
  }

  @Test("A story that is shown already is chosen only where nothing else is left", .tags(.edge))
  func shown() throws {
    let selection = QuoteSelection(seed: 2025)
    let first = try #require(selection.choose(code: "hope", among: stories))
    let second = selection.choose(code: "hope", among: stories, shown: [first.id])
    #expect(second != nil && second != first)
    #expect(selection.choose(code: "hope", among: [first], shown: [first.id]) == first)
    #expect(selection.choose(code: "hope", among: []) == nil)
  }
}
