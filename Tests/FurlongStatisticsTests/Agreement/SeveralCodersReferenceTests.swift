import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Several coders agree as irrCAC, irr and statsmodels have it", .agreement("several-coders"))
struct SeveralCodersReferenceTests {
  private func weights(_ record: ReferenceRecord) -> CategoryWeights {
    switch record.data["weights"].word {
    case "linear": .linear
    case "quadratic": .quadratic
    case "ordinal": .ordinal
    default: .identity
    }
  }

  private func expect(_ answer: CodersAgreement, _ e: ReferenceValue, _ what: String) {
    expectClose(answer.observed, e["pa"], relative: 1e-14, what)
    expectClose(answer.expected, e["pe"], relative: 1e-14, what)
    expectCoefficient(answer.coefficient, e["coefficient"], relative: 1e-14, what)
    expectCoefficient(answer.standardError, e["se"], relative: 1e-14, what)
    #expect(answer.undefined == nil)
  }

  /// All four coefficients with irrCAC's names.
  private func answers(_ record: ReferenceRecord) throws -> [(String, CodersAgreement)] {
    let units = try CodedUnits(
      record.data["codes"].codes, categories: Int(record.data["categories"].number))
    let weights = weights(record)
    return [
      ("gwet", try GwetCoefficient(weights: weights).agreement(of: units.counts)),
      ("fleiss", try FleissKappa(weights: weights).agreement(of: units.counts)),
      ("bp", try BrennanPrediger(weights: weights).agreement(of: units.counts)),
      ("conger", try CongerKappa(weights: weights).agreement(of: units)),
    ]
  }

  @Test(
    "four coefficients with weights, missing codes and standard errors", .tags(.reference),
    arguments: try ReferenceRecords.all("several_coders.json", "irrcac_"))
  func irrCAC(record: ReferenceRecord) throws {
    let e = record.expected
    for (name, answer) in try answers(record) { expect(answer, e[name], name) }
  }

  @Test(
    "their t intervals, with scipy's quantiles", .tags(.reference),
    arguments: try ReferenceRecords.all("several_coders.json", "irrcac_"))
  func intervals(record: ReferenceRecord) throws {
    let e = record.expected
    for (name, answer) in try answers(record) {
      let interval = try #require(answer.interval)
      expectClose(interval.low, e[name]["low"], relative: 2e-12, name)
      expectClose(interval.high, e[name]["high"], relative: 2e-12, name)
    }
  }

  @Test(
    "alpha of categories, without an order and as equal steps", .tags(.reference),
    arguments: try ReferenceRecords.all("several_coders.json", "irrcac_").filter {
      $0.id.hasSuffix("identity") || $0.id.hasSuffix("quadratic")
    })
  func alpha(record: ReferenceRecord) throws {
    let units = try CodedUnits(
      record.data["codes"].codes, categories: Int(record.data["categories"].number))
    let method = KrippendorffAlpha(weights(record) == .identity ? .nominal : .interval)
    expectCoefficient(
      try method.agreement(of: units.counts).alpha,
      record.expected["krippendorff"]["coefficient"], relative: 1e-14)
  }

  @Test(
    "Fleiss 1971, with Conger's and Light's kappa", .tags(.reference),
    arguments: try ReferenceRecords.named("several_coders.json", "fleiss_diagnoses"))
  func fleiss(record: ReferenceRecord) throws {
    let e = record.expected
    let units = try CodedUnits(record.data["codes"].codes, categories: 5)
    #expect(try UnitCounts(record.data["counts"].counts) == units.counts)
    let answer = try FleissKappa().categories(of: units.counts)
    expectClose(answer.kappa, e["fleiss"], relative: 1e-14)
    expectClose(answer.z, e["z"], relative: 1e-13, strict: true)
    expectCoefficient(
      try CongerKappa().agreement(of: units).coefficient, e["conger_exact"], relative: 1e-14)
    expectCoefficient(try PairwiseKappa().agreement(of: units).mean, e["light"], relative: 1e-14)
    let unanimous = try #require(units.counts.unanimousShare)
    expectClose(100 * unanimous, e["pct_agree"], relative: 1e-14)
  }

  @Test("Fleiss 1971 by category, to irr's three figures", .tags(.reference))
  func rounded() throws {
    let record = try ReferenceRecords.named("several_coders.json", "fleiss_diagnoses")[0]
    let answer = try FleissKappa().categories(of: UnitCounts(record.data["counts"].counts))
    expectClose(
      answer.categories.map { $0.kappa ?? .infinity }, record.expected["by_category"],
      relative: 5.1e-4)
  }

  @Test(
    "Fleiss' kappa of all and of each category, and Randolph's", .tags(.reference),
    arguments: try ReferenceRecords.named(
      "several_coders.json", "fleiss_1971_statsmodels", "fleiss_wikipedia"))
  func statsmodels(record: ReferenceRecord) throws {
    let counts = try UnitCounts(record.data["counts"].counts)
    expectCoefficient(
      try FleissKappa().agreement(of: counts).coefficient, record.expected["fleiss"],
      relative: 1e-14)
    expectCoefficient(
      try BrennanPrediger().agreement(of: counts).coefficient, record.expected["randolph"],
      relative: 1e-14)
    expectClose(
      try FleissKappa().categories(of: counts).categories.map { $0.kappa ?? .infinity },
      record.expected["by_category"], relative: 1e-14)
  }

