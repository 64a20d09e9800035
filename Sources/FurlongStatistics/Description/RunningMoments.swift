/// Mean, spread, skewness and kurtosis in one pass, without keeping the values.
///
/// ```
/// δ = x − mean,  M₂ += δ² (n − 1)/n,  and M₃, M₄ likewise
/// ```
///
/// Each value is taken from the first one before anything is added up, so that a large constant in all
/// of them costs no figures. Two of them merge into what one over all values would be.
/// Welford 1962, doi:10.1080/00401706.1962.10490022; Pébay 2008, doi:10.2172/1028931.
/// Accuracy: the NIST univariate sets to what their stored values allow, as the two passes of
/// ``SampleDescription``. O(1) a value.
public struct RunningMoments: Equatable, Sendable {
  /// How many values were added.
  public private(set) var count = 0
  private var origin = 0.0
  /// The mean above the origin.
  private var shift = CompensatedSum()
  private var second = CompensatedSum()
  private var third = 0.0
  private var fourth = 0.0

  /// Starts without values.
  public init() {}

  /// Adds a value.
  ///
  /// - Throws: `notFinite`.
  public mutating func add(_ value: Double) throws(StatisticsError) {
    try requireFinite([value], "values")
    if count == 0 { origin = value }
    include(Self(single: value - origin, origin: origin))
  }

  /// Adds what another one has seen.
  public mutating func merge(_ other: RunningMoments) {
    if other.count == 0 { return }
    if count == 0 { origin = other.origin }
    include(other)
  }

  /// The mean, or nil without values.
  public var mean: Double? { count > 0 ? origin + shift.total : nil }

  /// The sample variance with n − 1, or nil for fewer than two values.
  public var variance: Double? { count > 1 ? second.total / Double(count - 1) : nil }

  /// The standard deviation with n − 1, or nil for fewer than two values.
  public var sd: Double? { variance?.squareRoot() }

  /// Skewness and kurtosis, or nil where values do not vary.
  public func shape(_ convention: ShapeConvention = .adjusted) -> SampleShape? {
    guard count > 0, second.total > 0 else { return nil }
    let n = Double(count)
    return SampleShape(
      count: count, second: second.total / n, third: third / n, fourth: fourth / n,
      convention: convention)
  }

  private init(single shift: Double, origin: Double) {
    count = 1
    self.origin = origin
    self.shift.add(shift)
  }

  private mutating func include(_ other: RunningMoments) {
    let n1 = Double(count)
    let n2 = Double(other.count)
    let n = n1 + n2
    let delta = (other.origin - origin) + (other.shift.total - shift.total)
    let step = delta / n
    let cross = delta * step * n1 * n2
    let fourthCross = cross * step * step * (n1 * n1 - n1 * n2 + n2 * n2)
    let fourthSquares = 6 * step * step * (n1 * n1 * other.second.total + n2 * n2 * second.total)
    fourth += other.fourth + fourthCross + fourthSquares
    fourth += 4 * step * (n1 * other.third - n2 * third)
    third += other.third + cross * step * (n1 - n2)
    third += 3 * step * (n1 * other.second.total - n2 * second.total)
    second.add(other.second.total)
    second.add(cross)
    shift.add(step * n2)
    count += other.count
  }
}
