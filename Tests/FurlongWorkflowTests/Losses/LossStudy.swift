import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow

/// Three invented students with a form at the start and one later: all that their plan asks for is there.
struct LossStudy {
  let folder: TestFolder
  private let keys: TestFolder

  init() throws {
    folder = try TestFolder()
    keys = try TestFolder()
    try folder.write(Self.plan, to: "study.yaml")
    try folder.write(Self.peopleMap, to: "maps/people.map.yaml")
    try folder.write(Self.formsMap, to: "maps/forms.map.yaml")
    try folder.write(
      "Student ID,Registered,Type\nL-1,01/01/2024,SU\nL-2,01/01/2024,SU\nL-3,01/01/2024,SU\n",
      to: "exports/students.csv")
    let forms = [
      "L-1,02/01/2024", "L-2,03/01/2024", "L-3,04/01/2024", "L-1,08/05/2024", "L-2,09/05/2024",
      "L-3,10/05/2024",
    ]
    try folder.write(
      "Student ID,Completed on,PHQ,S1,S2,S3,S4,S5,S6,S7\n"
        + forms.map { "\($0),,2,2,2,2,2,2,2\n" }.joined(), to: "exports/forms.csv")
  }

  /// One of the three students has a contact.
  func addContacts() throws {
    try folder.write("Student ID,Day\nL-1,03/06/2023\n", to: "exports/contacts.csv")
    try folder.write(
      """
      furlong_map: 1
      reads: exports/contacts.csv
      holds: events
      rows: one an event
      format: { dates: day month year }
      person: [{ column: Student ID, kind: student_id }]
      date: Day
      covers: { from: 2022-09-01, to: 2025-08-31 }
      no_rows_means: none happened
      events:
        - { event: contact, count: rows }

      """, to: "maps/contacts.map.yaml")
    try change(
      "study.yaml", "steps:\n",
      to: """
        events:
          - { id: contact, one: contact, many: contacts, role: primary }
        windows:
          - { id: year, label: a year, before: 12 months, after: 12 months, rate: per person-year }
        steps:

        """)
  }

  func workflow() throws -> Workflow {
    Workflow(
      folder: try StudyFolder(folder.url), keys: KeyKeeper(folder: keys.url), tool: "test",
      today: CalendarDay(number: 20_423))
  }

  func report() throws -> ImportReport { try workflow().importExports() }

  /// The report as a draft.
  func markdown() throws -> String { try draft().text }

  /// The report as a draft, and what was said of what it lacks.
  func draft() throws -> (text: String, lacking: String?) {
    let output = try TestFolder()
    let made = try workflow().report(
      as: [.md], to: OutputFolder(output.url), release: ReleaseChoice(isDraft: true))
    let text = try output.text(of: "report.md")
    return (text, made.lacking)
  }

  /// Replaces words in one of its files, wherever they stand.
  func change(_ file: String, _ old: String, to new: String) throws {
    try folder.change(file, old, to: new)
  }

  private static let plan = """
    furlong: 1
    study:
      id: loss-study
      title: Three students
      about: Three invented students.
      fictional: yes
      people: { one: student, many: students }
      data_to: 2025-08-31
      design: before-after
      seed: 7
    who:
      - { column: type, is: [service user] }
    day_0: { what: first registration }
    occasions:
      - { id: baseline, label: at the start, is: baseline, from: -28, to: 28, nearest_to: 0 }
      - { id: later, label: four months later, is: follow-up, from: 60, to: 180, nearest_to: 120 }
    outcomes:
      - { scale: swemwbs, role: primary, reliability: implied-by-sem }
    steps:
      - { id: who, ask: reach }
      - { id: limits, ask: certainty }
    disclosure: open-data
    report: { for: commissioner }

    """

  private static let peopleMap = """
    furlong_map: 1
    reads: exports/students.csv
    holds: people
    rows: one a registration
    format: { dates: day month year }
    person: [{ column: Student ID, kind: student_id }]
    registered_on: Registered
    about:
      type: { column: Type, values: { SU: service user, Carer: carer } }

    """

  private static let formsMap = """
    furlong_map: 1
    reads: exports/forms.csv
    holds: scores
    rows: one a form
    format: { dates: day month year }
    person: [{ column: Student ID, kind: student_id }]
    date: Completed on
    scores:
      - { scale: swemwbs, items: [S1, S2, S3, S4, S5, S6, S7] }
    ignore: [PHQ]

    """
}
