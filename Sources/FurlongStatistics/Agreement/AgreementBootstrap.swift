/// The interval of a coefficient of agreement, by drawing units, or whole texts, with replacement.
///
/// What is drawn must be independent: units, stories, never the characters of a story. Below ``fewest``
/// units there is no interval, and the answer says so. Units are put in an order of their own codes
/// first, so that the order of rows does not matter.
public struct AgreementBootstrap: Equatable, Sendable {
  /// The draws, their seed and the confidence.
  public var bootstrap: Bootstrap
  /// The fewest units that give an interval.
  public var fewest: Int

  /// Chooses the draws and the fewest units that give an interval, which are never below 2.
  public init(_ bootstrap: Bootstrap, fewest: Int = 10) {
    self.bootstrap = bootstrap
    self.fewest = max(2, fewest)
  }

  /// The interval of a coefficient that knows how many coders chose each category.
  ///
  /// - Parameters:
  ///   - counts: the units.
  ///   - coefficient: the coefficient of drawn units; nil or an error where it is undefined.
  /// - Throws: what the coefficient of all units and ``Bootstrap/estimate(of:statistic:)`` throw.
  public func estimate(
    of counts: UnitCounts, coefficient: (UnitCounts) throws(StatisticsError) -> Double?
  ) throws(StatisticsError) -> ResampledAgreement {
    try estimate(patternOf: counts.patterns.map(\.times), whole: try coefficient(counts)) {
      try? coefficient(counts.redrawn($0))
    }
  }

  /// The interval of a coefficient that knows which coder chose what.
  ///
  /// - Parameters:
  ///   - units: the units.
  ///   - coefficient: the coefficient of drawn units; nil or an error where it is undefined.
  /// - Throws: what the coefficient of all units and ``Bootstrap/estimate(of:statistic:)`` throw.
  public func estimate(
    of units: CodedUnits, coefficient: (CodedUnits) throws(StatisticsError) -> Double?
  ) throws(StatisticsError) -> ResampledAgreement {
    try estimate(patternOf: units.patterns.map(\.times), whole: try coefficient(units)) {
      try? coefficient(units.redrawn($0))
    }
  }

  /// The interval of Krippendorff's α.
  ///
  /// - Parameters:
  ///   - units: a row a unit, a value a coder, nil where missing.
  ///   - alpha: the α wanted.
  /// - Throws: what α of these units and ``Bootstrap/estimate(of:statistic:)`` throw.
  public func estimate(
    of units: [[Double?]], _ alpha: KrippendorffAlpha
  ) throws(StatisticsError) -> ResampledAgreement {
    let (counts, values) = try UnitCounts.counting(units)
    return try estimate(of: counts) { (drawn: UnitCounts) throws(StatisticsError) -> Double? in
      try alpha.agreement(of: CoincidenceMatrix(of: drawn, values: values)).alpha
    }
  }

  /// The interval of a coefficient of spans, by drawing whole texts among those that all coders read.
  ///
  /// - Parameters:
  ///   - texts: the texts.
  ///   - overlaps: what to do where a coder's spans of one code overlap.
  ///   - coefficient: the coefficient of drawn texts; nil or an error where it is undefined.
  /// - Throws: as ``CodedSpans/init(_:overlaps:)``, and what the coefficient of all texts and
  ///   ``Bootstrap/estimate(of:statistic:)`` throw.
  public func estimate(
    of texts: [CodedText], overlaps: SpanOverlaps = .refused,
    coefficient: (CodedSpans) throws(StatisticsError) -> Double?
  ) throws(StatisticsError) -> ResampledAgreement {
    let continuum = try CodedSpans(texts, overlaps: overlaps)
    let read = texts.filter(\.isComparable).sorted { $0.comesBefore($1) }
    return try estimate(count: read.count, whole: try coefficient(continuum)) { indices in
      guard let drawn = try? CodedSpans(indices.map { read[$0] }, overlaps: overlaps) else {
        return nil
      }
      return try? coefficient(drawn)
    }
  }

  /// Draws units that come in patterns, each so many times.
  private func estimate(
    patternOf times: [Int], whole: Double?, coefficient: ([Int]) -> Double?
  ) throws(StatisticsError) -> ResampledAgreement {
    var pattern: [Int] = []
    for (index, count) in times.enumerated() {
      pattern.append(contentsOf: repeatElement(index, count: count))
    }
    return try estimate(count: pattern.count, whole: whole) { indices in
      var drawn = [Int](repeating: 0, count: times.count)
      for index in indices { drawn[pattern[index]] += 1 }
      return coefficient(drawn)
    }
  }

  private func estimate(
    count: Int, whole: Double?, statistic: (UnsafeBufferPointer<Int>) -> Double?
  ) throws(StatisticsError) -> ResampledAgreement {
    if count < fewest {
      return ResampledAgreement(
        units: count, estimate: nil, undefined: .tooFewUnits(count: count, needed: fewest))
    }
    if whole == nil {
      return ResampledAgreement(units: count, estimate: nil, undefined: .noVariation)
    }
    return ResampledAgreement(
      units: count, estimate: try bootstrap.estimate(of: count, statistic: statistic),
      undefined: nil)
  }
}

/// A coefficient of agreement with its interval by resampling, or why there is none.
public struct ResampledAgreement: Codable, Equatable, Sendable {
  /// How many units or texts were drawn among.
  public let units: Int
  /// The coefficient with its intervals, or nil where `undefined` says why not.
  public let estimate: BootstrapEstimate?
  /// Why there is no interval, or nil where there is one.
  public let undefined: AgreementDiagnostic?
}
