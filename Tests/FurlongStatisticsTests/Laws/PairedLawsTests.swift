import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

/// An estimate of a paired change, with what should become of it.
private struct PairedEstimate: Sendable, CustomTestStringConvertible {
  /// What the occasions' exchange does: the sign turns, or the probability turns over; nil where the method asks for
  /// an earlier and a later occasion.
  enum Swap: Sendable { case sign, probability }

  var name: String
  var swap: Swap?
  /// Whether the estimate is in the unit of the scores.
  var unit: Bool
  /// Whether everyone twice gives the same estimate: true of means and counts, not of what divides by n − 1.
  var doubles: Bool
  /// Whether scores that go together more closely must make the interval narrower.
  var narrows: Bool
  var make: @Sendable ([Double], [Double]) throws -> (Double, ConfidenceInterval?)

  var testDescription: String { name }

  static func differences(_ before: [Double], _ after: [Double]) -> [Double] {
    zip(before, after).map { $1 - $0 }
  }

  static func size(
    _ name: String, swap: Swap? = .sign, narrows: Bool = true,
    _ of: @escaping @Sendable (PairedChange) throws -> EffectSize
  ) -> PairedEstimate {
    PairedEstimate(name: name, swap: swap, unit: false, doubles: false, narrows: narrows) {
      let size = try of(try PairedTTest().change(from: $0, to: $1))
      return (size.estimate, size.interval)
    }
  }

  static let all = [
    PairedEstimate(name: "mean change", swap: .sign, unit: true, doubles: true, narrows: true) {
      let change = try PairedTTest().change(from: $0, to: $1)
      return (change.meanChange, change.interval)
    },
    PairedEstimate(name: "median change", swap: .sign, unit: true, doubles: true, narrows: false) {
      let median = try MedianInterval().median(of: differences($0, $1))
      return (median.median, median.interval)
    },
    PairedEstimate(
      name: "Hodges and Lehmann", swap: .sign, unit: true, doubles: false, narrows: false
    ) {
      let centre = try HodgesLehmann().centre(of: differences($0, $1))
      return (centre.estimate, centre.interval)
    },
    PairedEstimate(
      name: "superiority", swap: .probability, unit: false, doubles: true, narrows: false
    ) {
      let superiority = try PairedSuperiority().estimate(of: differences($0, $1))
      return (superiority.estimate, superiority.interval)
    },
    // d_z itself grows with the correlation, and its interval with it.
    size("d_z", narrows: false) { try StandardisedMeanChange().dz(of: $0) },
    size("g_z", narrows: false) { try StandardisedMeanChange().gz(of: $0) },
    size("d_av") { try StandardisedMeanChange().dav(of: $0) },
    // Bonett's variance has a term d²r²/4, which can outweigh the rest where the change is large.
    size("d_av, Bonett", narrows: false) {
      try StandardisedMeanChange(averageInterval: .bonett).dav(of: $0)
    },
    size("g_av") { try StandardisedMeanChange().gav(of: $0) },
    size("d_rm", narrows: false) { try StandardisedMeanChange().drm(of: $0) },
    size("d_b", swap: nil) { try StandardisedMeanChange().db(of: $0) },
    size("g_b", swap: nil) { try StandardisedMeanChange().gb(of: $0) },
  ]
}

@Suite("Laws of a paired change")
struct PairedLawsTests {
  /// Scores in quarters, so that sums are exact and ties occur; the seed decides size, change and correlation.
  private func scores(_ seed: UInt64) -> (before: [Double], after: [Double]) {
    var stream = RandomStream(seed: seed, stream: 77)
    let count = 8 + stream.integer(below: 40)
    let shift = stream.uniform(from: -2, to: 3)
    let share = stream.uniform(from: 0.1, to: 0.9)
    var pairs: [(Double, Double)] = []
    for _ in 0..<count {
      let first = stream.normal()
      let second = shift + share * first + (1 - share * share).squareRoot() * stream.normal()
      pairs.append(((first * 8).rounded() / 4, (second * 8).rounded() / 4))
    }
    return (pairs.map(\.0), pairs.map(\.1))
  }

