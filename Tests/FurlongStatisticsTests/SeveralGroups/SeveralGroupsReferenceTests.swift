import Foundation
import FurlongStatistics
import FurlongTestSupport
import Testing

private func records(_ ids: String...) throws -> [ReferenceRecord] {
  try ReferenceRecords.all("several_groups.json").filter { ids.contains($0.id) }
}

@Suite("Several groups agree with R, scipy and effectsize", .agreement("several-groups"))
struct SeveralGroupsReferenceTests {
  @Test("analysis of variance", .tags(.reference), arguments: try records("oneway_anorexia_change"))
  func table(record: ReferenceRecord) throws {
    let groups = try groups(record)
    let aov = record.expected["aov"]
    let partition = try AnalysisOfVariance().compare(groups)
    #expect([partition.dfBetween, partition.dfWithin].map(Double.init) == aov["df"].numbers)
    expectClose(
      [partition.squaresBetween, partition.squaresWithin], aov["ss"], relative: 1e-12, strict: true)
    expectClose(
      [partition.meanSquareBetween, partition.meanSquareWithin], aov["ms"], relative: 1e-12,
      strict: true)
    expectClose(partition.f, aov["F"].numbers[0], relative: 1e-12, strict: true)
    expectClose(partition.p, aov["p"].numbers[0], relative: 1e-10, strict: true)
    let welch = try WelchAnalysisOfVariance().compare(groups)
    expectClose(welch.f, record.expected["welch_F"], relative: 1e-12, strict: true)
    expectClose(
      [Double(welch.dfBetween), welch.dfWithin], record.expected["welch_df"], relative: 1e-12)
    expectClose(welch.p, record.expected["welch_p"], relative: 1e-10, strict: true)
    let levene = try LeveneTest().compare(groups)
    expectClose(levene.f, record.expected["levene_bf_F"], relative: 1e-11, strict: true)
    expectClose(levene.p, record.expected["levene_p"], relative: 1e-10, strict: true)
  }

  @Test(
    "four groups that vary unlike", .tags(.reference), arguments: try records("oneway_four_groups"))
  func unlike(record: ReferenceRecord) throws {
    let groups = try groups(record)
    let e = record.expected
    let partition = try AnalysisOfVariance().compare(groups)
    expectClose(
      [partition.squaresBetween, partition.squaresWithin], e["ss"], relative: 1e-12, strict: true)
    expectClose(partition.f, e["F"], relative: 1e-12, strict: true)
    expectClose(partition.p, e["p"], relative: 1e-10, strict: true)
    expectClose(partition.residualSD, e["sigma"], relative: 1e-12, strict: true)
    expectClose(partition.shareBetween, e["r2"], relative: 1e-12, strict: true)
    let welch = try WelchAnalysisOfVariance().compare(groups)
    expectClose(welch.f, e["welch_F"], relative: 1e-12, strict: true)
    expectClose([Double(welch.dfBetween), welch.dfWithin], e["welch_df"], relative: 1e-12)
    expectClose(welch.p, e["welch_p"], relative: 1e-10, strict: true)
    for centre in SpreadCentre.allCases {
      let levene = try LeveneTest(centre: centre).compare(groups)
      expectClose(levene.f, e["levene_\(centre)_F"], relative: 1e-11, strict: true)
      expectClose(levene.p, e["levene_\(centre)_p"], relative: 1e-10, strict: true)
    }
  }

  @Test("spreads of scipy", .tags(.reference), arguments: try records("levene_scipy_four_groups"))
  func spreads(record: ReferenceRecord) throws {
    for centre in SpreadCentre.allCases {
      let levene = try LeveneTest(centre: centre).compare(try groups(record))
      expectClose(
        [levene.f, levene.p], record.expected[centre.rawValue], relative: 1e-10, strict: true)
    }
  }

  @Test(
    "shares of variation", .tags(.reference),
    arguments: try records("eta_omega_anorexia", "shares_four_groups", "shares_flat"))
  func shares(record: ReferenceRecord) throws {
    let shares = try VarianceExplained().shares(
      of: AnalysisOfVariance().compare(try groups(record)))
    for (share, name) in [
      (shares.eta, "eta2"), (shares.omega, "omega2"), (shares.epsilon, "epsilon2"),
    ] {
      expectClose(share.estimate, record.expected[name].numbers[0], relative: 1e-12, name)
    }
  }

