import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Methods of reliable change beside each other")
struct ReliableChangeRelationTests {
  private let before = peopleMeasuredTwice(5).before
  private let after = peopleMeasuredTwice(5).after

  @Test("Edwards–Nunnally is √(1 + r) times Gulliksen–Lord–Novick", .tags(.law))
  func speer() throws {
    let own = try ReferenceScores(before: before, after: after)
    for r in [0.05, 0.5, 0.93] {
      let one = try GulliksenLordNovick(reliability: r).judge(
        from: before, to: after, reference: own, better: .lower)
      let other = try EdwardsNunnally(reliability: r).judge(
        from: before, to: after, reference: own, better: .lower)
      for (a, b) in zip(one.indices, other.indices) {
        expectClose(b, (1 + r).squareRoot() * a, relative: 1e-13)
      }
    }
  }

  @Test("Hsu–Linn–Lord is Gulliksen–Lord–Novick where the group did not change", .tags(.law))
  func noShift() throws {
    let own = try ReferenceScores(
      count: 50, meanBefore: 25, sdBefore: 9, meanAfter: 25, sdAfter: 7, correlation: 0.5)
    let one = try GulliksenLordNovick(reliability: 0.7).judge(
      from: before, to: after, reference: own, better: .lower)
    let other = try HsuLinnLord(reliability: 0.7).judge(
      from: before, to: after, reference: own, better: .lower)
    #expect(one.indices == other.indices)
  }

  @Test("Hsu–Linn–Lord's indices of a group add up to 0", .tags(.law), arguments: 1...5)
  func relative(seed: Int) throws {
    let (before, after) = peopleMeasuredTwice(seed)
    let own = try ReferenceScores(before: before, after: after)
    let judged = try HsuLinnLord(reliability: 0.8).judge(
      from: before, to: after, reference: own, better: .lower)
    expectClose(judged.indices.reduce(0, +), 0, relative: 1e-12)
  }

  @Test(
    "Nunnally–Kotsch with one spread and one reliability is a share of Edwards–Nunnally",
    .tags(.law))
  func kotsch() throws {
    let own = try ReferenceScores(
      count: 50, meanBefore: 25, sdBefore: 9, meanAfter: 22, sdAfter: 9, correlation: 0.5)
    let speer = try EdwardsNunnally(reliability: 0.8).judge(
      from: before, to: after, reference: own, better: .lower)
    for spread in LaterSpread.allCases {
      let judged = try NunnallyKotsch(
        reliabilityBefore: 0.8, reliabilityAfter: 0.8, spread: spread
      ).judge(from: before, to: after, reference: own, better: .lower)
      for (a, b) in zip(judged.indices, speer.indices) {
        expectClose(a, b / (1 + 0.8 * 0.8).squareRoot(), relative: 1e-13)
      }
    }
  }

  @Test("all but Edwards–Nunnally come to Jacobson–Truax as the scale becomes perfect", .tags(.law))
  func perfect() throws {
    let own = try ReferenceScores(before: before, after: after)
    let r = 1 - 1e-9
    let truax = try JacobsonTruax(reliability: r, sd: own.sdBefore).judge(
      from: before, to: after, better: .lower)
    let others: [(JudgedChanges, Double)] = [
      (
        try GulliksenLordNovick(reliability: r).judge(
          from: before, to: after, reference: own, better: .lower), 1
      ),
      (
        try HagemanArrindell(reliability: r).judge(
          from: before, to: after, reference: own, better: .lower), 1
      ),
      (
        try NunnallyKotsch(reliabilityBefore: r, reliabilityAfter: r, spread: .before).judge(
          from: before, to: after, reference: own, better: .lower), 1
      ),
      (
        try EdwardsNunnally(reliability: r).judge(
          from: before, to: after, reference: own, better: .lower), 2.0.squareRoot()
      ),
    ]
    let size = truax.indices.map { abs($0) }.max() ?? 0
    for (judged, factor) in others {
      for (a, b) in zip(judged.indices, truax.indices) {
        expectClose(a / size, factor * b / size, relative: 1e-6, "\(judged.method)")
      }
    }
  }

  @Test("the occasions swapped turn the sign of Jacobson–Truax and of practice", .tags(.law))
  func swap() throws {
    let own = try ReferenceScores(before: before, after: after)
    let back = try ReferenceScores(before: after, after: before)
    let truax = try JacobsonTruax(reliability: 0.8, sd: 9)
    #expect(
      try truax.judge(from: before, to: after, better: .lower).indices
        == truax.judge(from: after, to: before, better: .lower).indices.map { -$0 })
    let practice = try PracticeAdjustedChange(reliability: 0.8)
    let one = try practice.judge(from: before, to: after, reference: own, better: .lower)
    let other = try practice.judge(from: after, to: before, reference: back, better: .lower)
    for (a, b) in zip(one.indices, other.indices) { expectClose(a, -b, relative: 1e-13) }
  }

  @Test("of a group that drew nearer its mean they disagree about the extremes", .tags(.law))
  func extremes() throws {
    // Nobody changed but by return: 45 came back to what r = 0.7 predicts.
    let own = try ReferenceScores(
      count: 100, meanBefore: 25, sdBefore: 8, meanAfter: 25, sdAfter: 8, correlation: 0.7)
    let truax = try JacobsonTruax(reliability: 0.7, sd: 8).judge(
      from: [45], to: [39], better: .lower)
    let kelley = try GulliksenLordNovick(reliability: 0.7).judge(
      from: [45], to: [39], reference: own, better: .lower)
    #expect(truax.indices[0] < -0.9)
    #expect(abs(kelley.indices[0]) < 1e-12)
  }
}
