import FurlongStudy
import GRDB

/// Which places at sessions count: of all who meet the plan's criteria, whenever they registered, from each person's day 0
/// to the end of the data.
///
/// The rule stands here alone: sums, months, terms and each person's own sessions are made of what it gives.
struct CountedPlaces {
  var database: Database
  var plan: CohortPlan

  /// One place.
  struct Place {
    /// Whose it is.
    var person: Int
    /// Their entry in the cohort; nil for those who are in months and terms alone.
    var member: Int?
    var day: Int
    var status: AttendanceStatus
    var minutes: Int?
    /// Whether it is dated before day 0: then it is in no number but its own.
    var isBefore: Bool

    /// Whether it was there to be taken.
    var isOffered: Bool { !isBefore && status != .cancelledByCollege }
    var cameTo: Bool { !isBefore && status == .attended }
  }

  /// All of them, those of a person one after the other; leaves the temporary table `counted_place`, with the course of each.
  func gather() throws -> [Place] {
    try database.execute(
      sql: """
        CREATE TEMP TABLE counted_place AS
          SELECT m.person, lower(t.course) AS course, t.day, t.status, t.minutes,
            t.day < COALESCE(v.day_zero, \(SelectedDays.longAgo)) AS is_before
          FROM \(KeptRows.of("place")) JOIN everybody v ON v.person = m.person
          WHERE \(KeptRows.condition) AND t.copy = 0 AND t.day <= ?
        """, arguments: [plan.dataTo?.number ?? SelectedDays.farOff])
    for criterion in plan.criteria {
      let (sql, arguments) = Population.meeting(criterion)
      try database.execute(
        sql: "DELETE FROM counted_place WHERE person NOT IN (\(sql))", arguments: arguments)
    }
    var places: [Place] = []
    try BulkStatement(
      database,
      """
      SELECT p.person, m.idx, p.day, p.status, p.minutes, p.is_before
      FROM counted_place p LEFT JOIN member m ON m.person = p.person
      """
    ).each { row in
      guard let status = AttendanceStatus(rawValue: row.text(3)) else { return }
      places.append(
        Place(
          person: row.number(0), member: row.optional(1), day: row.number(2), status: status,
          minutes: row.optional(4), isBefore: row.number(5) == 1))
    }
    return places.sorted { $0.person < $1.person }
  }
}

/// Counts people once each, where what is theirs comes one after the other.
struct CountOfPeople {
  private(set) var people = 0
  private var last: Int?
  private var ofLast = 0
  private var ofOthers = TwoHighest()

  /// Takes in a person, who may be the one before.
  mutating func add(_ person: Int) {
    if last != person {
      people += 1
      ofOthers.add(ofLast)
      ofLast = 0
    }
    ofLast += 1
    last = person
  }

  /// How often the two people came who came most.
  var ofTwo: Int {
    var all = ofOthers
    all.add(ofLast)
    return all.sum
  }
}
