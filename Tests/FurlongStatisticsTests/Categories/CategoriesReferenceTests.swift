import FurlongStatistics
import FurlongTestSupport
import Testing

private func records(_ ids: String...) throws -> [ReferenceRecord] {
  try ReferenceRecords.all("categories.json").filter { ids.contains($0.id) }
}

private func table(_ record: ReferenceRecord) throws -> [[Int]] {
  if record.id.hasSuffix("cramers_v") || record.id.hasSuffix("nmes") {
    let data = try PublishedData("nmes1988", "NMES1988.csv")
    let persons = Array(zip(data.text("health"), data.text("insurance")))
    return ["average", "excellent", "poor"].map { health in
      ["no", "yes"].map { insurance in persons.count { $0 == (health, insurance) } }
    }
  }
  return rows(record.data["table"]).map { $0.map { Int($0) } }
}

@Suite(
  "Tables of categories agree with R and effectsize", .agreement("categories-before-and-after"))
struct CategoryTableReferenceTests {
  @Test("χ²", .tags(.reference), arguments: try records("chisq_table", "chisq_3x4"))
  func chiSquared(record: ReferenceRecord) throws {
    let e = record.expected
    let flat = record.data["t"].numbers.map { Int($0) }
    let counts =
      flat.isEmpty ? try table(record) : [Array(flat.prefix(3)), Array(flat.suffix(3))]
    let test = try ChiSquaredTest().test(counts)
    expectClose(test.chiSquared, e["chi2"], relative: 1e-13, strict: true)
    expectClose(test.p, e["p"], relative: 1e-11, strict: true)
    expectClose(test.expected.flatMap { $0 }, e["expected"], relative: 1e-14)
    if !e["df"].isMissing { #expect(Double(test.df) == e["df"].number) }
    // R corrects two by two only: in larger tables Yates's is the same.
    if !e["yates"].isMissing {
      expectClose(test.chiSquared, e["yates"], relative: 1e-13, strict: true)
      expectClose(test.p, e["p_yates"], relative: 1e-11, strict: true)
    }
  }

  /// The peer, R 4.2.2's `chisq.test`, gives NaN with four degrees of freedom for the whole table.
  @Test(
    "chisq_empty_row_and_column: categories of nobody are left out", .tags(.reference),
    arguments: try records("chisq_empty_row_and_column"))
  func empty(record: ReferenceRecord) throws {
    let test = try ChiSquaredTest().test(try table(record))
    expectClose(test.chiSquared, record.expected["chi2"], relative: 1e-13, strict: true)
    expectClose(test.p, record.expected["p"], relative: 1e-11, strict: true)
    #expect(test.df == 1 && test.rows == [0, 2] && test.columns == [0, 2])
    #expect(record.expected["peer_chi2"].isMissing && record.expected["peer_df"].number == 4)
  }

  @Test("Cramér's V", .tags(.reference), arguments: try records("cramers_v", "cramers_v_3x4"))
  func cramer(record: ReferenceRecord) throws {
    let e = record.expected
    let association = try CramersV().association(try table(record))
    expectClose(association.v, e["V"].numbers[0], relative: 1e-12, strict: true)
    expectClose(
      try #require(association.corrected), e["V_adj"], relative: 1e-12, strict: true)
    if e["chi2"].isMissing { return }
    expectClose(association.test.chiSquared, e["chi2"], relative: 1e-12, strict: true)
    expectClose(association.test.p, e["p"], relative: 1e-10, strict: true)
    #expect(Double(association.test.df) == e["df"].number)
  }

  /// The peer searches for its limits and finds about six figures of them.
  @Test(
    "limits of V, effectsize's search", .tags(.reference),
    arguments: try records("cramers_v_3x4", "cramers_v_limits_nmes"))
  func searchedLimits(record: ReferenceRecord) throws {
    let e = record.expected
    let interval = try CramersV().association(try table(record)).interval
    let limits = e["V"].isMissing ? e["limits"].numbers : Array(e["V"].numbers.dropFirst())
    expectClose(interval.low, limits[0], relative: 1e-6)
    expectClose(interval.high, limits[1], relative: 1e-6)
  }

  @Test(
    "limits of V", .tags(.reference),
    arguments: try records("cramers_v_limits_3x4", "cramers_v_limits_nmes"))
  func limits(record: ReferenceRecord) throws {
    let e = record.expected
    let interval = try CramersV().association(try table(record)).interval
    expectClose(
      [interval.low, interval.high], e["uniroot"].isMissing ? e["limits"] : e["uniroot"],
      relative: 1e-9, strict: true)
  }

  @Test(
    "trend of proportions", .tags(.reference),
    arguments: try records("trend_cochran_armitage", "trend_scores"))
  func trend(record: ReferenceRecord) throws {
    let data = record.data
    let trend = try CochranArmitageTrend().test(
      data["x"].numbers.map { Int($0) }, of: data["n"].numbers.map { Int($0) },
      scores: data["s"].numbers)
    expectClose(trend.chiSquared, record.expected["chi2"], relative: 1e-11, strict: true)
    expectClose(trend.p, record.expected["p"], relative: 1e-10, strict: true)
    if !record.expected["slope"].isMissing {
      expectClose(trend.slope, record.expected["slope"], relative: 1e-12, strict: true)
    }
  }
}

@Suite(
  "Categories before and after agree with R, coin and statsmodels",
  .agreement("categories-before-and-after"))
struct PairedCategoriesReferenceTests {
  @Test(
    "symmetry (Bowker)", .tags(.reference),
    arguments: try records("bowker_jobs", "bowker_grades"))
  func symmetry(record: ReferenceRecord) throws {
    let moves = try BowkerTest().test(try table(record))
    expectClose(moves.chiSquared, record.expected["bowker_r"], relative: 1e-13, strict: true)
    expectClose(moves.p, record.expected["bowker_p_r"], relative: 1e-11, strict: true)
    #expect(Double(moves.df) == record.expected["bowker_df_r"].number && moves.emptyPairs == 0)
  }

  @Test(
    "symmetry, statsmodels' χ²", .tags(.reference),
    arguments: try ReferenceRecords.all("categories.json", "bowker_statsmodels"))
  func statistic(record: ReferenceRecord) throws {
    let moves = try BowkerTest().test(try table(record))
    expectClose(moves.chiSquared, record.expected["chi2"], relative: 1e-13, strict: true)
    if moves.emptyPairs == 0 {
      expectClose(moves.p, record.expected["p"], relative: 1e-10, strict: true)
    }
  }

  /// The peers: R 4.2.2's `mcnemar.test` gives NaN, statsmodels 0.15.0 counts empty pairs as degrees of freedom.
  @Test(
    "pairs that nobody moved between take no degrees of freedom", .tags(.reference),
    arguments: [("idle", 5), ("split", 4), ("housing", 1)])
  func emptyPairs(name: String, empty: Int) throws {
    let r = try #require(try records("bowker_\(name)").first)
    let statsmodels = try #require(try records("bowker_statsmodels_\(name)").first)
    let moves = try BowkerTest().test(try table(r))
    #expect(r.expected["bowker_r"].isMissing)
    #expect(moves.emptyPairs == empty)
    #expect(Double(moves.df + empty) == statsmodels.expected["df"].number)
    #expect(moves.p < statsmodels.expected["p"].number)
    // Where all moves are between neighbours, symmetry and equal shares are one question: coin answers it.
    let coin = try #require(try records("stuart_maxwell_\(name)").first)
    #expect(Double(moves.df) == coin.expected["df"].number)
    expectClose(moves.p, coin.expected["p"], relative: 1e-11, strict: true)
  }

  @Test(
    "equal shares (Stuart and Maxwell)", .tags(.reference),
    arguments: try ReferenceRecords.all("categories.json", "stuart_maxwell"))
  func shares(record: ReferenceRecord) throws {
    let shift = try StuartMaxwellTest().test(try table(record))
    expectClose(shift.chiSquared, record.expected["chi2"], relative: 1e-12, strict: true)
    expectClose(shift.p, record.expected["p"], relative: 1e-10, strict: true)
    #expect(Double(shift.df) == record.expected["df"].number)
  }
}
