/// A chart of a share over time with limits from the binomial distribution: the p chart.
public struct ProportionChart: Equatable, Sendable {
  /// How many of the first points make the centre line; nil takes all of them.
  public var baseline: Int?
  /// The rules by which it is read.
  public var rules: ProcessRules

  /// Chooses the baseline and the rules.
  public init(baseline: Int? = nil, rules: ProcessRules = .makingDataCount) {
    self.baseline = baseline
    self.rules = rules
  }

  /// The lines of a share over time, and what stands out.
  ///
  /// ```
  /// p̄ = Σx / Σn     limits p̄ ± 3 √(p̄ (1 − p̄) / nᵢ), inside 0 to 1
  /// ```
  ///
  /// Where months differ by more than chance for reasons of their own, or n is in the thousands, these limits are too
  /// narrow: use ``IndividualsChart`` on the shares. Shewhart 1931; Montgomery, *Statistical Quality Control*, chapter 7.
  /// Agrees with R 4.2.2 on this formula.
  ///
  /// - Parameters:
  ///   - counts: to how many it applied, each time.
  ///   - totals: of how many, at least 1.
  /// - Throws: `unequalLengths`, `tooFew` for fewer than 2 points, `outsideRange`, `noVariation` where it applied to
  ///   nobody or to everybody.
  public func read(
    _ counts: [Int], of totals: [Int]
  ) throws(StatisticsError) -> AttributeReading {
    let base = try BaselinePoints(counts.count, totals.count, baseline)
    for (count, total) in zip(counts, totals) {
      if total < 1 {
        throw .outsideRange(what: "total", value: Double(total), expected: "1 or more")
      }
      if count < 0 || count > total {
        throw .outsideRange(what: "count", value: Double(count), expected: "from 0 to its total")
      }
    }
    let n = try total(of: totals[..<base.count], "number of persons")
    let x = counts[..<base.count].reduce(0, +)
    if x == 0 || x == n { throw .noVariation(in: "points of a baseline", count: base.count) }
    let centre = Double(x) / Double(n)
    let points = zip(counts, totals).map {
      ProcessPoint(
        value: Double($0) / Double($1), centre: centre,
        sigma: (centre * (1 - centre) / Double($1)).squareRoot(), within: 0...1)
    }
    return AttributeReading(
      rules: rules.name, baseline: base.count, centre: centre, points: points,
      signals: try rules.signals(in: points))
  }
}

/// A chart of events per unit of time or of people with limits from the Poisson distribution: the u chart.
public struct EventRateChart: Equatable, Sendable {
  /// How many of the first points make the centre line; nil takes all of them.
  public var baseline: Int?
  /// The rules by which it is read.
  public var rules: ProcessRules

  /// Chooses the baseline and the rules.
  public init(baseline: Int? = nil, rules: ProcessRules = .makingDataCount) {
    self.baseline = baseline
    self.rules = rules
  }

  /// The lines of a rate over time, and what stands out.
  ///
  /// ```
  /// ū = Σx / Σt     limits ū ± 3 √(ū / tᵢ), not below 0
  /// ```
  ///
  /// Events must be independent: those of one person are not, and then the limits are too narrow. Montgomery,
  /// *Statistical Quality Control*, chapter 7. Agrees with R 4.2.2 on this formula.
  ///
  /// - Parameters:
  ///   - events: how many there were, each time.
  ///   - exposure: in how much time, or at how many people; above 0.
  /// - Throws: `unequalLengths`, `tooFew` for fewer than 2 points, `outsideRange`, `noVariation` where nothing happened.
  public func read(
    _ events: [Int], in exposure: [Double]
  ) throws(StatisticsError) -> AttributeReading {
    let base = try BaselinePoints(events.count, exposure.count, baseline)
    for (count, time) in zip(events, exposure) {
      if count < 0 {
        throw .outsideRange(what: "number of events", value: Double(count), expected: "0 or more")
      }
      if !(time > 0 && time.isFinite) {
        throw .outsideRange(what: "exposure", value: time, expected: "above 0")
      }
    }
    let x = try total(of: events[..<base.count], "number of events")
    if x == 0 { throw .noVariation(in: "points of a baseline", count: base.count) }
    var time = CompensatedSum()
    for value in exposure[..<base.count] { time.add(value) }
    let centre = Double(x) / time.total
    let points = zip(events, exposure).map {
      ProcessPoint(
        value: Double($0) / $1, centre: centre, sigma: (centre / $1).squareRoot(),
        within: 0...Double.greatestFiniteMagnitude)
    }
    for point in points {
      try requireResult([point.value, point.centre, point.low, point.nearHigh], "rate")
    }
    return AttributeReading(
      rules: rules.name, baseline: base.count, centre: centre, points: points,
      signals: try rules.signals(in: points))
  }
}

/// A series of counts with limits of its own at every point.
public struct AttributeReading: Codable, Equatable, Sendable {
  /// The name of the rules.
  public let rules: String
  /// How many of the first points made the centre line.
  public let baseline: Int
  /// The centre line.
  public let centre: Double
  /// Every point with its lines.
  public let points: [ProcessPoint]
  /// What stands out, by kind and place.
  public let signals: [ProcessSignal]
}

/// How many points make a centre line.
private struct BaselinePoints {
  let count: Int

  init(_ first: Int, _ second: Int, _ chosen: Int?) throws(StatisticsError) {
    if first != second { throw .unequalLengths(first, second) }
    count = min(chosen ?? first, first)
    if count < 2 { throw .tooFew(of: "points of a baseline", count: count, needed: 2) }
  }
}
