import Foundation

/// How p-values of several looks at the same data are adjusted for their number.
public enum PAdjustmentMethod: String, Codable, CaseIterable, Sendable {
  /// Family-wise: every p times their number.
  case bonferroni
  /// Family-wise, a little less strict, for independent tests: 1 − (1 − p)ᵐ.
  case sidak
  /// Family-wise, step-down, for any dependence: never worse than Bonferroni's.
  case holm
  /// Family-wise, step-down, for independent tests.
  case holmSidak = "holm_sidak"
  /// Family-wise, step-up, for independent or positively dependent tests.
  case hochberg
  /// Family-wise, closed Simes tests, for independent or positively dependent tests.
  case hommel
  /// False discovery rate, for independent or positively dependent tests.
  case benjaminiHochberg = "benjamini_hochberg"
  /// False discovery rate, for any dependence.
  case benjaminiYekutieli = "benjamini_yekutieli"
}

/// Adjusts the p-values of one family of tests.
public struct PAdjustment: Equatable, Sendable {
  /// How they are adjusted.
  public var method: PAdjustmentMethod

  /// Chooses how they are adjusted.
  public init(method: PAdjustmentMethod = .holm) {
    self.method = method
  }

  /// The adjusted p-values, in the order given.
  ///
  /// ```
  /// Holm:     max over j ≤ i of (m − j + 1) p₍ⱼ₎        Hochberg: min over j ≥ i of (m − j + 1) p₍ⱼ₎
  /// Benjamini & Hochberg: min over j ≥ i of m p₍ⱼ₎ / j   Šidák: 1 − (1 − p)ᵐ
  /// ```
  ///
  /// Šidák's power is computed without cancelling, so that p of 1e-300 keeps its figures, where R's
  /// formula and statsmodels' give 0. Holm 1979; Hochberg 1988, doi:10.1093/biomet/75.4.800; Hommel 1988,
  /// doi:10.1093/biomet/75.2.383; Benjamini & Hochberg 1995; Benjamini & Yekutieli 2001,
  /// doi:10.1214/aos/1013699998. Agrees with R 4.2.2's `p.adjust`. O(m log m), Hommel O(m²).
  ///
  /// - Parameter p: one p-value a test, from 0 to 1, all tests of the family.
  /// - Throws: `outsideRange`.
  public func adjusted(_ p: [Double]) throws(StatisticsError) -> [Double] {
    for value in p where !(value >= 0 && value <= 1) {
      throw .outsideRange(what: "p-value", value: value, expected: "from 0 to 1")
    }
    let order = p.indices.sorted { p[$0] < p[$1] }
    let steps = stepped(order.map { p[$0] })
    var adjusted = p
    for (place, index) in order.enumerated() { adjusted[index] = min(1, steps[place]) }
    return adjusted
  }

  /// The adjusted values of sorted ones.
  private func stepped(_ sorted: [Double]) -> [Double] {
    let count = sorted.count
    let m = Double(count)
    func left(_ place: Int) -> Double { Double(count - place) }
    switch method {
    case .bonferroni:
      return sorted.map { m * $0 }
    case .sidak:
      return sorted.map { Self.anyOf($0, times: m) }
    case .holm:
      return descending(sorted.enumerated().map { left($0) * $1 })
    case .holmSidak:
      return descending(sorted.enumerated().map { Self.anyOf($1, times: left($0)) })
    case .hochberg:
      return ascending(sorted.enumerated().map { left($0) * $1 })
    case .hommel:
      return Self.hommel(sorted)
    case .benjaminiHochberg:
      return ascending(sorted.enumerated().map { m / Double($0 + 1) * $1 })
    case .benjaminiYekutieli:
      let harmonic = (0..<count).reduce(0.0) { $0 + 1 / Double($1 + 1) }
      return ascending(sorted.enumerated().map { harmonic * m / Double($0 + 1) * $1 })
    }
  }

  /// 1 − (1 − p)ᵏ.
  private static func anyOf(_ p: Double, times k: Double) -> Double { -expm1(k * log1p(-p)) }

  /// Step-down: no value is below one before it.
  private func descending(_ values: [Double]) -> [Double] {
    var highest = 0.0
    return values.map {
      highest = max(highest, $0)
      return highest
    }
  }

  /// Step-up: no value is above one after it.
  private func ascending(_ values: [Double]) -> [Double] {
    var lowest = Double.infinity
    return Array(
      values.reversed().map {
        lowest = min(lowest, $0)
        return lowest
      }.reversed())
  }

  /// The largest Simes p of all the sets that a test belongs to (Wright 1992, doi:10.2307/2532694).
  private static func hommel(_ p: [Double]) -> [Double] {
    let n = p.count
    if n < 2 { return p }
    var adjusted = [Double](repeating: 0, count: n)
    // The whole family, then each size of its subsets down to two.
    for size in stride(from: n, through: 2, by: -1) {
      let m = Double(size)
      let first = n - size + 1
      var common = Double.infinity
      for step in 2...size { common = min(common, m * p[first + step - 2] / Double(step)) }
      for place in 0..<n {
        let own = place < first ? min(common, m * p[place]) : common
        adjusted[place] = max(adjusted[place], own)
      }
      // A test outside the highest ones never fares better than the last of those does.
      for place in first..<n { adjusted[place] = max(adjusted[place], adjusted[first - 1]) }
    }
    return zip(adjusted, p).map { max($0, $1) }
  }
}
