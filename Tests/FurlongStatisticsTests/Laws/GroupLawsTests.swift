import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

/// An estimate of a difference of two groups.
private struct GroupEstimate: Sendable {
  var name: String
  /// Whether exchanging the groups turns a probability over; else it turns the sign.
  var probability = false
  /// Whether the estimate is in the unit of the values.
  var unit = false
  var make: @Sendable ([Double], [Double]) throws -> (Double, ConfidenceInterval?)

  static let all = [
    GroupEstimate(name: "Welch", unit: true) {
      let means = try WelchTTest().compare($0, to: $1)
      return (means.difference, means.test.interval)
    },
    GroupEstimate(name: "Student", unit: true) {
      let means = try WelchTTest(variances: .equal).compare($0, to: $1)
      return (means.difference, means.test.interval)
    },
    GroupEstimate(name: "Yuen", unit: true) {
      let means = try YuenTest(trim: 0.2).compare($0, to: $1)
      return ((means.test.interval.low + means.test.interval.high) / 2, means.test.interval)
    },
    GroupEstimate(name: "Hodges and Lehmann", unit: true) {
      let shift = try HodgesLehmann().shift(of: $0, from: $1)
      return (shift.estimate, shift.interval)
    },
    GroupEstimate(name: "Cliff's δ") {
      let dominance = try CliffDelta().compare($0, to: $1)
      return (dominance.delta, dominance.interval)
    },
    GroupEstimate(name: "superiority by rank sums", probability: true) {
      (try MannWhitney().compare($0, to: $1).superiority, nil)
    },
    GroupEstimate(name: "d_s") {
      let means = try WelchTTest().compare($0, to: $1)
      let size = try StandardisedGroupDifference().compare(means.group, to: means.other)
      return (size.ds, size.dsInterval)
    },
  ]
}

@Suite("Laws of a difference of two groups")
struct GroupLawsTests {
  private func groups(_ seed: UInt64) -> ([Double], [Double]) {
    var stream = RandomStream(seed: seed, stream: 79)
    func draw(_ mean: Double) -> [Double] {
      (0..<(8 + stream.integer(below: 30))).map { _ in
        (stream.normal(mean: mean, sd: 2) * 4).rounded() / 4
      }
    }
    let first = draw(5)
    return (first, draw(4))
  }

  private static let seeds: [UInt64] = Array(1...12)

  private func expectSame(
    _ actual: (Double, ConfidenceInterval?), _ one: (Double, ConfidenceInterval?),
    _ what: String, turned: (Double) -> Double, reversed: Bool = false
  ) {
    expectClose(actual.0, turned(one.0), relative: 1e-9, what)
    if let interval = actual.1, let other = one.1 {
      expectClose(interval.low, turned(reversed ? other.high : other.low), relative: 1e-9, what)
      expectClose(interval.high, turned(reversed ? other.low : other.high), relative: 1e-9, what)
    }
  }

  @Test(
    "exchanging the groups turns the sign, or a probability over", .tags(.law),
    arguments: GroupEstimate.all.indices, seeds)
  func swap(index: Int, seed: UInt64) throws {
    let law = GroupEstimate.all[index]
    let (group, other) = groups(seed)
    expectSame(
      try law.make(other, group), try law.make(group, other), law.name,
      turned: { law.probability ? 1 - $0 : -$0 }, reversed: true)
  }

  @Test(
    "adding to everybody's value changes nothing, other units only what has units", .tags(.law),
    arguments: GroupEstimate.all.indices, seeds)
  func affine(index: Int, seed: UInt64) throws {
    let law = GroupEstimate.all[index]
    let (group, other) = groups(seed)
    let one = try law.make(group, other)
    let moved = try law.make(group.map { 4 * $0 - 60 }, other.map { 4 * $0 - 60 })
    expectSame(moved, one, law.name, turned: { law.unit ? 4 * $0 : $0 })
  }

  @Test(
    "the order of persons does not matter", .tags(.law), arguments: GroupEstimate.all.indices,
    seeds)
  func order(index: Int, seed: UInt64) throws {
    let law = GroupEstimate.all[index]
    let (group, other) = groups(seed)
    expectSame(
      try law.make(group.reversed(), other.sorted()), try law.make(group, other), law.name,
      turned: { $0 })
  }
}
