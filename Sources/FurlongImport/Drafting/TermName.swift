import FurlongStudy

/// A name that is a term and no course: `Aut 22`, `Spring term 2023`.
struct TermName {
  /// A day before the term's first; nil where the name has no year.
  let firstDay: CalendarDay?

  /// The term; nil where the name is none.
  init?(_ name: String) {
    let said = HeadingText(name).words
    guard let term = said.first(where: Self.words.contains),
      said.allSatisfy({ Self.words.contains($0) || Int($0) != nil })
    else { return nil }
    let years = said.compactMap { word -> Int? in
      guard let number = Int(word) else { return nil }
      if word.count == 2 { return 2_000 + number }
      return (2000...2100).contains(number) ? number : nil
    }
    let month = Self.months.first { term.hasPrefix($0.key) }?.value ?? 1
    firstDay =
      years.count == 1 ? years.first.flatMap { CalendarDay(year: $0, month: month, day: 1) } : nil
  }

  /// Words of which names of terms are made.
  static let words: Set<String> = [
    "term", "autumn", "aut", "spring", "spr", "summer", "sum", "winter", "win", "fall",
  ]
  /// The month before which no session of such a term lies.
  private static let months = ["aut": 8, "fall": 8, "spr": 1, "sum": 4, "win": 1]
}