  /// The peer searches for its limits and finds about four figures of them.
  @Test(
    "limits of η², effectsize's search", .tags(.reference),
    arguments: try records("eta_omega_anorexia", "shares_four_groups", "shares_flat"))
  func searchedLimits(record: ReferenceRecord) throws {
    let shares = try VarianceExplained().shares(
      of: AnalysisOfVariance().compare(try groups(record)))
    let limits = record.expected["eta2"].numbers
    expectClose(shares.eta.interval.low, limits[1], relative: 1e-6)
    expectClose(shares.eta.interval.high, limits[2], relative: 1e-6)
  }

  @Test(
    "ω² and ε² have the interval of the share that they estimate, not effectsize's of a shrunken F",
    .tags(.reference), arguments: try records("eta_omega_anorexia", "shares_four_groups"))
  func shrunkenLimits(record: ReferenceRecord) throws {
    let shares = try VarianceExplained().shares(
      of: AnalysisOfVariance().compare(try groups(record)))
    for (share, name) in [(shares.omega, "omega2"), (shares.epsilon, "epsilon2")] {
      let limits = record.expected[name].numbers
      #expect(share.interval == shares.eta.interval)
      #expect(share.interval.low > limits[1] + 0.009)
      #expect(share.interval.high > limits[2] + 0.03)
    }
  }

  @Test(
    "limits of η²", .tags(.reference),
    arguments: try records("eta_limits_four_groups", "eta_limits_anorexia"))
  func limits(record: ReferenceRecord) throws {
    let interval = try VarianceExplained().shares(
      of: AnalysisOfVariance().compare(try groups(record))
    ).eta.interval
    expectClose(
      [interval.low, interval.high], record.expected["limits"], relative: 1e-11, strict: true)
  }

  /// The peer's range distribution has about eight figures.
  @Test(
    "Tukey's differences of R", .tags(.reference), arguments: try records("oneway_anorexia_change"))
  func tukeyR(record: ReferenceRecord) throws {
    // R names the later level first; so do we, where it is given first.
    let groups = Array(try groups(record).reversed())
    let names = ["FT", "Cont", "CBT"]
    for pair in try TukeyTest().compare(groups) {
      let e = record.expected["tukey"]["\(names[pair.group])-\(names[pair.other])"]
      expectClose(pair.difference, e["diff"], relative: 1e-12, strict: true)
      expectClose(pair.p, e["p adj"], relative: 1e-8)
      expectClose(
        [pair.interval.low, pair.interval.high], .list([e["lwr"], e["upr"]]), relative: 1e-8)
    }
  }

  @Test(
    "Tukey's differences of scipy", .tags(.reference),
    arguments: try records("tukey_scipy_four_groups", "tukey_scipy_anorexia"))
  func tukey(record: ReferenceRecord) throws {
    let groups = try groups(record)
    let pairs = try TukeyTest().compare(groups)
    #expect(pairs.count == groups.count * (groups.count - 1) / 2)
    expectPairs(pairs, try TukeyTest(confidence: 0.9).compare(groups), record)
  }

  @Test(
    "Games and Howell's differences", .tags(.reference),
    arguments: try records("games_howell_four_groups", "games_howell_anorexia"))
  func gamesHowell(record: ReferenceRecord) throws {
    let groups = try groups(record)
    expectPairs(
      try GamesHowellTest().compare(groups), try GamesHowellTest(confidence: 0.9).compare(groups),
      record)
  }

  private func expectPairs(
    _ pairs: [PairwiseDifference], _ narrower: [PairwiseDifference], _ record: ReferenceRecord
  ) {
    for (pair, narrow) in zip(pairs, narrower) {
      let e = record.expected["\(pair.group)-\(pair.other)"]
      expectClose(pair.difference, e["diff"], relative: 1e-12, strict: true)
      expectClose(pair.p, e["p"], relative: 1e-8, strict: true)
      expectClose(pair.interval.low, e["low"], relative: 1e-9)
      expectClose(pair.interval.high, e["high"], relative: 1e-9)
      expectClose(narrow.interval.low, e["low90"], relative: 1e-9)
      expectClose(narrow.interval.high, e["high90"], relative: 1e-9)
    }
  }

