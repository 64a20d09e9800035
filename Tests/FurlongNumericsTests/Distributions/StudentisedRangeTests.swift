import FurlongNumerics
import FurlongTestSupport
import Testing

@Suite("The studentised range")
struct StudentisedRangeTests {
  @Test(
    "of two groups is Student's t, far tails included", .tags(.law),
    arguments: [1, 1.5, 4, 30, 1e5, 1e9])
  func two(df: Double) throws {
    let range = try StudentisedRange(groups: 2, df: df)
    let t = try StudentT(df: df)
    for q in [1e-3, 0.7, 3, 12, 30, 200] {
      let both = try t.bothTails(q / 2.0.squareRoot())
      if both < 1e-200 { continue }
      try expectClose(range.upperTail(q), both, relative: 1e-12, strict: true, "q \(q)")
      try expectClose(range.lowerTail(q), 1 - both, relative: 1e-13)
    }
  }

  @Test("of two groups with a known error is normal", .tags(.law))
  func normal() throws {
    let range = try StudentisedRange(groups: 2, df: .infinity)
    for q in [0.1, 2, 10, 40] {
      try expectClose(
        range.upperTail(q), 2 * NormalDistribution().upperTail(q / 2.0.squareRoot()),
        relative: 1e-12, strict: true)
    }
    try expectClose(
      StudentisedRange(groups: 5, df: 1e13).upperTail(4),
      StudentisedRange(groups: 5, df: 1e11).upperTail(4), relative: 1e-9, strict: true)
  }

  @Test("grows with the number of groups, shrinks with degrees of freedom", .tags(.law))
  func order() throws {
    var last = 0.0
    for groups in [2, 3, 5, 10, 40, 200] {
      let tail = try StudentisedRange(groups: groups, df: 12).upperTail(4)
      #expect(tail > last)
      last = tail
    }
    for df in [1, 2, 5, 20, 100, Double.infinity] {
      let tail = try StudentisedRange(groups: 5, df: df).upperTail(6)
      #expect(tail < last)
      last = tail
    }
  }

  @Test(
    "a quantile's tail is its probability", .tags(.law),
    arguments: [1e-30, 1e-6, 0.05, 0.5, 0.95, 0.999])
  func inverses(p: Double) throws {
    for (groups, df) in [(2, 1.0), (4, 7.5), (12, 200), (60, 3), (3, .infinity)] {
      let range = try StudentisedRange(groups: groups, df: df)
      try expectClose(range.lowerTail(range.quantile(p)), p, relative: 1e-10, strict: true)
      try expectClose(range.upperTail(range.upperQuantile(p)), p, relative: 1e-10, strict: true)
    }
  }

  @Test("past its ends is 0 or 1, and far out no NaN", .tags(.edge))
  func ends() throws {
    let range = try StudentisedRange(groups: 3, df: 10)
    #expect(try range.lowerTail(-1) == 0 && range.upperTail(0) == 1)
    #expect(try range.lowerTail(.infinity) == 1 && range.upperTail(.infinity) == 0)
    #expect(try range.upperTail(1e300) == 0)
    #expect(try StudentisedRange(groups: 3, df: .infinity).upperTail(1000) == 0)
    #expect(try StudentisedRange(groups: 3, df: 1e6).upperTail(1e9) >= 0)
    #expect(try range.lowerTail(1e-200) == 0)
  }

  @Test("what is not allowed is an error", .tags(.edge))
  func errors() throws {
    #expect(throws: NumericsError.self) { try StudentisedRange(groups: 1, df: 10) }
    #expect(throws: NumericsError.self) { try StudentisedRange(groups: 3, df: 0.5) }
    #expect(throws: NumericsError.self) { try StudentisedRange(groups: 3, df: .nan) }
    let range = try StudentisedRange(groups: 3, df: 10)
    #expect(throws: NumericsError.self) { try range.lowerTail(.nan) }
    #expect(throws: NumericsError.self) { try range.quantile(1) }
    #expect(throws: NumericsError.self) { try range.upperQuantile(0) }
  }
}
