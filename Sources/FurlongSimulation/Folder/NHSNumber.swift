import FurlongNumerics

/// Ten digits with a check digit, as the NHS numbers people.
///
/// ```
/// check = 11 − (Σ (11 − i)·digit_i, i = 1…9, mod 11);   11 → 0, 10 → no such number
/// ```
enum NHSNumber {
  /// The number that begins with nine digits; none where the check digit would be 10.
  static func completing(_ nine: [Int]) -> String? {
    var sum = 0
    for (place, digit) in nine.enumerated() { sum += (10 - place) * digit }
    let check = (11 - sum % 11) % 11
    guard check != 10 else { return nil }
    return (nine + [check]).map(String.init).joined()
  }

  /// A number of the 999 range that was not drawn before.
  static func drawn(from stream: inout RandomStream, taken: inout Set<String>) -> String {
    while true {
      let nine = [9, 9, 9] + (0..<6).map { _ in stream.integer(below: 10) }
      guard let number = completing(nine), Set(number).count > 1 else { continue }
      if taken.insert(number).inserted { return number }
    }
  }

  /// In groups of three, three and four, as letters print it.
  static func spaced(_ number: String) -> String {
    "\(number.prefix(3)) \(number.dropFirst(3).prefix(3)) \(number.suffix(4))"
  }
}
