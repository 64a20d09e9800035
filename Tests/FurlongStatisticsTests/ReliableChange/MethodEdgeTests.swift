import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Methods of reliable change where nothing can be judged, or just not")
struct ReliableChangeEdgeTests {
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
