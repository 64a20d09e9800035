import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

/// Units with values of so many coders, some missing.
private func drawn(units: Int, coders: Int, missing: Double, seed: UInt64) -> [[Double?]] {
  var stream = RandomStream(seed: seed, stream: 2)
  return (0..<units).map { _ in
    let truth = stream.uniform(from: 1, to: 9)
    return (0..<coders).map { _ in
      if stream.bernoulli(missing) { return nil }
      return (truth + stream.normal(sd: 0.8)).rounded() + 5
    }
  }
}

@Suite("Krippendorff's alpha")
struct KrippendorffAlphaTests {
  private let kinds: [ValueDifference] = [
    .nominal, .ordinal, .interval, .ratio, .circular(circumference: 24),
    .bipolar(low: 0, high: 20), .own { abs($0 - $1) },
  ]

  @Test("does not depend on the order of units or of coders", .tags(.law), arguments: 1...3)
  func order(seed: UInt64) throws {
    let rows = drawn(units: 25, coders: 4, missing: 0.2, seed: seed)
    for kind in kinds {
      let method = KrippendorffAlpha(kind)
      let plain = try method.agreement(of: rows)
      #expect(try method.agreement(of: rows.reversed()) == plain)
      #expect(try method.agreement(of: rows.map { $0.reversed() }) == plain)
    }
  }

  @Test("keeps for each kind of value what that kind allows", .tags(.law), arguments: 1...3)
  func scales(seed: UInt64) throws {
    let rows = drawn(units: 25, coders: 3, missing: 0.1, seed: seed)
    func alpha(_ kind: ValueDifference, _ change: (Double) -> Double = { $0 }) throws -> Double {
      let changed = rows.map { $0.map { $0.map(change) } }
      return try #require(try KrippendorffAlpha(kind).agreement(of: changed).alpha)
    }
    expectClose(
      try alpha(.nominal) { ($0 * 7).truncatingRemainder(dividingBy: 29) },
      try alpha(.nominal), relative: 1e-13)
    expectClose(try alpha(.ordinal) { $0 * $0 * $0 }, try alpha(.ordinal), relative: 1e-13)
    expectClose(try alpha(.interval) { 3 - 2 * $0 }, try alpha(.interval), relative: 1e-12)
    expectClose(try alpha(.ratio) { 4 * $0 }, try alpha(.ratio), relative: 1e-13)
    expectClose(
      try alpha(.circular(circumference: 24)) { ($0 + 20).truncatingRemainder(dividingBy: 24) },
      try alpha(.circular(circumference: 24)), relative: 1e-12)
    expectClose(
      try alpha(.bipolar(low: 1, high: 41)) { 1 + 2 * $0 },
      try alpha(.bipolar(low: 0, high: 20)), relative: 1e-12)
  }

  @Test("own differences make the built-in ones again", .tags(.law))
  func own() throws {
    let rows = drawn(units: 25, coders: 3, missing: 0.1, seed: 5)
    func alpha(_ kind: ValueDifference) throws -> Double {
      try #require(try KrippendorffAlpha(kind).agreement(of: rows).alpha)
    }
    expectClose(
      try alpha(.own { ($0 - $1) * ($0 - $1) }), try alpha(.interval), relative: 1e-14)
    expectClose(try alpha(.own { $0 == $1 ? 0 : 1 }), try alpha(.nominal), relative: 1e-14)
  }

  @Test("of two coders is 1 − (1 − π)(n − 1)/n, n being twice the units", .tags(.law))
  func scott() throws {
    for table in [[[20, 5, 1], [3, 18, 6], [0, 4, 9]], [[2, 1, 0], [0, 1, 2], [3, 0, 1]]] {
      let units = try CodedUnits(table: table)
      let n = Double(2 * units.units)
      for (kind, weights) in [
        (ValueDifference.nominal, CategoryWeights.identity), (.interval, .quadratic),
      ] {
        let alpha = try #require(try KrippendorffAlpha(kind).agreement(of: units.counts).alpha)
        let pi = try #require(try ScottPi(weights: weights).agreement(table).coefficient)
        expectClose(alpha, 1 - (1 - pi) * (n - 1) / n, relative: 1e-13)
      }
    }
  }

