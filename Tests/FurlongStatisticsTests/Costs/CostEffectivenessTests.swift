import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Cost and effect of two arms", .agreement("costs"))
struct CostEffectivenessTests {
  private func arms(_ record: ReferenceRecord) -> (CostsAndEffects, CostsAndEffects) {
    (
      CostsAndEffects(costs: record.data["c1"].numbers, effects: record.data["e1"].numbers),
      CostsAndEffects(costs: record.data["c0"].numbers, effects: record.data["e0"].numbers)
    )
  }

  @Test(
    "agree with R", .tags(.reference),
    arguments: try ReferenceRecords.named("costs.json", "icer_inb"))
  func formulas(record: ReferenceRecord) throws {
    let (treated, control) = arms(record)
    let found = try CostEffectiveness().compare(treated: treated, control: control)
    let e = record.expected
    expectClose(found.cost, e["delta_cost"], relative: 1e-14, strict: true)
    expectClose(found.effect, e["delta_effect"], relative: 1e-13, strict: true)
    expectClose(try #require(found.ratio), e["icer"], relative: 1e-13, strict: true)
    let fieller = try #require(found.ratioInterval)
    expectClose([fieller.low, fieller.high], e["fieller_ci"], relative: 1e-11, strict: true)
    let low = try found.netBenefit(at: 1_000)
    expectClose(low.value, e["inb_1000"], relative: 1e-13, strict: true)
    expectClose(low.standardError, e["inb_1000_se"], relative: 1e-13, strict: true)
    expectClose(
      try #require(low.probability), e["ceac_normal_1000"], relative: 1e-12, strict: true)
    let high = try found.netBenefit(at: 5_000)
    expectClose(high.value, e["inb_5000"], relative: 1e-12, strict: true)
    expectClose(
      try #require(high.probability), e["ceac_normal_5000"], relative: 1e-12, strict: true)
  }

  @Test(
    "turn their sign when the arms are swapped, and give no ratio then", .tags(.law),
    arguments: try ReferenceRecords.named("costs.json", "icer_inb"))
  func swapped(record: ReferenceRecord) throws {
    let (treated, control) = arms(record)
    let there = try CostEffectiveness().compare(treated: treated, control: control)
    let back = try CostEffectiveness().compare(treated: control, control: treated)
    #expect(back.cost == -there.cost)
    #expect(back.effect == -there.effect)
    #expect(there.ratio != nil && back.ratio == nil)
    #expect(
      try back.netBenefit(at: 1_000).value == -(try there.netBenefit(at: 1_000).value))
  }

  @Test("give a ratio no interval where the effect is not told from none", .tags(.edge))
  func unbounded() throws {
    let treated = CostsAndEffects(costs: [900, 1_200, 1_500], effects: [0.1, 0.9, 0.5])
    let control = CostsAndEffects(costs: [800, 1_000, 1_200], effects: [0.2, 0.8, 0.4])
    let found = try CostEffectiveness().compare(treated: treated, control: control)
    #expect(found.ratioInterval == nil)
    #expect(throws: StatisticsError.self) { try found.netBenefit(at: -1) }
    #expect(throws: StatisticsError.self) {
      try CostEffectiveness().compare(
        treated: CostsAndEffects(costs: [1], effects: [1]), control: control)
    }
  }
}
