import FurlongForms
import FurlongScales
import FurlongStudy
import FurlongTables

/// Counts of people by month, a column a month: `Sep-22`, `Oct-22` … over numbers, or the first day of each month, as a workbook keeps it.
///
/// `Sep-22` over marks may be a session on 22 September; numbers above 1 are no marks.
struct MonthCounts {
  /// The columns, in order.
  let columns: [ColumnProfile]

  /// The counts; nil where fewer than three columns are headed by months, or none holds a number above 1.
  init?(_ sheet: ExportSheet) {
    var months: [Int] = []
    columns = sheet.profiles.filter { column in
      guard column.isNumbers || column.filled == 0, let month = Self.month(column.heading) else {
        return false
      }
      months.append(month)
      return true
    }
    guard let first = months.min(), let last = months.max(), columns.count > 2,
      Set(months).count == months.count,
      // `Oct-10`, `Oct-17` and `Oct-24` are days of one month rather than a month of three years.
      last - first < 3 * columns.count,
      columns.contains(where: { column in
        column.sample.texts.keys.contains { (ShortestNumber.number($0) ?? 0) > 1 }
      })
    else { return nil }
  }

  /// What is said of them.
  var check: String {
    let span = [columns.first, columns.last].compactMap { $0 }.map { "'\($0.heading)'" }
    return
      "Counts by month, a column a month (\(span.joined(separator: " to ")), \(columns.count) of them): not read. Months do not begin on anybody's day 0, so that a count of one cannot be told apart into before and after. Ask for the rows that were counted, each with the day and whose it is; such an extract is drafted as service use."
  }

  /// The number of a heading's month, from the year 0 on.
  private static func month(_ heading: String) -> Int? {
    let day = MonthText.firstDay(heading) ?? (try? DateText(order: .dayMonthYear).day(heading))
    guard let day, day.date.day == 1 else { return nil }
    return day.date.year * 12 + day.date.month
  }
}