  @Test(
    "Kendall's W", .tags(.reference), arguments: try ReferenceRecords.all("concordance.json"))
  func concordance(record: ReferenceRecord) throws {
    let e = record.expected
    let units = record.data["units"].rows.map { $0.compactMap { $0 } }
    let answer = try KendallConcordance().agreement(of: units)
    expectClose(answer.w, e["w"], relative: 1e-14)
    expectClose(answer.withoutTies, e["without_ties"], relative: 1e-14)
    expectClose(answer.chiSquared, e["statistic"], relative: 1e-14)
    expectClose(answer.p, e["p"], relative: 1e-12, strict: true)
  }
}

@Suite("Where peers are wrong on several coders")
struct SeveralCodersPeersReferenceTests {
  @Test(
    "irr on complete data of more than two coders: it counts pairs as values", .tags(.reference))
  func complete() throws {
    let record = try ReferenceRecords.named(
      "several_coders.json", "irr_alpha_of_complete_data_is_wrong")[0]
    let units = try CodedUnits(record.data["codes"].codes, categories: 5)
    let answer = try KrippendorffAlpha().agreement(of: units.counts)
    expectCoefficient(answer.alpha, record.expected["right"], relative: 1e-14)
    #expect(answer.values == 180)
    // irr's n is (m − 1) times as large: its figure from ours.
    let m = 6.0
    let n = 180.0
    let pairs = answer.alpha.map { 1 - (1 - $0) * (n * (m - 1) - 1) / ((m - 1) * (n - 1)) }
    expectCoefficient(pairs, record.expected["wrong"], relative: 1e-14)
    #expect(abs((answer.alpha ?? 0) - record.expected["wrong"].number) > 0.002)
  }

  @Test("krippendorff takes −1 and 1 for the same value of a ratio", .tags(.reference))
  func ratio() throws {
    let record = try ReferenceRecords.named("several_coders.json", "peer_ratio_of_opposite_signs")[
      0]
    #expect(record.expected["wrong"].number == 1)
    let rows = record.data["units"].rows
    #expect(throws: StatisticsError.self) { try KrippendorffAlpha(.ratio).agreement(of: rows) }
    #expect((try KrippendorffAlpha(.interval).agreement(of: rows).alpha ?? 1) < 1)
  }

  @Test("irrCAC says 1 where there was nothing to choose", .tags(.reference))
  func oneCategory() throws {
    let record = try ReferenceRecords.named("several_coders.json", "peer_one_category")[0]
    #expect(record.expected["gwet_wrong"].number == 1 && record.expected["bp_wrong"].number == 1)
    let counts = try CodedUnits(record.data["codes"].codes, categories: 1).counts
    for answer in [
      try GwetCoefficient().agreement(of: counts), try BrennanPrediger().agreement(of: counts),
    ] {
      #expect(answer.coefficient == nil && answer.undefined == .noVariation)
    }
  }
}

@Suite("Krippendorff's alpha agrees with Python and R", .agreement("several-coders"))
struct KrippendorffReferenceTests {
  private func difference(_ name: String) -> ValueDifference? {
    switch name {
    case "nominal": .nominal
    case "ordinal": .ordinal
    case "interval": .interval
    case "ratio": .ratio
    case "circular": .circular(circumference: 24)
    case "bipolar": .bipolar(low: 1, high: 7)
    default: nil
    }
  }

  @Test(
    "for all kinds of values", .tags(.reference),
    arguments: try ReferenceRecords.all("krippendorff.json"))
  func records(record: ReferenceRecord) throws {
    guard case .named(let expected) = record.expected else {
      Issue.record("no expected values")
      return
    }
    for (name, value) in expected {
      let kind = try #require(difference(name), "\(name)")
      let answer = try KrippendorffAlpha(kind).agreement(of: record.data["units"].rows)
      expectCoefficient(answer.alpha, value, relative: 1e-14, name)
    }
  }

  @Test("with the disagreements that Krippendorff 2004 prints", .tags(.reference))
  func disagreements() throws {
    let record = try ReferenceRecords.named("krippendorff.json", "krippendorff_2004_c")[0]
    let nominal = try KrippendorffAlpha().agreement(of: record.data["units"].rows)
    #expect(nominal.values == 40)
    #expect(nominal.units == 11)
    expectClose(nominal.observed, 0.2, relative: 1e-14)
    expectClose(nominal.expected, 0.779487, relative: 5e-7)
    let interval = try KrippendorffAlpha(.interval).agreement(of: record.data["units"].rows)
    expectClose(interval.observed, 0.4333, relative: 5e-5)
    expectClose(interval.expected, 2.8718, relative: 5e-5)
  }
}
