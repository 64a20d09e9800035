import FurlongStatistics

extension Sample {
  /// Wilcoxon's W+ of later minus earlier; two people at least.
  func signedRanks(of differences: [Double], caveats: [Caveat] = []) -> FoundAnswer {
    if differences.count < 2 { return none(.tooFew(needed: 2, found: differences.count)) }
    return answer { () throws(StatisticsError) in
      let ranks = try WilcoxonSignedRank().test(differences)
      return Estimate(
        ranks.wPlus, used: used, eligible: eligible,
        method: ranks.method == .exact ? .signedRanksExact : .signedRanksNormal,
        pValue: ranks.p, caveats: caveats)
    }
  }
}
