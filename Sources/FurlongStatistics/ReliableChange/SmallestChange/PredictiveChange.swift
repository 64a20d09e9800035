import Foundation

/// What a predictive change is corrected for, where not half of the people are better.
public enum ImprovedShareAdjustment: Equatable, Sendable {
  /// Nothing: too large where most are better, too small where few are.
  case none
  /// The share of people who are better: Terluin, Eekhout & Terwee 2017.
  case share
  /// That share and the reliability of the ratings, from above 0 to 1: the same authors, 2022.
  case shareAndReliability(Double)
}

/// The change as likely among people who say that they are better as among the others.
public struct PredictiveChange: Equatable, Sendable {
  /// The lowest rating that counts as better.
  public var improvedFrom: Int
  /// What it is corrected for.
  public var adjustment: ImprovedShareAdjustment
  /// How people are drawn for an interval, or nil for none.
  public var bootstrap: Bootstrap?

  /// Chooses the lowest rating that counts as better, the correction and how people are drawn.
  public init(
    improvedFrom: Int = 1, adjustment: ImprovedShareAdjustment = .none,
    bootstrap: Bootstrap? = nil
  ) {
    self.improvedFrom = improvedFrom
    self.adjustment = adjustment
    self.bootstrap = bootstrap
  }

  /// The gain at which being better is as likely as it was without knowing the gain.
  ///
  /// ```
  /// logit P(better) = C + B·gain, by maximum likelihood        L = ln(q/(1 − q)), q the share who are better
  /// gain = (L − C) / B
  /// share:                     gain − (0.090 + 0.103 r) SD(gain) L
  /// share and reliability:     gain − (0.8/rel − 0.5) r SD(gain) L      r = correlation of gain and better
  /// ```
  ///
  /// Terluin, Eekhout, Terwee & de Vet 2015, doi:10.1016/j.jclinepi.2015.03.015; Terluin, Eekhout & Terwee
  /// 2017, doi:10.1016/j.jclinepi.2016.12.015, and 2022, doi:10.1016/j.jclinepi.2022.04.018. Agrees with
  /// R 4.2.2's `glm(binomial)` to 1e-9. O(n), and O(n) a draw.
  ///
  /// - Parameter anchored: changes and ratings.
  /// - Throws: `tooFew` where nobody or everybody is better; `outsideRange` where a gain parts the two
  ///   groups without overlap, so that there is no such line, or for the reliability; `noVariation`.
  public func estimate(
    _ anchored: AnchoredChanges
  ) throws(StatisticsError) -> SmallestImportantChange {
    if case .shareAndReliability(let reliability) = adjustment,
      !(reliability > 0 && reliability <= 1)
    {
      throw .outsideRange(
        what: "reliability of the ratings", value: reliability, expected: "above 0, up to 1")
    }
    let rated = try anchored.parted(from: improvedFrom)
    let spread = try Moments(of: rated.map(\.gain), "changes")
    guard let gain = gain(of: rated, spread) else {
      throw .outsideRange(
        what: "number of people whose change overlaps with the other group's", value: 0,
        expected: "above 0")
    }
    let better = anchored.better
    let draws = try bootstrap?.estimate(of: rated.count) { indices in
      self.gain(of: indices.map { rated[$0] }, spread).map { better.gain($0) }
    }
    return SmallestImportantChange(
      method: .predictive, change: better.gain(gain), count: rated.count, bootstrap: draws,
      anchored: anchored)
  }

  /// The gain, or nil where the sample has none.
  private func gain(of rated: [RatedGain], _ spread: Moments) -> Double? {
    let gains = rated.map(\.gain)
    let improved = rated.map { $0.improved ? 1.0 : 0.0 }
    let share = improved.reduce(0, +) / Double(improved.count)
    guard share > 0, share < 1, spread.sd > 0,
      let line = LogisticLine(
        gains.map { ($0 - spread.mean) / spread.sd }, rated.map(\.improved), share: share)
    else { return nil }
    let odds = log(share / (1 - share))
    let plain = spread.mean + spread.sd * (odds - line.intercept) / line.slope
    if adjustment == .none { return plain }
    guard let own = try? Moments(of: gains, "changes"),
      let r = try? PearsonCorrelation().coefficient(between: gains, and: improved)
    else { return nil }
    return switch adjustment {
    case .none: plain
    case .share: plain - (0.090 + 0.103 * r) * own.sd * odds
    case .shareAndReliability(let reliability):
      plain - (0.8 / reliability - 0.5) * r * own.sd * odds
    }
  }
}

/// A logistic regression on one number, by Newton's method.
struct LogisticLine {
  let intercept: Double
  let slope: Double

  /// The maximum-likelihood line, or nil where the two groups do not overlap, or where it is flat.
  ///
  /// - Parameters:
  ///   - x: standardised.
  ///   - happened: in the same order.
  ///   - share: of those to whom it happened, strictly between 0 and 1.
  init?(_ x: [Double], _ happened: [Bool], share: Double) {
    guard Self.overlap(x, happened) else { return nil }
    var (a, b) = (log(share / (1 - share)), 0.0)
    var likelihood = -Double.infinity
    var (stepA, stepB) = (0.0, 0.0)
    for _ in 0..<100 {
      var (value, ga, gb, haa, hab, hbb) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
      for (x, happened) in zip(x, happened) {
        let eta = a + b * x
        // log(1 + e^η) without overflow.
        let odds = exp(-abs(eta))
        value += (happened ? eta : 0) - max(eta, 0) - log1p(odds)
        let p = (eta >= 0 ? 1 : odds) / (1 + odds)
        let rest = (happened ? 1 : 0) - p
        let weight = p * (1 - p)
        ga += rest
        gb += rest * x
        haa += weight
        hab += weight * x
        hbb += weight * x * x
      }
      if value < likelihood - 1e-9 * abs(likelihood) {
        // Too far: the likelihood is concave, so half the step is nearer.
        (stepA, stepB) = (stepA / 2, stepB / 2)
        (a, b) = (a - stepA, b - stepB)
        continue
      }
      likelihood = value
      let determinant = haa * hbb - hab * hab
      guard determinant > 0 else { return nil }
      stepA = (hbb * ga - hab * gb) / determinant
      stepB = (haa * gb - hab * ga) / determinant
      (a, b) = (a + stepA, b + stepB)
      if abs(stepA) + abs(stepB) <= 1e-13 * (1 + abs(a) + abs(b)) {
        guard a.isFinite, b.isFinite, b != 0 else { return nil }
        intercept = a
        slope = b
        return
      }
    }
    return nil
  }

  /// Whether some of each group lie beyond some of the other, so that the likelihood has a maximum.
  private static func overlap(_ x: [Double], _ happened: [Bool]) -> Bool {
    var yes = (low: Double.infinity, high: -Double.infinity)
    var no = yes
    for (x, happened) in zip(x, happened) {
      if happened {
        yes = (min(yes.low, x), max(yes.high, x))
      } else {
        no = (min(no.low, x), max(no.high, x))
      }
    }
    return yes.low < no.high && no.low < yes.high
  }
}