  @Test(
    "Kruskal and Wallis", .tags(.reference),
    arguments: try records("kruskal_four_groups", "kruskal_anorexia"))
  func kruskal(record: ReferenceRecord) throws {
    let e = record.expected
    let ranked = try KruskalWallis().compare(try groups(record))
    expectClose(ranked.h, e["H"], relative: 1e-12, strict: true)
    expectClose(ranked.p, e["p"], relative: 1e-10, strict: true)
    #expect(Double(ranked.df) == e["df"].number && ranked.tied)
    if e["mean_ranks"].isMissing { return }
    expectClose(ranked.meanRanks, e["mean_ranks"], relative: 1e-14)
    expectClose(ranked.epsilonSquared, e["epsilon2"], relative: 1e-12)
  }

  @Test("Friedman", .tags(.reference), arguments: try records("friedman_ties"))
  func friedman(record: ReferenceRecord) throws {
    let e = record.expected
    let ranked = try FriedmanTest().compare(rows(record.data["rows"]))
    expectClose(ranked.chiSquared, e["chi2"], relative: 1e-12, strict: true)
    expectClose(ranked.p, e["p"], relative: 1e-10, strict: true)
    expectClose(ranked.concordance, e["W"], relative: 1e-12, strict: true)
    #expect(Double(ranked.df) == e["df"].number && ranked.tied)
  }

  @Test(
    "Cochran's Q", .tags(.reference),
    arguments: try records("cochran_q_respiratory", "cochran_q_small"))
  func cochran(record: ReferenceRecord) throws {
    let e = record.expected
    var answers = rows(record.data["rows"]).map { $0.map { $0 == 1 } }
    if answers.isEmpty {
      let data = try PublishedData("respiratory", "respiratory.csv")
      var persons: [String: [String: Bool]] = [:]
      for (person, (month, status)) in zip(
        data.text("subject"), zip(data.text("month"), data.text("status")))
      {
        persons[person, default: [:]][month] = status == "good"
      }
      answers = persons.values.map { months in
        months.keys.sorted().compactMap { months[$0] }
      }
    }
    let repeated = try CochranQ().compare(answers)
    expectClose(repeated.q, e["q"], relative: 1e-13, strict: true)
    expectClose(repeated.p, e["p"], relative: 1e-10, strict: true)
    #expect(Double(repeated.df) == e["df"].number && Double(repeated.count) == e["n"].number)
    if !e["yes"].isMissing { #expect(repeated.yes.map(Double.init) == e["yes"].numbers) }
  }
}

@Suite("NIST StRD, analysis of variance", .agreement("several-groups"))
struct NISTVarianceReferenceTests {
  /// SmLs: nine groups about a constant plus 0.4, 0.3, 0.5, 0.3 …, one value there, then 0.1 below and above in turn.
  private func groups(_ data: ReferenceValue) -> [[Double]] {
    if !data["groups"].isMissing { return rows(data["groups"]) }
    let constant = data["constant"].number
    return (0..<9).map { group in
      let tenths = group == 0 ? 4 : group.isMultiple(of: 2) ? 5 : 3
      return (0..<Int(data["replicates"].number)).map { place in
        let step = place == 0 ? 0 : place.isMultiple(of: 2) ? 1 : -1
        return constant + Double(tenths + step) / 10
      }
    }
  }

  @Test(
    "all figures that the stored values have, less half of one", .tags(.reference),
    arguments: try ReferenceRecords.all("nist_anova.json"))
  func figures(record: ReferenceRecord) throws {
    let e = record.expected
    let partition = try AnalysisOfVariance().compare(groups(record.data))
    #expect([partition.dfBetween, partition.dfWithin].map(Double.init) == e["df"].numbers)
    for (value, name) in [
      (partition.f, "F"), (partition.squaresBetween, "ss_between"),
      (partition.squaresWithin, "ss_within"), (partition.meanSquareBetween, "ms_between"),
      (partition.meanSquareWithin, "ms_within"), (partition.shareBetween, "r2"),
      (partition.residualSD, "resid_sd"),
    ] {
      let bar = e["figures_in_the_stored_doubles"][name].number - 0.5
      // Certified values have 15 figures: an error below 1e-14 is none.
      let allowed = max(pow(10, -bar), 1e-14)
      expectClose(value, e[name], relative: allowed, strict: true, name)
    }
  }
}
