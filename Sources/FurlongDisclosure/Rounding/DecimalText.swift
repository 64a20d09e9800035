import Foundation

/// A number as text with so many decimals, the same wherever it is rounded or printed.
public enum DecimalText {
  /// The digits, with a hyphen where the number is negative.
  ///
  /// Halves go away from zero as the number is read: 0.95 is 1.0 with one decimal, although the nearest binary number
  /// lies below it.
  public static func digits(_ value: Double, decimals: Int) -> String {
    let shortest = "\(abs(value))"
    var number = value
    if !shortest.contains("e"), let point = shortest.firstIndex(of: ".") {
      let fraction = shortest[shortest.index(after: point)...]
      // Only what is written as an exact half is rounded otherwise than the binary number would be.
      if fraction.count == decimals + 1, fraction.last == "5" {
        let size = abs(value)
        number = value < 0 ? -(size + 2 * size.ulp) : size + 2 * size.ulp
      }
    }
    return String(format: "%.\(max(0, decimals))f", number)
  }
}
