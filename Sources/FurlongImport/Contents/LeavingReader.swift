import FurlongStudy

/// Reads the day on which a person moved away or died, alone in its cell or among words.
struct LeavingReader {
  let column: CellColumn
  private let says: [String]?
  private let takesDaysAlone: Bool
  private let condition: (column: CellColumn, words: Set<String>)?
  private let dates: DateText

  init(_ meant: LeavingColumn, _ rules: CellRules) {
    column = rules.column(meant.column)
    takesDaysAlone = meant.says?.contains(LeavingColumn.dayAlone) ?? true
    says = meant.says?.filter { $0 != LeavingColumn.dayAlone }
    condition = meant.condition.map { condition in
      (rules.column(condition.column), Set(condition.values.map(ItemCoding.plain)))
    }
    dates = rules.dates
  }

  /// The day; nil where nothing says that the person moved away or died.
  ///
  /// Words without one sure day cost that day alone, and are told.
  func day(_ cells: RowCells, _ notes: inout ImportNotes) throws(RowRefusal) -> CalendarDay? {
    if let condition {
      guard let why = cells.value(condition.column),
        condition.words.contains(ItemCoding.plain(why))
      else { return nil }
    }
    guard let says else {
      do throws(RowRefusal) {
        return try cells.pastDay(column, &notes)
      } catch { throw Self.proposingWords(error, column.name) }
    }
    guard let text = cells.value(column) else { return nil }
    if (try? dates.day(text)) != nil {
      if takesDaysAlone { return try cells.pastDay(column, &notes) }
      notes.leavingDaysAlone[column.name, default: 0] += 1
      return nil
    }
    guard Self.isSaid(says, in: text) else {
      notes.leavingOtherwise[column.name, default: 0] += 1
      return nil
    }
    let days = dates.days(in: text)
    if days.count == 1 { return try cells.past(days[0], column, &notes) }
    var short = dates
    short.shortYearsFrom = dates.shortYearsFrom ?? 1930
    if days.isEmpty, !short.days(in: text).isEmpty {
      notes.ofRow += Self.told(
        RowRefusal(
          .shortYear, column.name,
          "The cell says that the person moved away or died, on a day whose year has two digits.",
          fix:
            "Write 'short_years_from: 1930' in the mapping's format (then 29 is 2029 and 30 is 1930): without it the person counts as there up to the end of the data."
        ))
      return nil
    }
    notes.ofRow += Self.told(
      RowRefusal(
        .notADate, column.name,
        days.isEmpty
          ? "The cell says that the person moved away or died, and no day that can be read."
          : "The cell says that the person moved away or died, and several days.",
        fix:
          "Write the one day of moving away or dying where it was exported from: without it the person counts as there up to the end of the data."
      ))
    return nil
  }

  /// What costs the day of leaving alone.
  private static func told(_ refusal: RowRefusal) -> [RowRefusal.Fault] {
    refusal.faults.map { fault in
      var fault = fault
      fault.part = .leaving
      return fault
    }
  }

  /// A refusal of what is no day, with how to read words.
  private static func proposingWords(_ refusal: RowRefusal, _ column: String) -> RowRefusal {
    RowRefusal(
      refusal.faults.map { fault in
        guard fault.code == .notADate else { return fault }
        var fault = fault
        fault.fix +=
          " Where words stand beside the days, name those that mean moved away or died, like 'left_on: { column: \(column), says: [moved, died] }'."
        return fault
      })
  }

  /// What people move to who stay in the area: another course, another service, another home.
  private static let within: Set<String> = [
    "online", "zoom", "remote", "virtual", "another", "other", "group", "groups", "course",
    "courses",
    "class", "classes", "session", "sessions", "cohort", "term", "day", "week", "evening",
    "morning",
    "afternoon", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "list",
    "waiting", "tutor", "worker", "team", "caseload", "service", "pathway", "peer", "volunteer",
    "volunteering", "staff", "work", "job", "employment", "college", "university", "discharge",
    "discharged", "inactive", "archive", "closed", "step", "level", "autumn", "spring", "summer",
    "flat", "house", "housing", "accommodation", "home", "address", "ward", "hospital",
  ]

  /// Whether a text says one of some words, and not that it is not so; `moved to` counts only where what follows is no other course,
  /// service or home.
  static func isSaid(_ phrases: [String], in text: String) -> Bool {
    let words = HeadingText(text).words
    return phrases.contains { phrase in
      let wanted = HeadingText(phrase).words
      guard !wanted.isEmpty, wanted.count <= words.count else { return false }
      return (0...(words.count - wanted.count)).contains { place in
        Array(words[place..<(place + wanted.count)]) == wanted
          && !(place > 0 && ["not", "never", "isn", "hasn", "t"].contains(words[place - 1]))
          && !(wanted == ["moved", "to"]
            && words.dropFirst(place + 2).prefix(5).contains(where: within.contains))
      }
    }
  }
}

extension DateText {
  /// The different days that stand in a text among words, in their order.
  func days(in text: String) -> [CalendarDay] {
    let words = text.split { $0.isWhitespace || ",;()[]".contains($0) }
      .map { $0.trimmingEnd { ".:".contains($0) } }
    var days: [CalendarDay] = []
    for start in words.indices {
      for end in (start + 1)...min(start + 3, words.count) {
        let part = words[start..<end].joined(separator: " ")
        guard Self.dayNumber(part) == nil, let day = try? day(part), !days.contains(day)
        else { continue }
        days.append(day)
      }
    }
    return days
  }
}

extension Substring {
  fileprivate func trimmingEnd(_ isSign: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, isSign(last) { text.removeLast() }
    return text
  }
}
