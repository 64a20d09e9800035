import FurlongEvaluation
import FurlongScales
import FurlongStatistics
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite struct MeaningTests {
  /// Ten first scores of BDI-II, of which six have a second.
  private func draft() -> StudyDraft {
    var draft = StudyDraft(size: 10)
    draft.score(
      "bdi2", before: [30, 12, 20, 16, 25, 10, 22, 18, 27, 35],
      after: [8, 24, 20, 13, 33, 11, nil, nil, nil, nil])
    return draft
  }

  @Test func `the threshold is 1.96 root 2 SD root (1 − r) of all first scores`() throws {
    let outcome = try draft().meaning()
    let reliability = try #require(outcome.reliability)
    // Squares about the mean of 21.5 add to 564.5.
    let sd = (564.5 / 9).squareRoot()
    let coefficient = try #require(reliability.coefficient)
    expectClose(
      try #require(outcome.threshold.estimate?.value),
      1.96 * 2.0.squareRoot() * sd * (1 - coefficient).squareRoot(),
      relative: 1e-14)
    #expect(outcome.threshold.estimate?.used.count == 10)
    #expect(reliability.kind == "test-retest")
  }

  @Test func `lower is better on BDI-II, and worse is counted like better`() throws {
    let outcome = try draft().meaning()
    // With r = 0.93 the threshold is about 5.8 points.
    let row = outcome.rows[0]
    #expect(row.used.count == 6)
    #expect(row[.improved].estimate?.parts?.count == 1)
    #expect(row[.deteriorated].estimate?.parts?.count == 2)
    #expect(row[.unchanged].estimate?.parts?.count == 3)
    #expect(outcome.cutOff?.score == 14)
    // From 30 to 8 and from 16 to 13; the second is no reliable change.
    #expect(row[.crossed].estimate?.parts?.count == 2)
    #expect(row[.recovered].estimate?.parts?.count == 1)
    #expect(row[.harmed].estimate?.parts?.count == 1)
    #expect(row[.harmed].estimate?.value == 1.0 / 6)
    #expect(row.shares.method(of: .harmed) == .wilson)
  }

  @Test func `higher is better on QPR-15, and without a cut-off nobody crosses`() throws {
    var draft = StudyDraft(size: 4)
    draft.score("qpr15", before: [20, 25, 30, 35], after: [40, 25, 10, 36])
    let row = try draft.meaning().rows[0]
    #expect(row[.improved].estimate?.parts?.count == 1)
    #expect(row[.deteriorated].estimate?.parts?.count == 1)
    for measure in [MeaningMeasure.crossed, .recovered, .harmed] {
      #expect(row[measure].none == NoNumber(.noCutOffPublished, used: 4, eligible: 4))
    }
  }

  @Test(.tags(.edge)) func `a change of exactly the threshold is no reliable change`() throws {
    var draft = StudyDraft(size: 4)
    draft.score("qpr15", before: [0, 20, 30, 35], after: [0, 20, 30, 35])
    let threshold = try #require(draft.meaning().threshold.estimate?.value)
    // From 0, so that the change is the threshold to the last bit.
    draft.scored.scores[1].values[0] = threshold
    #expect(try draft.meaning().rows[0][.unchanged].estimate?.parts?.count == 4)
    draft.scored.scores[1].values[0] = threshold.nextUp
    #expect(try draft.meaning().rows[0][.improved].estimate?.parts?.count == 1)
  }

  @Test(.tags(.reference))
  func `a published error of measurement judges as it was published, whatever the spread here`()
    throws
  {
    var draft = StudyDraft(size: 3)
    draft.score(
      "swemwbs", reliability: "implied-by-sem", before: [20, 20.5, 21], after: [22.85, 23.36, 18.1])
    let outcome = try draft.meaning()
    // Shah and others 2018, doi:10.1186/s12955-018-1060-2: SEM 1.03; 1.96·√2·1.03 by hand.
    expectClose(try #require(outcome.threshold.estimate).value, 2.855_014_339_7, relative: 1e-10)
    #expect(outcome.rows[0][.improved].estimate?.parts?.count == 1)
    #expect(outcome.rows[0][.unchanged].estimate?.parts?.count == 1)
    #expect(outcome.rows[0][.deteriorated].estimate?.parts?.count == 1)
  }

  @Test func `a published threshold counts who reaches it, and stands beside the plan's choice`()
    throws
  {
    var draft = StudyDraft(size: 4)
    // NHS England counts a change of 6 points on PHQ-9 as reliable.
    draft.score(
      "phq9", reliability: .points(6), before: [20, 20, 10, 10], after: [14, 15, 16, 10])
    let outcome = try draft.meaning()
    #expect(outcome.threshold.estimate?.value == 6)
    #expect(outcome.rows[0][.improved].estimate?.parts?.count == 1)
    #expect(outcome.rows[0][.deteriorated].estimate?.parts?.count == 1)
    #expect(outcome.rows[0][.unchanged].estimate?.parts?.count == 2)
    // Kounali and others 2022 stand beside it; what was not verified does not.
    #expect(outcome.others.map(\.reliability.kind) == ["alpha", "important-1.7-points"])
    #expect(outcome.others.allSatisfy { $0.threshold.estimate != nil })
  }

  @Test func `the plan's own reliability judges, and none judges nothing`() throws {
    var draft = StudyDraft(size: 3)
    draft.score(
      "qpr15", reliability: .own(coefficient: 0.5, source: "our own pilot"), before: [20, 30, 40],
      after: [60, 30, 40])
    let outcome = try draft.meaning()
    expectClose(
      try #require(outcome.threshold.estimate).value,
      1.96 * 2.0.squareRoot() * 10 * 0.5.squareRoot(),
      relative: 1e-12)
    #expect(outcome.reliability?.kind == "own")
    #expect(outcome.others.map(\.reliability.kind).contains("alpha"))
    var silent = StudyDraft(size: 3)
    silent.score("qpr15", reliability: .none, before: [20, 30, 40], after: [60, 30, 40])
    #expect(try silent.meaning().reliability == nil && silent.meaning().others.isEmpty)
  }

  /// First scores with a mean of 40 and a standard deviation of 7.5, as in the paper's example.
  private func jacobsonTruax(
    _ cutOff: CutOffChoice,
    _ norm: FunctionalNorm? = FunctionalNorm(mean: 60, sd: 7.5, source: "1991")
  ) throws -> MeaningFinding<Unreleased>.Outcome {
    var draft = StudyDraft(size: 3)
    draft.score(
      "qpr15", reliability: .own(coefficient: 0.8, source: "1991"), before: [32.5, 40, 47.5],
      after: [47.5, 53, 57])
    draft.plan.outcomes[0].cutOff = cutOff
    draft.plan.outcomes[0].norm = norm
    return try draft.meaning()
  }

  // Jacobson and Truax 1991: means 40 and 60, both SDs 7.5; a 55, b 45, c 50; the threshold is 9.297.
  @Test(.tags(.reference)) func `cut-offs a, b and c stand side by side, the plan's leading`()
    throws
  {
    let outcome = try jacobsonTruax(.made(.c))
    expectClose(try #require(outcome.threshold.estimate?.value), 9.297, relative: 1e-4)
    #expect(outcome.cutOff == nil)
    #expect(outcome.cutOffs.map(\.basis) == [.made(.c), .made(.a), .made(.b)])
    #expect(outcome.cutOffs.map { $0.score.estimate?.value } == [50, 55, 45])
    // From 40 to 53 and from 47.5 to 57 cross 50; 32.5 to 47.5 does not, though it is real.
    #expect(outcome.rows[0][.crossed].estimate?.parts?.count == 2)
    #expect(outcome.rows[0][.improved].estimate?.parts?.count == 3)
    #expect(outcome.rows[0][.recovered].estimate?.parts?.count == 2)
    // Past 55 goes one; past 45 go two: whoever began at 47.5 was past it before.
    #expect(outcome.cutOffs[0].rows.isEmpty)
    #expect(outcome.cutOffs[1].rows[0].crossed.estimate?.parts?.count == 1)
    #expect(outcome.cutOffs[2].rows[0].crossed.estimate?.parts?.count == 2)
    for criterion in CutOffCriterion.allCases {
      #expect(try jacobsonTruax(.made(criterion)).cutOffs.first?.basis == .made(criterion))
    }
  }

  @Test(.tags(.law)) func `of a scale that runs the other way cut-offs are turned with it`() throws
  {
    // BDI-II, lower is better: the same distances on the other side of the means.
    var draft = StudyDraft(size: 3)
    draft.score(
      "bdi2", reliability: .own(coefficient: 0.8, source: "a test"), before: [32.5, 25, 17.5],
      after: [17.5, 12, 8])
    draft.plan.outcomes[0].cutOff = .made(.c)
    draft.plan.outcomes[0].norm = FunctionalNorm(mean: 5, sd: 7.5, source: "a test")
    let outcome = try draft.meaning()
    // 25 and 5: a 25 − 15, b 5 + 15, c half way; the published one beside them.
    #expect(outcome.cutOffs.map(\.basis) == [.made(.c), .published, .made(.a), .made(.b)])
    #expect(outcome.cutOffs.map { $0.score.estimate?.value } == [15, 14, 10, 20])
    #expect(outcome.rows[0][.crossed].estimate?.parts?.count == 2)
  }

  @Test func `a plan that says nothing of cut-offs has the published one, as before`() throws {
    let outcome = try draft().meaning()
    #expect(outcome.cutOffs.isEmpty && outcome.cutOff?.score == 14)
    var same = draft()
    same.plan.outcomes[0].norm = FunctionalNorm(mean: 8, sd: 8, source: "a test")
    let beside = try same.meaning()
    #expect(beside.cutOffs.map(\.basis) == [.published, .made(.a), .made(.b), .made(.c)])
    #expect(beside.rows == outcome.rows)
  }

  @Test func `a score of the plan's own leads, and a cut-off that cannot be made says why`() throws
  {
    let outcome = try jacobsonTruax(.own(score: 52, source: "our teams"), nil)
    #expect(outcome.cutOffs.map(\.basis) == [.own, .made(.a)])
    #expect(outcome.cutOff?.score == 52)
    #expect(outcome.rows[0][.crossed].estimate?.parts?.count == 2)
    var equal = StudyDraft(size: 3)
    equal.score("qpr15", before: [20, 20, 20], after: [40, 25, 10])
    equal.plan.outcomes[0].cutOff = .made(.a)
    let none = try equal.meaning()
    #expect(none.cutOffs[0].score.none == NoNumber(.noVariation, used: 3, eligible: 3))
    #expect(none.rows[0][.crossed].none == NoNumber(.noVariation, used: 3, eligible: 3))
    // Two spreads below the mean lie below 0, where nobody can come.
    var low = StudyDraft(size: 3)
    low.score(
      "bdi2", reliability: .own(coefficient: 0.8, source: "a test"), before: [2, 12, 22],
      after: [0, 0, 0])
    low.plan.outcomes[0].cutOff = .made(.a)
    let off = try low.meaning()
    #expect(off.cutOffs[0].score.none == NoNumber(.offScale, used: 3, eligible: 3))
    #expect(off.rows[0][.crossed].none == NoNumber(.offScale, used: 3, eligible: 3))
    // Where the norm is no better than the first scores here, nothing lies between.
    let worse = try jacobsonTruax(.made(.c), FunctionalNorm(mean: 30, sd: 7.5, source: "wrong"))
    #expect(worse.cutOffs[0].score.none?.reason == .outsideMethod)
  }

  // Williams and others 2015: QPR-15's two reliabilities, at the SD that Allard's figures imply.
  @Test(.tags(.reference))
  func `QPR-15 has two thresholds, 10.3 and 15.8 points at an SD of 11.15`()
    throws
  {
    let qpr = try ScaleCatalogue.shipped().scale("qpr15")
    func threshold(_ kind: String) throws -> Double {
      let reliability = try #require(qpr.reliability(kind: kind))
      return try JacobsonTruax(reliability: reliability.coefficient, sd: 11.15).threshold
    }
    expectClose(try threshold("alpha"), 10.3, relative: 0.005)
    expectClose(try threshold("test-retest"), 15.8, relative: 0.005)
  }

  @Test func `a reliability of a kind that was not published judges nothing`() throws {
    var draft = StudyDraft(size: 3)
    draft.score("qpr15", reliability: "split-half", before: [20, 25, 30], after: [40, 25, 10])
    let outcome = try draft.meaning()
    #expect(outcome.reliability == nil)
    #expect(outcome.threshold.none == NoNumber(.noReliability, used: 3, eligible: 3))
    #expect(
      outcome.rows[0][.improved].none
        == NoNumber(.noReliability, used: 3, eligible: 3))
  }

  @Test(.tags(.edge)) func `equal first scores have no threshold`() throws {
    var draft = StudyDraft(size: 3)
    draft.score("qpr15", before: [20, 20, 20], after: [40, 25, 10])
    #expect(
      try draft.meaning().threshold.none == NoNumber(.noVariation, used: 3, eligible: 3))
  }

  @Test func `first scores count toward the threshold whether or not a second is due`() throws {
    var draft = draft()
    let before = try draft.meaning().threshold
    draft.scored.scores[1].due = Array(repeating: false, count: 10)
    #expect(try draft.meaning().threshold == before)
  }
}
