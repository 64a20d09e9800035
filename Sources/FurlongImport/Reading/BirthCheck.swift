import FurlongStudy

/// Holds the days of a row against the date of birth that stands beside them.
struct BirthCheck {
  private let born: CellColumn
  /// The column of the day that is told as wrong.
  private let day: String?

  /// The check of an export whose mapping names a column of births; nil for any other.
  init?(_ map: ExportMap, _ rules: CellRules) {
    guard let column = map.born else { return nil }
    born = rules.column(column)
    day = map.daysOfContent.first
  }

  /// Refuses a row that is dated before its person was born; a birth that cannot be read says nothing.
  func check(_ cells: RowCells, _ row: ImportRow) throws(RowRefusal) {
    guard let day = row.firstDay, let born = try? cells.day(born), day < born else { return }
    throw RowRefusal(
      .implausibleDate, self.day, "The row is dated before the person was born.",
      fix: "Correct one of the two dates where they were exported from.")
  }
}

extension ImportRow {
  /// The first day of which the row speaks.
  fileprivate var firstDay: CalendarDay? {
    var days = places.map(\.day)
    for form in forms {
      switch form.moment {
      case .day(let day), .occasionOn(_, let day): days.append(day)
      case .occasion: break
      }
    }
    for event in events {
      switch event {
      case .onDay(_, let day), .start(_, let day, _), .nights(_, let day, _),
        .days(_, let day, _), .leave(_, let day, _):
        days.append(day)
      case .counted: break
      }
    }
    if let told = story?.toldOn { days.append(told) }
    return days.min()
  }
}
