/// Turns an SPSS number into the text that its format means: a number, a day, a moment or a time.
enum SPSSValue {
  case number
  case day
  case moment
  case time

  /// What a format means: `F8.2`, `EDATE10`, `DATETIME20`, `TIME8`.
  init(format: String?) {
    switch format?.prefix(while: \.isLetter).uppercased() {
    case "DATE", "ADATE", "EDATE", "JDATE", "SDATE", "QYR", "MOYR", "WKYR": self = .day
    case "DATETIME", "YMDHMS": self = .moment
    case "TIME", "DTIME": self = .time
    default: self = .number
    }
  }

  /// Days from the first of SPSS's calendar, 14 October 1582, to 1 January 1970.
  private static let daysBefore1970 = 141_428

  /// The text of a number; days outside of the years 1582 to 9999 stay the number that they are.
  func text(_ number: Double) -> String {
    let plain = ShortestNumber.text(number)
    guard self != .number, number.magnitude < 3e11 else { return plain }
    let seconds = Int(number.rounded())
    if self == .time {
      return (seconds < 0 ? "-" : "") + Self.clock(abs(seconds))
    }
    let day = seconds / 86_400
    guard seconds >= 0, let date = Self.date(day - Self.daysBefore1970) else { return plain }
    let rest = seconds % 86_400
    return self == .day || rest == 0 ? date : "\(date) \(Self.clock(rest))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func clock(_ seconds: Int) -> String {
    "\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  /// A day of the Gregorian calendar, counted from 1 January 1970 (Hinnant's days from civil, turned round).
  private static func date(_ day: Int) -> String? {
    let shifted = day + 719_468
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    guard year <= 9_999 else { return nil }
    return "\(year)-\(two(month))-\(two(ofYear - (153 * shiftedMonth + 2) / 5 + 1))"
  }
}
