import FurlongStatistics
import FurlongTestSupport
import Testing

private struct Records: Decodable {
  var records: [ReferenceRecord]

  static func named(_ ids: String...) throws -> [ReferenceRecord] {
    try reference("effect_sizes.json", as: Records.self).records.filter { ids.contains($0.id) }
  }
}

@Suite("Sizes of a difference of two groups", .agreement("group-effect-sizes"))
struct GroupEffectTests {
  private func summary(_ values: [Double]) throws -> GroupSummary {
    let description = try SampleDescription(of: values)
    return GroupSummary(
      count: description.count, mean: description.mean, sd: try #require(description.sd))
  }

  @Test(
    "agree with effectsize and metafor", .tags(.reference),
    arguments: try Records.named("bg_BtheB_2m", "bg_sleep"))
  func published(record: ReferenceRecord) throws {
    let e = record.expected
    var (x, y) = (record.data["x"].numbers, record.data["y"].numbers)
    if record.id == "bg_BtheB_2m" {
      let data = try PublishedData("beat-the-blues", "BtheB.csv")
      let pairs = zip(data.text("treatment"), data.numbers("bdi.2m"))
      x = pairs.compactMap { $0 == "BtheB" ? $1 : nil }
      y = pairs.compactMap { $0 == "TAU" ? $1 : nil }
    }
    let effect = try StandardisedGroupDifference().compare(summary(x), to: summary(y))
    expectClose(effect.ds, e["d_pooled"]["estimate"], relative: 1e-12)
    expectClose(effect.gs, e["g"]["estimate"], relative: 1e-12)
    expectClose(effect.gs, e["smd_metafor"], relative: 1e-12)
    let limits = [effect.dsInterval.low, effect.dsInterval.high]
    expectClose(limits, e["nct_d_ci"], relative: 1e-8)
    // effectsize searches for its limits and finds four figures of them.
    expectClose(effect.dsInterval.low, e["d_pooled"]["ci_low"], relative: 1e-4)
    expectClose(effect.gsInterval.high, e["g"]["ci_high"], relative: 1e-4)
    let ranks = try MannWhitney(exactLimit: 0).compare(x, to: y)
    expectClose(ranks.cliffDelta, e["cliffs_raw"], relative: 1e-13)
    expectClose(ranks.superiority, e["p_sup_nonparam"]["estimate"], relative: 1e-13)
  }

  @Test(
    "from a paper's summary", .tags(.reference), arguments: try Records.named("metafor_SMD_inline"))
  func summaries(record: ReferenceRecord) throws {
    let data = record.data
    func group(_ number: Int) -> GroupSummary {
      GroupSummary(
        count: Int(data["n\(number)"].number), mean: data["m\(number)"].number,
        sd: data["s\(number)"].number)
    }
    let effect = try StandardisedGroupDifference().compare(group(1), to: group(2))
    expectClose(effect.gs, record.expected["SMD"].numbers[0], relative: 1e-12)
  }

  @Test("change sign when the groups swap, not with units", .tags(.law))
  func laws() throws {
    let a = GroupSummary(count: 12, mean: 4, sd: 2)
    let b = GroupSummary(count: 9, mean: 5.5, sd: 3)
    let there = try StandardisedGroupDifference().compare(a, to: b)
    let back = try StandardisedGroupDifference().compare(b, to: a)
    expectClose(there.ds, -back.ds, relative: 1e-15)
    expectClose(there.dsInterval.low, -back.dsInterval.high, relative: 1e-12)
    let scaled = try StandardisedGroupDifference().compare(
      GroupSummary(count: 12, mean: 41, sd: 20), to: GroupSummary(count: 9, mean: 56, sd: 30))
    expectClose(scaled.ds, there.ds, relative: 1e-14)
    #expect(abs(there.gs) < abs(there.ds))
  }
}
