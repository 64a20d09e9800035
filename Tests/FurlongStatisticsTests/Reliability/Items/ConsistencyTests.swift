import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Coefficients of a scale's items")
struct ConsistencyTests {
  private static let loadings = [0.9, 1.4, 0.5, 1.1, 0.8, 1.3]

  @Test("are the same whatever is added to an item", .tags(.law), arguments: 1...4)
  func shift(seed: UInt64) throws {
    let scores = try ScoreMatrix.drawn(40, loadings: Self.loadings, seed: seed)
    let shifted = try scores.changed { item, score in score + 100 * Double(item) }
    try expectSame(shifted, scores, relative: 1e-11)
  }

  @Test("are the same in other units of the whole scale", .tags(.law), arguments: 1...4)
  func scale(seed: UInt64) throws {
    let scores = try ScoreMatrix.drawn(40, loadings: Self.loadings, seed: seed)
    for unit in [1e-8, -1, 4, 1e8] {
      try expectSame(try scores.changed { $1 * unit }, scores, relative: 1e-11)
    }
  }

  @Test("do not see the order of persons and items", .tags(.law), arguments: 1...4)
  func order(seed: UInt64) throws {
    let scores = try ScoreMatrix.drawn(40, loadings: Self.loadings, seed: seed)
    let turned = try ScoreMatrix(columns: scores.columns.reversed().map { $0.reversed() })
    try expectSame(turned, scores, relative: 1e-11)
    let items = try CronbachAlpha().consistency(of: scores).items
    for (a, b) in zip(try CronbachAlpha().consistency(of: turned).items, items.reversed()) {
      expectClose(
        try #require(a.alphaIfDropped), try #require(b.alphaIfDropped), relative: 1e-12)
    }
  }

  @Test("are the same of every person twice", .tags(.law), arguments: 1...4)
  func duplicates(seed: UInt64) throws {
    let scores = try ScoreMatrix.drawn(40, loadings: Self.loadings, seed: seed)
    let twice = try scores.doubled()
    try expectSame(twice, scores, relative: 1e-11)
    let once = try CronbachAlpha().consistency(of: scores).interval
    let narrower = try CronbachAlpha().consistency(of: twice).interval
    #expect(once.low < narrower.low && narrower.high < once.high)
  }

  private func expectSame(
    _ changed: ScoreMatrix, _ scores: ScoreMatrix, relative: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    func all(_ scores: ScoreMatrix) throws -> [Double?] {
      let alpha = try CronbachAlpha().consistency(of: scores)
      let bounds = try GuttmanBounds().bounds(of: scores)
      let splits = try SplitHalf().allSplits(of: scores)
      let omega = try McDonaldOmega().omega(of: scores)
      return [
        alpha.alpha, alpha.standardisedAlpha, alpha.meanCorrelation, bounds.lambda2,
        bounds.lambda6, bounds.standardisedLambda6, splits.mean, splits.lowest, splits.highest,
        omega.omega, omega.standardisedOmega,
      ]
    }
    for (a, b) in zip(try all(changed), try all(scores)) {
      expectClose(
        try #require(a), try #require(b), relative: relative, sourceLocation: sourceLocation)
    }
  }

  @Test(
    "stand in their order: α ≤ λ₂, α ≤ λ₄, the mean of all splits is α", .tags(.law),
    arguments: 1...8)
  func bounds(seed: UInt64) throws {
    let scores = try ScoreMatrix.drawn(25, loadings: Self.loadings, seed: seed)
    let alpha = try CronbachAlpha().consistency(of: scores).alpha
    let splits = try SplitHalf().allSplits(of: scores)
    #expect(try GuttmanBounds().bounds(of: scores).lambda2 >= alpha)
    #expect(splits.lowest <= alpha && alpha <= splits.highest && splits.splits == 10)
    expectClose(splits.mean, alpha, relative: 1e-13)
    for (first, value) in [
      (splits.firstItemsOfHighest, splits.highest), (splits.firstItemsOfLowest, splits.lowest),
    ] {
      let half = try SplitHalf(halves: .first(first)).reliability(of: scores)
      expectClose(half.flanaganRulon, value, relative: 1e-13)
    }
  }

  @Test("are one with items of one loading and no error between", .tags(.law))
  func parallel() throws {
    let first = [1.0, 4, 2, 5, 3, 3]
    let scores = try ScoreMatrix(columns: [first, first.map { $0 + 2 }, first.map { $0 - 7 }])
    let alpha = try CronbachAlpha().consistency(of: scores)
    expectClose(alpha.alpha, 1, relative: 1e-14)
    expectClose(alpha.interval.low, 1, relative: 1e-13)
    expectClose(try #require(alpha.standardisedAlpha), 1, relative: 1e-14)
    // Each item follows from the others: no inverse, no λ₆, and a factor without error.
    let bounds = try GuttmanBounds().bounds(of: scores)
    expectClose(bounds.lambda2, 1, relative: 1e-14)
    #expect(bounds.lambda6 == nil && bounds.standardisedLambda6 == nil)
    let omega = try McDonaldOmega().omega(of: scores)
    #expect(omega.omega == nil && omega.fit.outcome != .converged && omega.fit.misfit == nil)
  }

  @Test("of two items are those of two items", .tags(.edge))
  func two() throws {
    let scores = try ScoreMatrix(rows: [[1, 2], [2, 4], [3, 3], [5, 4]])
    let alpha = try CronbachAlpha().consistency(of: scores)
    let half = try SplitHalf().reliability(of: scores)
    #expect(alpha.items.allSatisfy { $0.alphaIfDropped == nil })
    for item in alpha.items {
      expectClose(
        try #require(item.restCorrelation), alpha.meanCorrelation ?? 2, relative: 1e-14)
    }
    expectClose(alpha.alpha, half.flanaganRulon, relative: 1e-14)
    expectClose(try #require(alpha.standardisedAlpha), half.spearmanBrown ?? 0, relative: 1e-14)
    #expect(try SplitHalf().allSplits(of: scores).splits == 1)
  }

  @Test("of two persons can be computed but for λ₆ and ω", .tags(.edge))
  func twoPersons() throws {
    let scores = try ScoreMatrix(rows: [[1, 2, 5], [4, 3, 9]])
    let alpha = try CronbachAlpha().consistency(of: scores)
    #expect(alpha.interval.contains(alpha.alpha))
    #expect(try GuttmanBounds().bounds(of: scores).lambda6 == nil)
    #expect(throws: StatisticsError.tooFew(of: "persons", count: 2, needed: 3)) {
      try McDonaldOmega().omega(of: scores)
    }
  }

  @Test("say which items do not vary or go against the rest", .tags(.edge))
  func diagnostics() throws {
    let scores = try ScoreMatrix(rows: [[1, 3, 5], [2, 3, 4], [3, 3, 4], [5, 3, 2]])
    let alpha = try CronbachAlpha().consistency(of: scores)
    #expect(alpha.alpha < 0)
    #expect(
      alpha.diagnostics == [.negative, .constantItems([1]), .itemsAgainstTheRest([0, 2])])
    #expect(alpha.standardisedAlpha == nil && alpha.meanCorrelation == nil)
    #expect(alpha.items[1].sd == 0 && alpha.items[1].restCorrelation == nil)
    #expect(try GuttmanBounds().bounds(of: scores).lambda6 == nil)
    let halves = try SplitHalf(halves: .first([1])).reliability(of: scores)
    #expect(halves.correlation == nil && halves.spearmanBrown == nil)
    #expect(throws: StatisticsError.noVariation(in: "scores of an item", count: 4)) {
      try McDonaldOmega().omega(of: scores)
    }
  }

  @Test("need items, persons and totals that differ", .tags(.edge))
  func errors() throws {
    let one = try ScoreMatrix(columns: [[1, 2, 3]])
    #expect(throws: StatisticsError.tooFew(of: "items", count: 1, needed: 2)) {
      try CronbachAlpha().consistency(of: one)
    }
    #expect(throws: StatisticsError.self) { try SplitHalf().reliability(of: one) }
    #expect(throws: StatisticsError.self) { try GuttmanBounds().bounds(of: one) }
    let two = try ScoreMatrix(columns: [[1, 2, 4], [2, 5, 1]])
    #expect(throws: StatisticsError.tooFew(of: "items", count: 2, needed: 3)) {
      try McDonaldOmega().omega(of: two)
    }
    let alone = try ScoreMatrix(rows: [[1, 2]])
    #expect(throws: StatisticsError.tooFew(of: "persons", count: 1, needed: 2)) {
      try CronbachAlpha().consistency(of: alone)
    }
    // Equal persons, and items that take each other away.
    for rows in [[[3.0, 4], [3, 4], [3, 4]], [[0.1, 0.9], [0.4, 0.6], [0.7, 0.3]]] {
      let scores = try ScoreMatrix(rows: rows)
      #expect(throws: StatisticsError.noVariation(in: "total scores", count: 3)) {
        try CronbachAlpha().consistency(of: scores)
      }
    }
    #expect(throws: StatisticsError.self) { try CronbachAlpha(confidence: 1).consistency(of: two) }
    for halves in [[], [0, 1], [0, 0], [2], [-1]] {
      #expect(throws: StatisticsError.self) {
        try SplitHalf(halves: .first(halves)).reliability(of: two)
      }
    }
    let many = try ScoreMatrix.drawn(30, loadings: [Double](repeating: 1, count: 21), seed: 1)
    #expect(throws: StatisticsError.self) { try SplitHalf().allSplits(of: many) }
  }

  @Test("take complete scores of one shape", .tags(.edge))
  func matrices() {
    #expect(throws: StatisticsError.tooFew(of: "persons", count: 0, needed: 1)) {
      try ScoreMatrix(rows: [])
    }
    #expect(throws: StatisticsError.tooFew(of: "persons", count: 0, needed: 1)) {
      try ScoreMatrix(rows: [[], []])
    }
    #expect(throws: StatisticsError.unequalLengths(2, 1)) { try ScoreMatrix(rows: [[1, 2], [3]]) }
    #expect(throws: StatisticsError.unequalLengths(2, 3)) {
      try ScoreMatrix(columns: [[1, 2], [3, 4, 5]])
    }
    #expect(throws: StatisticsError.notFinite(in: "scores", count: 1)) {
      try ScoreMatrix(rows: [[1, .nan]])
    }
    #expect(throws: StatisticsError.self) {
      try CronbachAlpha().consistency(
        of: ScoreMatrix(rows: [[1e200, -1e200], [-1e200, 1e200], [1e200, 1e200]]))
    }
  }
}

