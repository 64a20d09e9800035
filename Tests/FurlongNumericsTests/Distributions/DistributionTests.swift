import FurlongNumerics
import FurlongTestSupport
import Testing

@Suite("Distributions")
struct DistributionTests {
  @Test("the two tails are the whole", .tags(.law), arguments: [-30.0, -2, 0, 0.7, 5, 300])
  func wholes(x: Double) throws {
    let normal = NormalDistribution()
    try expectClose(normal.lowerTail(x) + normal.upperTail(x), 1, relative: 1e-15)
    let t = try StudentT(df: 4.5)
    try expectClose(t.lowerTail(x) + t.upperTail(x), 1, relative: 1e-15)
    let noncentral = try NoncentralT(df: 12, noncentrality: 1.5)
    try expectClose(noncentral.lowerTail(x) + noncentral.upperTail(x), 1, relative: 1e-14)
  }

  @Test(
    "a quantile's lower tail is its probability", .tags(.law), arguments: [1e-12, 0.025, 0.5, 0.9])
  func inverses(p: Double) throws {
    let normal = NormalDistribution()
    try expectClose(normal.lowerTail(normal.quantile(p)), p, relative: 1e-12, strict: true)
    let t = try StudentT(df: 7)
    try expectClose(t.lowerTail(t.quantile(p)), p, relative: 1e-12, strict: true)
    try expectClose(t.bothTails(t.quantile(p)), 2 * min(p, 1 - p), relative: 1e-12, strict: true)
  }

  @Test("a noncentral t without noncentrality is Student's", .tags(.law))
  func central() throws {
    for x in [-4, -0.5, 0, 2.2] {
      try expectClose(
        NoncentralT(df: 9, noncentrality: 0).lowerTail(x), StudentT(df: 9).lowerTail(x),
        relative: 1e-14)
    }
  }

  @Test("infinite ends have probability 0 or 1", .tags(.edge))
  func ends() throws {
    let noncentral = try NoncentralT(df: 3, noncentrality: -2)
    #expect(try NormalDistribution().lowerTail(-.infinity) == 0)
    #expect(try NormalDistribution().upperTail(-.infinity) == 1)
    #expect(try StudentT(df: 3).lowerTail(.infinity) == 1)
    #expect(try StudentT(df: 3).upperTail(.infinity) == 0)
    #expect(try noncentral.lowerTail(.infinity) == 1)
    #expect(try noncentral.upperTail(-.infinity) == 1)
  }

  @Test("what has no answer is an error that names it, never NaN", .tags(.edge))
  func errors() throws {
    #expect(throws: NumericsError.self) { try NormalDistribution().quantile(0) }
    #expect(throws: NumericsError.self) { try NormalDistribution().quantile(1) }
    #expect(throws: NumericsError.self) { try NormalDistribution().upperTail(.nan) }
    #expect(throws: NumericsError.self) { try StudentT(df: 3).quantile(.nan) }
    #expect(throws: NumericsError.self) { try NoncentralT(df: 3, noncentrality: .infinity) }
    #expect(throws: NumericsError.self) { try GammaFunction.logarithm(0) }
    #expect(throws: NumericsError.self) { try GammaFunction.ratio(1, over: 0) }
    let error = #expect(throws: NumericsError.self) { try StudentT(df: 0) }
    #expect(error?.description == "Student's t: df is 0.0, but must be above 0.")
  }

  @Test("a gamma ratio neither overflows nor cancels", .tags(.edge))
  func gammaRatio() throws {
    try expectClose(GammaFunction.ratio(5, over: 3), 12, relative: 1e-14)
    // Γ(x + ½)/Γ(x) = √x (1 − 1/(8x) + …), where Γ(1e6) itself is far past the largest number.
    try expectClose(
      GammaFunction.ratio(1e6 + 0.5, over: 1e6), 1000 * (1 - 1 / 8e6), relative: 1e-13)
  }
}
