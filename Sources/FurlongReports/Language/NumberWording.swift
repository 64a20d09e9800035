import Foundation
import FurlongDisclosure

/// Writes numbers as people read them: the one place where a report turns a number into text.
///
/// Sentences, tables, chart labels and the JSON form all print through it, so that a number looks the same
/// wherever it stands. The minus is U+2212, thousands have commas, and rounding never makes a nought or a
/// whole of what is neither.
public struct NumberWording: Sendable {
  /// The way numbers are written in British English.
  public init() {}

  /// A number with so many decimals: `−1,204.5`.
  ///
  /// A value that rounds to zero has no sign.
  public func fixed(_ value: Double, decimals: Int) -> String {
    let digits = DecimalText.digits(abs(value), decimals: max(decimals, 0))
    let parts = digits.split(separator: ".")
    var text = NumberWording.grouped(String(parts.first ?? "0"))
    if parts.count > 1 { text += "." + parts[1] }
    let isZero = digits.allSatisfy { $0 == "0" || $0 == "." }
    return value < 0 && !isZero ? "\u{2212}" + text : text
  }

  /// The decimals that show three significant figures of a value, 6 at most.
  public func decimals(forThreeFiguresOf value: Double) -> Int {
    guard value != 0, value.isFinite else { return 0 }
    let rounded = String(format: "%.2e", abs(value))
    let exponent = rounded.split(separator: "e").last.flatMap { Int($0) } ?? 0
    return min(max(2 - exponent, 0), 6)
  }

  /// A rate to three significant figures: `204`, `0.512`, `2,150`.
  public func rate(_ value: Double) -> String {
    fixed(value, decimals: decimals(forThreeFiguresOf: value))
  }

  /// Pounds: `−£1,240`, to the three significant figures of a value that they belong to, and no pence.
  public func pounds(_ value: Double, toFiguresOf leading: Double) -> String {
    pounds(rounded(value, toFiguresOf: leading), decimals: 0)
  }

  /// Pounds with so many decimals: `−£1,240`; what rounds to nothing has no sign.
  func pounds(_ value: Double, decimals: Int) -> String {
    let rounded = rounded(value, decimals: decimals)
    let text = fixed(abs(rounded), decimals: decimals)
    return rounded < 0 ? "\u{2212}£\(text)" : "£\(text)"
  }

  /// A sum of money as it is printed with another to three significant figures.
  func rounded(_ value: Double, toFiguresOf leading: Double) -> Double {
    if abs(leading) < 1_000 { return rounded(value, decimals: 0) }
    let step = pow(10, (log10(abs(leading)) + 1e-12).rounded(.down) - 2)
    return rounded((value / step).rounded() * step, decimals: 0)
  }

  /// A share as a percentage: without decimals where fewer than 1,000 people are behind it, else with one.
  ///
  /// What is more than nothing is never printed as 0%, and what is less than all never as 100%.
  public func percentage(_ proportion: Double, of people: Int) -> String {
    percentage(proportion, decimals: people < 1_000 ? 0 : 1)
  }

  /// A share as a percentage with none or one decimal.
  public func percentage(_ proportion: Double, decimals: Int) -> String {
    let text = fixed(proportion * 100, decimals: decimals)
    if proportion > 0, text == fixed(0, decimals: decimals) {
      return decimals == 0 ? "fewer than 1%" : "fewer than 0.1%"
    }
    if proportion < 1, text == fixed(100, decimals: decimals) {
      return decimals == 0 ? "more than 99%" : "more than 99.9%"
    }
    return text + "%"
  }

  /// A count: `12,402`.
  public func count(_ value: Int) -> String { fixed(Double(value), decimals: 0) }

  /// The decimals of a mean or a mean change on a scale.
  ///
  /// A tenth of the step between scores; one at most where the scale spans ten points or more.
  public func decimals(step: Double, low: Double, high: Double) -> Int {
    guard step > 0, step.isFinite else { return 1 }
    let needed = Int((-log10(step / 10) - 1e-9).rounded(.up))
    return min(max(needed, 0), high - low >= 10 ? 1 : 3)
  }

  /// A score as the scale has it: no more decimals than the score needs, two at most.
  public func score(_ value: Double) -> String {
    let decimals =
      (0...2).first { places in
        let scaled = value * pow(10, Double(places))
        return abs(scaled - scaled.rounded()) < 1e-9
      } ?? 2
    return fixed(value, decimals: decimals)
  }

  /// A number as it is printed with so many decimals.
  func rounded(_ value: Double, decimals: Int) -> Double {
    let size = Double(DecimalText.digits(abs(value), decimals: max(decimals, 0))) ?? abs(value)
    return size == 0 ? 0 : value < 0 ? -size : size
  }

  /// A share as its percentage is printed: of 0.5249, which is printed as 52%, 0.52.
  func rounded(share: Double, of people: Int) -> Double {
    let decimals = people < 1_000 ? 0 : 1
    return rounded(rounded(share * 100, decimals: decimals) / 100, decimals: decimals + 2)
  }

  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
