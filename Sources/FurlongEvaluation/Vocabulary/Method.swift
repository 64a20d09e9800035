/// How a number and its interval were made, in the fixed words of the results table.
///
/// `docs/guides/results.md` explains each.
public struct Method: Codable, Sendable, Hashable {
  /// How the number was made, where its measure does not say it all.
  public var estimator: String
  /// How its interval was made.
  public var interval: String
  /// How many samples were drawn for it; nil where none were.
  public var draws: Int?

  /// A method.
  public init(estimator: String = "", interval: String = "", draws: Int? = nil) {
    self.estimator = estimator
    self.interval = interval
    self.draws = draws
  }

  /// Nothing to say beyond the measure's name.
  public static let plain = Method()
  /// Student's t.
  public static let t = Method(interval: "t")
  /// Signed ranks without the zeros, by all signs of the observed ranks.
  public static let signedRanksExact = Method(estimator: "zeros dropped, exact with ties")
  /// Signed ranks without the zeros, by the normal approximation.
  public static let signedRanksNormal = Method(estimator: "zeros dropped, normal approximation")
  /// Algina and Keselman 2003.
  public static let alginaKeselman = Method(interval: "algina-keselman")
  /// Exact, from the noncentral t.
  public static let noncentralT = Method(interval: "noncentral t")
  /// Cooper, Hedges and Valentine 2009.
  public static let cooper = Method(interval: "cooper")
  /// Bonett 2008.
  public static let bonett = Method(interval: "bonett")
  /// Jacobson and Truax 1991.
  public static let jacobsonTruax = Method(estimator: "jacobson-truax")
  /// The same by another published reliability than the plan's, of a kind.
  public static func jacobsonTruax(by kind: String, interval: String = "") -> Method {
    Method(estimator: "jacobson-truax, \(kind)", interval: interval)
  }
  /// A threshold that was published as such: `published threshold, reliable-6-points`.
  public static func published(_ kind: String, interval: String = "") -> Method {
    Method(estimator: "published threshold, \(kind)", interval: interval)
  }
  /// By one of several cut-offs: `cut-off, a`.
  public static func cutOff(_ basis: String, interval: String = "") -> Method {
    Method(estimator: "cut-off, \(basis)", interval: interval)
  }
  /// By a named set of rules: `rules, nhs-tt`.
  public static func rules(_ rules: RuleSet, interval: String = "") -> Method {
    Method(estimator: "rules, \(rules.word)", interval: interval)
  }
  /// A mean without the fifth of values at each end.
  public static let trimmedMean = Method(
    estimator: "trimmed by a fifth at each end", interval: "t, winsorised")
  /// Those who went one way of those who went either.
  public static let signTest = Method(estimator: "zeros dropped, exact")
  /// Wilson's score interval.
  public static let wilson = Method(interval: "wilson")
  /// Wilson's score interval of a count with halves.
  public static let wilsonHalfTies = Method(estimator: "half ties", interval: "wilson")
  /// Between two of the values.
  public static let orderStatistics = Method(interval: "order statistics")
  /// Kaplan and Meier's product limit, with Greenwood's error on the scale of log(−log S).
  public static let kaplanMeier = Method(estimator: "kaplan-meier", interval: "greenwood, log-log")
  /// The time at which its curve crosses one half.
  public static let kaplanMeierMedian = Method(
    estimator: "kaplan-meier", interval: "brookmeyer-crowley, log-log")
  /// A life table of counts as they are printed.
  public static let lifeTable = Method(
    estimator: "life table of printed counts", interval: "greenwood, log-log")
  /// A quasi-Poisson model with a level a unit.
  public static let quasiPoisson = Method(
    estimator: "quasi-poisson, a level a unit", interval: "t, log scale")
  /// The delta method over persons.
  public static let personDelta = Method(interval: "person delta, log scale")
  /// Analysis of covariance with the score before; errors by HC3.
  public static let adjustedArms = Method(
    estimator: "adjusted for the score before", interval: "t, hc3")
  /// An arm's mean by the same model.
  public static let adjustedMean = Method(estimator: "adjusted for the score before")
  /// The same difference with the interval of another way.
  static func adjusted(_ method: Method) -> Method {
    Method(
      estimator: adjustedMean.estimator, interval: method.interval, draws: method.draws)
  }
  /// Newcombe 1998, of two groups of different people.
  public static let newcombe = Method(interval: "newcombe")
  /// Newcombe 1998, of two shares of the same people.
  public static let newcombePaired = Method(interval: "newcombe, paired")
  /// McNemar's test with the mid-p probability.
  public static let mcNemarMidP = Method(estimator: "mid-p")
  /// Cohen's κ.
  public static let cohenKappa = Method(estimator: "cohen kappa")
  /// The same of more than two coders.
  public static let congerKappa = Method(estimator: "conger kappa")
  /// Krippendorff's α over all codes, by whole stories.
  public static let pooledAlpha = Method(
    estimator: "krippendorff alpha, over all codes", interval: "story bootstrap", draws: 1_000)

  /// The headline interval of rates and their ratios.
  public static func personBCa(draws: Int) -> Method {
    Method(interval: "person bootstrap, bca", draws: draws)
  }

  /// In how many of the draws of persons something holds.
  static func shareOfDraws(_ draws: Int) -> Method {
    Method(estimator: "share of person bootstrap", draws: draws)
  }

  /// Plain percentiles of the same draws.
  public static func personPercentile(draws: Int) -> Method {
    Method(interval: "person bootstrap, percentile", draws: draws)
  }

  /// How a series of months is read.
  public static func chart(_ kind: AttendanceSeriesKind, _ rules: String) -> Method {
    Method(estimator: "\(kind.rawValue), \(rules)")
  }
}
