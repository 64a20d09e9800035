import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

/// Units of so many coders who mostly see the same, with gaps.
private func drawn(
  units: Int, coders: Int, categories: Int, missing: Double, seed: UInt64
) -> [[Int?]] {
  var stream = RandomStream(seed: seed, stream: 1)
  return (0..<units).map { _ in
    let truth = stream.integer(below: categories)
    return (0..<coders).map { _ in
      if stream.bernoulli(missing) { return nil }
      return stream.bernoulli(0.6) ? truth : stream.integer(below: categories)
    }
  }
}

@Suite("Coefficients of several coders")
struct SeveralCodersTests {
  private let weights: [CategoryWeights] = [.identity, .linear, .quadratic, .ordinal]

  private func coefficients(
    _ units: CodedUnits, _ weights: CategoryWeights
  ) throws -> [CodersAgreement] {
    [
      try FleissKappa(weights: weights).agreement(of: units.counts),
      try GwetCoefficient(weights: weights).agreement(of: units.counts),
      try BrennanPrediger(weights: weights).agreement(of: units.counts),
      try CongerKappa(weights: weights).agreement(of: units),
    ]
  }

  private func expectSame(_ a: CodersAgreement, _ b: CodersAgreement) {
    expectClose(a.coefficient ?? 9, b.coefficient ?? 8, relative: 1e-13)
    expectClose(a.standardError ?? 9, b.standardError ?? 8, relative: 1e-13)
    #expect(a.units == b.units && a.pairable == b.pairable)
  }

  @Test("do not depend on the order of units, to the last bit", .tags(.law), arguments: 1...4)
  func unitOrder(seed: UInt64) throws {
    let rows = drawn(units: 30, coders: 4, categories: 3, missing: 0.2, seed: seed)
    let units = try CodedUnits(rows, categories: 3)
    let reversed = try CodedUnits(rows.reversed(), categories: 3)
    #expect(units == reversed)
    for weights in weights {
      #expect(try coefficients(units, weights) == coefficients(reversed, weights))
    }
  }

  @Test("do not depend on the order of coders", .tags(.law), arguments: 1...4)
  func coderOrder(seed: UInt64) throws {
    let rows = drawn(units: 30, coders: 4, categories: 3, missing: 0.2, seed: seed)
    let units = try CodedUnits(rows, categories: 3)
    let turned = try CodedUnits(rows.map { [$0[2], $0[0], $0[3], $0[1]] }, categories: 3)
    for weights in weights {
      for (a, b) in zip(try coefficients(units, weights), try coefficients(turned, weights)) {
        expectSame(a, b)
      }
    }
  }

  @Test("without weights do not depend on the names of categories", .tags(.law), arguments: 1...4)
  func categoryNames(seed: UInt64) throws {
    let rows = drawn(units: 30, coders: 3, categories: 3, missing: 0.1, seed: seed)
    let units = try CodedUnits(rows, categories: 3)
    let renamed = try CodedUnits(
      rows.map { $0.map { $0.map { ($0 + 2) % 3 } } }, categories: 3)
    for (a, b) in zip(try coefficients(units, .identity), try coefficients(renamed, .identity)) {
      expectSame(a, b)
    }
  }

  @Test("keep when every unit comes twice", .tags(.law), arguments: 1...4)
  func duplicates(seed: UInt64) throws {
    let rows = drawn(units: 20, coders: 3, categories: 4, missing: 0.1, seed: seed)
    let once = try CodedUnits(rows, categories: 4)
    let twice = try CodedUnits(rows + rows, categories: 4)
    for weights in weights {
      for (a, b) in zip(try coefficients(once, weights), try coefficients(twice, weights)) {
        expectClose(a.coefficient ?? 9, b.coefficient ?? 8, relative: 1e-13)
        let n = Double(a.units)
        let ratio = ((2 * n - 1) / (n - 1)).squareRoot()
        expectClose((a.standardError ?? 9), (b.standardError ?? 8) * ratio, relative: 1e-12)
      }
    }
  }

