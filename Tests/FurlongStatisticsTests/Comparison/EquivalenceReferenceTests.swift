import FurlongStatistics
import FurlongTestSupport
import Testing

/// Changes of weight by treatment of the anorexia data.
private func changes(_ treatment: String) throws -> (before: [Double], after: [Double]) {
  let data = try PublishedData("anorexia", "anorexia.csv")
  let rows = zip(data.text("Treat"), zip(data.numbers("Prewt"), data.numbers("Postwt")))
    .filter { $0.0 == treatment }
  return (rows.compactMap { $0.1.0 }, rows.compactMap { $0.1.1 })
}

@Suite("Equivalence agrees with R and statsmodels", .agreement("equivalence"))
struct EquivalenceReferenceTests {
  @Test(
    "one sample and paired", .tags(.reference),
    arguments: try ReferenceRecords.named("equivalence.json", "tost_anorexia_Cont_pm3lb"))
  func anorexia(record: ReferenceRecord) throws {
    let e = record.expected
    let (before, after) = try changes("Cont")
    let test = EquivalenceTest(bounds: EquivalenceBounds(within: 3))
    for equivalence in [
      try test.change(from: before, to: after),
      try test.mean(of: zip(before, after).map { $1 - $0 }),
    ] {
      expectClose(equivalence.tLow, e["t_lower"], relative: 1e-12, strict: true)
      expectClose(equivalence.pLow, e["p_lower"], relative: 1e-10, strict: true)
      expectClose(equivalence.tHigh, e["t_upper"], relative: 1e-12, strict: true)
      expectClose(equivalence.pHigh, e["p_upper"], relative: 1e-10, strict: true)
      expectClose(equivalence.p, e["p_tost"], relative: 1e-10, strict: true)
      expectClose(
        [equivalence.interval.low, equivalence.interval.high], e["ci90"], relative: 1e-12)
      #expect(equivalence.answer == .notShown)
    }
  }

  @Test(
    "paired and two groups", .tags(.reference),
    arguments: try ReferenceRecords.named(
      "equivalence.json", "tost_paired", "tost_welch", "tost_welch_anorexia"))
  func statsmodels(record: ReferenceRecord) throws {
    let (data, e) = (record.data, record.expected)
    let test = EquivalenceTest(
      bounds: EquivalenceBounds(low: data["low"].number, high: data["high"].number))
    let equivalence: Equivalence
    switch record.id {
    case "tost_paired":
      equivalence = try test.change(from: data["before"].numbers, to: data["after"].numbers)
      #expect(equivalence.answer == .equivalent)
    case "tost_welch":
      equivalence = try test.compare(data["x"].numbers, to: data["y"].numbers)
      #expect(equivalence.answer == .notShown)
    default:
      let (first, second) = (try changes("CBT"), try changes("Cont"))
      equivalence = try test.compare(
        zip(first.before, first.after).map { $1 - $0 },
        to: zip(second.before, second.after).map { $1 - $0 })
    }
    expectClose(equivalence.p, e["p"], relative: 1e-10, strict: true)
    expectClose(equivalence.df, e["df"], relative: 1e-12)
    expectClose(equivalence.tLow, e["t_low"], relative: 1e-12, strict: true)
    expectClose(equivalence.pLow, e["p_low"], relative: 1e-10, strict: true)
    expectClose(equivalence.tHigh, e["t_high"], relative: 1e-12, strict: true)
    expectClose(equivalence.pHigh, e["p_high"], relative: 1e-10, strict: true)
  }
}
