import FurlongStatistics
import FurlongTestSupport
import Testing

/// What widely used programs get wrong on small data; others stand beside the methods that they are about.
@Suite("Where a peer is wrong, the right number is ours")
struct PeerDefectReferenceTests {
  private static func named(_ id: String) throws -> [ReferenceRecord] {
    try ReferenceRecords.named("peer_defects.json", id)
  }

  private func change(_ record: ReferenceRecord) throws -> PairedChange {
    try PairedTTest().change(
      from: record.data["before"].numbers, to: record.data["after"].numbers)
  }

  /// pingouin 0.7.0 puts the standard error of d_z about d_av, and `ttest` drops the sign.
  @Test(
    "pingouin_esci_sleep: the interval of d_av is d_av's", .tags(.reference),
    arguments: try named("pingouin_esci_sleep"))
  func pingouin(record: ReferenceRecord) throws {
    let e = record.expected
    let size = try StandardisedMeanChange().dav(of: change(record))
    expectClose(size.estimate, e["d_av"], relative: 1e-12)
    #expect(size.estimate < 0 && e["ttest_cohen_d"].number > 0)
    // Algina and Keselman's limits, as the record pp_sleep has them.
    expectClose(size.interval.low, -1.372, relative: 5e-4)
    expectClose(size.interval.high, -0.269, relative: 5e-4)
    #expect(e["interval"].numbers[0] < size.interval.low - 0.28)
    #expect(e["interval"].numbers[1] > size.interval.high + 0.26)
  }

  /// pingouin 0.7.0 corrects d_av of pairs as if twice as many people had been measured, and by an approximation.
  @Test(
    "pingouin_hedges_sleep: g_av of ten pairs has their nine degrees of freedom",
    .tags(.reference), arguments: try named("pingouin_hedges_sleep"))
  func pingouinCorrection(record: ReferenceRecord) throws {
    let e = record.expected
    let size = try StandardisedMeanChange().gav(of: change(record))
    expectClose(size.estimate, e["right"], relative: 1e-13)
    #expect(abs(size.estimate - e["peer"].number) > 0.03)
  }

  /// scipy 1.17.1 gives 1.6e-30 where one person changed and 99 did not, and one-sided more than 1 (#26028).
  @Test(
    "scipy_wilcoxon_pratt_one_change: one change among zeros shows nothing", .tags(.reference),
    arguments: try named("scipy_wilcoxon_pratt_one_change"))
  func prattOneChange(record: ReferenceRecord) throws {
    let e = record.expected
    let zeros = [Double](repeating: 0, count: Int(record.data["zeros"].number))
    for zeroPolicy in ZeroPolicy.allCases {
      let ranks = try WilcoxonSignedRank(zeros: zeroPolicy).test(record.data["x"].numbers + zeros)
      #expect(ranks.p == e["right"].number)
      #expect(ranks.zeros == zeros.count)
    }
    #expect(e["peer"].number < 1e-29 && e["peer_upper"].number > 1)
  }

  /// DABEST 2025.10.20 pools standard deviations with n, weighted as if they had n − 1.
  @Test(
    "dabest_delta_g_spread: a common spread has one denominator", .tags(.reference),
    arguments: try named("dabest_delta_g_spread"))
  func pooledSpread(record: ReferenceRecord) throws {
    let e = record.expected
    let groups = ["a", "b", "c", "e"].map { record.data[$0].numbers }
    let spread = try AnalysisOfVariance().compare(groups).residualSD
    expectClose(spread, e["right_sd"], relative: 1e-14)
    let peerSpread = e["delta"].number / e["peer"].number
    #expect(spread - peerSpread > 0.19)
  }

  /// scipy 1.17.1 has half the probability for a sample, and the right one for the same with its signs turned.
  @Test(
    "scipy_wilcoxon_pratt_sleep: p does not depend on the sign", .tags(.reference),
    arguments: try named("scipy_wilcoxon_pratt_sleep"))
  func prattZero(record: ReferenceRecord) throws {
    let differences = zip(record.data["before"].numbers, record.data["after"].numbers).map {
      $1 - $0
    }
    let test = WilcoxonSignedRank(zeros: .rankThenDrop)
    let p = try test.test(differences).p
    #expect(try test.test(differences.map { -$0 }).p == p)
    expectClose(p, record.expected["right"], relative: 1e-12, strict: true)
    #expect(abs(p - record.expected["peer"].number) > 0.0019)
  }

  /// scipy 1.17.1's exact distribution is that of ranks without ties.
  @Test(
    "scipy_wilcoxon_ties: exact is exact with ties", .tags(.reference),
    arguments: try named("scipy_wilcoxon_ties"))
  func ties(record: ReferenceRecord) throws {
    let p = try WilcoxonSignedRank().test(record.data["x"].numbers).p
    expectClose(p, record.expected["right"], relative: 1e-12, strict: true)
    #expect(abs(p - record.expected["peer"].number) > 0.01)
  }

  /// effectsize 0.8.3 searches noncentralities by Nelder and Mead, to about seven figures.
  @Test(
    "effectsize_ncp_sleep: limits of d_z to eleven figures", .tags(.reference),
    arguments: try named("effectsize_ncp_sleep"))
  func noncentrality(record: ReferenceRecord) throws {
    let e = record.expected
    let size = try StandardisedMeanChange().dz(of: change(record))
    expectClose(size.estimate, e["d_z"], relative: 1e-13)
    let limits = [size.interval.low, size.interval.high]
    expectClose(limits, e["right"], relative: 1e-11)
    for (ours, peer) in zip(limits, e["peer"].numbers) {
      #expect(abs(ours - peer) > 1e-9 && abs(ours - peer) < 1e-6)
    }
  }
}