  @Test("of two coders: Conger's kappa is Cohen's, Fleiss' is Scott's pi", .tags(.law))
  func twoCoders() throws {
    let table = [[20, 5, 1], [3, 18, 6], [0, 4, 9]]
    let units = try CodedUnits(table: table)
    #expect(try units.table(0, 1) == table)
    for weights in weights {
      expectClose(
        try CongerKappa(weights: weights).agreement(of: units).coefficient ?? 9,
        try CohenKappa(weights: weights).agreement(table).kappa ?? 8, relative: 1e-14)
      #expect(
        try ScottPi(weights: weights).agreement(table)
          == FleissKappa(weights: weights).agreement(of: units.counts))
    }
  }

  @Test("one kappa of two coders is the mean of pairs", .tags(.law))
  func pairs() throws {
    let rows = drawn(units: 25, coders: 3, categories: 3, missing: 0, seed: 3)
    let units = try CodedUnits(rows, categories: 3)
    let pairs = try PairwiseKappa().agreement(of: units)
    #expect(pairs.pairs.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
    let kappas = try pairs.pairs.map {
      try CohenKappa().agreement(units.table($0.second, $0.first)).kappa ?? 9
    }
    expectClose(pairs.mean ?? 8, kappas.reduce(0, +) / 3, relative: 1e-14)
  }

  @Test("the prevalence paradox: kappa falls to nothing where AC1 does not", .tags(.law))
  func prevalence() throws {
    let table = [[118, 5], [2, 0]]
    let kappa = try CohenKappa().agreement(table)
    #expect(kappa.observed == 0.944)
    #expect((kappa.kappa ?? 1) < 0)
    let counts = try CodedUnits(table: table).counts
    #expect((try GwetCoefficient().agreement(of: counts).coefficient ?? 0) > 0.94)
  }

  @Test("all agree: 1, with an interval that is a point", .tags(.edge))
  func perfect() throws {
    let units = try CodedUnits([[0, 0, 0], [1, 1, 1], [2, 2, 2], [1, nil, 1]], categories: 3)
    for weights in weights {
      for answer in try coefficients(units, weights) { #expect(answer.coefficient == 1) }
    }
    #expect(try BrennanPrediger().agreement(of: units.counts).interval?.low == 1)
    #expect(units.counts.unanimousShare == 1)
  }

  @Test("one category throughout: no kappa, neither 1 nor 0; AC1 of two offered is 1", .tags(.edge))
  func noVariation() throws {
    let units = try CodedUnits([[1, 1], [1, 1], [1, nil]], categories: 2)
    for answer in [
      try FleissKappa().agreement(of: units.counts), try CongerKappa().agreement(of: units),
    ] {
      #expect(answer.coefficient == nil && answer.standardError == nil && answer.interval == nil)
      #expect(answer.undefined == .noVariation)
      #expect(answer.observed == 1)
      #expect(answer.pairable == 2 && answer.units == 3)
    }
    #expect(try GwetCoefficient().agreement(of: units.counts).coefficient == 1)
    let single = try UnitCounts([[2], [3]])
    #expect(try GwetCoefficient().agreement(of: single).undefined == .noVariation)
    #expect(try BrennanPrediger().agreement(of: single).undefined == .noVariation)
    #expect(throws: StatisticsError.noVariation(in: "codes", count: 4)) {
      try FleissKappa().categories(of: UnitCounts([[2, 0], [2, 0]]))
    }
  }

  @Test("one unit has a coefficient and no interval", .tags(.edge))
  func oneUnit() throws {
    let answer = try FleissKappa().agreement(of: UnitCounts([[2, 1]]))
    expectClose(answer.coefficient ?? 9, -0.5, relative: 1e-14)
    #expect(answer.standardError == nil && answer.interval == nil && answer.undefined == nil)
  }

  @Test("no unit with two codes is an error, and so is no code at all", .tags(.edge))
  func nothingPairable() throws {
    let units = try CodedUnits([[0, nil], [nil, 1]], categories: 2)
    let error = StatisticsError.tooFew(of: "units with two codes", count: 0, needed: 1)
    #expect(throws: error) { try FleissKappa().agreement(of: units.counts) }
    #expect(throws: error) { try CongerKappa().agreement(of: units) }
    #expect(throws: StatisticsError.tooFew(of: "pairs of coders with a unit", count: 0, needed: 1))
    {
      try PairwiseKappa().agreement(of: units)
    }
    #expect(units.counts.unanimousShare == nil)
    #expect(throws: StatisticsError.tooFew(of: "units", count: 0, needed: 1)) {
      try CodedUnits([[nil, nil]], categories: 2)
    }
    #expect(throws: StatisticsError.tooFew(of: "coders", count: 1, needed: 2)) {
      try CodedUnits([[0], [1]], categories: 2)
    }
    #expect(throws: StatisticsError.self) { try CodedUnits([[0, 2]], categories: 2) }
    #expect(throws: StatisticsError.unequalLengths(2, 1)) {
      try CodedUnits([[0, 1], [1]], categories: 2)
    }
    #expect(throws: StatisticsError.self) { try UnitCounts([[1, -1]]) }
  }

  @Test("a coder with nothing changes nothing", .tags(.edge))
  func idleCoder() throws {
    let rows = drawn(units: 20, coders: 3, categories: 3, missing: 0.1, seed: 9)
    let with = try CodedUnits(rows.map { $0 + [nil] }, categories: 3)
    let without = try CodedUnits(rows, categories: 3)
    for (a, b) in zip(try coefficients(with, .linear), try coefficients(without, .linear)) {
      expectSame(a, b)
    }
  }

  @Test("Fleiss' categories need the same number of codes of each unit", .tags(.edge))
  func unequal() throws {
    #expect(throws: StatisticsError.self) {
      try FleissKappa().categories(of: UnitCounts([[2, 1], [2, 0]]))
    }
    let unused = try FleissKappa().categories(of: UnitCounts([[2, 1, 0], [0, 3, 0]]))
    #expect(unused.categories[2].kappa == nil)
    #expect(unused.categories[2].share == 0)
  }
}

