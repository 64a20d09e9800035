import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Cut-offs between populations")
struct PopulationCutOffTests {
  @Test("turn with the scale", .tags(.law), arguments: [(12.0, 5.0, 30.0, 8.0), (0, 1, 3, 1)])
  func mirror(_ values: (Double, Double, Double, Double)) throws {
    let clinical = try PopulationScores(mean: values.0, sd: values.1)
    let functional = try PopulationScores(mean: values.2, sd: values.3)
    let minus = try (
      PopulationScores(mean: -values.0, sd: values.1),
      PopulationScores(mean: -values.2, sd: values.3)
    )
    let (up, down) = (PopulationCutOff(better: .higher), PopulationCutOff(better: .lower))
    #expect(up.outside(clinical: clinical).score == -down.outside(clinical: minus.0).score)
    #expect(up.within(functional: functional).score == -down.within(functional: minus.1).score)
    expectClose(
      try up.between(clinical: clinical, functional: functional).score,
      -(try down.between(clinical: minus.0, functional: minus.1).score), relative: 1e-15)
    #expect(up.outside(clinical: clinical).better == .higher)
  }

  @Test("c is as many spreads from one mean as from the other, and lies between", .tags(.law))
  func between() throws {
    let clinical = try PopulationScores(mean: 31, sd: 9)
    let functional = try PopulationScores(mean: 8, sd: 6)
    let c = try PopulationCutOff(better: .lower).between(
      clinical: clinical, functional: functional
    ).score
    expectClose((31 - c) / 9, (c - 8) / 6, relative: 1e-14)
    let narrow = try PopulationCutOff(better: .lower).between(
      clinical: clinical, functional: PopulationScores(mean: 8, sd: 1e-9))
    #expect(narrow.score >= 8 && narrow.score < 8.001)
  }

  @Test("c is refused where the functional population is not the better one", .tags(.edge))
  func order() throws {
    let low = try PopulationScores(mean: 10, sd: 3)
    let high = try PopulationScores(mean: 20, sd: 3)
    #expect(throws: StatisticsError.self) {
      try PopulationCutOff(better: .lower).between(clinical: low, functional: high)
    }
    #expect(throws: StatisticsError.self) {
      try PopulationCutOff(better: .higher).between(clinical: low, functional: low)
    }
    #expect(throws: StatisticsError.self) { try PopulationScores(mean: 1, sd: 0) }
    #expect(throws: StatisticsError.self) { try PopulationScores(mean: .nan, sd: 1) }
  }

  @Test("of true scores need a functional population that varies more than errors", .tags(.edge))
  func trueScores() throws {
    let clinical = try ReferenceScores(
      count: 20, meanBefore: 30, sdBefore: 8, meanAfter: 20, sdAfter: 9, correlation: 0.4)
    let method = try HagemanArrindell(reliability: 0.8)
    #expect(throws: StatisticsError.self) {
      try method.cutOff(
        clinical: clinical, functional: PopulationScores(mean: 8, sd: 3), better: .lower)
    }
    let cutOff = try method.cutOff(
      clinical: clinical, functional: PopulationScores(mean: 8, sd: 6), better: .lower)
    #expect(cutOff.score > 8 && cutOff.score < 30)
  }
}

@Suite("Hageman and Arrindell's classes")
struct TrueScoreClassTests {
  @Test("are the same on the mirrored scale, for persons and for the group", .tags(.law))
  func mirror() throws {
    let before = [38.0, 31, 25, 42, 28, 19, 35, 30, 12, 9]
    let after = [12.0, 30, 10, 15, 31, 20, 33, 8, 35, 28]
    let method = try HagemanArrindell(reliability: 0.85)
    let own = try ReferenceScores(before: before, after: after)
    let (b, a) = (before.map { -$0 }, after.map { -$0 })
    let turned = try ReferenceScores(before: b, after: a)
    let cutOff = ClinicalCutOff(20, better: .lower)
    let mirrored = ClinicalCutOff(-20, better: .higher)
    let one = try method.statuses(from: before, to: after, reference: own, cutOff: cutOff)
    let other = try method.statuses(from: b, to: a, reference: turned, cutOff: mirrored)
    #expect(one == other)
    #expect(one.contains(.recovered) && one.contains(.harmed) && one.contains(.unchanged))
    let group = try method.group(own, cutOff: cutOff)
    let back = try method.group(turned, cutOff: mirrored)
    expectClose(group.changed, back.changed, relative: 1e-14)
    expectClose(group.functional, back.functional, relative: 1e-14)
    // The other direction is the rest of the group.
    let worse = try method.group(own, cutOff: ClinicalCutOff(20, better: .higher))
    expectClose(group.changed + worse.changed, 1, relative: 1e-14)
  }
}

