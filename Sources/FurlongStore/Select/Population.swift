import FurlongStudy
import GRDB

/// Who is in the numbers, condition by condition; leaves the temporary table `member`, an entry a person.
struct Population {
  var database: Database
  var plan: CohortPlan

  func select() throws -> [Cohort.Step] {
    try gatherCandidates()
    try setDayZero()
    // Day 0 of all, in the numbers or not: sessions are counted of more people.
    try database.execute(
      sql: """
        CREATE TEMP TABLE everybody AS SELECT person, day_zero FROM candidate;
        CREATE UNIQUE INDEX temp.everybody_person ON everybody (person);
        """)
    var steps = [Cohort.Step(condition: .registered, people: try count())]
    if let period = plan.registered {
      try database.execute(
        sql: "DELETE FROM candidate WHERE first_day IS NULL OR first_day NOT BETWEEN ? AND ?",
        arguments: [period.from.number, period.to.number])
      steps.append(.init(condition: .registeredInPeriod, people: try count()))
    }
    for criterion in plan.criteria {
      let others = try others(than: criterion)
      let (sql, arguments) = Self.meeting(criterion)
      try database.execute(
        sql: "DELETE FROM candidate WHERE person NOT IN (\(sql))", arguments: arguments)
      steps.append(
        .init(condition: .criterion(criterion), people: try count(), others: others))
    }
    if plan.dayZero != .none {
      let before = try count()
      try database.execute(sql: "DELETE FROM candidate WHERE day_zero IS NULL")
      let after = try count()
      if plan.dayZero == .firstSessionAttended || after < before {
        steps.append(.init(condition: .hasDayZero, people: after))
      }
    }
    try database.execute(
      sql: """
        CREATE TEMP TABLE member AS
          SELECT row_number() OVER (ORDER BY person) - 1 AS idx, person, day_zero, other_day, known_from,
            left_on
          FROM candidate;
        CREATE UNIQUE INDEX temp.member_idx ON member (idx);
        CREATE UNIQUE INDEX temp.member_person ON member (person);
        CREATE TEMP TABLE not_linked (idx INTEGER PRIMARY KEY);
        """)
    if let linkage = plan.linkage {
      let (sql, arguments) = Self.meeting(linkage)
      try database.execute(
        sql: "INSERT INTO not_linked SELECT idx FROM member WHERE person NOT IN (\(sql))",
        arguments: arguments)
    }
    return steps
  }

  /// Those who meet a line of `who:`, as a query.
  ///
  /// Where the line asks for a yes, a no of any registration takes it back.
  static func meeting(
    _ criterion: CohortPlan.Criterion
  ) -> (sql: String, arguments: StatementArguments) {
    let words = criterion.values.map { $0.lowercased() }
    var arguments = StatementArguments([criterion.column])
    arguments += StatementArguments(words)
    let sql = """
      SELECT person FROM known_about
      WHERE name = ? AND swiftLowercaseString(value) IN (\(databaseQuestionMarks(count: words.count)))
      """
    guard asksForYes(criterion) else { return (sql, arguments) }
    arguments += [criterion.column]
    return ("\(sql) AND person NOT IN (SELECT person FROM refused WHERE name = ?)", arguments)
  }

  private static func asksForYes(_ criterion: CohortPlan.Criterion) -> Bool {
    let words = criterion.values.map { $0.lowercased() }
    return words.contains("yes") && !words.contains("no")
  }

