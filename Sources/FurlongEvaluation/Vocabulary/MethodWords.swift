import FurlongStudy

/// The fixed words of the results table's column `method`; `docs/guides/results.md` explains each.
enum MethodWords {
  static let t = "t"
  static let signedRanksExact = "zeros dropped, exact with ties"
  static let signedRanksNormal = "zeros dropped, normal approximation"
  static let alginaKeselman = "algina-keselman"
  static let noncentralT = "noncentral t"
  static let jacobsonTruax = "jacobson-truax"
  static let wilson = "wilson"
  static let wilsonHalfTies = "wilson, half ties"
  static let orderStatistics = "order statistics"
  static let cooper = "cooper"
  static let bonett = "bonett"
  static let personDelta = "person delta, log scale"
  static let cohenKappa = "cohen kappa"
  static let pooledDeviations = "missing minus present, pooled sd"

  /// How a series of months is read: `xmr, nhs-making-data-count/1`.
  static func chart(_ kind: String, _ rules: String) -> String { "\(kind), \(rules)" }

  /// The headline interval of rates and their ratios.
  static func personBCa(draws: Int) -> String { "person bootstrap, bca, \(draws) draws" }

  static func personPercentile(draws: Int) -> String {
    "person bootstrap, percentile, \(draws) draws"
  }
}

extension MethodWords {
  /// A method followed by the rule under which it was used: `…, leaving out 1 month before day 0`.
  static func with(_ rule: ServiceUseRule, _ method: String) -> String {
    rule == .wholeWindow ? method : "\(method), \(rule.rawValue)"
  }
}
