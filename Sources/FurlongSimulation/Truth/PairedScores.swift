import Foundation

/// Scores before and after of simulated students, and what a plan says of them.
struct PairedScores: Sendable {
  private(set) var before: [Double] = []
  private(set) var after: [Double] = []

  mutating func append(before: Double, after: Double) {
    self.before.append(before)
    self.after.append(after)
  }

  /// Measures by their names in the flat results table.
  ///
  /// - Parameters:
  ///   - threshold: a change counts as reliable where it is larger than this.
  ///   - lowerIsBetter: whether a fall is an improvement.
  func measures(
    threshold: Double, lowerIsBetter: Bool = false
  ) -> [(measure: String, unit: String, value: Double)] {
    let changes = zip(before, after).map { $1 - $0 }
    let n = Double(changes.count)
    let change = Self.mean(changes)
    let (sdBefore, sdAfter, sdChange) = (Self.sd(before), Self.sd(after), Self.sd(changes))
    let pooled = ((sdBefore * sdBefore + sdAfter * sdAfter) / 2).squareRoot()
    let correlation =
      (sdBefore * sdBefore + sdAfter * sdAfter - sdChange * sdChange) / (2 * sdBefore * sdAfter)
    let risen = Double(changes.count { $0 > threshold }) / n
    let fallen = Double(changes.count { $0 < -threshold }) / n
    let (better, worse) = lowerIsBetter ? (fallen, risen) : (risen, fallen)
    return [
      ("mean_before", "points", Self.mean(before)), ("sd_before", "points", sdBefore),
      ("mean_after", "points", Self.mean(after)), ("sd_after", "points", sdAfter),
      ("correlation", "", correlation), ("mean_change", "points", change),
      ("sd_change", "points", sdChange), ("d_av", "sd", change / pooled),
      ("d_z", "sd", change / sdChange), ("improved_reliably", "proportion", better),
      ("unchanged", "proportion", 1 - better - worse),
      ("deteriorated_reliably", "proportion", worse),
    ]
  }

  static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  static func sd(_ values: [Double]) -> Double {
    let mean = mean(values)
    let sum = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (sum / Double(values.count - 1)).squareRoot()
  }
}