  private func expectSame(
    _ actual: (Double, ConfidenceInterval?), _ estimate: Double, _ low: Double?, _ high: Double?,
    _ what: String
  ) {
    expectClose(actual.0, estimate, relative: 1e-9, what)
    #expect((actual.1 == nil) == (low == nil))
    if let interval = actual.1, let low, let high {
      expectClose(interval.low, low, relative: 1e-9, what)
      expectClose(interval.high, high, relative: 1e-9, what)
    }
  }

  private static let seeds: [UInt64] = Array(1...12)

  @Test(
    "exchanging the occasions turns the sign, or a probability over", .tags(.law),
    arguments: PairedEstimate.all.indices, seeds)
  func swap(index: Int, seed: UInt64) throws {
    let law = PairedEstimate.all[index]
    let (before, after) = scores(seed)
    let one = try law.make(before, after)
    let other = try law.make(after, before)
    switch law.swap {
    case .sign: expectSame(other, -one.0, one.1.map { -$0.high }, one.1.map { -$0.low }, law.name)
    case .probability:
      expectSame(other, 1 - one.0, one.1.map { 1 - $0.high }, one.1.map { 1 - $0.low }, law.name)
    case nil: #expect((other.0 > 0) != (one.0 > 0) || one.0 == 0)
    }
  }

  @Test(
    "adding to everybody's scores changes nothing", .tags(.law),
    arguments: PairedEstimate.all.indices, seeds)
  func shift(index: Int, seed: UInt64) throws {
    let law = PairedEstimate.all[index]
    let (before, after) = scores(seed)
    let one = try law.make(before, after)
    let other = try law.make(before.map { $0 + 40 }, after.map { $0 + 40 })
    expectSame(other, one.0, one.1?.low, one.1?.high, law.name)
  }

  @Test(
    "other units scale what has units, and nothing else", .tags(.law),
    arguments: PairedEstimate.all.indices, seeds)
  func scale(index: Int, seed: UInt64) throws {
    let law = PairedEstimate.all[index]
    let (before, after) = scores(seed)
    let one = try law.make(before, after)
    let other = try law.make(before.map { $0 * 4 }, after.map { $0 * 4 })
    let factor = law.unit ? 4.0 : 1
    expectSame(
      other, one.0 * factor, one.1.map { $0.low * factor }, one.1.map { $0.high * factor }, law.name
    )
  }

  @Test(
    "the order of persons does not matter", .tags(.law), arguments: PairedEstimate.all.indices,
    seeds)
  func order(index: Int, seed: UInt64) throws {
    let law = PairedEstimate.all[index]
    let (before, after) = scores(seed)
    var places = Array(before.indices)
    var stream = RandomStream(seed: seed, stream: 78)
    stream.shuffle(&places)
    let one = try law.make(before, after)
    let other = try law.make(places.map { before[$0] }, places.map { after[$0] })
    expectSame(other, one.0, one.1?.low, one.1?.high, law.name)
  }

  @Test(
    "everyone twice is everyone with weight two", .tags(.law),
    arguments: PairedEstimate.all.indices.filter { PairedEstimate.all[$0].doubles }, seeds)
  func duplicates(index: Int, seed: UInt64) throws {
    let law = PairedEstimate.all[index]
    let (before, after) = scores(seed)
    let one = try law.make(before, after)
    let other = try law.make(before + before, after + after)
    expectClose(other.0, one.0, relative: 1e-12, law.name)
    if let narrow = other.1, let wide = one.1 {
      #expect(narrow.high - narrow.low <= wide.high - wide.low + 1e-12)
    }
  }

  /// dabestr's paired interval is really that of two groups, and stays as wide: here it may not.
  @Test(
    "scores that go together more closely make the interval narrower", .tags(.law),
    arguments: PairedEstimate.all.indices.filter { PairedEstimate.all[$0].narrows }, seeds)
  func correlation(index: Int, seed: UInt64) throws {
    let law = PairedEstimate.all[index]
    let (before, after) = scores(seed)
    // The same scores on both occasions, so the same means and spreads; only who has which differs.
    let close = try law.make(before.sorted(), after.sorted())
    let loose = try law.make(before, after)
    let opposed = try law.make(before.sorted(), after.sorted(by: >))
    let widths = [close, loose, opposed].map { ($0.1?.high ?? .nan) - ($0.1?.low ?? .nan) }
    expectClose(close.0, opposed.0, relative: 1e-9)
    #expect(widths[0] < widths[1] && widths[1] < widths[2], "\(law.name): \(widths)")
  }
}
