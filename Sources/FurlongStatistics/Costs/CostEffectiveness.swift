import Foundation
import FurlongNumerics

/// Whether what one arm gained was worth what it cost more, against another arm.
///
/// Only where there is a comparison: before and after of the same people is none.
public struct CostEffectiveness: Equatable, Sendable {
  /// The confidence of all intervals.
  public var confidence: Double

  /// Chooses the confidence.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// Compares the mean costs and effects of two arms, persons as the unit.
  ///
  /// ```
  /// ΔC = C̄₁ − C̄₀        ΔE = Ē₁ − Ē₀        V = Σ arms var/n        net benefit(λ) = λ ΔE − ΔC
  /// Fieller: the ratios R with (ΔC − R ΔE)² ≤ z² V(ΔC − R ΔE)
  /// ```
  ///
  /// Fieller's interval of the ratio: Willan & O'Brien 1996,
  /// doi:10.1002/(SICI)1099-1050(199607)5:4<297::AID-HEC216>3.0.CO;2-T. Net benefit: Stinnett & Mullahy 1998,
  /// doi:10.1177/0272989X98018002S09. O(n).
  ///
  /// - Parameters:
  ///   - treated: cost and effect of each person of the treated arm; at least two.
  ///   - control: the same of the control arm.
  /// - Returns: treated minus control; an effect is better the higher it is.
  /// - Throws: `unequalLengths`, `notFinite`, `tooFew`, `outsideRange` for the confidence.
  public func compare(
    treated: CostsAndEffects, control: CostsAndEffects
  ) throws(StatisticsError) -> CostAndEffectDifference {
    try requireLevel(confidence)
    let (first, second) = (try treated.moments(), try control.moments())
    return CostAndEffectDifference(
      cost: first.cost - second.cost, effect: first.effect - second.effect,
      costVariance: first.costVariance + second.costVariance,
      effectVariance: first.effectVariance + second.effectVariance,
      covariance: first.covariance + second.covariance, confidence: confidence,
      quantile: try normalQuantile(confidence: confidence))
  }
}

/// Cost and effect of each person of an arm.
public struct CostsAndEffects: Equatable, Sendable {
  /// What each person cost.
  public var costs: [Double]
  /// What each person gained, in the same order.
  public var effects: [Double]

  /// An arm.
  public init(costs: [Double], effects: [Double]) {
    self.costs = costs
    self.effects = effects
  }

  fileprivate struct MeanMoments {
    var cost: Double
    var effect: Double
    var costVariance: Double
    var effectVariance: Double
    var covariance: Double
  }

  /// The means, and the variances and covariance of the means.
  fileprivate func moments() throws(StatisticsError) -> MeanMoments {
    if costs.count != effects.count { throw .unequalLengths(costs.count, effects.count) }
    try requireFinite(costs, "costs")
    try requireFinite(effects, "effects")
    let count = Double(costs.count)
    if costs.count < 2 { throw .tooFew(of: "persons", count: costs.count, needed: 2) }
    let cost = costs.sorted().reduce(0, +) / count
    let effect = effects.sorted().reduce(0, +) / count
    var products = zip(costs, effects).map { (cost: $0 - cost, effect: $1 - effect) }
    // So that the order of persons changes no digit.
    products.sort { ($0.cost, $0.effect) < ($1.cost, $1.effect) }
    let divisor = count * (count - 1)
    return MeanMoments(
      cost: cost, effect: effect,
      costVariance: products.reduce(0) { $0 + $1.cost * $1.cost } / divisor,
      effectVariance: products.reduce(0) { $0 + $1.effect * $1.effect } / divisor,
      covariance: products.reduce(0) { $0 + $1.cost * $1.effect } / divisor)
  }
}

/// By how much two arms differ in cost and in effect: treated minus control.
public struct CostAndEffectDifference: Equatable, Sendable {
  /// The difference in mean cost.
  public let cost: Double
  /// The difference in mean effect.
  public let effect: Double
  /// The variance of the first.
  public let costVariance: Double
  /// The variance of the second.
  public let effectVariance: Double
  /// The covariance of both.
  public let covariance: Double
  /// The confidence of intervals.
  public let confidence: Double
  fileprivate let quantile: Double

  fileprivate init(
    cost: Double, effect: Double, costVariance: Double, effectVariance: Double,
    covariance: Double, confidence: Double, quantile: Double
  ) {
    self.cost = cost
    self.effect = effect
    self.costVariance = costVariance
    self.effectVariance = effectVariance
    self.covariance = covariance
    self.confidence = confidence
    self.quantile = quantile
  }

  /// The cost of one unit of effect; nil unless the treated arm cost more and gained more.
  ///
  /// Where one arm is better and cheaper a ratio says nothing, and where both are less it says the opposite of what it
  /// seems to: there the two differences, or the net benefit, are to be told.
  public var ratio: Double? { cost > 0 && effect > 0 ? cost / effect : nil }

  /// Fieller's interval of cost over effect; nil where the effect is not told apart from none, so that it has no end.
  public var ratioInterval: ConfidenceInterval? {
    let square = quantile * quantile
    let a = effect * effect - square * effectVariance
    let b = effect * cost - square * covariance
    let c = cost * cost - square * costVariance
    let root = b * b - a * c
    guard a > 0, root >= 0 else { return nil }
    return ConfidenceInterval(
      low: (b - root.squareRoot()) / a, high: (b + root.squareRoot()) / a, level: confidence)
  }

  /// What the treated arm gained at a price of one unit of effect, less what it cost more.
  public struct NetBenefit: Equatable, Sendable {
    /// λ ΔE − ΔC: above 0 where it is worth its cost.
    public let value: Double
    /// Its standard error.
    public let standardError: Double
    /// Its normal interval.
    public let interval: ConfidenceInterval
    /// The normal probability that it lies above 0: a point of the acceptability curve; nil where nothing varies.
    public let probability: Double?
  }

  /// The net benefit at a price of one unit of effect.
  ///
  /// - Parameter price: λ, in the unit of the costs; 0 or more.
  public func netBenefit(at price: Double) throws(StatisticsError) -> NetBenefit {
    if !(price >= 0 && price.isFinite) {
      throw .outsideRange(what: "price of one unit of effect", value: price, expected: "0 or more")
    }
    let value = price * effect - cost
    let variance = price * price * effectVariance + costVariance - 2 * price * covariance
    let error = max(0, variance).squareRoot()
    return NetBenefit(
      value: value, standardError: error,
      interval: ConfidenceInterval(
        low: value - quantile * error, high: value + quantile * error, level: confidence),
      probability: error > 0
        ? try numerically { () throws(NumericsError) in
          try NormalDistribution().lowerTail(value / error)
        } : nil)
  }
}
