/// What a paper says of the same persons measured twice; what it does not say is nil.
public struct PublishedSummary: Codable, Equatable, Sendable {
  /// How many persons were measured twice.
  public var count: Int
  /// The mean on the earlier occasion.
  public var meanBefore: Double?
  /// The standard deviation on the earlier occasion.
  public var sdBefore: Double?
  /// The mean on the later occasion.
  public var meanAfter: Double?
  /// The standard deviation on the later occasion.
  public var sdAfter: Double?
  /// The mean change: later minus earlier.
  public var meanChange: Double?
  /// The standard deviation of the changes.
  public var sdChange: Double?
  /// The correlation of the two occasions.
  public var correlation: Double?
  /// The t of the paired test.
  public var t: Double?

  /// Makes a summary of what is said.
  public init(
    count: Int, meanBefore: Double? = nil, sdBefore: Double? = nil, meanAfter: Double? = nil,
    sdAfter: Double? = nil, meanChange: Double? = nil, sdChange: Double? = nil,
    correlation: Double? = nil, t: Double? = nil
  ) {
    self.count = count
    self.meanBefore = meanBefore
    self.sdBefore = sdBefore
    self.meanAfter = meanAfter
    self.sdAfter = sdAfter
    self.meanChange = meanChange
    self.sdChange = sdChange
    self.correlation = correlation
    self.t = t
  }

  /// Every size of the change that the summary allows, each with what had to be worked out or taken on trust.
  ///
  /// ```
  /// sd(D) = |D̄| √n / |t|  or  √(s₁² + s₂² − 2 r s₁ s₂)        r = (s₁² + s₂² − sd(D)²) / (2 s₁ s₂)
  /// ```
  ///
  /// t and n give d_z, exactly, and with r d_rm; means and standard deviations give d_av and d_b, without an interval unless
  /// one of r, sd(D) and t is said. Figures that are said are preferred to figures worked out. The sizes are
  /// those of ``StandardisedMeanChange``, whose choices of intervals apply.
  ///
  /// - Parameter sizes: the confidence, and how intervals are made.
  /// - Returns: one reading a size, in the order of ``EffectSizeName``; none where nothing can be read.
  /// - Throws: `tooFew` for fewer than 2 persons; `notFinite`; `outsideRange` where a figure cannot be, or the
  ///   figures contradict each other so that r would lie outside −1 to 1.
  public func readings(
    _ sizes: StandardisedMeanChange = StandardisedMeanChange()
  ) throws(StatisticsError) -> [EffectReading] {
    var facts = try PublishedFacts(self)
    let order = EffectSizeName.allCases
    return try facts.readings(sizes).sorted {
      (order.firstIndex(of: $0.name) ?? 0) < (order.firstIndex(of: $1.name) ?? 0)
    }
  }
}

/// A size that a paper's figures allow.
public struct EffectReading: Codable, Equatable, Sendable {
  /// Which size it is.
  public let name: EffectSizeName
  /// The size: later minus earlier.
  public let estimate: Double
  /// Its interval, or nil where the figures do not allow one.
  public let interval: ConfidenceInterval?
  /// How the interval was made, or nil where there is none.
  public let method: EffectIntervalMethod?
  /// What had to be worked out or taken on trust.
  public let notes: [EffectReadingNote]

  init(_ size: EffectSize, notes: [EffectReadingNote]) {
    name = size.name
    estimate = size.estimate
    interval = size.interval
    method = size.method
    self.notes = notes
  }

  init(_ name: EffectSizeName, _ estimate: Double, notes: [EffectReadingNote]) {
    self.name = name
    self.estimate = estimate
    interval = nil
    method = nil
    self.notes = notes
  }
}

/// What had to be worked out or taken on trust to read a size of a summary.
public enum EffectReadingNote: String, Codable, CaseIterable, Sendable {
  /// t is taken to be that of the paired test, of as many persons, later minus earlier.
  case pairedT = "paired_t"
  /// t was printed with the other sign, or without one: it is taken with that of the mean change.
  case signOfMeanChange = "sign_of_mean_change"
  /// The standard deviation of the changes was worked out from t.
  case sdChangeFromT = "sd_change_from_t"
  /// The standard deviation of the changes was worked out from r.
  case sdChangeFromCorrelation = "sd_change_from_correlation"
  /// r was worked out from the standard deviation of the changes.
  case correlationFromSdChange = "correlation_from_sd_change"
  /// No figure says how closely the occasions agree, so there is no interval.
  case correlationUnknown = "correlation_unknown"
}
