import FurlongNumerics

/// A chart of values over time with their median, read by runs alone: for series too short for limits.
public struct RunChart: Equatable, Sendable {
  /// How many of the first points make the median; nil takes all of them.
  public var baseline: Int?
  /// The rules by which it is read.
  public var rules: RunChartRules

  /// Chooses the baseline and the rules.
  public init(baseline: Int? = nil, rules: RunChartRules = .anhoej) {
    self.baseline = baseline
    self.rules = rules
  }

  /// The median of a series and how it runs about it.
  ///
  /// ```
  /// useful = points not on the median      runs = stretches of useful points on one side
  /// crossings = runs − 1                   longest = points of the longest run
  /// ```
  ///
  /// A point on the median neither ends a run nor counts. O(n log n).
  ///
  /// - Parameter values: finite, in the order of time.
  /// - Throws: `tooFew` for no point; `notFinite`; `noVariation` where all points lie on the median; `numerics`.
  public func read(_ values: [Double]) throws(StatisticsError) -> RunChartReading {
    let chosen = min(baseline ?? values.count, values.count)
    if chosen < 1 { throw .tooFew(of: "points of a baseline", count: chosen, needed: 1) }
    try requireFinite(values, "values")
    let median = try SampleDescription(of: Array(values[..<chosen])).median
    let sides = values.map { $0 > median ? 1 : $0 < median ? -1 : 0 }
    let runs = SameSideRuns(sides: sides, zeros: .skip).runs
    let above = sides.count { $0 > 0 }
    let below = sides.count { $0 < 0 }
    if runs.isEmpty { throw .noVariation(in: "points", count: values.count) }
    let longest = runs.map(\.points.count).max() ?? 0
    let (few, many) = RunsDistribution(above: above, below: below).tails(of: runs.count)
    let anhoej = try RunChartReading.Anhoej(useful: above + below)
    var signals: [RunChartSignal] = []
    switch rules {
    case .anhoej:
      if longest > anhoej.longestRun {
        for run in runs where run.points.count > anhoej.longestRun {
          signals.append(
            RunChartSignal(kind: .longRun, direction: .init(sign: run.side), points: run.points))
        }
      }
      if runs.count - 1 < anhoej.fewestCrossings {
        signals.append(RunChartSignal(kind: .fewCrossings, direction: nil, points: []))
      }
    case .perla:
      for run in runs where run.points.count >= 6 {
        signals.append(
          RunChartSignal(kind: .longRun, direction: .init(sign: run.side), points: run.points))
      }
      for climb in Climbs(values, repeats: .skip).climbs where climb.steps + 1 >= 5 {
        signals.append(
          RunChartSignal(kind: .trend, direction: .init(sign: climb.sign), points: climb.points))
      }
      if few <= 0.025 {
        signals.append(RunChartSignal(kind: .fewCrossings, direction: nil, points: []))
      }
      if many <= 0.025 {
        signals.append(RunChartSignal(kind: .manyCrossings, direction: nil, points: []))
      }
    }
    return RunChartReading(
      rules: rules.rawValue, baseline: chosen, median: median, above: above, below: below,
      runs: runs.count, longestRun: longest, fewRuns: few, manyRuns: many, anhoej: anhoej,
      signals: signals)
  }
}

/// The named, versioned sets of rules by which a run chart is read.
public enum RunChartRules: String, Codable, CaseIterable, Sendable {
  /// Unusually long runs or unusually few crossings for so many useful points: about 1 false alarm in 20 charts.
  ///
  /// Longest run above round(log₂ n) + 3; crossings below the 5% point of a binomial of n − 1 and ½. Anhøj & Olesen
  /// 2014, doi:10.1371/journal.pone.0113825.
  case anhoej = "anhoej/1"
  /// A run of 6, a trend of 5, or runs too few or too many at 2.5% each: more false alarms the longer the chart.
  ///
  /// Equal values neither end a trend nor count. Perla, Provost & Murray 2011, doi:10.1136/bmjqs.2009.037895, with the
  /// runs test of their table (Swed & Eisenhart 1943) computed exactly for the points above and below.
  case perla = "perla/1"
}

/// A series about its median.
public struct RunChartReading: Codable, Equatable, Sendable {
  /// What Anhøj & Olesen allow a series of so many useful points.
  public struct Anhoej: Codable, Equatable, Sendable {
    /// The longest run that is usual.
    public let longestRun: Int
    /// The fewest crossings that are usual.
    public let fewestCrossings: Int

    /// What is usual for so many points that are not on the median.
    ///
    /// - Throws: `tooFew` for none.
    public init(useful: Int) throws(StatisticsError) {
      if useful < 1 { throw .tooFew(of: "useful points", count: useful, needed: 1) }
      var logarithm = 0
      // round(log₂ n) without a logarithm: it is k where n² lies below 2^(2k + 1), and never on it.
      var bound = 2.0
      while Double(useful) * Double(useful) >= bound {
        logarithm += 1
        bound *= 4
      }
      longestRun = logarithm + 3
      fewestCrossings =
        useful == 1
        ? 0
        : try numerically { () throws(NumericsError) in
          try BinomialDistribution(trials: useful - 1, success: 0.5).quantile(0.05)
        }
    }
  }

  /// The name of the rules.
  public let rules: String
  /// How many of the first points made the median.
  public let baseline: Int
  /// The median of the baseline.
  public let median: Double
  /// Points above the median.
  public let above: Int
  /// Points below the median.
  public let below: Int
  /// Stretches of useful points on one side.
  public let runs: Int
  /// Useful points of the longest run.
  public let longestRun: Int
  /// The exact probability of so few runs or fewer, were the order chance.
  public let fewRuns: Double
  /// The exact probability of so many runs or more, were the order chance.
  public let manyRuns: Double
  /// What Anhøj & Olesen allow.
  public let anhoej: Anhoej
  /// What stands out.
  public let signals: [RunChartSignal]

  /// Points that are not on the median.
  public var useful: Int { above + below }
  /// How often the line from point to point crosses the median.
  public var crossings: Int { runs - 1 }
}

/// Something in a run chart that chance alone would seldom do.
public struct RunChartSignal: Codable, Equatable, Sendable {
  /// What was seen; the words are fixed.
  public enum Kind: String, Codable, CaseIterable, Sendable {
    /// Too many useful points in a row on one side of the median.
    case longRun = "long-run"
    /// Too many points in a row, each above (or below) the one before.
    case trend
    /// The median is crossed too seldom.
    case fewCrossings = "few-crossings"
    /// The median is crossed too often.
    case manyCrossings = "many-crossings"
  }

  /// What was seen.
  public let kind: Kind
  /// Which way; nil for crossings, which have none.
  public let direction: ProcessSignal.Direction?
  /// The places of its points, counted from 0; none for crossings, which are of the whole chart.
  public let points: [Int]

  /// A signal.
  public init(kind: Kind, direction: ProcessSignal.Direction?, points: [Int]) {
    self.kind = kind
    self.direction = direction
    self.points = points
  }
}
