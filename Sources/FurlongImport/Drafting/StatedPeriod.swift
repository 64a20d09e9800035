import FurlongStudy

/// The period that an export says it was asked for, in a row above its headings or in its name.
struct StatedPeriod: Equatable {
  var days: DayRange
  /// Where it stands, as words after "as".
  var place: String

  /// The period; nil where neither a row nor the name gives one.
  static func find(above: [[String]], path: String) -> StatedPeriod? {
    let text = DateText(order: .dayMonthYear, shortYearsFrom: 1930)
    for (row, cells) in above.enumerated() {
      if let days = range(cells.joined(separator: " "), text) {
        return StatedPeriod(days: days, place: "row \(row + 1) of the export says")
      }
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    return range(stem, text).map { StatedPeriod(days: $0, place: "the file's name says") }
  }

  /// Words that stand between the first and the last day.
  private static let between: Set<String> = ["to", "until", "till", "and", "-", "–", "through"]

  /// The two days of a text that stand side by side, or with a word between that says so; nil where there are none, or several.
  private static func range(_ text: String, _ dates: DateText) -> DayRange? {
    // A sentence may end behind a day.
    let words = text.split { $0.isWhitespace || "_,;()[]".contains($0) }.map { word in
      word.last == "." || word.last == ":" ? word.dropLast() : word
    }.filter { !$0.isEmpty }
    var ranges: [DayRange] = []
    var last: (day: CalendarDay, isBeside: Bool)?
    var place = 0
    while place < words.count {
      let found = day(words[place...], dates)
      if let found {
        if let last, last.isBeside, last.day < found.day {
          ranges.append(DayRange(from: last.day, to: found.day))
        }
        last = (found.day, true)
      } else if !between.contains(words[place].lowercased()) {
        last?.isBeside = false
      }
      place += found?.words ?? 1
    }
    // Merged cells repeat a title in each column.
    guard let first = ranges.first, ranges.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// The day with which words begin: `1 April 2022` takes three, `01/04/2022` and `20220401` one.
  private static func day(
    _ words: ArraySlice<Substring>, _ dates: DateText
  ) -> (day: CalendarDay, words: Int)? {
    guard let first = words.first else { return nil }
    if first.count <= 2, let day = try? dates.day(words.prefix(3).joined(separator: " ")) {
      return (day, 3)
    }
    if first.count == 8, first.allSatisfy({ $0.isASCII && $0.isNumber }), let all = Int(first) {
      return CalendarDay(year: all / 10_000, month: all / 100 % 100, day: all % 100)
        .map { ($0, 1) }
    }
    return first.split { "/.-".contains($0) }.count == 3
      ? (try? dates.day(String(first))).map { ($0, 1) } : nil
  }
}
