import Foundation

/// The one place where a number is made coarse enough to publish.
struct Rounding {
  let rules: RoundingRules

  /// A count to the nearest multiple of the base, halves up.
  func count(_ number: Int) -> Int { count(Double(number)) }

  /// The same of a count that holds halves.
  func count(_ number: Double) -> Int {
    Int((number / Double(rules.base) + 0.5).rounded(.down)) * rules.base
  }

  /// Whether a count is too small to be shown.
  func isFew(_ number: Int) -> Bool { number < rules.threshold }

  /// The numbers that are printed as a rounded one.
  func range(of printed: Int) -> ClosedRange<Int> {
    let low = printed - rules.base / 2
    let high = printed + (rules.base - 1) / 2
    return max(low, rules.threshold)...max(high, rules.threshold)
  }

  /// A number with so many decimals, or to tens and hundreds where they are fewer than none: its shortest text has no
  /// more.
  static func decimals(_ number: Double, _ decimals: Int) -> Double {
    let step = pow(10, Double(max(0, -decimals)))
    let text = DecimalText.digits(number / step, decimals: max(0, decimals))
    let rounded = (Double(text) ?? 0) * step
    return rounded == 0 ? 0 : rounded
  }

  /// The greatest number with so many decimals (or of tens and hundreds, where they are fewer than none) that is not above
  /// a number.
  static func down(_ number: Double, _ decimals: Int) -> Double {
    let step = pow(10, Double(decimals))
    // What stands on a step up to rounding stays there.
    return Self.decimals((number * step + 1e-9).rounded(.down) / step, decimals)
  }

  /// The decimals that leave two significant figures.
  static func decimalsForTwoFigures(of number: Double) -> Int {
    guard number != 0, number.isFinite else { return 1 }
    let exponent = String(format: "%.1e", abs(number)).split(separator: "e").last.flatMap {
      Int($0)
    }
    return 1 - (exponent ?? 0)
  }

  /// The same for pounds: no pence.
  static func decimalsForPounds(of number: Double) -> Int {
    min(0, decimalsForTwoFigures(of: number))
  }

  /// A time to the nearest multiple of the base.
  func time(_ number: Double) -> Double { Double(count(number)) }
}
