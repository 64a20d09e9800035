import FurlongStatistics
import FurlongTestSupport
import Testing

/// 1 where a column has a word, else 0.
private func indicator(_ column: [String], _ word: String) -> [Double] {
  column.map { $0 == word ? 1 : 0 }
}

/// The numbers of columns, which miss none.
private func complete(_ data: PublishedData, _ names: String...) -> [ModelTerm] {
  names.map { ModelTerm($0, data.numbers($0).map { $0 ?? .nan }) }
}

/// The rows of Beat the Blues with a score at two months: the score, and what explains it.
private func depression() throws -> (after: [Double], terms: [ModelTerm]) {
  let data = try PublishedData("beat-the-blues", "BtheB.csv")
  let after = data.numbers("bdi.2m")
  let there = after.indices.filter { after[$0] != nil }
  let terms = [
    ModelTerm("bdi.pre", data.numbers("bdi.pre").map { $0 ?? .nan }),
    ModelTerm("treatmentTAU", indicator(data.text("treatment"), "TAU")),
    ModelTerm("drugYes", indicator(data.text("drug"), "Yes")),
    ModelTerm("length>6m", indicator(data.text("length"), ">6m")),
  ]
  return (
    after.compactMap { $0 },
    terms.map { term in ModelTerm(term.name, there.map { term.values[$0] }) }
  )
}

@Suite("Linear models agree with R", .agreement("linear-model"))
struct LinearModelReferenceTests {
  private func name(_ coefficient: Coefficient) -> String {
    coefficient.name == LinearModel.interceptName ? "(Intercept)" : coefficient.name
  }

  private func sample(_ record: ReferenceRecord) throws -> ([Double], [ModelTerm]) {
    switch record.id {
    case "hc_BtheB_2m":
      let (after, terms) = try depression()
      return (after, Array(terms[..<2]))
    case "ancova_BtheB_2m":
      return try depression()
    case "ancova_anorexia":
      let data = try PublishedData("anorexia", "anorexia.csv")
      let treatments = ["CBT", "FT"].map {
        ModelTerm("Treat\($0)", indicator(data.text("Treat"), $0))
      }
      return (complete(data, "Postwt")[0].values, complete(data, "Prewt") + treatments)
    default:
      let data = try PublishedData("lalonde", "lalonde.csv")
      let races = ["hispan", "white"].map {
        ModelTerm("race\($0)", indicator(data.text("race"), $0))
      }
      let others = complete(data, "treat", "age", "educ", "married", "nodegree", "re74", "re75")
      return (complete(data, "re78")[0].values, others + races)
    }
  }

  @Test(
    "each kind of variance", .tags(.reference),
    arguments: try ReferenceRecords.all("ols.json", "hc"))
  func variances(record: ReferenceRecord) throws {
    let (outcome, terms) = try sample(record)
    let e = record.expected
    for variance in CoefficientVariance.allCases {
      let fit = try LinearModel(variance: variance).fit(outcome, on: terms)
      let errors = variance == .classical ? "se_const" : variance.rawValue.uppercased()
      #expect(Double(fit.count) == e["n"].number)
      expectClose(fit.residualSD, e["sigma"], relative: 1e-13)
      expectClose(fit.rSquared, e["r2"], relative: 1e-13)
      for coefficient in fit.coefficients {
        let name = name(coefficient)
        expectClose(coefficient.estimate, e["coef"][name], relative: 1e-11, strict: true, name)
        expectClose(
          coefficient.test.standardError, e[errors][name], relative: 1e-12, strict: true,
          "\(name), \(errors)")
      }
    }
  }

  @Test(
    "tests and intervals of the coefficients", .tags(.reference),
    arguments: try ReferenceRecords.all("ols.json", "ancova"))
  func tests(record: ReferenceRecord) throws {
    let (outcome, terms) = try sample(record)
    let e = record.expected
    let fit = try LinearModel(variance: .classical).fit(outcome, on: terms)
    expectClose(fit.residualSD, e["sigma"], relative: 1e-13)
    expectClose(fit.rSquared, e["r2"], relative: 1e-13)
    for coefficient in fit.coefficients {
      let name = name(coefficient)
      let row = e["coef"][name]
      expectClose(coefficient.estimate, row["Estimate"], relative: 1e-11, strict: true, name)
      expectClose(
        coefficient.test.standardError, row["Std. Error"], relative: 1e-12, strict: true, name)
      expectClose(coefficient.test.t, row["t value"], relative: 1e-11, strict: true, name)
      expectClose(coefficient.test.p, row["Pr(>|t|)"], relative: 1e-10, strict: true, name)
      let limits = e["ci"][name]
      if limits.isMissing { continue }
      expectClose(coefficient.test.interval.low, limits["2.5 %"], relative: 1e-11)
      expectClose(coefficient.test.interval.high, limits["97.5 %"], relative: 1e-11)
    }
    if record.id == "ancova_anorexia" {
      let contrasts = fit.coefficients[2...]
      expectClose(contrasts.map(\.test.interval.low), e["c_lo"], relative: 1e-11)
      expectClose(contrasts.map(\.test.interval.high), e["c_hi"], relative: 1e-11)
    }
  }
}
