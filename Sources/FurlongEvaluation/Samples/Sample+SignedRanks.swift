import FurlongStatistics

extension Sample {
  /// Wilcoxon's W+ of later minus earlier; two people at least.
  func signedRanks(of differences: [Double], note: String? = nil) -> Answer {
    if differences.count < 2 { return none(.tooFew(needed: 2, found: differences.count)) }
    return answer { () throws(StatisticsError) in
      let ranks = try WilcoxonSignedRank().test(differences)
      return Estimate(
        ranks.wPlus, unit: .rankSum, used: used, eligible: eligible,
        method: ranks.method == .exact
          ? MethodWords.signedRanksExact : MethodWords.signedRanksNormal,
        pValue: ranks.p, note: note)
    }
  }
}