  /// Of the candidates who do not meet a line of `who:`, how many have each value of its column.
  private func others(than criterion: CohortPlan.Criterion) throws -> [String: Int] {
    let (sql, meeting) = Self.meeting(criterion)
    var arguments: StatementArguments = [
      Self.asksForYes(criterion), criterion.column, criterion.column,
    ]
    arguments += meeting
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT CASE
            WHEN ? AND c.person IN (SELECT person FROM refused WHERE name = ?) THEN 'no'
            ELSE COALESCE(k.value, '\(Cohort.Step.notRecorded)') END, COUNT(*)
        FROM candidate c LEFT JOIN known_about k ON k.person = c.person AND k.name = ?
        WHERE c.person NOT IN (\(sql)) GROUP BY 1
        """, arguments: arguments)
    var others: [String: Int] = [:]
    while let row = try rows.next() { others[row[0]] = row[1] }
    return others
  }

  func dayZero(size: Int) throws -> [CalendarDay?] {
    var days = [CalendarDay?](repeating: nil, count: size)
    let rows = try Row.fetchCursor(database, sql: "SELECT idx, day_zero FROM member")
    while let row = try rows.next() {
      days[row[0]] = (row[1] as Int?).map(CalendarDay.init(number:))
    }
    return days
  }

  func about(size: Int) throws -> [String: [String?]] {
    var columns: [String: [String?]] = [:]
    for name in try String.fetchAll(database, sql: "SELECT DISTINCT name FROM about") {
      columns[name] = [String?](repeating: nil, count: size)
    }
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT m.idx, k.name, k.value FROM member m JOIN known_about k ON k.person = m.person")
    while let row = try rows.next() {
      let name: String = row[1]
      columns[name]?[row[0]] = row[2]
    }
    return columns
  }

  private func count() throws -> Int {
    try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM candidate") ?? 0
  }

  /// Everybody with a kept row that makes people, and what their registrations say.
  private func gatherCandidates() throws {
    try database.execute(
      sql: """
        CREATE TEMP TABLE candidate (
          person INTEGER PRIMARY KEY, first_day INTEGER, day_zero INTEGER, other_day INTEGER,
          known_from INTEGER, left_on INTEGER);
        CREATE TEMP TABLE registered AS
          SELECT m.person, t.registered_on, t.known_from, t.left_on, b.kind,
            \(Mention.makesPeople) AS makes_people
          FROM \(KeptRows.of("registration")) JOIN batch b ON b.id = m.batch
          WHERE \(KeptRows.condition) AND m.person IS NOT NULL;
        CREATE INDEX temp.registered_person ON registered (person);
        INSERT INTO candidate (person) SELECT DISTINCT m.person
          FROM mention m JOIN batch b ON b.id = m.batch
          WHERE m.placed = 1 AND m.person IS NOT NULL AND \(Mention.makesPeople)
            AND m.source_rows > (SELECT COUNT(*) FROM disputed d WHERE d.mention = m.id);
        UPDATE candidate SET first_day = (
          SELECT MIN(g.registered_on) FROM registered g
          WHERE g.person = candidate.person AND g.makes_people);
        -- The trust's own list says since when it has known a person, beside the register.
        UPDATE candidate SET known_from = (
          SELECT MIN(g.known_from) FROM registered g WHERE g.person = candidate.person);
        -- The trust's list says whether the person has left, else the latest registration.
        UPDATE candidate SET left_on = COALESCE(
          (SELECT MIN(g.left_on) FROM registered g
            WHERE g.kind = 'caseload' AND g.person = candidate.person),
          (SELECT g.left_on FROM registered g
            WHERE g.kind <> 'caseload' AND g.person = candidate.person
            ORDER BY g.registered_on DESC NULLS LAST, g.left_on NULLS LAST LIMIT 1));
        -- What is known of people: as on the day of the first registration; rows without a day fill in the rest.
        CREATE TEMP TABLE known_about AS
          SELECT m.person, t.name, COALESCE(
            MIN(CASE WHEN g.registered_on IS NOT NULL THEN t.value END), MIN(t.value)) AS value
          FROM \(KeptRows.of("about"))
          JOIN candidate c ON c.person = m.person
          LEFT JOIN registration g ON g.mention = t.mention AND g.source_row = t.source_row
          WHERE \(KeptRows.condition)
            AND (g.registered_on IS NULL OR g.registered_on = c.first_day)
          GROUP BY m.person, t.name;
        CREATE INDEX temp.known_about_person ON known_about (person, name);
        -- Who says no at any registration has taken an earlier yes back.
        CREATE TEMP TABLE refused AS
          SELECT DISTINCT m.person, t.name FROM \(KeptRows.of("about"))
          WHERE \(KeptRows.condition) AND m.person IS NOT NULL
            AND swiftLowercaseString(t.value) = 'no';
        CREATE INDEX temp.refused_name ON refused (name, person);
        -- Capitals make no other word: each is written as most people's is, of as many as the first in the alphabet.
        CREATE TEMP TABLE spelling AS
          SELECT name, value, swiftLowercaseString(value) AS word, COUNT(*) AS people
          FROM known_about GROUP BY name, value;
        UPDATE known_about SET value = (
          SELECT s.value FROM spelling s
          WHERE s.name = known_about.name AND s.word = swiftLowercaseString(known_about.value)
          ORDER BY s.people DESC, s.value LIMIT 1)
        WHERE (name, swiftLowercaseString(value)) IN (
          SELECT name, word FROM spelling GROUP BY name, word HAVING COUNT(*) > 1);
        DROP TABLE spelling;
        """)
    if let arms = plan.arms { try leaveOutOfBoth(arms) }
    // A register that nowhere says since when people are known to the trust does not have the column: then it
    // limits nobody. Where it says so of some, blank means never.
    let isRecorded =
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM candidate WHERE known_from IS NOT NULL)")
      ?? false
    if !isRecorded {
      try database.execute(
        sql: "UPDATE candidate SET known_from = ?", arguments: [SelectedDays.longAgo])
    }
  }

  /// Forgets the arm of whoever is in both: chance put each in one, and nothing says in which.
  private func leaveOutOfBoth(_ arms: CohortPlan.Criterion) throws {
    let (sql, arguments) = Self.inBoth(arms)
    try database.execute(
      sql: "DELETE FROM known_about WHERE name = ? AND person IN (\(sql))",
      arguments: [arms.column] + arguments)
  }

  /// Those of whom rows name both arms of a trial, as a query, whatever the days of the rows are.
  static func inBoth(_ arms: CohortPlan.Criterion) -> (sql: String, arguments: StatementArguments) {
    let words = arms.values.map { $0.lowercased() }
    var arguments = StatementArguments([arms.column])
    arguments += StatementArguments(words)
    return (
      """
      SELECT m.person FROM \(KeptRows.of("about"))
      WHERE \(KeptRows.condition) AND m.person IS NOT NULL AND t.name = ?
        AND swiftLowercaseString(t.value) IN (\(databaseQuestionMarks(count: words.count)))
      GROUP BY m.person HAVING COUNT(DISTINCT swiftLowercaseString(t.value)) > 1
      """, arguments
    )
  }

  private func setDayZero() throws {
    switch plan.dayZero {
    case .none:
      break
    case .firstRegistration:
      try database.execute(sql: "UPDATE candidate SET day_zero = first_day")
    case .firstSessionAttended: try setFirstSession(as: "day_zero")
    }
    switch plan.otherIndex {
    case nil, .plans: break
    case .registration:
      try database.execute(sql: "UPDATE candidate SET other_day = first_day")
    case .firstSession: try setFirstSession(as: "other_day")
    }
  }

  /// Writes the first session that each candidate attended into a column.
  private func setFirstSession(as column: String) throws {
    try database.execute(
      sql: """
        UPDATE candidate SET \(column) = a.day FROM (
          SELECT m.person, MIN(t.day) AS day FROM \(KeptRows.of("place"))
          WHERE \(KeptRows.condition) AND t.status = 'attended' AND (?1 IS NULL OR t.day <= ?1)
          GROUP BY m.person) a
        WHERE a.person = candidate.person
        """, arguments: [plan.dataTo?.number])
  }
}

/// Days that stand for no limit.
enum SelectedDays {
  static let longAgo = -10_000_000
  static let farOff = 10_000_000
}
