import Foundation
import FurlongNumerics

/// Whether two proportions differ, by all tables with the same margins; with the odds ratio that goes with it.
public struct FisherExactTest: Equatable, Sendable {
  /// The confidence of the interval, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the interval.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// The group named first compared with the other.
  ///
  /// ```
  /// P(X = x; ψ) ∝ C(n₁, x) C(n₂, m − x) ψˣ,  m = x₁ + x₂
  /// p: all x at ψ = 1 that are no likelier     odds ratio: the ψ with E X = x₁     limits: tails of α/2
  /// ```
  ///
  /// The odds ratio is the conditional one, nearer to 1 than that of the counts. Agrees with R 4.2.2's
  /// `fisher.test`, whose limits have two to four figures. O(m) an evaluation. Fisher 1935; Cornfield 1956.
  ///
  /// - Parameters:
  ///   - count: to how many of the group it applies.
  ///   - total: the size of the group, at least 1.
  ///   - otherCount: to how many of the other group it applies.
  ///   - otherTotal: the size of the other group, at least 1.
  /// - Throws: `tooFew`, `outsideRange`, `noVariation` where all or none have it, `numerics`.
  public func compare(
    _ count: Int, of total: Int, to otherCount: Int, of otherTotal: Int
  ) throws(StatisticsError) -> ConditionalOddsRatio {
    try requireLevel(confidence)
    for (count, total) in [(count, total), (otherCount, otherTotal)] {
      if total < 1 { throw .tooFew(of: "persons", count: total, needed: 1) }
      if count < 0 || count > total {
        throw .outsideRange(what: "count", value: Double(count), expected: "from 0 to \(total)")
      }
    }
    let margin = count + otherCount
    if margin == 0 || margin == total + otherTotal {
      throw .noVariation(in: "answers", count: total + otherTotal)
    }
    let support = max(0, margin - otherTotal)...min(total, margin)
    let tail = (1 - confidence) / 2
    return try numerically { () throws(NumericsError) in
      var logs: [Double] = []
      for x in support {
        logs.append(
          try Self.logChoose(total, x) + Self.logChoose(otherTotal, margin - x))
      }
      let tables = ConditionalTables(logs, first: support.lowerBound)
      let atLeast = count == support.lowerBound
      let atMost = count == support.upperBound
      func solve(_ function: (Double) -> Double) throws(NumericsError) -> Double {
        exp(
          try BracketedRoot().between(-80, and: 80) { (x) throws(NumericsError) in function(x) })
      }
      return ConditionalOddsRatio(
        estimate: atMost ? nil : atLeast ? 0 : try solve { tables.mean($0) - Double(count) },
        low: atLeast ? 0 : try solve { tables.tails(count, $0).upper - tail },
        high: atMost ? nil : try solve { tables.tails(count, $0).lower - tail },
        level: confidence, p: tables.noLikelier(than: count))
    }
  }

  private static func logChoose(_ n: Int, _ k: Int) throws(NumericsError) -> Double {
    try GammaFunction.logarithm(Double(n + 1)) - GammaFunction.logarithm(Double(k + 1))
      - GammaFunction.logarithm(Double(n - k + 1))
  }
}

/// The tables with one set of margins, by their first cell.
private struct ConditionalTables {
  private let logs: [Double]
  private let first: Int

  init(_ logs: [Double], first: Int) {
    self.logs = logs
    self.first = first
  }

  /// The probability of each table for a logarithm of the odds ratio.
  private func shares(_ logOdds: Double) -> [Double] {
    let tilted = logs.enumerated().map { $1 + logOdds * Double(first + $0) }
    let highest = tilted.max() ?? 0
    let weights = tilted.map { exp($0 - highest) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  func mean(_ logOdds: Double) -> Double {
    shares(logOdds).enumerated().reduce(0) { $0 + Double(first + $1.offset) * $1.element }
  }

  /// The probabilities of at most and of at least this many.
  func tails(_ count: Int, _ logOdds: Double) -> (lower: Double, upper: Double) {
    let shares = shares(logOdds)
    let place = count - first
    return (shares[...place].reduce(0, +), shares[place...].reduce(0, +))
  }

  /// The probability, without any association, of all tables no likelier than this one.
  func noLikelier(than count: Int) -> Double {
    let shares = shares(0)
    // Tables that are as likely differ by the rounding of logarithms; R allows the same.
    let limit = shares[count - first] * (1 + 1e-7)
    return min(1, shares.filter { $0 <= limit }.reduce(0, +))
  }
}

/// The odds ratio given the margins of a table.
public struct ConditionalOddsRatio: Codable, Equatable, Sendable {
  /// The likeliest odds ratio, or nil where it has no end.
  public let estimate: Double?
  /// The lower limit; 0 where a cell is empty.
  public let low: Double
  /// The upper limit, or nil where it has no end.
  public let high: Double?
  /// The confidence of the limits.
  public let level: Double
  /// The two-sided probability of a table no likelier than this one, without any association.
  public let p: Double
}