@Suite("One factor")
struct OneFactorTests {
  @Test("is found again in many persons", .tags(.law))
  func recovered() throws {
    let truth = [0.5, 1, 1.5, 0.8, 2]
    let fit = try OneFactorModel().fit(try ScoreMatrix.drawn(20_000, loadings: truth, seed: 5))
    #expect(fit.outcome == .converged && fit.steps < 20)
    for (found, expected) in zip(fit.loadings, truth) { #expect(abs(found - expected) < 0.05) }
    for uniqueness in fit.uniquenesses { #expect(abs(uniqueness - 1) < 0.08) }
    let misfit = try #require(fit.misfit)
    #expect(misfit.p > 0.001 && misfit.df == 5)
  }

  @Test("keeps ω where α has it if all loadings are equal", .tags(.law))
  func tau() throws {
    let scores = try ScoreMatrix.drawn(
      20_000, loadings: [Double](repeating: 1, count: 6), seed: 6)
    let alpha = try CronbachAlpha().consistency(of: scores).alpha
    let omega = try #require(try McDonaldOmega().omega(of: scores).omega)
    // 6/7 in the population.
    expectClose(alpha, 6.0 / 7, relative: 0.01)
    expectClose(omega, alpha, relative: 0.001)
  }

  @Test("has one answer for an item turned round", .tags(.law), arguments: 1...6)
  func turned(seed: UInt64) throws {
    let scores = try ScoreMatrix.drawn(60, loadings: [1, 0.7, 1.2, 0.9], seed: seed)
    let fit = try OneFactorModel().fit(scores)
    let turned = try OneFactorModel().fit(try scores.changed { $0 == 2 ? 6 - $1 : $1 })
    for item in 0..<4 {
      expectClose(turned.uniquenesses[item], fit.uniquenesses[item], relative: 1e-10)
      expectClose(abs(turned.loadings[item]), abs(fit.loadings[item]), relative: 1e-10)
    }
    #expect(fit.loadings.reduce(0, +) > 0 && turned.loadings.reduce(0, +) > 0)
  }

  @Test("fits three items exactly", .tags(.law), arguments: 1...6)
  func three(seed: UInt64) throws {
    let scores = try ScoreMatrix.drawn(80, loadings: [1, 1.3, 0.9], seed: seed)
    let fit = try OneFactorModel().fit(scores)
    #expect(fit.outcome == .converged && fit.misfit == nil)
    let l = fit.standardisedLoadings
    for (i, j) in [(0, 1), (0, 2), (1, 2)] {
      let r = try #require(
        try PearsonCorrelation().coefficient(between: scores.columns[i], and: scores.columns[j]))
      expectClose(l[i] * l[j], r, relative: 1e-11)
    }
  }

  @Test("says when the steps do not suffice", .tags(.edge))
  func steps() throws {
    let scores = try ScoreMatrix.drawn(60, loadings: [1, 0.7, 1.2, 0.9], seed: 1)
    let omega = try McDonaldOmega(model: OneFactorModel(steps: 2)).omega(of: scores)
    #expect(omega.fit.outcome == .notConverged && omega.fit.steps == 2)
    #expect(omega.omega == nil)
  }

  @Test("is searched among sixty items, and among items that have nothing in common", .tags(.edge))
  func ends() throws {
    let many = try ScoreMatrix.drawn(
      200, loadings: (0..<60).map { 0.4 + 0.02 * Double($0) }, seed: 2)
    #expect(try OneFactorModel().fit(many).outcome == .converged)
    for seed in 1...20 {
      let none = try ScoreMatrix.drawn(
        30, loadings: [Double](repeating: 0, count: 5), seed: UInt64(seed))
      let omega = try McDonaldOmega().omega(of: none)
      #expect((omega.omega == nil) == (omega.fit.outcome != .converged))
      if let value = omega.omega { #expect(value >= 0 && value < 1) }
    }
  }
}
