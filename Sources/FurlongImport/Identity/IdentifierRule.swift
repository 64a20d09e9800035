import Foundation
public import FurlongStudy

/// Brings identifiers into one form, and refuses those that cannot be right.
public struct IdentifierRule: Sendable, Equatable {
  /// Why an identifier cannot be right; never its value.
  public enum Fault: Error, Equatable, Sendable {
    /// Not ten digits.
    case notTenDigits
    /// Written as a spreadsheet writes long numbers, `4.57E+09`: digits are lost.
    case digitsLost
    /// The last digit does not check the others.
    case checkDigit
    /// Ten times the same digit, which passes the check and is nobody's.
    case sameDigits
    /// A number of the 999 range, which is for tests, in a study of real people.
    case testRange

    /// What is wrong, to follow "the NHS number".
    public var what: String {
      switch self {
      case .notTenDigits: "does not have ten digits"
      case .digitsLost:
        "is written as a spreadsheet writes long numbers (with E+), so its last digits are lost"
      case .checkDigit: "fails its check digit"
      case .sameDigits: "is ten times the same digit"
      case .testRange: "is of the 999 range, which is for tests"
      }
    }
  }

  /// Whether the study is invented, which allows NHS numbers of the 999 range.
  public let fictional: Bool

  /// A rule for studies of real people, or for invented ones.
  public init(fictional: Bool) { self.fictional = fictional }

  /// An identifier in the form that is hashed: in capitals and without blanks, written in full where the mapping says
  /// how; for NHS numbers the ten digits alone.
  ///
  /// - Throws: why it cannot be right.
  public func normalised(
    _ value: String, kind: IdentifierKind, spelling: IdentifierSpelling? = nil
  ) throws(Fault) -> String {
    switch kind {
    case .localID, .studentID:
      let plain = IdentifierSpelling.plain(value)
      return spelling?.inFull(plain) ?? plain
    case .nhsNumber: return try nhsNumber(value)
    }
  }

  private static func looksRounded(_ value: String) -> Bool {
    let parts = value.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0.isNumber || ".,+".contains($0) }
      }
  }

  /// The check digit: weights 10 to 2 on the first nine digits, 11 minus their sum modulo 11; 11 counts as 0, and 10
  /// is no digit.
  private func nhsNumber(_ value: String) throws(Fault) -> String {
    var digits: [Int] = []
    for scalar in value.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.append(Int(scalar.value) - 48)
      case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}": continue
      case _ where scalar.properties.isWhitespace: continue
      default: throw Self.looksRounded(value) ? .digitsLost : .notTenDigits
      }
    }
    guard digits.count == 10 else { throw .notTenDigits }
    if Set(digits).count == 1 { throw .sameDigits }
    var sum = 0
    for (place, digit) in digits.prefix(9).enumerated() { sum += digit * (10 - place) }
    let check = (11 - sum % 11) % 11
    if check == 10 || check != digits[9] { throw .checkDigit }
    if !fictional, digits.starts(with: [9, 9, 9]) { throw .testRange }
    return digits.map(String.init).joined()
  }
}
