import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Cost and effect of two arms, drawn together", .agreement("costs"))
struct DrawnCostEffectivenessTests {
  private let method = DrawnCostEffectiveness(bootstrap: Bootstrap(draws: 999, seed: 11))

  private struct Made {
    var treated: CostsAndScores
    var control: CostsAndScores
    var given: Double
  }

  /// The record's scores are of depression, so that the sign is turned: an effect is better the higher it is.
  private func made(_ record: ReferenceRecord) -> Made {
    func arm(_ number: Int) -> CostsAndScores {
      CostsAndScores(
        costs: [record.data["c\(number)"].numbers],
        before: record.data["before\(number)"].numbers.map { -$0 },
        after: record.data["after\(number)"].numbers.map { -$0 })
    }
    return Made(treated: arm(1), control: arm(0), given: record.data["given"].number)
  }

  private func made() throws -> Made {
    made(try #require(try ReferenceRecords.named("costs.json", "arms_drawn").first))
  }

  private func compare(_ made: Made) throws -> DrawnCostAndEffect {
    try method.compare(treated: made.treated, control: made.control, given: made.given)[0]
  }

  @Test(
    "agrees with numpy", .tags(.reference),
    arguments: try ReferenceRecords.named("costs.json", "arms_drawn"))
  func numpy(record: ReferenceRecord) throws {
    let made = made(record)
    let found = try DrawnCostEffectiveness(bootstrap: Bootstrap(draws: 9_999, seed: 3))
      .compare(treated: made.treated, control: made.control, given: made.given)[0]
    let e = record.expected
    // Both draw: limits and shares agree as far as draws do.
    func agrees(_ found: BootstrapEstimate, _ limits: [Double], within error: Double) throws {
      let bca = try #require(found.bca)
      #expect(abs(bca.low - limits[0]) < 0.08 * error)
      #expect(abs(bca.high - limits[1]) < 0.08 * error)
    }
    expectClose(found.cost.estimate, e["cost"], relative: 1e-12, strict: true)
    expectClose(found.effect.estimate, e["effect"], relative: 1e-11, strict: true)
    expectClose(
      try #require(found.cost.correction).acceleration, e["cost_acceleration"], relative: 1e-9,
      strict: true)
    expectClose(
      try #require(found.effect.correction).acceleration, e["effect_acceleration"],
      relative: 1e-8, strict: true)
    try agrees(found.cost, e["cost_bca"].numbers, within: e["cost_se"].number)
    try agrees(found.effect, e["effect_bca"].numbers, within: e["effect_se"].number)
    for (place, price) in record.data["prices"].numbers.enumerated() {
      let benefit = try found.netBenefit(at: price)
      let limits = [e["net_low"].numbers[place], e["net_high"].numbers[place]]
      try agrees(benefit, limits, within: e["net_se"].numbers[place])
      #expect(abs(benefit.estimate - e["net_benefits"].numbers[place]) < 1e-9)
      let correction = try #require(benefit.correction)
      #expect(abs(correction.acceleration - e["net_accelerations"].numbers[place]) < 1e-9)
      let share = try #require(try found.acceptability(at: price))
      #expect(abs(share - e["acceptability"].numbers[place]) < 0.015)
    }
    for (quadrant, share) in zip(CostEffectQuadrant.allCases, e["quadrants"].numbers) {
      #expect(abs((try #require(found.share(of: quadrant))) - share) < 0.015)
    }
  }

  @Test(
    "the effect is that of the analysis of covariance, the cost that of plain means", .tags(.law))
  func parts() throws {
    let made = try made()
    let found = try compare(made)
    func scores(_ arm: CostsAndScores) -> ArmScores {
      ArmScores(before: arm.before, after: arm.after)
    }
    let adjusted = try AdjustedArmDifference()
      .compare(treated: scores(made.treated), control: scores(made.control))
    expectClose(found.effect.estimate, adjusted.difference, relative: 1e-11)
    func mean(_ arm: CostsAndScores) -> Double {
      arm.costs[0].reduce(0, +) / Double(arm.costs[0].count)
    }
    expectClose(
      found.cost.estimate, mean(made.treated) + made.given - mean(made.control), relative: 1e-11)
  }

  @Test("swapped arms turn both signs", .tags(.law))
  func swapped() throws {
    let made = try made()
    let there = try method.compare(treated: made.treated, control: made.control)[0]
    let back = try method.compare(treated: made.control, control: made.treated)[0]
    expectClose(back.cost.estimate, -there.cost.estimate, relative: 1e-11)
    expectClose(back.effect.estimate, -there.effect.estimate, relative: 1e-11)
  }

  @Test("does not hang on the order of persons, other costs, or threads", .tags(.law))
  func order() throws {
    let made = try made()
    let alone = try compare(made)
    func reversed(_ arm: CostsAndScores) -> CostsAndScores {
      CostsAndScores(
        costs: arm.costs.map { $0.reversed() }, before: arm.before.reversed(),
        after: arm.after.reversed())
    }
    let other = try method.compare(
      treated: reversed(made.treated), control: reversed(made.control), given: made.given)[0]
    #expect(other == alone)
    func doubled(_ arm: CostsAndScores) -> CostsAndScores {
      CostsAndScores(
        costs: [arm.costs[0], arm.costs[0].map { 2 * $0 }], before: arm.before, after: arm.after)
    }
    let both = try method.compare(
      treated: doubled(made.treated), control: doubled(made.control), given: made.given)
    #expect(both[0] == alone)
    expectClose(
      both[1].cost.estimate - made.given, 2 * (alone.cost.estimate - made.given), relative: 1e-11)
    var threaded = method
    threaded.bootstrap.threads = 2
    #expect(
      try threaded.compare(
        treated: made.treated, control: made.control, given: made.given)[0] == alone)
  }

