/// Moments as XML writes them: `2026-11-29T14:05:30Z`, with fractions of a second or another zone where they have them.
enum QDAMoment {
  /// Whether a text is one.
  static func isOne(_ text: String) -> Bool {
    guard
      let parts = text.wholeMatch(
        of:
          /([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(\.[0-9]+)?(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9])?/
      )?.output,
      let year = Int(parts.1), let month = Int(parts.2), let day = Int(parts.3),
      let hour = Int(parts.4), let minute = Int(parts.5), let second = Int(parts.6)
    else { return false }
    let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return year > 0 && (1...12).contains(month) && (1...days[month - 1]).contains(day)
      && hour < 24 && minute < 60 && second < 60
  }
}
