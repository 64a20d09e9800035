import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Intraclass correlations agree with R's psych and irr, and with pingouin")
struct IntraclassReferenceTests {
  /// The six in the order in which peers print them.
  private static let forms: [IntraclassForm] = [
    .oneWaySingle, .agreementSingle, .consistencySingle, .oneWayAverage, .agreementAverage,
    .consistencyAverage,
  ]

  private func compare(
    _ found: IntraclassCorrelations, _ e: ReferenceValue, interval tolerance: Double = 1e-11
  ) {
    for (place, form) in Self.forms.enumerated() {
      let one = found[form]
      #expect(one.form == form)
      func expected(_ name: String) -> Double { e[name].numbers[place] }
      expectClose(one.f ?? .nan, expected("F"), relative: 1e-11, strict: true, form.rawValue)
      expectClose(one.df1, expected("df1"), relative: 1e-15)
      expectClose(one.df2, expected("df2"), relative: 1e-15)
      expectClose(one.p ?? .nan, expected("p"), relative: 1e-9, strict: true, form.rawValue)
      // A value beyond 1 is the peers' for what is not defined.
      if expected("ICC") > 1 {
        #expect(one.estimate == nil && one.interval == nil)
      } else {
        expectClose(one.estimate ?? .nan, expected("ICC"), relative: 1e-11, strict: true)
        expectClose(one.interval?.low ?? .nan, expected("lo"), relative: tolerance)
        expectClose(one.interval?.high ?? .nan, expected("hi"), relative: tolerance)
      }
    }
  }

  @Test(
    "all six by psych", .tags(.reference), .agreement("intraclass-correlation"),
    arguments: try ReferenceRecords.named(
      "icc.json", "icc_shrout_fleiss_1979", "icc_negative", "icc_ties", "icc_retest",
      "icc_BtheB_pre_2m"))
  func psych(record: ReferenceRecord) throws {
    let found = try IntraclassCorrelation().correlations(of: ScoreMatrix(record))
    let inside = record.expected["psych"]
    compare(found, inside.isMissing ? record.expected : inside)
    let squares = record.expected["ms"].numbers
    if !squares.isEmpty {
      let parts = found.decomposition
      expectClose(parts.betweenPersons, squares[0], relative: 1e-12, strict: true)
      expectClose(parts.residual, squares[2], relative: 1e-12, strict: true)
      expectClose(parts.betweenRaters, squares[1], relative: 1e-12)
    }
  }

