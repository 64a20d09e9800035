/// Numbers as text: the shortest decimal text that reads back to the same `Double`.
///
/// Whole numbers have no point (`5`, not `5.0`); very large and very small ones have an exponent, as
/// Swift's `description` writes it (`1e-05`, `1e+16`). `text(_:)` then `number(_:)` gives the same bits.
public enum ShortestNumber {
  /// The shortest text of a finite number.
  ///
  /// - Precondition: `number` is finite; what is missing is an empty cell, not a number.
  public static func text(_ number: Double) -> String {
    precondition(number.isFinite, "a number that is not finite has no text")
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The number that a text spells: digits, at most one point, an optional sign and exponent.
  ///
  /// `nil` for anything else, such as `1,5`, `0x1F`, `inf`, ` 1` or a number beyond a `Double`.
  public static func number(_ text: some StringProtocol) -> Double? {
    guard isNumber(text.utf8), let number = Double(text), number.isFinite else { return nil }
    return number
  }

  private static func isNumber(_ text: some Sequence<UInt8>) -> Bool {
    var digits = 0
    var exponentDigits: Int?
    var hasPoint = false
    var last: UInt8?
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if let count = exponentDigits { exponentDigits = count + 1 } else { digits += 1 }
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        let afterExponent = last == UInt8(ascii: "e") || last == UInt8(ascii: "E")
        if last != nil, !afterExponent { return false }
      case UInt8(ascii: "."):
        if hasPoint || exponentDigits != nil { return false }
        hasPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        if exponentDigits != nil || digits == 0 { return false }
        exponentDigits = 0
      default: return false
      }
      last = byte
    }
    return digits > 0 && exponentDigits != 0
  }
}
