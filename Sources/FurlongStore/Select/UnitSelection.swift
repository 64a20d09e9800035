import FurlongStudy
import GRDB

/// What exports count of wards, teams or courses, unit by unit and month by month.
///
/// Months that end after the data do are left out. Capitals and blanks make no other unit.
struct UnitSelection {
  var database: Database
  var plan: CohortPlan

  func select() throws -> [UnitMonths] {
    guard let units = plan.units else { return [] }
    let named = units.began.keys.sorted().map { (Self.plain($0), $0) }
    let names = Dictionary(named, uniquingKeysWith: { first, _ in first })
    var found: [UnitMonths] = []
    for count in units.counts {
      var places: [String: Int] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT t.unit, t.month, t.number, t.over FROM \(KeptRows.of("unit_month"))
          WHERE \(KeptRows.condition) AND t.copy = 0 AND t.kind = ?
          ORDER BY t.unit, t.month
          """, arguments: [count.id])
      while let row = try rows.next() {
        let name: String = row[0]
        let month = UnitMonths.Month(
          first: CalendarDay(number: row[1]), count: row[2], over: row[3])
        if let end = plan.dataTo, month.first.adding(months: 1) > end.adding(days: 1) { continue }
        let key = Self.plain(name)
        if places[key] == nil {
          places[key] = found.count
          found.append(UnitMonths(count: count.id, unit: names[key] ?? name, months: []))
        }
        if let place = places[key] { found[place].months.append(month) }
      }
    }
    for place in found.indices { found[place].months.sort { $0.first < $1.first } }
    let order = units.counts.enumerated().reduce(into: [:]) { $0[$1.element.id] = $1.offset }
    return found.sorted { (order[$0.count] ?? 0, $0.unit) < (order[$1.count] ?? 0, $1.unit) }
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