  @Test(
    "one way and consistency, and one rater's agreement, by irr", .tags(.reference),
    .agreement("intraclass-correlation"),
    arguments: try ReferenceRecords.named("icc.json", "icc_shrout_fleiss_1979"))
  func irr(record: ReferenceRecord) throws {
    let found = try IntraclassCorrelation().correlations(of: ScoreMatrix(record))
    for (name, form) in [
      ("irr_1_1", IntraclassForm.oneWaySingle), ("irr_C_1", .consistencySingle),
      ("irr_C_k", .consistencyAverage), ("irr_A_1", .agreementSingle),
      ("irr_A_k", .agreementAverage),
    ] {
      let e = record.expected[name]
      let one = found[form]
      expectClose(try #require(one.estimate), e["icc"], relative: 1e-12, strict: true)
      expectClose(try #require(one.f), e["F"], relative: 1e-12, strict: true)
      expectClose(one.df1, e["df1"])
      if name != "irr_A_k" {
        expectClose(try #require(one.interval).low, e["lo"], relative: 1e-11, strict: true)
        expectClose(try #require(one.interval).high, e["hi"], relative: 1e-11, strict: true)
      }
      if !name.hasPrefix("irr_A") {
        expectClose(one.df2, e["df2"])
        expectClose(try #require(one.p), e["p"], relative: 1e-11, strict: true)
      }
    }
    expectClose(
      try #require(found.agreementDegreesOfFreedom), record.expected["irr_A_1"]["df2"],
      relative: 1e-12, strict: true)
  }

  /// The peer, irr 0.84.1, tests agreement with the degrees of freedom of its interval, which belong to
  /// the ρ estimated and not to the 0 that is tested: MS_p/MS_e has (n − 1)(k − 1), as in psych.
  @Test(
    "icc_shrout_fleiss_1979: F of agreement has the degrees of freedom of ρ = 0", .tags(.reference))
  func testOfAgreement() throws {
    let record = try #require(
      try ReferenceRecords.named("icc.json", "icc_shrout_fleiss_1979").first)
    let found = try IntraclassCorrelation().correlations(of: ScoreMatrix(record)).agreementSingle
    let (irr, psych) = (record.expected["irr_A_1"], record.expected["psych"])
    #expect(found.df2 == psych["df2"].numbers[1])
    expectClose(try #require(found.p), psych["p"].numbers[1], relative: 1e-11, strict: true)
    #expect(irr["p"].number > 50 * (found.p ?? 1))
    // With the peer's degrees of freedom the peer's p comes out.
    expectClose(
      try FisherF(df1: 5, df2: irr["df2"].number).upperTail(irr["F"].number), irr["p"],
      relative: 1e-11, strict: true)
  }

  /// irr 0.84.1 puts ICC(A,k) where kρ/(1 − ρ) asks for ICC(A,1), so that its limits of the mean are not
  /// those of the single score stepped up; psych's and pingouin's are.
  @Test("icc_shrout_fleiss_1979: limits of a mean are those of one, stepped up", .tags(.reference))
  func limitsOfAverage() throws {
    let record = try #require(
      try ReferenceRecords.named("icc.json", "icc_shrout_fleiss_1979").first)
    let found = try IntraclassCorrelation().correlations(of: ScoreMatrix(record))
    let irr = record.expected["irr_A_k"]
    let single = try #require(found.agreementSingle.interval)
    let average = try #require(found.agreementAverage.interval)
    expectClose(average.low, 4 * single.low / (1 + 3 * single.low), relative: 1e-13)
    expectClose(average.high, 4 * single.high / (1 + 3 * single.high), relative: 1e-13)
    expectClose(average.low, record.expected["psych"]["lo"].numbers[4], relative: 1e-11)
    #expect(abs(average.low - irr["lo"].number) > 0.03)
    #expect(abs(irr["df2"].number - (found.agreementDegreesOfFreedom ?? 0)) > 0.5)
  }

  @Test(
    "all six by pingouin", .tags(.reference), .agreement("intraclass-correlation"),
    arguments: try ReferenceRecords.all("icc.json", "pingouin"))
  func pingouin(record: ReferenceRecord) throws {
    let found = try IntraclassCorrelation().correlations(of: ScoreMatrix(record))
    let e = record.expected
    #expect(e["type"].words.count == 6)
    for (place, name) in e["type"].words.enumerated() {
      let form = try #require(
        IntraclassForm.allCases.first { $0.nameByMcGrawAndWong == name || $0.rawValue == name })
      let one = found[form]
      expectClose(try #require(one.f), e["F"].numbers[place], relative: 1e-11, strict: true)
      expectClose(try #require(one.p), e["p"].numbers[place], relative: 1e-9, strict: true)
      #expect(one.df1 == e["df1"].numbers[place] && one.df2 == e["df2"].numbers[place])
      guard let estimate = one.estimate else { continue }
      expectClose(estimate, e["ICC"].numbers[place], relative: 1e-11, strict: true)
    }
  }

  /// pingouin rounds the limits to two decimals.
  @Test(
    "limits, which pingouin rounds", .tags(.reference),
    arguments: try ReferenceRecords.all("icc.json", "pingouin"))
  func rounded(record: ReferenceRecord) throws {
    let found = try IntraclassCorrelation().correlations(of: ScoreMatrix(record))
    for (place, form) in Self.forms.enumerated() {
      guard let interval = found[form].interval else { continue }
      #expect(abs(interval.low - record.expected["lo"].numbers[place]) <= 0.005 + 1e-9)
      #expect(abs(interval.high - record.expected["hi"].numbers[place]) <= 0.005 + 1e-9)
    }
  }

  /// The peers, psych 2.2.9 and pingouin 0.7.0, print an ICC(2,k) of 14.25 with limits from 6.05 to 0.10.
  @Test("icc_negative: no intraclass correlation is above 1", .tags(.reference))
  func beyondOne() throws {
    for record in try ReferenceRecords.named("icc.json", "icc_negative", "pingouin_icc_negative") {
      expectClose(record.expected["ICC"].numbers[4], 14.25, relative: 1e-12)
      #expect(record.expected["lo"].numbers[4] > record.expected["hi"].numbers[4])
      let found = try IntraclassCorrelation().correlations(of: ScoreMatrix(record))
      let average = found.agreementAverage
      #expect(average.estimate == nil && average.interval == nil)
      #expect(average.diagnostics == [.undefined, .noInterval])
      #expect(found.agreementSingle.diagnostics == [.negative])
    }
  }
}
