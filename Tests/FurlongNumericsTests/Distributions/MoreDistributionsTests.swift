import FurlongNumerics
import FurlongTestSupport
import Testing

@Suite("More distributions")
struct MoreDistributionsTests {
  @Test(
    "a quantile's tail is its probability", .tags(.law), arguments: [1e-300, 1e-12, 0.3, 0.975])
  func inverses(p: Double) throws {
    let chi = try ChiSquared(df: 3.5)
    try expectClose(chi.upperTail(chi.upperQuantile(p)), p, relative: 1e-10, strict: true)
    let f = try FisherF(df1: 4, df2: 50)
    try expectClose(f.upperTail(f.upperQuantile(p)), p, relative: 1e-10, strict: true)
    try expectClose(f.lowerTail(f.quantile(p)), p, relative: 1e-10, strict: true)
    let gamma = try GammaDistribution(shape: 2, scale: 3)
    try expectClose(gamma.lowerTail(gamma.quantile(p)), p, relative: 1e-10, strict: true)
    let beta = try BetaDistribution(a: 5, b: 2)
    try expectClose(beta.lowerTail(beta.quantile(p)), p, relative: 1e-10, strict: true)
  }

  @Test("F with one degree of freedom above is t squared", .tags(.law), arguments: [0.2, 2.5, 12])
  func squares(t: Double) throws {
    try expectClose(
      FisherF(df1: 1, df2: 7).upperTail(t * t), StudentT(df: 7).bothTails(t), relative: 1e-13,
      strict: true)
    try expectClose(
      NoncentralF(df1: 1, df2: 7, noncentrality: 4).lowerTail(t * t),
      NoncentralT(df: 7, noncentrality: 2).lowerTail(t)
        - NoncentralT(df: 7, noncentrality: 2).lowerTail(-t), relative: 1e-12)
  }

  @Test("without noncentrality they are the central ones, not Boost 1.74's -0.87", .tags(.law))
  func central() throws {
    try expectClose(
      NoncentralF(df1: 3, df2: 9, noncentrality: 0).upperTail(2.5),
      FisherF(df1: 3, df2: 9).upperTail(2.5), relative: 1e-13)
    try expectClose(
      NoncentralChiSquared(df: 3, noncentrality: 0).upperTail(2.5),
      ChiSquared(df: 3).upperTail(2.5), relative: 1e-13)
  }

  @Test("the probabilities of counts add up to their tail", .tags(.law))
  func sums() throws {
    let binomial = try BinomialDistribution(trials: 12, success: 0.3)
    let poisson = try PoissonDistribution(mean: 4)
    let negative = try NegativeBinomial(size: 0.7, mean: 4)
    for last in 0...12 {
      let counts = 0...last
      try expectClose(
        counts.reduce(0) { try $0 + binomial.probability($1) }, binomial.lowerTail(last),
        relative: 1e-13)
      try expectClose(
        counts.reduce(0) { try $0 + poisson.probability($1) }, poisson.lowerTail(last),
        relative: 1e-13)
      try expectClose(
        counts.reduce(0) { try $0 + negative.probability($1) }, negative.lowerTail(last),
        relative: 1e-13)
    }
  }

  @Test("a count's quantile is the first that reaches p", .tags(.law), arguments: 0...12)
  func countQuantiles(count: Int) throws {
    let binomial = try BinomialDistribution(trials: 12, success: 0.3)
    let reached = try binomial.lowerTail(count)
    if reached < 1 {
      #expect(try binomial.quantile(reached) == count)
      #expect(try binomial.quantile(reached * (1 + 1e-9)) == count + 1)
    }
    #expect(try NegativeBinomial(size: 3, mean: 1e6).quantile(1e-12) > 0)
  }

  @Test("a huge size is Poisson, without losing the digits of the mean", .tags(.edge))
  func hugeSize() throws {
    let negative = try NegativeBinomial(size: 1e13, mean: 0.3)
    let poisson = try PoissonDistribution(mean: 0.3)
    for k in 0...5 {
      try expectClose(
        negative.probability(k), poisson.probability(k), relative: 1e-10, strict: true)
      try expectClose(negative.upperTail(k), poisson.upperTail(k), relative: 1e-10, strict: true)
    }
  }

  @Test("past their ends probabilities are 0 or 1", .tags(.edge))
  func ends() throws {
    let f = try FisherF(df1: 2, df2: 3)
    #expect(try f.lowerTail(-1) == 0 && f.upperTail(-.infinity) == 1)
    #expect(try f.lowerTail(.infinity) == 1 && f.density(-2) == 0)
    let beta = try BetaDistribution(a: 2, b: 2)
    #expect(try beta.upperTail(1) == 0 && beta.lowerTail(2) == 1 && beta.density(1.5) == 0)
    let binomial = try BinomialDistribution(trials: 4, success: 0)
    #expect(try binomial.probability(0) == 1 && binomial.lowerTail(0) == 1)
    #expect(try binomial.lowerTail(-1) == 0 && binomial.upperTail(4) == 0)
    #expect(try BinomialDistribution(trials: 4, success: 1).lowerTail(3) == 0)
    #expect(try BinomialDistribution(trials: 0, success: 0.5).probability(0) == 1)
  }

  @Test("what is not allowed is an error that names it", .tags(.edge))
  func errors() throws {
    #expect(throws: NumericsError.self) { try ChiSquared(df: 0) }
    #expect(throws: NumericsError.self) { try FisherF(df1: 1, df2: .infinity) }
    #expect(throws: NumericsError.self) { try NoncentralF(df1: 1, df2: 2, noncentrality: -1) }
    #expect(throws: NumericsError.self) { try BinomialDistribution(trials: -1, success: 0.5) }
    #expect(throws: NumericsError.self) { try PoissonDistribution(mean: .nan) }
    #expect(throws: NumericsError.self) { try PoissonDistribution(mean: 1).quantile(1) }
    // The density of χ² with one degree of freedom is infinite at 0.
    #expect(throws: NumericsError.notComputable(function: "χ² density")) {
      try ChiSquared(df: 1).density(0)
    }
  }
}
