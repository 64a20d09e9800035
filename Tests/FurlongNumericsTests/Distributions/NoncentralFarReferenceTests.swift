import FurlongNumerics
import FurlongTestSupport
import Testing

@Suite("Far tails of noncentral distributions agree with mpmath", .agreement("distributions"))
struct NoncentralFarReferenceTests {
  /// Holds a tail at each place of a record, given with its parameters by name.
  private func expectTails(
    _ record: ReferenceRecord,
    _ tail: (_ parameter: (String) -> Double, _ x: Double, _ isUpper: Bool) throws -> Double
  ) throws {
    let data = record.data
    let found = try data["x"].numbers.indices.map { index in
      try tail(
        { data[$0].numbers[index] }, data["x"].numbers[index], data["upper"].numbers[index] == 1)
    }
    expectClose(found, record.expected["tail"], relative: 1e-12, strict: true)
  }

  @Test(
    "noncentral t, to 1e-244", .tags(.reference),
    arguments: try ReferenceRecords.named("noncentral_far.json", "noncentral_t_far"))
  func noncentralT(record: ReferenceRecord) throws {
    try expectTails(record) { parameter, x, isUpper in
      let t = try NoncentralT(df: parameter("df"), noncentrality: parameter("noncentrality"))
      return isUpper ? try t.upperTail(x) : try t.lowerTail(x)
    }
  }

  @Test(
    "noncentral χ², to 1e-276", .tags(.reference),
    arguments: try ReferenceRecords.named("noncentral_far.json", "noncentral_chi_squared_far"))
  func noncentralChiSquared(record: ReferenceRecord) throws {
    try expectTails(record) { parameter, x, isUpper in
      let chi = try NoncentralChiSquared(
        df: parameter("df"), noncentrality: parameter("noncentrality"))
      return isUpper ? try chi.upperTail(x) : try chi.lowerTail(x)
    }
  }

  @Test(
    "noncentral F, to 1e-250", .tags(.reference),
    arguments: try ReferenceRecords.named("noncentral_far.json", "noncentral_f_far"))
  func noncentralF(record: ReferenceRecord) throws {
    try expectTails(record) { parameter, x, isUpper in
      let f = try NoncentralF(
        df1: parameter("df1"), df2: parameter("df2"), noncentrality: parameter("noncentrality"))
      return isUpper ? try f.upperTail(x) : try f.lowerTail(x)
    }
  }
}
