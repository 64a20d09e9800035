/// A length of time as a plan writes it: `8 weeks`, `12 months`.
///
/// A week is 7 days; a month is a calendar month, so its days depend on where it starts.
public struct TimeLength: Hashable, Codable, Sendable, CustomStringConvertible {
  /// What is counted.
  public enum Unit: String, Codable, Sendable, CaseIterable {
    case days, weeks, months

    /// How many of them a plan may name: 20 years.
    public var most: Int {
      switch self {
      case .days: 7_305
      case .weeks: 1_043
      case .months: 240
      }
    }
  }

  /// How many; never negative in a window, may be negative in an offset.
  public var amount: Int
  /// Of what.
  public var unit: Unit

  /// A length of so many units.
  public init(_ amount: Int, _ unit: Unit) {
    self.amount = amount
    self.unit = unit
  }

  /// Reads `8 weeks`, `1 month`, `-8 weeks`; nil where the text is no length of time, or longer than 20 years.
  public init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let amount = Int(parts[0]) else { return nil }
    let word = parts[1].hasSuffix("s") ? String(parts[1]) : parts[1] + "s"
    guard let unit = Unit(rawValue: word), amount.magnitude <= unit.most else { return nil }
    self.init(amount, unit)
  }

  /// The length as a plan writes it.
  public var description: String {
    let word = abs(amount) == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue
    return "\(amount) \(word)"
  }

  /// The length in days where that does not depend on a date; nil for months.
  public var days: Int? {
    switch unit {
    case .days: amount
    case .weeks: amount * 7
    case .months: nil
    }
  }

  /// The day that lies this length after `day`.
  public func after(_ day: CalendarDay) -> CalendarDay {
    switch unit {
    case .days: day.adding(days: amount)
    case .weeks: day.adding(days: amount * 7)
    case .months: day.adding(months: amount)
    }
  }

  /// The day that lies this length before `day`.
  public func before(_ day: CalendarDay) -> CalendarDay { TimeLength(-amount, unit).after(day) }
}