@Suite("A tally of classes")
struct ChangeTallyTests {
  @Test("counts everybody once", .tags(.law))
  func once() throws {
    let statuses: [ClinicalStatus] = [
      .recovered, .harmed, .unchanged, .unchanged, .improved, .deteriorated, .unchanged,
    ]
    let shares = try ChangeTally().count(statuses)
    let all = [
      shares.recovered, shares.improved, shares.unchanged, shares.deteriorated, shares.harmed,
    ]
    #expect(all.map(\.count) == [1, 1, 3, 1, 1])
    #expect(all.allSatisfy { $0.total == 7 })
    expectClose(all.reduce(0) { $0 + $1.estimate }, 1, relative: 1e-15)
    #expect(shares.unchanged == (try WilsonInterval().proportion(3, of: 7)))
  }

  @Test("has an interval even where nobody deteriorated", .tags(.edge))
  func nobody() throws {
    let shares = try ChangeTally(confidence: 0.9).count([ReliableChange.improved, .unchanged])
    #expect(shares.deteriorated.estimate == 0)
    #expect(shares.deteriorated.interval.low == 0)
    #expect(shares.deteriorated.interval.high > 0.3)
    #expect(throws: StatisticsError.tooFew(of: "persons", count: 0, needed: 1)) {
      try ChangeTally().count([ReliableChange]())
    }
    #expect(throws: StatisticsError.self) {
      try ChangeTally(confidence: 1).count([ReliableChange.improved])
    }
  }
}

@Suite("Agreement of methods")
struct MethodAgreementTests {
  private let before = [30.0, 24, 40, 18, 33, 27, 21, 36, 29, 25, 12, 44]
  private let after = [12.0, 22, 30, 19, 30, 8, 20, 31, 45, 10, 14, 20]

  private func judged(_ reliability: Double) throws -> JudgedChanges {
    try JacobsonTruax(reliability: reliability, sd: 9).judge(
      from: before, to: after, better: .lower)
  }

  @Test("is complete of a method with itself", .tags(.law))
  func same() throws {
    let comparison = try MethodAgreement().compare([judged(0.8), judged(0.8), judged(0.8)])
    #expect(comparison.differing.count == 0)
    #expect(comparison.pairs.count == 3)
    #expect(comparison.pairs.allSatisfy { $0.agreement.kappa == 1 && $0.differing.count == 0 })
    #expect(comparison.patterns.count == 3)
    #expect(comparison.patterns.reduce(0) { $0 + $1.count } == 12)
    #expect(comparison.patterns == comparison.patterns.sorted())
  }

  @Test("turns its table when two methods swap", .tags(.law))
  func swap() throws {
    let one = try #require(try MethodAgreement().compare([judged(0.5), judged(0.9)]).pairs.first)
    let two = try #require(try MethodAgreement().compare([judged(0.9), judged(0.5)]).pairs.first)
    for row in 0..<3 {
      for column in 0..<3 { #expect(one.table[row][column] == two.table[column][row]) }
    }
    #expect(one.differing == two.differing)
    #expect(one.differing.count > 0)
    #expect(one.agreement.kappa == two.agreement.kappa)
  }

  @Test("does not depend on the order of people", .tags(.law))
  func order() throws {
    func compare(_ b: [Double], _ a: [Double]) throws -> MethodComparison {
      try MethodAgreement().compare(
        [0.4, 0.7, 0.9].map {
          try JacobsonTruax(reliability: $0, sd: 9).judge(from: b, to: a, better: .lower)
        })
    }
    #expect(try compare(before, after) == compare(before.reversed(), after.reversed()))
  }

  @Test("needs two methods and the same people", .tags(.edge))
  func refusals() throws {
    #expect(throws: StatisticsError.tooFew(of: "methods", count: 1, needed: 2)) {
      try MethodAgreement().compare([judged(0.8)])
    }
    let fewer = try JacobsonTruax(reliability: 0.8, sd: 9).judge(from: [1], to: [2], better: .lower)
    #expect(throws: StatisticsError.unequalLengths(12, 1)) {
      try MethodAgreement().compare([judged(0.8), fewer])
    }
    // Nobody changed by any method: κ is undefined, not 1 and not NaN.
    let still = try JacobsonTruax(reliability: 0.8, sd: 9).judge(
      from: [1, 2], to: [1, 2], better: .lower)
    let pair = try #require(try MethodAgreement().compare([still, still]).pairs.first)
    #expect(pair.agreement.kappa == nil)
  }
}