  @Test("four quadrants are all; what is given besides moves every draw", .tags(.law))
  func quadrants() throws {
    var made = try made()
    func shares() throws -> [Double] {
      let found = try compare(made)
      return try CostEffectQuadrant.allCases.map { try #require(found.share(of: $0)) }
    }
    let found = try shares()
    expectClose(found.reduce(0, +), 1, relative: 1e-12)
    #expect(found.allSatisfy { $0 > 0 })
    made.given = 1e6
    let dear = try shares()
    #expect(dear[2] == 0 && dear[3] == 0)
    expectClose(dear[0], found[0] + found[2], relative: 1e-12)
    let compared = try compare(made)
    // At no price of a point a dearer arm is worth nothing; at a huge one it is a matter of effect.
    #expect(try compared.acceptability(at: 0) == 0)
    expectClose(try #require(try compared.acceptability(at: 1e12)), dear[0], relative: 1e-12)
  }

  @Test("a ratio only where every draw costs more and gains more", .tags(.law))
  func ratio() throws {
    var made = try made()
    #expect(try compare(made).ratio() == nil)
    made.given = 1e5
    #expect(try compare(made).ratio() == nil, "some draws gain nothing")
    made.treated.after = made.treated.after.map { $0 + 20 }
    let found = try compare(made)
    let ratio = try #require(try found.ratio())
    expectClose(ratio.estimate, found.cost.estimate / found.effect.estimate, relative: 1e-12)
    made.given = -1e5
    #expect(try compare(made).ratio() == nil, "better and cheaper: no price of anything")
  }

  @Test("refuses what cannot be compared", .tags(.edge))
  func refused() throws {
    let made = try made()
    let one = CostsAndScores(costs: [[1]], before: [1], after: [1])
    let same = CostsAndScores(costs: [[1, 2]], before: [3, 3], after: [1, 2])
    let uneven = CostsAndScores(costs: [[1]], before: [3, 4], after: [1, 2])
    let two = CostsAndScores(costs: [[1, 2], [1, 2]], before: [3, 4], after: [1, 2])
    for arm in [one, uneven, two] {
      #expect(throws: StatisticsError.self) {
        try method.compare(treated: arm, control: made.control)
      }
    }
    #expect(throws: StatisticsError.self) { try method.compare(treated: same, control: same) }
    #expect(throws: StatisticsError.self) { try compare(made).netBenefit(at: -1) }
    #expect(throws: StatisticsError.self) { try compare(made).acceptability(at: .infinity) }
  }
}
