import FurlongTables

/// Columns that number rows and not people: an `Enrolment ID`, `Booking ID` or `Order no.` that is another in every row of a sheet
/// in which people's ids stand several times.
struct RowNumbers {
  /// The columns by their place, each with the heading of the ids that repeat.
  let places: [Int: String]

  /// - Parameters:
  ///   - rows: the rows of the table that are data.
  ///   - roles: what each column was taken for.
  init(_ table: SourceTable, rows: [Int], profiles: [ColumnProfile], roles: [ColumnRole]) {
    let ids = roles.indices.filter { [.studentID, .localID, .nhsNumber].contains(roles[$0]) }
    guard ids.count > 1 else {
      places = [:]
      return
    }
    let counts = ids.map { place in
      let cells = rows.filter { !table.isBlank(row: $0, column: place) }
        .map { table.text(row: $0, column: place) }
      return (place: place, filled: cells.count, different: Set(cells).count)
    }
    // One id that stands twice by a slip makes no numbers of rows.
    let repeating = counts.first {
      $0.filled - $0.different >= 3 && ($0.filled - $0.different) * 20 >= $0.filled
    }
    guard let repeating else {
      places = [:]
      return
    }
    let numbers = counts.filter {
      $0.filled == $0.different && $0.filled * 10 >= rows.count * 9
        && roles[$0.place] != .nhsNumber && Self.mayNumberRows(profiles[$0.place].words)
    }
    places = Dictionary(
      uniqueKeysWithValues: numbers.map { ($0.place, profiles[repeating.place].heading) })
  }

  /// Whether a heading may speak of rows: it names what a row is, or no person.
  private static func mayNumberRows(_ heading: HeadingText) -> Bool {
    heading.says(
      "enrolment", "enrollment", "booking", "order", "registration", "application", "ticket",
      "reservation", "transaction", "submission", "response", "respondent")
      || !heading.says(
        "student", "learner", "client", "patient", "service user", "su", "person", "people",
        "rio", "systmone", "carenotes", "paris", "hospital", "member", "participant", "subject",
        "college", "rc", "trust", "crn", "pid", "local", "studentid")
  }
}
