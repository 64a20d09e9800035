import FurlongNumerics
import FurlongTestSupport
import Testing

/// A distribution's three answers for the places of a record.
private struct Answers {
  var density: [Double] = []
  var lower: [Double] = []
  var upper: [Double] = []
  var quantile: [Double] = []
}

@Suite("More distributions agree with R and mpmath", .agreement("distributions"))
struct MoreDistributionsReferenceTests {
  /// Expects tails within a strict relative tolerance, as R prints both of them.
  private func expectTails(_ answers: Answers, _ record: ReferenceRecord, _ tolerance: Double) {
    expectClose(
      answers.lower, record.expected["lower"], relative: tolerance, strict: true, record.id)
    expectClose(
      answers.upper, record.expected["upper"], relative: tolerance, strict: true, record.id)
  }

  @Test(
    "tails of continuous distributions", .tags(.reference),
    arguments: try ReferenceRecords.named(
      "more_distributions.json", "pchisq", "pf", "pbeta", "pgamma"))
  func tails(record: ReferenceRecord) throws {
    var answers = Answers()
    let data = record.data
    for (index, x) in data["x"].numbers.enumerated() {
      func parameter(_ name: String) -> Double { data[name].numbers[index] }
      switch record.id {
      case "pchisq":
        let d = try ChiSquared(df: parameter("df"))
        answers.lower.append(try d.lowerTail(x))
        answers.upper.append(try d.upperTail(x))
      case "pf":
        let d = try FisherF(df1: parameter("d1"), df2: parameter("d2"))
        answers.lower.append(try d.lowerTail(x))
        answers.upper.append(try d.upperTail(x))
      case "pbeta":
        let d = try BetaDistribution(a: parameter("a"), b: parameter("b"))
        answers.lower.append(try d.lowerTail(x))
        answers.upper.append(try d.upperTail(x))
      default:
        let d = try GammaDistribution(shape: parameter("shape"), scale: 1)
        answers.lower.append(try d.lowerTail(x))
        answers.upper.append(try d.upperTail(x))
      }
    }
    expectTails(answers, record, 1e-11)
  }

  @Test(
    "quantiles of continuous distributions", .tags(.reference),
    arguments: try ReferenceRecords.named("more_distributions.json", "qchisq", "qf", "qbeta"))
  func quantiles(record: ReferenceRecord) throws {
    let data = record.data
    let quantiles = try data["p"].numbers.enumerated().map { index, p in
      switch record.id {
      case "qchisq": try ChiSquared(df: data["df"].numbers[index]).quantile(p)
      case "qf":
        try FisherF(df1: data["d1"].numbers[index], df2: data["d2"].numbers[index]).quantile(p)
      default:
        try BetaDistribution(a: data["a"].numbers[index], b: data["b"].numbers[index]).quantile(p)
      }
    }
    // R's qbeta iterates: the record asks for 1e-9.
    expectClose(
      quantiles, record.expected["q"], relative: record.id == "qbeta" ? 1e-9 : 1e-11, strict: true,
      record.id)
  }

  @Test(
    "tails and probabilities of counts", .tags(.reference),
    arguments: try ReferenceRecords.named(
      "more_distributions.json", "pbinom", "ppois", "pnbinom_size_mu"))
  func counts(record: ReferenceRecord) throws {
    var answers = Answers()
    let data = record.data
    for (index, number) in data["k"].numbers.enumerated() {
      func parameter(_ name: String) -> Double { data[name].numbers[index] }
      let k = Int(number)
      switch record.id {
      case "pbinom":
        let d = try BinomialDistribution(trials: Int(parameter("n")), success: parameter("p"))
        answers.lower.append(try d.lowerTail(k))
        answers.upper.append(try d.upperTail(k))
        answers.density.append(try d.probability(k))
      case "ppois":
        let d = try PoissonDistribution(mean: parameter("lambda"))
        answers.lower.append(try d.lowerTail(k))
        answers.upper.append(try d.upperTail(k))
        answers.density.append(try d.probability(k))
      default:
        let d = try NegativeBinomial(size: parameter("size"), mean: parameter("mu"))
        answers.lower.append(try d.lowerTail(k))
        answers.upper.append(try d.upperTail(k))
        answers.density.append(try d.probability(k))
      }
    }
    expectTails(answers, record, 1e-10)
    expectClose(
      answers.density, record.expected["pmf"], relative: 1e-10, strict: true, record.id)
  }

  @Test(
    "quantiles of counts", .tags(.reference),
    arguments: try ReferenceRecords.named("more_distributions.json", "qdiscrete"))
  func countQuantiles(record: ReferenceRecord) throws {
    let data = record.data
    for (index, p) in data["p"].numbers.enumerated() {
      let binomial = try BinomialDistribution(
        trials: Int(data["n"].numbers[index]), success: data["pr"].numbers[index])
      #expect(Double(try binomial.quantile(p)) == record.expected["qbinom"].numbers[index])
      let poisson = try PoissonDistribution(mean: data["lam"].numbers[index])
      #expect(Double(try poisson.quantile(p)) == record.expected["qpois"].numbers[index])
    }
  }