@Suite("Kendall's W")
struct KendallConcordanceTests {
  private let units: [[Double]] = [[1, 3, 2], [4, 4, 3], [2, 1, 1], [5, 5, 5], [3, 2, 5]]

  @Test("keeps under any rescaling of a coder's values, and under order", .tags(.law))
  func invariance() throws {
    let plain = try KendallConcordance().agreement(of: units)
    let scaled = units.map { [10 * $0[0] - 3, $0[1] * $0[1], $0[2]] }
    #expect(try KendallConcordance().agreement(of: scaled) == plain)
    #expect(try KendallConcordance().agreement(of: units.reversed()) == plain)
    #expect(try KendallConcordance().agreement(of: units.map { $0.reversed() }) == plain)
  }

  @Test("is 1 for one order, ties included, and 0 for opposite ones", .tags(.law))
  func ends() throws {
    let same = try KendallConcordance().agreement(of: [[1, 10], [2, 20], [2, 20], [3, 30]])
    expectClose(same.w, 1, relative: 1e-14)
    #expect(same.withoutTies < 1)
    #expect(try KendallConcordance().agreement(of: [[1, 3], [2, 2], [3, 1]]).w == 0)
  }

  @Test("refuses what has no order", .tags(.edge))
  func refusals() {
    #expect(throws: StatisticsError.noVariation(in: "ranks", count: 4)) {
      try KendallConcordance().agreement(of: [[1, 2], [1, 2]])
    }
    #expect(throws: StatisticsError.tooFew(of: "units", count: 1, needed: 2)) {
      try KendallConcordance().agreement(of: [[1, 2]])
    }
    #expect(throws: StatisticsError.tooFew(of: "coders", count: 1, needed: 2)) {
      try KendallConcordance().agreement(of: [[1], [2]])
    }
    #expect(throws: StatisticsError.unequalLengths(2, 1)) {
      try KendallConcordance().agreement(of: [[1, 2], [1]])
    }
    #expect(throws: StatisticsError.self) {
      try KendallConcordance().agreement(of: [[1, 2], [.nan, 1]])
    }
  }
}
