import FurlongStatistics
import FurlongTestSupport
import Testing

private struct Sample: Decodable {
  var x: [Double]
  var w_plus: Double
  var p: Double
  var zeros: Int
}

private struct WithoutTies: Decodable {
  var q: [Int]
  var n: [Int]
  var lower: [Double]
}

private struct Tied: Decodable {
  var n: Int
  var w_plus: Double
  var zeros: Int
  var p: Double
}

private struct WithTies: Decodable {
  var records: [Tied]
}

private struct Records: Decodable {
  var records: [Sample]
  var without_ties: WithoutTies
  var with_ties: WithTies
}

@Suite(
  "Signed ranks agree with R, scipy and whole numbers",
  .agreement("signed-ranks", with: "R 4.2.2, scipy 1.17.1, enumeration"))
struct WilcoxonSignedRankReferenceTests {
  private let records: Records

  init() throws {
    records = try reference("signed_rank.json")
  }

  @Test("small samples", .tags(.reference))
  func samples() throws {
    for r in records.records {
      let ranks = try WilcoxonSignedRank().test(r.x)
      #expect(ranks.wPlus == r.w_plus)
      #expect(ranks.zeros == r.zeros)
      expectClose(ranks.p, r.p, relative: 1e-12, strict: true)
    }
  }

  @Test("the distribution without ties", .tags(.reference))
  func withoutTies() throws {
    let r = records.without_ties
    for (index, n) in r.n.enumerated() where r.q[index] * 4 <= n * (n + 1) {
      let x = signs(n: n, sum: r.q[index])
      let ranks = try WilcoxonSignedRank().test(x)
      #expect(ranks.wPlus == Double(r.q[index]))
      #expect(!ranks.tied)
      expectClose(ranks.p, min(1, 2 * r.lower[index]), relative: 1e-11, strict: true, "n \(n)")
    }
  }

  /// The ranks 1...n with signs such that the positive ones add up to a sum.
  private func signs(n: Int, sum: Int) -> [Double] {
    var left = sum
    return stride(from: n, through: 1, by: -1).map { rank in
      guard rank <= left else { return -Double(rank) }
      left -= rank
      return Double(rank)
    }
  }

  @Test("many ties and zeros", .tags(.reference))
  func withTies() throws {
    for r in records.with_ties.records {
      let ranks = try WilcoxonSignedRank().test((1...r.n).map { Double($0 * 7919 % 41 - 18) })
      #expect(ranks.wPlus == r.w_plus)
      #expect(ranks.zeros == r.zeros)
      #expect(ranks.tied)
      #expect(ranks.method == .exact)
      expectClose(ranks.p, r.p, relative: 1e-12, strict: true, "n \(r.n)")
    }
  }
}

@Suite("Signed ranks")
struct WilcoxonSignedRankTests {
  private let test = WilcoxonSignedRank()
  private let differences = [3.0, -1, 4, 1, -5, 9, 2, -6, 5, 3, 0, 5]

  /// The two-sided probability by going through every choice of signs.
  private func enumerated(_ x: [Double]) -> Double {
    let moved = x.filter { $0 != 0 }
    let ranks = moved.map { value in
      let below = moved.count { abs($0) < abs(value) }
      let equal = moved.count { abs($0) == abs(value) }
      return Double(2 * below + equal + 1)
    }
    let half = ranks.reduce(0, +) / 2
    let observed = zip(moved, ranks).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
    var extreme = 0
    for signs in 0..<(1 << moved.count) {
      var sum = 0.0
      for (place, rank) in ranks.enumerated() where signs >> place & 1 == 1 { sum += rank }
      if abs(sum - half) >= abs(observed - half) { extreme += 1 }
    }
    return Double(extreme) / Double(1 << moved.count)
  }

  @Test("have the probability that enumeration gives", .tags(.law))
  func enumeration() throws {
    for sample in [differences, [1], [1, 1], [2, -2], [1, 2, 3], [1, 1, 1, -1, 7, 7, -3]] {
      try expectClose(test.test(sample).p, enumerated(sample), relative: 1e-14)
    }
  }

  @Test("change places with the sign, p does not change", .tags(.law))
  func swap() throws {
    let there = try test.test(differences)
    let back = try test.test(differences.map { -$0 })
    #expect(there.wPlus == back.wMinus)
    #expect(there.wMinus == back.wPlus)
    #expect(there.p == back.p)
  }

  @Test("depend on neither order nor units", .tags(.law))
  func invariances() throws {
    let plain = try test.test(differences)
    #expect(try test.test(differences.reversed()) == plain)
    #expect(try test.test(differences.map { $0 * 4 }) == plain)
  }

  @Test("drop zeros and count them", .tags(.edge))
  func zeros() throws {
    let ranks = try test.test(differences)
    let without = try test.test(differences.filter { $0 != 0 })
    #expect(ranks.zeros == 1)
    #expect(ranks.count == 11)
    #expect(without.zeros == 0)
    #expect(ranks.p == without.p)
    #expect(ranks.wPlus + ranks.wMinus == 66)
  }

  @Test("that are all zero, none or missing are errors", .tags(.edge))
  func errors() {
    #expect(throws: StatisticsError.noVariation(in: "pairs", count: 3)) {
      try test.test([0, 0, 0])
    }
    #expect(throws: StatisticsError.tooFew(of: "differences", count: 0, needed: 1)) {
      try test.test([])
    }
    #expect(throws: StatisticsError.notFinite(in: "differences", count: 1)) {
      try test.test([1, .nan])
    }
  }

  @Test("say when the normal approximation stood in, which comes close", .tags(.edge))
  func approximation() throws {
    let sample = (1...100).map { Double($0 * 7919 % 41 - 18) }
    let exact = try test.test(sample)
    let approximate = try WilcoxonSignedRank(exactLimit: 50).test(sample)
    #expect(exact.method == .exact)
    #expect(approximate.method == .normalApproximation)
    expectClose(approximate.p, exact.p, relative: 0.003)
    #expect(approximate.p != exact.p)
  }

  @Test("are exact for a thousand, and never past it", .tags(.edge))
  func limit() throws {
    let ranks = try test.test([Double](repeating: 1, count: 1000))
    #expect(ranks.method == .exact)
    #expect(ranks.p == 0x1p-999)
    let more = try WilcoxonSignedRank(exactLimit: 5000).test(
      (0..<1001).map { $0 % 3 == 0 ? -1 : 1 })
    #expect(more.method == .normalApproximation)
  }
}
