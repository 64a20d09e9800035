import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Two coders agree as statsmodels, irr, psych and irrCAC have it", .agreement("cohen-kappa"))
struct TwoCodersReferenceTests {
  @Test(
    "Cohen's kappa and its standard errors, with weights", .tags(.reference),
    arguments: try ReferenceRecords.all("two_coders.json", "sm_"))
  func statsmodels(record: ReferenceRecord) throws {
    let table = record.data["table"].counts
    let kinds: [(String, CategoryWeights)] = [
      ("unweighted", .identity), ("linear", .linear), ("quadratic", .quadratic),
    ]
    for (name, weights) in kinds {
      let e = record.expected[name]
      let answer = try CohenKappa(weights: weights).agreement(table)
      let interval = try #require(answer.interval)
      expectCoefficient(answer.kappa, e["kappa"], relative: 1e-13, name)
      expectCoefficient(answer.standardError, e["std"], relative: 1e-13, name)
      expectCoefficient(answer.z, e["z"], relative: 1e-12, name)
      expectClose(interval.low, e["low"], relative: 1e-13, name)
      expectClose(interval.high, e["high"], relative: 1e-13, name)
    }
    expectCoefficient(
      try CohenKappa().agreement(table).highest, record.expected["kappa_max"], relative: 1e-13)
  }

  @Test(
    "kappa, pi, S and AC1 of two raters, of their table", .tags(.reference),
    arguments: try ReferenceRecords.all("two_coders.json", "kappa_"))
  func irr(record: ReferenceRecord) throws {
    let e = record.expected
    let table = record.data["table"].counts
    let counts = try CodedUnits(table: table).counts
    let kappa = try CohenKappa().agreement(table)
    #expect(kappa.units == Int(e["n"].number))
    expectClose(kappa.observed, e["po"], relative: 1e-14)
    expectCoefficient(kappa.kappa, e["kappa"], relative: 1e-13)
    expectCoefficient(kappa.z, e["z"], relative: 1e-12)
    let error = try #require(kappa.standardError)
    expectClose(error * error, e["var_kappa"], relative: 1e-13)
    let interval = try #require(kappa.interval)
    expectClose([interval.low, interval.high], e["kappa_ci_fleiss_ase"], relative: 1e-13)
    expectCoefficient(
      try CohenKappa(weights: .linear).agreement(table).kappa, e["kappa_linear"], relative: 1e-13)
    expectCoefficient(
      try CohenKappa(weights: .quadratic).agreement(table).kappa, e["kappa_quadratic"],
      relative: 1e-13)
    expectCoefficient(try ScottPi().agreement(table).coefficient, e["scott_pi"], relative: 1e-13)
    expectCoefficient(
      try BrennanPrediger().agreement(of: counts).coefficient, e["bennett_S"], relative: 1e-13)
    expectCoefficient(
      try GwetCoefficient().agreement(of: counts).coefficient, e["gwet_ac1"], relative: 1e-13)
  }

  @Test(
    "AC1 and AC2 where most units are of one category", .tags(.reference),
    arguments: try ReferenceRecords.named("two_coders.json", "gwet_ac1_ac2_formula"))
  func paradox(record: ReferenceRecord) throws {
    let counts = try CodedUnits(table: record.data["table"].counts).counts
    let ac1 = try GwetCoefficient().agreement(of: counts)
    let ac2 = try GwetCoefficient(weights: .quadratic).agreement(of: counts)
    expectCoefficient(ac1.coefficient, record.expected["ac1"], relative: 1e-14)
    expectClose(ac1.observed, record.expected["po"], relative: 1e-14)
    expectCoefficient(ac2.coefficient, record.expected["ac2_quadratic"], relative: 1e-14)
  }

  @Test(
    "AC1 and AC2 to the five figures that irrCAC prints", .tags(.reference),
    arguments: try ReferenceRecords.named(
      "two_coders.json", "gwet_paradox", "gwet_cohen_p37", "gwet_cohen_p45", "gwet_likert_4",
      "gwet_likert_5"))
  func gwet(record: ReferenceRecord) throws {
    let counts = try CodedUnits(table: record.data["table"].counts).counts
    for (name, weights) in [("AC1", CategoryWeights.identity), ("AC2", .quadratic)] {
      let e = record.expected[name]
      let answer = try GwetCoefficient(weights: weights).agreement(of: counts)
      expectClose(answer.observed, e["pa"], relative: 1e-14)
      expectClose(answer.expected, e["pe"], relative: 1e-14)
      expectCoefficient(answer.coefficient, e["coefficient"], relative: 5.1e-6)
    }
  }
}

@Suite("Where psych is wrong on weighted kappa")
struct PsychWeightedKappaReferenceTests {
  @Test("its interval is too narrow by a quarter", .tags(.reference))
  func interval() throws {
    let record = try ReferenceRecords.named(
      "two_coders.json", "psych_weighted_interval_is_wrong")[0]
    let answer = try CohenKappa(weights: .quadratic).agreement(record.data["table"].counts)
    let error = try #require(answer.standardError)
    expectClose(error, record.expected["quadratic_se"], relative: 1e-8)
    #expect(error > 1.3 * record.expected["quadratic_se_wrong"].number)
    let low = try #require(answer.interval).low
    #expect(low < record.expected["low_wrong"].number - 0.02)
  }
}
