import FurlongNumerics
import FurlongTestSupport
import Testing

@Suite("A bracketed root")
struct BracketedRootTests {
  @Test("is found to the last figures", .tags(.law))
  func roots() throws {
    try expectClose(
      BracketedRoot().between(0, and: 2) { $0 * $0 - 2 }, 2.0.squareRoot(), relative: 1e-15)
    try expectClose(
      BracketedRoot().between(-10, and: 3) { $0 * $0 * $0 + 1 }, -1, relative: 1e-15)
    try expectClose(
      BracketedRoot().between(-8, and: 8) { (x) throws(NumericsError) in
        try NormalDistribution().lowerTail(x) - 0.975
      }, 1.959963984540054, relative: 1e-13)
  }

  @Test("may stand at an end", .tags(.edge))
  func ends() throws {
    #expect(try BracketedRoot().between(1, and: 5) { $0 - 1 } == 1)
    #expect(try BracketedRoot().between(-5, and: 1) { $0 - 1 } == 1)
  }

  @Test("needs a change of sign", .tags(.edge))
  func sameSign() {
    #expect(throws: NumericsError.noSignChange(low: 0, high: 1, atLow: 1, atHigh: 2)) {
      try BracketedRoot().between(0, and: 1) { $0 + 1 }
    }
  }

  @Test("passes on what the function throws", .tags(.edge))
  func failures() {
    let failure = NumericsError.notComputable(function: "the middle")
    #expect(throws: failure) {
      try BracketedRoot().between(-1, and: 1) { (x) throws(NumericsError) in
        if abs(x) < 0.9 { throw failure }
        return x
      }
    }
  }

  @Test("refuses NaN, a bracket turned round and too few evaluations", .tags(.edge))
  func refusals() {
    #expect(throws: NumericsError.self) { try BracketedRoot().between(0, and: 1) { _ in .nan } }
    #expect(throws: NumericsError.self) { try BracketedRoot().between(1, and: 0) { $0 - 0.5 } }
    #expect(throws: NumericsError.tooManyEvaluations(allowed: 3)) {
      try BracketedRoot(evaluations: 3).between(0, and: 1000) { $0 * $0 * $0 - 0.3 }
    }
  }
}