  @Test(
    "noncentral tails and densities", .tags(.reference),
    arguments: try ReferenceRecords.named(
      "more_distributions.json", "noncentral_chi_squared_mpmath", "noncentral_f_mpmath"))
  func noncentral(record: ReferenceRecord) throws {
    var answers = Answers()
    let data = record.data
    for (index, x) in data["x"].numbers.enumerated() {
      let ncp = data["ncp"].numbers[index]
      if record.id == "noncentral_f_mpmath" {
        let d = try NoncentralF(
          df1: data["df1"].numbers[index], df2: data["df2"].numbers[index], noncentrality: ncp)
        answers.lower.append(try d.lowerTail(x))
        answers.upper.append(try d.upperTail(x))
        answers.density.append(try d.density(x))
        try expectClose(d.quantile(d.lowerTail(x)), x, relative: 1e-8, strict: true)
      } else {
        let d = try NoncentralChiSquared(df: data["df"].numbers[index], noncentrality: ncp)
        answers.lower.append(try d.lowerTail(x))
        answers.upper.append(try d.upperTail(x))
        answers.density.append(try d.density(x))
        try expectClose(d.upperQuantile(d.upperTail(x)), x, relative: 1e-8, strict: true)
      }
    }
    expectTails(answers, record, 1e-11)
    expectClose(
      answers.density, record.expected["density"], relative: 1e-11, strict: true, record.id)
  }

  @Test(
    "tails down to 1e-300", .tags(.reference),
    arguments: try ReferenceRecords.named("more_distributions.json", "far_tails_mpmath"))
  func farTails(record: ReferenceRecord) throws {
    let data = record.data
    var answers: [String: [Double]] = [:]
    for (x, df) in zip(data["chi_x"].numbers, data["chi_df"].numbers) {
      let d = try ChiSquared(df: df)
      answers["chi_lower", default: []].append(try d.lowerTail(x))
      answers["chi_upper", default: []].append(try d.upperTail(x))
    }
    for (index, x) in data["f_x"].numbers.enumerated() {
      let d = try FisherF(df1: data["f_df1"].numbers[index], df2: data["f_df2"].numbers[index])
      answers["f_lower", default: []].append(try d.lowerTail(x))
      answers["f_upper", default: []].append(try d.upperTail(x))
    }
    for (index, x) in data["beta_x"].numbers.enumerated() {
      let d = try BetaDistribution(
        a: data["beta_a"].numbers[index], b: data["beta_b"].numbers[index])
      answers["beta_lower", default: []].append(try d.lowerTail(x))
      answers["beta_upper", default: []].append(try d.upperTail(x))
    }
    for (x, shape) in zip(data["gamma_x"].numbers, data["gamma_shape"].numbers) {
      let d = try GammaDistribution(shape: shape, scale: 1)
      answers["gamma_lower", default: []].append(try d.lowerTail(x))
      answers["gamma_upper", default: []].append(try d.upperTail(x))
    }
    answers["binom_upper"] = [try BinomialDistribution(trials: 1000, success: 0.2).upperTail(700)]
    answers["pois_upper"] = [try PoissonDistribution(mean: 20).upperTail(300)]
    answers["nb_upper"] = [try NegativeBinomial(size: 1.5, mean: 30).upperTail(4000)]
    #expect(answers.count == 11)
    for (name, values) in answers {
      expectClose(values, record.expected[name], relative: 1e-11, strict: true, name)
    }
  }

  @Test(
    "χ² and beta to mpmath's digits", .tags(.reference),
    arguments: try ReferenceRecords.named("more_distributions.json", "tails_mpmath"))
  func digits(record: ReferenceRecord) throws {
    let data = record.data
    let chi = try zip(data["c"].numbers, data["cdf"].numbers).map {
      try ChiSquared(df: $1).upperTail($0)
    }
    expectClose(chi, record.expected["pchisq_upper"], relative: 1e-13, strict: true)
    let beta = try data["bx"].numbers.enumerated().map { index, x in
      try BetaDistribution(a: data["ba"].numbers[index], b: data["bb"].numbers[index]).lowerTail(x)
    }
    expectClose(beta, record.expected["pbeta_lower"], relative: 1e-12, strict: true)
  }

  @Test(
    "the normal density", .tags(.reference),
    arguments: try ReferenceRecords.named("more_distributions.json", "dnorm"))
  func normalDensity(record: ReferenceRecord) throws {
    let densities = try record.data["x"].numbers.map { try NormalDistribution().density($0) }
    expectClose(densities, record.expected["density"], relative: 1e-13, strict: true)
  }

  @Test(
    "ψ and ψ′", .tags(.reference),
    arguments: try ReferenceRecords.named("more_distributions.json", "lgamma"))
  func derivatives(record: ReferenceRecord) throws {
    let x = record.data["x"].numbers
    expectClose(
      try x.map { try GammaFunction.digamma($0) }, record.expected["digamma"], relative: 1e-12)
    expectClose(
      try x.map { try GammaFunction.trigamma($0) }, record.expected["trigamma"], relative: 1e-12,
      strict: true)
  }
}
