import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Service use")
struct EventTests {
  private static let common = """
    furlong_map: 1
    reads: exports/test.csv
    holds: events
    person: [{ column: NHS, kind: nhs_number }]
    covers: { from: 2021-09-01, to: 2025-08-31 }
    no_rows_means: none happened
    format: { dates: day month year }

    """

  private let spells = TestExport(
    map: common + """
      rows: one a spell
      start: In
      end: { column: Out, blank_means: still there }
      events:
        - { event: admission, count: starts }
        - { event: bed-day, count: nights }
        - { event: detention, count: starts, where: { column: Law, is: [Section 2, Section 3] } }
      """)

  private let contacts = TestExport(
    map: common + """
      rows: one an event
      date: On
      events: [{ event: contact, count: rows, where: { column: Status, is: ["5", "6"] } }]
      once_a: person, day and team
      team: Team
      """)

  @Test("Of several conditions a row must meet all; days of a spell are its own kind of count")
  func conditions() throws {
    let export = TestExport(
      map: Self.common + """
        rows: one a spell
        start: In
        end: { column: Out, blank_means: still there }
        events:
          - { event: day-there, count: days }
          - event: detention
            count: starts
            where:
              - { column: Law, is: [Section 2, Section 3] }
              - { column: Ward, is: [Oak] }
        """)
    let batch = try export.batch(
      """
      NHS,In,Out,Law,Ward
      9990000018,01/02/2024,10/02/2024,Section 2,Oak
      9990000018,10/02/2024,,Section 3,Ash
      9990000026,05/02/2024,06/02/2024,Informal,Oak

      """)
    #expect(batch.problems.map(\.code) == ["I050"], "the plan has no such event yet")
    #expect(
      batch.rows.map { $0.events.map(\.event) } == [
        ["day-there", "detention"], ["day-there"], ["day-there"],
      ])
    #expect(
      batch.rows[1].events == [.days(event: "day-there", from: day("2024-02-10"), until: nil)])
  }

  @Test("A spell is an admission, its nights, and a detention where the law says so")
  func spell() throws {
    let batch = try spells.batch(
      "NHS,In,Out,Law\n9990000018,01/02/2024,10/02/2024,Informal\n9990000026,05/02/2024,,Section 3\n"
    )
    #expect(batch.problems.isEmpty)
    #expect(
      batch.rows[0].events == [
        .start(event: "admission", from: day("2024-02-01"), until: day("2024-02-10")),
        .nights(event: "bed-day", from: day("2024-02-01"), until: day("2024-02-10")),
      ])
    #expect(
      batch.rows[1].events == [
        .start(event: "admission", from: day("2024-02-05"), until: nil),
        .nights(event: "bed-day", from: day("2024-02-05"), until: nil),
        .start(event: "detention", from: day("2024-02-05"), until: nil),
      ])
    #expect(
      batch.coverage
        == EventCoverage(
          events: ["admission", "bed-day", "detention"],
          days: DayRange(from: day("2021-09-01"), to: day("2025-08-31")),
          noRowsMeans: .noneHappened))
  }

  @Test("A spell that ends before it starts, or has no start, is set aside", .tags(.edge))
  func impossible() throws {
    let batch = try spells.batch(
      "NHS,In,Out,Law\n9990000018,10/02/2024,09/02/2024,x\n9990000026,,09/02/2024,x\n"
        + "9990000034,10/02/2024,10/02/2024,x\n")
    #expect(batch.rows.map(\.sourceRow) == [4] && batch.addsUp)
    #expect(batch.problems.map(\.code) == ["I043", "I042"])
  }

  @Test("A blank end is a fault where the mapping does not say what it means", .tags(.edge))
  func blankEnd() throws {
    var strict = spells
    strict.map = spells.map.replacing("{ column: Out, blank_means: still there }", with: "Out")
    let batch = try strict.batch("NHS,In,Out,Law\n9990000018,10/02/2024,,x\n")
    #expect(batch.rows.isEmpty && batch.problems.map(\.code) == ["I042"])
  }

  @Test("Two staff at one contact are one contact; rows that do not count carry no event")
  func once() throws {
    let batch = try contacts.batch(
      [
        "NHS,On,Status,Team", "9990000018,01/02/2024,5,North", "9990000018,01/02/2024,6,North",
        "9990000018,01/02/2024,5,South", "9990000018,02/02/2024,5,North",
        "9990000026,01/02/2024,5,North", "9990000018,01/02/2024,3,North",
      ].joined(separator: "\n"))
    #expect(batch.rows.count == 6 && batch.addsUp)
    #expect(batch.rows.map(\.events.count) == [1, 0, 1, 1, 1, 0])
    #expect(
      batch.said == [
        "note I038 exports/test.csv 1 row is the same event as another row; each event is counted once."
      ])
  }

  @Test("Rows outside the days covered are kept and said")
  func outside() throws {
    let batch = try contacts.batch("NHS,On,Status,Team\n9990000018,31/08/2021,5,N\n")
    #expect(batch.rows.count == 1 && batch.problems.map(\.severity) == [.note])
  }

  private let counts = TestExport(
    map: """
      furlong_map: 1
      reads: exports/test.csv
      holds: events
      rows: one a person and period
      format: {}
      person: [{ column: ID, kind: local_id }]
      missing: { NA: not recorded }
      events:
        - { event: seizure, count: base, from: -8 weeks, to: 0 weeks, repeats: yes }
        - { event: seizure, count: y, period: p, periods: { "1": { from: 0 weeks, to: 2 weeks }, "2": { from: 14 days, to: 28 days } } }
      """)

  private func total(_ batch: ImportBatch) -> [String: Int] {
    var total: [String: Int] = [:]
    for event in batch.rows.flatMap(\.events) {
      if case .counted(_, let from, let to, let count) = event {
        total["\(from)..\(to)", default: 0] += count
      }
    }
    return total
  }

  @Test("Counts lie in their periods; one that repeats on every row is counted once")
  func periods() throws {
    let batch = try counts.batch("ID,base,p,y\n1,11,1,5\n1,11,2,3\n2,7,1,0\n2,7,2,NA\n")
    #expect(batch.problems.isEmpty && batch.rows.count == 4, "\(batch.said)")
    #expect(total(batch) == ["-56..0": 18, "0..14": 5, "14..28": 3])
    #expect(
      batch.rows[0].events == [
        .counted(event: "seizure", from: -56, to: 0, count: 11),
        .counted(event: "seizure", from: 0, to: 14, count: 5),
      ])
    #expect(batch.rows[3].events.isEmpty)
    #expect(batch.coverage?.days == nil && batch.coverage?.noRowsMeans == .notKnown)
  }

  @Test("Rows of a person that differ where they should repeat are all set aside")
  func differ() throws {
    let batch = try counts.batch("ID,base,p,y\n1,11,1,5\n1,12,2,3\n2,7,1,0\n2,NA,2,1\n")
    #expect(batch.rows.map(\.sourceRow) == [4, 5] && batch.addsUp)
    #expect(batch.problems.map(\.code) == ["I044", "I044"])
    #expect(total(batch)["-56..0"] == 7)
  }

  @Test("A count that repeats is carried by a row that is kept", .tags(.edge))
  func carried() throws {
    let batch = try counts.batch("ID,base,p,y\n1,11,1,-5\n1,11,2,3\n")
    #expect(batch.rows.map(\.sourceRow) == [3] && batch.problems.map(\.code) == ["I033"])
    #expect(total(batch) == ["-56..0": 11, "14..28": 3])
  }

  @Test("Two rows of one person and period, unknown periods and broken counts are set aside")
  func broken() throws {
    let batch = try counts.batch(
      "ID,base,p,y\n1,11,1,5\n1,11,1,5\n2,7,3,0\n3,7,,0\n4,7,1,1.5\n5,7,1,2\n")
    #expect(batch.rows.map(\.sourceRow) == [7] && batch.addsUp)
    #expect(batch.problems.map(\.code) == ["I039", "I039", "I037", "I042", "I041"])
  }
}
