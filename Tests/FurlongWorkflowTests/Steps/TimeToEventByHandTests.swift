import Foundation
import FurlongTables
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// Twelve people from their exports: who registered on 1 January 2024, when they moved on, left or were in hospital.
@Suite("How long twelve people took, by hand")
struct TimeToEventByHandTests {
  private static let plan = """
    furlong: 1
    study:
      id: twelve-moves
      title: Twelve people
      about: So small that it can be worked out with a pencil.
      fictional: yes
      people: { one: student, many: students }
      data_to: 2025-01-31
      design: before-after
      seed: 12
    day_0: { what: first registration }
    events:
      - { id: move-on,   one: move-on,   many: moves on,   role: primary }
      - { id: admission, one: admission, many: admissions, role: secondary }
    steps:
      - { id: moves, ask: time_to_event, events: [move-on, admission], months: [3, 6, 12] }
    disclosure: internal
    report: { for: commissioner }
    """

  private static func map(_ file: String, _ lines: String) -> String {
    """
    furlong_map: 1
    reads: exports/\(file).csv
    format: { encoding: utf-8, delimiter: comma, decimal: point, header_row: 1, dates: year month day }
    person:
      - { column: Student ID, kind: student_id }
    \(lines)
    """
  }

  /// Days 10, 30, 90, 91, 150, 200 and 300 after 1 January 2024; four left, after days 40, 100, 250 and 300; M12 is watched to the end.
  private static let people = """
    Student ID,Registered on,Known,Left on
    M01,2024-01-01,2020-01-01,
    M02,2024-01-01,2020-01-01,
    M03,2024-01-01,2020-01-01,2024-02-10
    M04,2024-01-01,2020-01-01,
    M05,2024-01-01,2020-01-01,
    M06,2024-01-01,2020-01-01,2024-04-10
    M07,2024-01-01,2020-01-01,
    M08,2024-01-01,2020-01-01,
    M09,2024-01-01,2020-01-01,2024-09-07
    M10,2024-01-01,2020-01-01,
    M11,2024-01-01,2020-01-01,2024-12-31
    M12,2024-01-01,2020-01-01,
    """
  private static let moves = """
    Student ID,Moved
    M01,2024-01-11
    M02,2024-01-31
    M03,2024-03-01
    M04,2024-03-31
    M05,2024-04-01
    M07,2024-05-30
    M08,2024-07-19
    M10,2024-10-27
    M01,2024-12-01
    """
  private static let stays = """
    Student ID,Admitted,Discharged
    M01,2023-12-20,2024-01-20
    M02,2024-02-01,2024-02-03
    """

  /// What the tool says, by outcome, measure and month.
  private func rows() throws -> [String: Double] {
    let (study, keys) = (try TestFolder(), try TestFolder())
    try study.write(Self.plan, to: "study.yaml")
    try study.write(
      Self.map(
        "people",
        """
        holds: people
        rows: one a registration
        registered_on: Registered on
        known_to_trust_from: Known
        left_on: Left on
        """), to: "maps/people.map.yaml")
    let covers =
      "covers: { from: 2023-01-01, to: 2025-01-31 }\nno_rows_means: none happened\nholds: events"
    try study.write(
      Self.map(
        "moves",
        "\(covers)\nrows: one an event\ndate: Moved\nevents:\n  - { event: move-on, count: rows }"),
      to: "maps/moves.map.yaml")
    try study.write(
      Self.map(
        "stays",
        "\(covers)\nrows: one a spell\nstart: Admitted\nend: { column: Discharged, blank_means: still there }\n"
          + "events:\n  - { event: admission, count: starts }"), to: "maps/stays.map.yaml")
    try study.write(Self.people, to: "exports/people.csv")
    try study.write(Self.moves, to: "exports/moves.csv")
    try study.write(Self.stays, to: "exports/stays.csv")
    let workflow = try Workflow.ofTest(study.url, keys: keys.url, on: "2025-02-05")
    _ = try workflow.importExports()
    let table = try CSVReader().read(
      Array(try workflow.evaluate(as: .csv).utf8), name: "results.csv")
    var found: [String: Double] = [:]
    let columns = try ["outcome", "measure", "occasion", "estimate"].map {
      try #require(table.column($0))
    }
    for row in 0..<table.rowCount {
      let words = columns.map { table.text(row: row, column: $0) }
      found[words.prefix(3).filter { !$0.isEmpty }.joined(separator: " ")] = Double(words[3])
    }
    return found
  }

  @Test("shares, the median, who was lost from view and who was left out", .tags(.reference))
  func byHand() throws {
    let rows = try rows()
    // Three had moved on before 1 April, which is day 91, when nine had been watched to day 90: 11/12 · 10/11 · 8/9.
    let early = 20 / 27.0
    // Days 91 and 150, of eight and of six; then 200 of five and 300 of three.
    let half = early * 7 / 8 * 5 / 6
    let expected: [(String, Double)] = [
      ("move-on watched", 12), ("move-on had_before", 0), ("move-on not_watched", 0),
      ("move-on had_by_month 3 months", 3), ("move-on had_by_month 6 months", 5),
      ("move-on had_by_month 12 months", 7), ("move-on still_watched 3 months", 8),
      ("move-on still_watched 6 months", 5), ("move-on still_watched 12 months", 2),
      ("move-on lost_from_view 12 months", 3),
      ("move-on share_by_month 3 months", 1 - early), ("move-on share_by_month 6 months", 1 - half),
      ("move-on share_by_month 12 months", 1 - half * 4 / 5 * 2 / 3),
      ("move-on median_weeks_to_event", 200 / 7.0),
      // M01 was in hospital on day 0.
      ("admission watched", 11), ("admission had_before", 1),
      ("admission had_by_month 3 months", 1), ("admission share_by_month 3 months", 1 / 11.0),
    ]
    for (name, value) in expected {
      expectClose(try #require(rows[name], "\(name)"), value, relative: 1e-12)
    }
    #expect(rows["admission median_weeks_to_event"] == nil)
  }
}