  @Test("ignores units with one value and coders with none", .tags(.law))
  func singletons() throws {
    let rows = drawn(units: 12, coders: 3, missing: 0, seed: 7)
    let plain = try KrippendorffAlpha(.interval).agreement(of: rows)
    let more = rows.map { $0 + [nil] } + [[nil, 99, nil, nil], [nil, nil, nil, nil]]
    #expect(try KrippendorffAlpha(.interval).agreement(of: more) == plain)
    #expect(plain.units == 12 && plain.values == 36)
  }

  @Test("the coincidences' margins are the numbers of pairable values", .tags(.law))
  func coincidences() throws {
    let rows: [[Double?]] = [[1, 1, 2], [2, nil, 3], [3, 3, 3], [nil, 2, nil]]
    let matrix = try CoincidenceMatrix(of: rows)
    #expect(matrix.values == [1, 2, 3])
    for (margin, count) in zip(matrix.margins, [2.0, 2, 4]) {
      expectClose(margin, count, relative: 1e-14)
    }
    #expect(matrix.units == 3)
    for i in 0..<3 {
      for j in 0..<3 { #expect(matrix.cells[i][j] == matrix.cells[j][i]) }
    }
    #expect(matrix.cells[0][0] == 1 && matrix.cells[0][1] == 1 && matrix.cells[2][2] == 3)
  }

  @Test("has no value where nothing varies: neither 1 nor 0", .tags(.edge))
  func noVariation() throws {
    for kind in kinds {
      let answer = try KrippendorffAlpha(kind).agreement(of: [[3, 3], [3, 3], [3, nil]])
      #expect(answer.alpha == nil)
      #expect(answer.undefined == .noVariation)
      #expect(answer.observed == 0 && answer.expected == 0)
    }
  }

  @Test("is 1 where coders always agree, and 0 for one unit of two values", .tags(.edge))
  func ends() throws {
    #expect(try KrippendorffAlpha().agreement(of: [[1, 1], [2, 2]]).alpha == 1)
    let one = try KrippendorffAlpha().agreement(of: [[1, 2]])
    #expect(one.alpha == 0)
    #expect(one.units == 1)
  }

  @Test("a ratio of 0 to anything else is 1, and 0 to itself is none", .tags(.edge))
  func zeros() throws {
    let answer = try KrippendorffAlpha(.ratio).agreement(of: [[0, 0], [0, 4], [2, 2]])
    expectClose(answer.observed, 1.0 / 3, relative: 1e-14)
    #expect(try KrippendorffAlpha(.nominal).agreement(of: [[0, -0.0], [1, 1]]).alpha == 1)
  }

  @Test("refuses what it cannot pair or measure", .tags(.edge))
  func refusals() {
    let none = StatisticsError.tooFew(of: "units with two values", count: 0, needed: 1)
    #expect(throws: none) { try KrippendorffAlpha().agreement(of: [[1, nil], [nil, 2]]) }
    #expect(throws: StatisticsError.self) { try KrippendorffAlpha().agreement(of: [[nil, nil]]) }
    #expect(throws: StatisticsError.self) {
      try KrippendorffAlpha().agreement(of: [] as [[Double?]])
    }
    #expect(throws: StatisticsError.unequalLengths(2, 1)) {
      try KrippendorffAlpha().agreement(of: [[1, 2], [1]])
    }
    #expect(throws: StatisticsError.notFinite(in: "values", count: 1)) {
      try KrippendorffAlpha().agreement(of: [[1, .nan], [1, 1]])
    }
    #expect(throws: StatisticsError.self) {
      try KrippendorffAlpha(.ratio).agreement(of: [[-1, 1], [1, 1]])
    }
    #expect(throws: StatisticsError.self) {
      try KrippendorffAlpha(.bipolar(low: 1, high: 5)).agreement(of: [[0, 1], [1, 1]])
    }
    #expect(throws: StatisticsError.self) {
      try KrippendorffAlpha(.circular(circumference: 0)).agreement(of: [[0, 1], [1, 1]])
    }
    #expect(throws: StatisticsError.notFinite(in: "differences of values", count: 1)) {
      try KrippendorffAlpha(.own { $0 - $1 }).agreement(of: [[0, 1], [1, 1]])
    }
    #expect(throws: StatisticsError.self) {
      try KrippendorffAlpha(.interval).agreement(of: [[-1e200, 1e200], [1, 1]])
    }
  }
}
