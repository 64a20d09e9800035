import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

/// A class of people measured twice, lower being better; whole points, so that ties occur.
private func people(_ seed: Int, _ count: Int = 30) -> (before: [Double], after: [Double]) {
  var stream = RandomStream(seed: UInt64(seed), stream: 0)
  var before: [Double] = []
  var after: [Double] = []
  for _ in 0..<count {
    let own = stream.normal(mean: 25, sd: 8)
    before.append((own + stream.normal(sd: 4)).rounded())
    after.append((0.9 * own - 2 + stream.normal(sd: 4)).rounded())
  }
  return (before, after)
}

private typealias Judge =
  @Sendable ([Double], [Double], ReferenceScores, BetterScores) throws -> JudgedChanges

/// Every method that judges persons against a group, by name.
private let methods: [(name: String, judge: Judge)] = [
  (
    "Jacobson–Truax",
    {
      try JacobsonTruax(reliability: 0.8, sd: $2.sdBefore).judge(from: $0, to: $1, better: $3)
    }
  ),
  (
    "Gulliksen–Lord–Novick",
    {
      try GulliksenLordNovick(reliability: 0.8).judge(
        from: $0, to: $1, reference: $2, better: $3)
    }
  ),
  (
    "Hsu–Linn–Lord",
    { try HsuLinnLord(reliability: 0.8).judge(from: $0, to: $1, reference: $2, better: $3) }
  ),
  (
    "Edwards–Nunnally",
    { try EdwardsNunnally(reliability: 0.8).judge(from: $0, to: $1, reference: $2, better: $3) }
  ),
  (
    "Nunnally–Kotsch",
    {
      try NunnallyKotsch(reliabilityBefore: 0.8, reliabilityAfter: 0.85).judge(
        from: $0, to: $1, reference: $2, better: $3)
    }
  ),
  (
    "Hageman–Arrindell",
    { try HagemanArrindell(reliability: 0.9).judge(from: $0, to: $1, reference: $2, better: $3) }
  ),
  (
    "practice-adjusted",
    { try PracticeAdjustedChange().judge(from: $0, to: $1, reference: $2, better: $3) }
  ),
  (
    "regression-based",
    { try RegressionBasedChange().judge(from: $0, to: $1, reference: $2, better: $3) }
  ),
]

@Suite("Every method of reliable change")
struct ReliableChangeMethodTests {
  @Test("is blind to the scale's zero and unit", .tags(.law), arguments: 1...8)
  func units(seed: Int) throws {
    let (before, after) = people(seed)
    let own = try ReferenceScores(before: before, after: after)
    for (name, judge) in methods {
      let plain = try judge(before, after, own, .lower)
      for (factor, shift) in [(3.0, -7.0), (0.25, 1000)] {
        let (b, a) = (before.map { factor * $0 + shift }, after.map { factor * $0 + shift })
        let moved = try judge(b, a, ReferenceScores(before: b, after: a), .lower)
        for (one, other) in zip(plain.indices, moved.indices) {
          expectClose(one, other, relative: 1e-10, name)
        }
        #expect(plain.classes == moved.classes, "\(name)")
      }
    }
  }

  @Test("turns its signs with the scale and keeps its classes", .tags(.law), arguments: 1...8)
  func mirror(seed: Int) throws {
    let (before, after) = people(seed)
    let own = try ReferenceScores(before: before, after: after)
    let (b, a) = (before.map { -$0 }, after.map { -$0 })
    let turned = try ReferenceScores(before: b, after: a)
    for (name, judge) in methods {
      let plain = try judge(before, after, own, .lower)
      let mirrored = try judge(b, a, turned, .higher)
      #expect(plain.indices == mirrored.indices.map { -$0 }, "\(name)")
      #expect(plain.classes == mirrored.classes, "\(name)")
      // The direction classifies; it turns no sign.
      let other = try judge(before, after, own, .higher)
      #expect(plain.indices == other.indices, "\(name)")
      #expect(plain.count(of: .improved) == other.count(of: .deteriorated), "\(name)")
    }
  }

  @Test("judges a person whoever stands beside", .tags(.law), arguments: 1...4)
  func persons(seed: Int) throws {
    let (before, after) = people(seed)
    let own = try ReferenceScores(before: before, after: after)
    for (name, judge) in methods {
      let plain = try judge(before, after, own, .lower)
      let back = try judge(before.reversed(), after.reversed(), own, .lower)
      #expect(plain.indices == back.indices.reversed(), "\(name)")
      let alone = try judge([before[3]], [after[3]], own, .lower)
      #expect(alone.indices == [plain.indices[3]], "\(name)")
    }
  }

  @Test("says what its standard error and its critical value make of an index", .tags(.law))
  func classes() throws {
    let (before, after) = people(9)
    let own = try ReferenceScores(before: before, after: after)
    for (name, judge) in methods {
      let judged = try judge(before, after, own, .lower)
      #expect(judged.count == 30)
      for (index, change) in zip(judged.indices, judged.classes) {
        let expected: ReliableChange =
          index < -judged.critical
          ? .improved : index > judged.critical ? .deteriorated : .unchanged
        #expect(change == expected, "\(name)")
      }
    }
  }

