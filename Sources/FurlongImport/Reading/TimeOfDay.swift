/// Times of day as people write them.
enum TimeOfDay {
  /// What a mapping writes among its words for any of them.
  static let word = "a time of day"

  /// Minutes from midnight of a time such as `14:30`, `14.30`, `14:30:00`, `2pm` or `2.30 pm`; nil where it is none.
  static func minute(of text: String) -> Int? {
    var rest = text.filter { $0 != " " }.lowercased()
    var isAfternoon: Bool?
    for (suffix, afternoon) in [("am", false), ("pm", true)] where rest.hasSuffix(suffix) {
      rest = String(rest.dropLast(2))
      isAfternoon = afternoon
    }
    let parts = rest.split(omittingEmptySubsequences: false) { ":.".contains($0) }
    let numbers = parts.compactMap { part in
      (1...2).contains(part.count) && part.allSatisfy(\.isASCII) ? Int(part) : nil
    }
    guard numbers.count == parts.count, (1...3).contains(numbers.count),
      numbers.count > 1 || isAfternoon != nil, parts.dropFirst().allSatisfy({ $0.count == 2 }),
      numbers.dropFirst().allSatisfy({ (0..<60).contains($0) })
    else { return nil }
    var hour = numbers[0]
    if let isAfternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard (0..<24).contains(hour) else { return nil }
    return hour * 60 + (numbers.count > 1 ? numbers[1] : 0)
  }

  /// Words beside a time that say no more than that somebody came.
  private static let beside: Set<String> = ["late", "arrived", "arr", "came", "at", "in", "l"]

  /// Whether a tutor wrote when somebody came in place of a tick: `10:23`, `10:17:00`, `10.25`, `late 10:40`, `2:05 pm`.
  static func isArrival(_ text: String) -> Bool {
    guard text.utf8.count <= 20 else { return false }
    let words = text.lowercased().split(separator: " ").map(String.init)
      .filter { !beside.contains($0) }
    guard words.count == 1 || words.count == 2 && ["am", "pm"].contains(words[1]) else {
      return false
    }
    let clock = words.joined()
    if clock.contains(where: { ":m".contains($0) }) { return minute(of: clock) != nil }
    // A spreadsheet makes the number 10.3 of 10.30; numbers up to 6 may be hours or points.
    let parts = clock.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(parts[0]), hour > 6 else { return false }
    return minute(of: parts[1].count == 1 ? clock + "0" : clock) != nil
  }
}
