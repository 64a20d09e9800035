import FurlongStudy

extension DateText {
  /// The day of a cell that is written as most are, `31/05/2024` or `2024-05-31`, of 1900 or later; nil for any other,
  /// which `day` reads or refuses.
  func usual(_ cell: UnsafeBufferPointer<UInt8>) -> CalendarDay? {
    guard (8...10).contains(cell.count) else { return nil }
    var numbers = (0, 0, 0)
    var digits = (0, 0, 0)
    var part = 0
    for byte in cell {
      switch byte {
      case 48...57:
        switch part {
        case 0: numbers.0 = numbers.0 * 10 + Int(byte - 48); digits.0 += 1
        case 1: numbers.1 = numbers.1 * 10 + Int(byte - 48); digits.1 += 1
        default: numbers.2 = numbers.2 * 10 + Int(byte - 48); digits.2 += 1
        }
      case 45, 46, 47:  // - . /
        part += 1
        if part > 2 { return nil }
      default: return nil
      }
    }
    let year: Int
    let (month, day): (Int, Int)
    switch (digits, order) {
    case ((4, 1...2, 1...2), _): (year, month, day) = (numbers.0, numbers.1, numbers.2)
    case ((1...2, 1...2, 4), .dayMonthYear): (year, month, day) = (numbers.2, numbers.1, numbers.0)
    case ((1...2, 1...2, 4), .monthDayYear): (year, month, day) = (numbers.2, numbers.0, numbers.1)
    default: return nil
    }
    return year < 1900 ? nil : CalendarDay(year: year, month: month, day: day)
  }
}
