import FurlongStudy
import FurlongTables

/// How many days after a person's form at the start those of the other occasions lie.
enum OccasionDays {
  /// The days by occasion; empty where forms have no day or their person no form at the start.
  ///
  /// - Parameters:
  ///   - date: the column of the day of a row's form, beside `occasion`.
  ///   - dayOf: the columns of days by occasion, where a row holds several.
  static func found(
    _ sheet: ExportSheet, date: ColumnProfile?, occasion: OccasionColumn?,
    dayOf: [String: ColumnProfile] = [:]
  ) -> [String: [Int]] {
    guard let person = sheet.identifiers.first?.column,
      let whose = sheet.table.column(person.heading)
    else { return [:] }
    var forms: [(person: String, occasion: String, day: CalendarDay)] = []
    for (id, column) in days(date, occasion, dayOf) {
      guard let place = sheet.table.column(column.heading) else { continue }
      let text = sheet.dayText(of: column)
      let words = occasion.flatMap { sheet.table.column($0.column.heading) }
      let meanings = Dictionary(
        (occasion?.values ?? []).map { ($0.word, $0.id) }, uniquingKeysWith: { first, _ in first })
      for row in 0..<sheet.table.rowCount {
        let named = words.flatMap { meanings[sheet.table.text(row: row, column: $0)] ?? nil }
        guard let occasion = id ?? named,
          let day = try? text.day(sheet.table.text(row: row, column: place))
        else { continue }
        let name = IdentifierSpelling.plain(sheet.table.text(row: row, column: whose))
        forms.append((name, occasion, day))
      }
    }
    let starts = Dictionary(
      forms.filter { $0.occasion == "start" }.map { ($0.person, $0.day) }, uniquingKeysWith: min)
    var found: [String: [Int]] = [:]
    for form in forms where form.occasion != "start" {
      guard let start = starts[form.person] else { continue }
      found[form.occasion, default: []].append(form.day.number - start.number)
    }
    return found
  }

  /// The columns of days, each with its occasion; nil where another column says it.
  private static func days(
    _ date: ColumnProfile?, _ occasion: OccasionColumn?, _ dayOf: [String: ColumnProfile]
  ) -> [(id: String?, column: ColumnProfile)] {
    if let date, occasion != nil { return [(nil, date)] }
    return dayOf.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
