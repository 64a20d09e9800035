import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Cohen's kappa")
struct CohenKappaTests {
  private let table = [[20, 5, 1], [3, 18, 6], [0, 4, 9]]
  private let methods: [CohenKappa] = [
    CohenKappa(), CohenKappa(weights: .linear), CohenKappa(weights: .quadratic),
  ]

  private func transposed(_ table: [[Int]]) -> [[Int]] {
    table.indices.map { i in table.map { $0[i] } }
  }

  @Test("does not change when coders or categories change places", .tags(.law))
  func permutations() throws {
    let plain = try CohenKappa().agreement(table)
    let order = [2, 0, 1]
    let reordered = order.map { i in order.map { j in table[i][j] } }
    for other in [transposed(table), reordered] {
      let answer = try CohenKappa().agreement(other)
      #expect(answer.kappa == plain.kappa)
      #expect(answer.expected == plain.expected)
      expectClose(answer.standardError ?? 0, plain.standardError ?? 1, relative: 1e-14)
      expectClose(answer.z ?? 0, plain.z ?? 1, relative: 1e-13)
      #expect(answer.highest == plain.highest)
    }
  }

  @Test("with weights keeps when coders change places or the order is reversed", .tags(.law))
  func weightedPermutations() throws {
    for method in methods {
      let plain = try method.agreement(table)
      let reversed = Array(table.reversed().map { Array($0.reversed()) })
      for other in [transposed(table), reversed] {
        let answer = try method.agreement(other)
        expectClose(answer.kappa ?? 0, plain.kappa ?? 1, relative: 1e-14)
        expectClose(answer.standardError ?? 0, plain.standardError ?? 1, relative: 1e-14)
      }
    }
    let order = [2, 0, 1]
    let reordered = order.map { i in order.map { j in table[i][j] } }
    let plain = try CohenKappa(weights: .linear).agreement(table).kappa ?? 0
    #expect(abs((try CohenKappa(weights: .linear).agreement(reordered).kappa ?? 0) - plain) > 0.05)
  }

  @Test("keeps when every unit counts twice, and its error shrinks by the root of 2", .tags(.law))
  func duplicates() throws {
    for method in methods {
      let once = try method.agreement(table)
      let twice = try method.agreement(table.map { $0.map { 2 * $0 } })
      expectClose(twice.kappa ?? 0, once.kappa ?? 1, relative: 1e-14)
      expectClose(
        (twice.standardError ?? 0) * 2.0.squareRoot(), once.standardError ?? 1, relative: 1e-14)
    }
  }

  @Test("of two categories is the same with any weights", .tags(.law))
  func twoCategories() throws {
    let two = [[14, 3], [5, 8]]
    let plain = try CohenKappa().agreement(two)
    for weights in [CategoryWeights.linear, .quadratic, .ordinal, .given([[1, 0], [0, 1]])] {
      let answer = try CohenKappa(weights: weights).agreement(two)
      #expect(answer.kappa == plain.kappa)
      #expect(answer.standardError == plain.standardError)
    }
    #expect(
      try CohenKappa(weights: .given([[1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]])).agreement(table)
        == CohenKappa(weights: .linear).agreement(table))
  }

  @Test("is 1 for full agreement and 0 for none beyond the frequencies", .tags(.law))
  func ends() throws {
    #expect(try CohenKappa().agreement([[3, 0], [0, 9]]).kappa == 1)
    #expect(try CohenKappa().agreement([[1, 2], [2, 4]]).kappa == 0)
    #expect(try CohenKappa().agreement([[0, 4], [4, 0]]).kappa == -1)
    let perfect = try CohenKappa().agreement([[3, 0], [0, 9]])
    #expect(perfect.standardError == 0)
    #expect(perfect.highest == 1)
    let low = try CohenKappa().agreement([[1, 6], [5, 1]])
    #expect((low.interval?.low ?? -2) >= -1)
  }

  @Test("is undefined where both used one category throughout", .tags(.edge))
  func undefined() throws {
    let answer = try CohenKappa().agreement([[12, 0], [0, 0]])
    #expect(answer.kappa == nil)
    #expect(answer.interval == nil)
    #expect(answer.observed == 1)
    #expect(answer.units == 12)
    #expect(try CohenKappa().agreement([[0, 12], [0, 0]]).kappa == 0)
  }

  @Test("refuses a table that is empty, not square or negative", .tags(.edge))
  func refusals() {
    #expect(throws: StatisticsError.tooFew(of: "units", count: 0, needed: 1)) {
      try CohenKappa().agreement([[0, 0], [0, 0]])
    }
    #expect(throws: StatisticsError.self) { try CohenKappa().agreement([]) }
    #expect(throws: StatisticsError.unequalLengths(2, 1)) {
      try CohenKappa().agreement([[1, 2], [3]])
    }
    #expect(throws: StatisticsError.self) { try CohenKappa().agreement([[1, -2], [3, 4]]) }
  }

  @Test("refuses weights that are none", .tags(.edge))
  func weights() {
    let wrong: [[[Double]]] = [
      [[1, 0.5], [0.4, 1]], [[1, 2], [2, 1]], [[0.9, 0], [0, 1]], [[1, .nan], [.nan, 1]],
    ]
    for matrix in wrong {
      #expect(throws: StatisticsError.self) {
        try CohenKappa(weights: .given(matrix)).agreement([[1, 2], [3, 4]])
      }
    }
    #expect(throws: StatisticsError.unequalLengths(2, 3)) {
      try CohenKappa(weights: .given([[1, 0, 0], [0, 1, 0], [0, 0, 1]]))
        .agreement([[1, 2], [3, 4]])
    }
    #expect(throws: StatisticsError.self) {
      try CohenKappa(confidence: 1).agreement([[1, 2], [3, 4]])
    }
  }
}
