/// Whether a text is a time of day, as tutors write it in a register in place of a tick: `10:23`, `10:17:00`, `10.25`,
/// `late 10:40`, `2:05 pm`.
enum TimeOfDay {
  /// What a mapping writes among its words for any of them.
  static let word = "a time of day"

  /// Words beside a time that say no more than that somebody came.
  private static let beside: Set<String> = ["late", "arrived", "arr", "came", "at", "in", "l"]

  static func isOne(_ text: String) -> Bool {
    guard text.utf8.count <= 20, let first = text.first(where: { $0 != " " }),
      first.isNumber || first.isLetter
    else { return false }
    var words = text.lowercased().split(separator: " ").map(String.init)
    words.removeAll(where: beside.contains)
    if words.count == 2, ["am", "pm"].contains(words[1]) { words.removeLast() }
    guard words.count == 1, var clock = words.first else { return false }
    if clock.hasSuffix("am") || clock.hasSuffix("pm") { clock.removeLast(2) }
    return isClock(clock)
  }

  /// Hours and minutes, parted by a colon or, as a spreadsheet makes a number of it, by a point: `10.3` is 10:30.
  private static func isClock(_ text: String) -> Bool {
    let hasColon = text.contains(":")
    let parts = text.split(separator: hasColon ? ":" : ".", omittingEmptySubsequences: false)
    guard (2...(hasColon ? 3 : 2)).contains(parts.count),
      parts.allSatisfy({ part in
        (1...2).contains(part.count) && part.allSatisfy { $0.isASCII && $0.isNumber }
      }),
      let hour = Int(parts[0]), hour < 24
    else { return false }
    if hasColon {
      return parts.dropFirst().allSatisfy { $0.count == 2 && (Int($0) ?? 60) < 60 }
    }
    let minutes = parts[1].count == 1 ? "\(parts[1])0" : String(parts[1])
    return hour > 6 && (Int(minutes) ?? 60) < 60
  }
}
