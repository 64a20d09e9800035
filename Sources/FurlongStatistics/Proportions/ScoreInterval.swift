import Foundation
import FurlongNumerics

/// The differences, or ratios, of two proportions that a score test does not exclude.
///
/// ```
/// difference: (p̂₁ − p̂₂ − δ)² = z² (p̃₁(1 − p̃₁)/n₁ + p̃₂(1 − p̃₂)/n₂)     p̃₁ − p̃₂ = δ
/// ratio:      (p̂₁ − R p̂₂)²   = z² (p̃₁(1 − p̃₁)/n₁ + R² p̃₂(1 − p̃₂)/n₂)   p̃₁ = R p̃₂
/// ```
///
/// p̃ are the likeliest proportions that lie so far apart; with the correction the variance is times N/(N − 1).
/// Miettinen & Nurminen 1985, doi:10.1002/sim.4780040211; the cubic is solved as by Farrington & Manning
/// 1990, doi:10.1002/sim.4780091208.
struct ScoreInterval {
  private let table: TwoByTwo
  private let square: Double
  private let level: Double

  init(_ table: TwoByTwo, z: Double, correction: Bool, level: Double) {
    self.table = table
    let persons = table.n1 + table.n2
    square = z * z * (correction ? persons / (persons - 1) : 1)
    self.level = level
  }

  func difference() throws(StatisticsError) -> ConfidenceInterval {
    let d = table.p1 - table.p2
    func excess(_ delta: Double) -> Double {
      (d - delta) * (d - delta) - square * variance(difference: delta)
    }
    // Where the variance is 0 at the estimate, the estimate is a root too: begin beside it.
    let beside = variance(difference: d) > 0 ? 0 : 1e-9
    return ConfidenceInterval(
      low: d <= -1 ? -1 : try root(-1, d - beside, excess),
      high: d >= 1 ? 1 : try root(d + beside, 1, excess), level: level)
  }

  func ratio() throws(StatisticsError) -> ConfidenceInterval {
    let (p1, p2) = (table.p1, table.p2)
    func excess(_ logarithm: Double) -> Double {
      let ratio = exp(logarithm)
      let gap = p1 - ratio * p2
      // Over 1 + R², so that neither end is 0 or without end.
      return (gap * gap - square * variance(ratio: ratio)) / (1 + ratio * ratio)
    }
    let reach = 60.0
    let centre = p1 > 0 ? log(p1 / p2) : -reach
    let beside = p1 > 0 && variance(ratio: p1 / p2) <= 0 ? 1e-9 : 0
    return ConfidenceInterval(
      low: p1 > 0 ? exp(try root(-reach, centre - beside, excess)) : 0,
      high: exp(try root(centre + beside, reach, excess)), level: level)
  }

  private func root(
    _ low: Double, _ high: Double, _ function: (Double) -> Double
  ) throws(StatisticsError) -> Double {
    try numerically { () throws(NumericsError) in
      try BracketedRoot().between(low, and: high) { (x) throws(NumericsError) in function(x) }
    }
  }

  /// The variance of a difference where the proportions are the likeliest with this difference.
  private func variance(difference delta: Double) -> Double {
    let share = table.n2 / table.n1
    let a = 1 + share
    let b = -(1 + share + table.p1 + share * table.p2 + delta * (share + 2))
    let c = delta * delta + delta * (2 * table.p1 + share + 1) + table.p1 + share * table.p2
    let d = -table.p1 * delta * (1 + delta)
    let v = b * b * b / (27 * a * a * a) - b * c / (6 * a * a) + d / (2 * a)
    let size = max(0, b * b / (9 * a * a) - c / (3 * a)).squareRoot()
    let u = v < 0 ? -size : size
    let cosine = u == 0 ? 1 : max(-1, min(1, v / (u * u * u)))
    let w = (Double.pi + acos(cosine)) / 3
    let first = min(min(1, 1 + delta), max(max(0, delta), 2 * u * cos(w) - b / (3 * a)))
    let second = min(1, max(0, first - delta))
    return first * (1 - first) / table.n1 + second * (1 - second) / table.n2
  }

  /// The variance of p̂₁ − R p̂₂ where the proportions are the likeliest with this ratio.
  private func variance(ratio: Double) -> Double {
    let (x1, n1, x2, n2) = (table.x1, table.n1, table.x2, table.n2)
    let a = (n1 + n2) * ratio
    let b = -(ratio * n1 + x1 + n2 + ratio * x2)
    let c = x1 + x2
    // The smaller root, without the cancellation of −b − √…
    let second = min(1, 2 * c / (-b + max(0, b * b - 4 * a * c).squareRoot()))
    let first = min(1, ratio * second)
    return first * (1 - first) / n1 + ratio * ratio * second * (1 - second) / n2
  }
}
