import Foundation
import FurlongDisclosure
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

/// Every college that there can be of so many stories, each released: those whose reports are the same cannot be told
/// apart by anybody, whatever they know of the rules; those whose reports differ can.
@Suite("Colleges whose reports look alike")
struct LookAlikeTests {
  private struct College {
    var people: Int
    var byAll: Int
    var released: ExperienceFinding.Theme
    /// The report, and the report without the agreement.
    var report: String
    var withoutAgreement: String
  }

  private func colleges(of tellers: Int) throws -> [College] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var colleges: [College] = []
    for both in 0...tellers {
      for differing in 0...(tellers - both) {
        for first in 0...(differing / 2) {
          let released = try release(both: both, first: first, differing, of: tellers)
          let theme = released.themes[0]
          var without = released
          without.themes[0].agreement = .hidden
          colleges.append(
            College(
              people: both + differing, byAll: both, released: theme,
              report: String(decoding: try encoder.encode(released), as: UTF8.self),
              withoutAgreement: String(decoding: try encoder.encode(without), as: UTF8.self)))
        }
      }
    }
    return colleges
  }

  private func release(
    both: Int, first: Int, _ differing: Int, of tellers: Int
  ) throws -> ExperienceFinding {
    let found = (0..<tellers).map { place in
      place < both
        ? [[true], [true]]
        : place < both + first
          ? [[true], [false]] : place < both + differing ? [[false], [true]] : [[false], [false]]
    }
    let stories = InventedStories(
      stories: found.enumerated().map { .init(teller: $0.offset, coders: $0.element) },
      tellers: tellers, quotable: tellers)
    var college = InventedCollege(seed: 1)
    var findings = college.findings()
    findings.steps = [
      .init(
        id: "stories", planned: .yes, finding: .experience(stories.finding(people: 400)))
    ]
    let released = DisclosureGate(policy: .smallGroups()).release(findings).findings
    guard case .experience(let experience) = released.steps[0].finding else { throw Missing() }
    return experience
  }

  private struct Missing: Error {}

  @Test(
    "leave two numbers of every hidden count, wherever there were two without the agreement",
    .tags(.law), arguments: [11, 15, 21])
  func lookAlike(tellers: Int) throws {
    let colleges = try colleges(of: tellers)
    let alike = Dictionary(grouping: colleges, by: \.report)
    let alikeWithout = Dictionary(grouping: colleges, by: \.withoutAgreement)
    var told: [String] = []
    var shown = 0
    let open = colleges.count { $0.released.people.exact != nil }
    for (_, group) in alike {
      guard let one = group.first else { continue }
      let wider = alikeWithout[one.withoutAgreement] ?? []
      if one.released.agreement.estimate != nil { shown += group.count }
      for (count, number) in [
        (one.released.people, \College.people), (one.released.peopleAllCoders, \.byAll),
      ] where count.exact == nil {
        let numbers = Set(group.map { $0[keyPath: number] })
        let before = Set(wider.map { $0[keyPath: number] })
        if numbers.count < 2, before.count > 1 {
          let agreement = one.released.agreement.estimate.map { "\($0.value)" } ?? "hidden"
          told.append("\(agreement), \(one.released.people): \(numbers) of \(before)")
        }
      }
    }
    #expect(
      told.isEmpty, "\(told.count) reports of \(tellers) stories tell a hidden count: \(told)")
    #expect(shown > open / 2, "\(shown) of \(open) show the agreement")
  }

  @Test("of a hidden count show no more decimals of the agreement than the printed two")
  func decimals() throws {
    for college in try colleges(of: 14) {
      guard let value = college.released.agreement.estimate?.value,
        college.released.peopleAllCoders.exact == nil
      else { continue }
      #expect(value == (value * 100).rounded() / 100)
    }
  }

  @Test("of counts that are shown the agreement is whole")
  func open() throws {
    let theme = try release(both: 12, first: 3, 8, of: 31).themes[0]
    let whole = InventedStories.kappa(both: 12, first: 3, second: 5, of: 31)
    #expect(theme.agreement.estimate?.value == whole)
  }
}
