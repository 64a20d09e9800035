/// A chart of single values over time with limits from how much neighbours differ: the XmR chart.
public struct IndividualsChart: Equatable, Sendable {
  /// How many of the first points of each phase make the limits; nil takes all of them.
  public var baseline: Int?
  /// Whether moving ranges beyond their own limit are left out, once, before the limits are drawn.
  public var leavesOutWideRanges: Bool
  /// The two factors by which the mean moving range is multiplied.
  public var factors: MovingRangeFactors
  /// The rules by which it is read.
  public var rules: ProcessRules

  /// Chooses how limits are made and read; the defaults are those of NHSRplotthedots.
  ///
  /// A baseline of 12 to 20 points is usual: with fewer the limits are guesses, with more they come late.
  public init(
    baseline: Int? = nil, leavesOutWideRanges: Bool = true,
    factors: MovingRangeFactors = .published, rules: ProcessRules = .makingDataCount
  ) {
    self.baseline = baseline
    self.leavesOutWideRanges = leavesOutWideRanges
    self.factors = factors
    self.rules = rules
  }

  /// The lines of a series, and what in it is more than its usual ups and downs.
  ///
  /// ```
  /// mRᵢ = |xᵢ − xᵢ₋₁|     limits x̄ ± 2.66 mR̄     near lines x̄ ± ⅔ · 2.66 mR̄     range limit 3.267 mR̄
  /// ```
  ///
  /// With wide ranges left out, mR̄ is made again of those below 3.267 mR̄. Limits come from the baseline alone: later
  /// points never move them, and nothing is rebased unless it is asked for. O(n).
  ///
  /// Wheeler & Chambers 1992, *Understanding Statistical Process Control*; the screen is Nelson 1982,
  /// doi:10.1080/00224065.1982.11978811. Agrees with R 4.2.2 on these formulas to 1e-13.
  ///
  /// - Parameters:
  ///   - values: finite, in the order of time, without gaps.
  ///   - phases: the places, counted from 0, where someone decided that a new process began; each phase has its own
  ///     baseline and limits, and no signal reaches across.
  /// - Throws: `tooFew` for a phase or a baseline of fewer than 2 points; `notFinite`; `noVariation` where no
  ///   moving range is left above 0; `outsideRange` for phases that are not in order inside the series.
  public func read(
    _ values: [Double], phases: [Int] = []
  ) throws(StatisticsError) -> IndividualsReading {
    try requireFinite(values, "values")
    for (what, factor) in [("limits", factors.limits), ("ranges", factors.range)] {
      try requirePositive(factor, "number of mean moving ranges of \(what)")
    }
    if values.isEmpty { throw .tooFew(of: "points", count: 0, needed: 2) }
    var before = 0
    for place in phases {
      if place <= before || place >= values.count {
        throw .outsideRange(
          what: "place of a phase", value: Double(place),
          expected: "after the one before and inside the series")
      }
      before = place
    }
    var read: [IndividualsPhase] = []
    var points: [ProcessPoint] = []
    var signals: [ProcessSignal] = []
    for (start, end) in zip([0] + phases, phases + [values.count]) {
      let phase = try phase(of: Array(values[start..<end]), from: start)
      let own = values[start..<end].map(phase.point)
      signals += try rules.signals(in: own).map {
        ProcessSignal(kind: $0.kind, direction: $0.direction, points: $0.points.map { $0 + start })
      }
      read.append(phase)
      points += own
    }
    return IndividualsReading(rules: rules.name, phases: read, points: points, signals: signals)
  }

  private func phase(
    of values: [Double], from start: Int
  ) throws(StatisticsError) -> IndividualsPhase {
    let chosen = min(baseline ?? values.count, values.count)
    if chosen < 2 { throw .tooFew(of: "points of a baseline", count: chosen, needed: 2) }
    let base = Array(values[..<chosen])
    let ranges = zip(base, base.dropFirst()).map { abs($1 - $0) }
    var kept = ranges
    var mean = try Moments(of: kept, "moving ranges").mean
    if leavesOutWideRanges {
      let widest = factors.range * mean
      kept = ranges.filter { $0 < widest }
      if !kept.isEmpty { mean = try Moments(of: kept, "moving ranges").mean }
    }
    if !(mean > 0) { throw .noVariation(in: "points of a baseline", count: chosen) }
    return IndividualsPhase(
      start: start, count: values.count, baseline: chosen,
      centre: try Moments(of: base, "values").mean, meanRange: mean,
      medianRange: try SampleDescription(of: ranges).median,
      rangesLeftOut: ranges.count - kept.count, factors: factors,
      wideRanges: zip(values, values.dropFirst()).enumerated()
        .filter { abs($1.1 - $1.0) > factors.range * mean }.map { $0.offset + 1 + start })
  }
}

/// By what the mean moving range is multiplied.
public struct MovingRangeFactors: Codable, Equatable, Sendable {
  /// How many mean moving ranges the limits lie from the centre.
  public var limits: Double
  /// How many mean moving ranges a single one may be.
  public var range: Double

  /// Chooses the factors.
  public init(limits: Double, range: Double) {
    self.limits = limits
    self.range = range
  }

  /// As printed in tables and used by the NHS: 2.66 and 3.267.
  public static let published = MovingRangeFactors(limits: 2.66, range: 3.267)

  /// Unrounded: 3/d₂ and 1 + 3d₃/d₂ of two normal values, with d₂ = 2/√π and d₃ = √(2 − 4/π).
  public static let exact = MovingRangeFactors(
    limits: 1.5 * Double.pi.squareRoot(),
    range: 1 + 1.5 * (2 * Double.pi - 4).squareRoot())
}
