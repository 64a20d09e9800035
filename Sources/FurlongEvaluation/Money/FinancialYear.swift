/// A year from 1 April to 31 March, in which prices are told: `2024/25`.
public struct FinancialYear: Codable, Sendable, Hashable, Comparable {
  /// The calendar year in which it begins.
  public var start: Int

  /// The year that begins in a calendar year.
  public init(start: Int) { self.start = start }

  /// The year of a text such as `2024/25`; nil for any other, or where the second is not the year after the first.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      let start = Int(parts[0]), let end = Int(parts[1]), start >= 1900,
      (start + 1) % 100 == end
    else { return nil }
    self.start = start
  }

  /// `2024/25`.
  public var text: String {
    let end = (start + 1) % 100
    return "\(start)/\(end < 10 ? "0" : "")\(end)"
  }

  /// The year after.
  public var next: FinancialYear { FinancialYear(start: start + 1) }

  /// Whether one year is before another.
  public static func < (one: FinancialYear, other: FinancialYear) -> Bool {
    one.start < other.start
  }
}