  @Test("refuses what are no pairs", .tags(.edge))
  func pairs() throws {
    let (before, after) = people(2)
    let own = try ReferenceScores(before: before, after: after)
    for (_, judge) in methods {
      #expect(throws: StatisticsError.unequalLengths(2, 1)) { try judge([1, 2], [1], own, .lower) }
      #expect(throws: StatisticsError.tooFew(of: "pairs", count: 0, needed: 1)) {
        try judge([], [], own, .lower)
      }
      #expect(throws: StatisticsError.notFinite(in: "scores after", count: 1)) {
        try judge([1, 2], [3, .nan], own, .lower)
      }
      #expect(throws: StatisticsError.overflow(in: "index of change")) {
        try judge([-1e308], [1.7e308], own, .lower)
      }
    }
  }

  @Test("refuses a reference group that does not vary", .tags(.edge))
  func constant() throws {
    let flat = try ReferenceScores(before: [5, 5, 5, 5], after: [5, 5, 5, 5])
    #expect(flat.correlation == nil)
    for (name, judge) in methods {
      #expect(throws: StatisticsError.self, "\(name)") { try judge([1], [2], flat, .lower) }
    }
  }
}

@Suite("Methods of reliable change beside each other")
struct ReliableChangeRelationTests {
  private let before = people(5).before
  private let after = people(5).after

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
    let (before, after) = people(seed)
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

  @Test(
    "a change at Jacobson and Truax's threshold is unchanged by judge as by classify", .tags(.edge))
  func boundary() throws {
    for sd in stride(from: 1.0, through: 12, by: 0.37) {
      let method = try JacobsonTruax(reliability: 0.8, sd: sd)
      let judged = try method.judge(
        from: [0, 0], to: [method.threshold, -method.threshold], better: .higher)
      #expect(judged.classes == [.unchanged, .unchanged])
    }
  }

  @Test("a reliability of 0 or 1 is refused by name", .tags(.edge), arguments: [0.0, 1, -0.2, 1.1])
  func reliabilities(_ r: Double) {
    #expect(throws: StatisticsError.self) { try GulliksenLordNovick(reliability: r) }
    #expect(throws: StatisticsError.self) { try HsuLinnLord(reliability: r) }
    #expect(throws: StatisticsError.self) { try EdwardsNunnally(reliability: r) }
    #expect(throws: StatisticsError.self) {
      try NunnallyKotsch(reliabilityBefore: 0.8, reliabilityAfter: r)
    }
    #expect(throws: StatisticsError.self) {
      try NunnallyKotsch(reliabilityBefore: r, reliabilityAfter: 0.8)
    }
    #expect(throws: StatisticsError.self) { try HagemanArrindell(reliability: r) }
    #expect(throws: StatisticsError.self) { try PracticeAdjustedChange(reliability: r) }
    #expect(throws: StatisticsError.self) { try ErrorOfMeasurement(sd: 1, reliability: r) }
  }

  @Test("two persons are a reference for all but regression", .tags(.edge))
  func two() throws {
    let own = try ReferenceScores(before: [10, 20], after: [9, 21])
    let judged = try GulliksenLordNovick(reliability: 0.8).judge(
      from: [10, 20], to: [9, 21], reference: own, better: .lower)
    #expect(judged.classes == [.unchanged, .unchanged])
    #expect(throws: StatisticsError.tooFew(of: "pairs", count: 2, needed: 3)) {
      try RegressionBasedChange().judge(from: [1], to: [2], reference: own, better: .lower)
    }
    #expect(
      throws: StatisticsError.tooFew(of: "people in the reference group", count: 1, needed: 2)
    ) {
      try ReferenceScores(before: [10], after: [9])
    }
  }

  @Test("changes that vary no more than errors have no reliability", .tags(.edge))
  func noise() throws {
    let steady = try ReferenceScores(
      count: 30, meanBefore: 20, sdBefore: 8, meanAfter: 20, sdAfter: 8, correlation: 0.95)
    #expect(throws: StatisticsError.self) {
      try HagemanArrindell(reliability: 0.8).reliabilities(in: steady)
    }
    let same = try ReferenceScores(
      count: 30, meanBefore: 20, sdBefore: 8, meanAfter: 18, sdAfter: 8, correlation: 1)
    #expect(throws: StatisticsError.noVariation(in: "changes", count: 30)) {
      try HagemanArrindell(reliability: 0.8).reliabilities(in: same)
    }
    #expect(throws: StatisticsError.self) {
      try RegressionBasedChange().judge(from: [1], to: [2], reference: same, better: .lower)
    }
    let shaky = try ReferenceScores(
      count: 30, meanBefore: 20, sdBefore: 8, meanAfter: 18, sdAfter: 2, correlation: 0.1)
    #expect(throws: StatisticsError.self) {
      try HagemanArrindell(reliability: 0.8).reliabilities(in: shaky)
    }
  }

  @Test("a manual's numbers are refused where they cannot be", .tags(.edge))
  func manual() {
    func scores(_ sd: Double, _ r: Double?, mean: Double = 1) throws {
      _ = try ReferenceScores(
        count: 9, meanBefore: mean, sdBefore: sd, meanAfter: 1, sdAfter: 1, correlation: r)
    }
    #expect(throws: StatisticsError.self) { try scores(-1, 0.5) }
    #expect(throws: StatisticsError.self) { try scores(1, 1.01) }
    #expect(throws: StatisticsError.self) { try scores(1, .nan) }
    #expect(throws: StatisticsError.self) { try scores(1, 0.5, mean: .infinity) }
    #expect(throws: StatisticsError.self) { try RegressionBasedChange(confidence: 1) }
  }
}
