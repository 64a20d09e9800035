import FurlongEvaluation
import FurlongScales
import FurlongTestSupport
import Testing

@Suite("How many pairs a scale needs")
struct PairNeedsTests {
  private func needs(
    _ scale: String, _ reliability: ReliabilityChoice, correlation: Double = 0.5
  ) throws -> ScaleNeeds {
    try PairNeeds(correlation: correlation)
      .of(ScaleCatalogue.shipped().scale(scale), reliability: reliability)
  }

  private func row(_ needs: ScaleNeeds, _ aim: ScaleNeeds.Aim) throws -> ScaleNeeds.Row {
    try #require(needs.rows.first { $0.aim == aim })
  }

  @Test("half a standard deviation takes 34 pairs for 80% power and 44 for 90%: R's power.t.test")
  func halfDeviation() throws {
    for (scale, kind) in [("swemwbs", "implied-by-sem"), ("qpr15", "alpha")] {
      let row = try row(needs(scale, .published(kind: kind)), .halfDeviation)
      #expect(row.size == 0.5 && row.pairsAt80 == 34 && row.pairsAt90 == 44)
    }
  }

  @Test("the reliable change of a published error is that of the report: 2.86 points, not 2.87")
  func publishedError() throws {
    let needs = try needs("swemwbs", "implied-by-sem")
    expectClose(
      try #require(needs.reliableChange) * (try #require(needs.sd)), 1.96 * 2.0.squareRoot() * 1.03)
  }

  @Test("the reliable change is that of the plan's coefficient, in standard deviations")
  func reliableChange() throws {
    let alpha = try needs("qpr15", "alpha")
    let retest = try needs("qpr15", "test-retest")
    expectClose(try #require(alpha.reliableChange), 1.96 * (2 * 0.11).squareRoot())
    expectClose(try #require(retest.reliableChange), 1.96 * (2 * 0.26).squareRoot())
    #expect(
      try row(retest, .reliableChange).pairsAt80 < row(alpha, .reliableChange).pairsAt80)
  }

  @Test("points are given where the catalogue has a standard deviation")
  func points() throws {
    #expect(try needs("swemwbs", "implied-by-sem").sd == 3.92)
    #expect(try needs("swemwbs", "implied-by-sem").sdSource?.contains("Shah") == true)
    #expect(try needs("bdi2", "alpha").sd == nil)
  }

  @Test("occasions that hang together need fewer pairs", .tags(.law))
  func correlation() throws {
    let counts = try [0.2, 0.5, 0.8].map {
      try row(needs("bdi2", "alpha", correlation: $0), .halfWidth).pairsAt90
    }
    #expect(counts == counts.sorted(by: >) && Set(counts).count == 3)
  }

  @Test("a correlation outside its range is refused", .tags(.edge), arguments: [-1.0, 1, 2])
  func refused(correlation: Double) {
    #expect(throws: EvaluationError.correlationOutsideRange(correlation)) {
      try needs("bdi2", "alpha", correlation: correlation)
    }
  }
}
