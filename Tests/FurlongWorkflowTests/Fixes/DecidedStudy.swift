import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// A study of seven register rows, forms and contacts, with what people decide about: an id typed with a letter O, somebody
/// registered twice, an NHS number under two ids, an id given to two people, an answer that cannot be.
struct DecidedStudy {
  let folder: TestFolder
  let keys: TestFolder

  init() throws {
    folder = try TestFolder()
    keys = try TestFolder()
    try folder.write(Self.plan, to: "study.yaml")
    try folder.write(Self.peopleMap, to: "maps/people.map.yaml")
    try folder.write(Self.formsMap, to: "maps/forms.map.yaml")
    try folder.write(Self.contactsMap, to: "maps/contacts.map.yaml")
    try folder.write(Self.people, to: "exports/people.csv")
    try folder.write(Self.forms, to: "exports/forms.csv")
    try folder.write(Self.contacts, to: "exports/contacts.csv")
  }

  var workflow: Workflow {
    get throws { try workflow(on: "2026-11-29") }
  }

  func workflow(on day: String) throws -> Workflow {
    try Workflow.ofTest(folder.url, keys: keys.url, on: day)
  }

  static let maker = DecisionMaker(by: "J. Okafor", why: "Checked on the paper form.")

  func change(_ file: String, _ old: String, to new: String) throws {
    try folder.change(file, old, to: new)
  }

  func text(_ file: String) throws -> String {
    try folder.text(of: file)
  }

  /// The file of decisions; nil where there is none.
  var decisions: String? { try? text("fixes/decisions.json") }

  /// The problems with a code, as `exports/forms.csv:8`.
  func places(_ code: String) throws -> [String] {
    try workflow.problems().filter { $0.code == code }.map(\.place)
  }

  /// What the study says: everything that evaluation gives, and every problem.
  func answers() throws -> [String] {
    try [workflow.evaluate(as: .csv)]
      + workflow.problems().map { "\($0.code) \($0.place) \($0.message)" }
  }

  /// How many people are in the numbers.
  func registered() throws -> Int {
    let lines = try workflow.evaluate(as: .csv).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    let measure = try #require(header.firstIndex(of: "measure"))
    let value = try #require(header.firstIndex(of: "estimate"))
    let line = try #require(lines.first { $0.count > value && $0[measure] == "registered" })
    return try #require(Int(line[value]))
  }

  /// Its problems as somebody fills them in.
  func filledIn(_ correction: (Problem) -> String?) throws -> URL {
    let problems = try workflow.problems()
    let lines = try workflow.correctionSheet(of: problems).split(
      separator: "\n", omittingEmptySubsequences: true)
    let filled = zip(lines.dropFirst(), problems).map { line, problem in
      // The last cell is the empty one of the correction.
      line + (correction(problem) ?? "")
    }
    return try folder.write(
      ([String(lines[0])] + filled.map { String($0) }).joined(separator: "\n") + "\n",
      to: "../\(folder.url.lastPathComponent)-filled.csv")
  }

  static let people = """
    Student,NHS,Born,Registered,Type
    RC-1001,9990000018,02/03/1980,21/09/2024,SU
    RC-1002,9990000026,03/03/1981,22/09/2024,SU
    RC-1003,,04/03/1982,23/09/2024,SU
    RC-1103,,04/03/1982,23/09/2024,SU
    RC-1004,9990000042,05/03/1983,24/09/2024,SU
    RC-1005,9990000042,06/03/1984,25/09/2024,SU
    RC-1006,9990000069,07/03/1985,26/09/2024,SU
    RC-1006,9990000069,08/08/1999,27/09/2024,SU

    """

  static let forms = """
    Student,Day,S1,S2,S3,S4,S5,S6,S7,Where,Comment
    RC-1001,21/09/2024,2,2,3,2,2,3,2,Hall,calm
    RC-1OO2,22/09/2024,1,2,2,2,2,2,2,Hall,
    RC-1003,23/09/2024,3,3,3,3,3,3,3,Hall,
    RC-1004,24/09/2024,2,3,2,3,2,3,2,Hall,
    RC-1001,25/01/2025,3,55,3,3,3,3,3,Hall,
    RC-1002,26/01/2025,3,2,2,2,3,2,2,Halll,
    RC-1006,27/01/2025,4,4,4,4,4,4,4,Hall,
    RC-1006,28/01/2025,1,1,1,1,1,1,1,Hall,

    """

  static let contacts = """
    NHS,Day
    9990000018,13/05/2024
    9990000042,14/05/2024
    9990000042,15/05/2024

    """

  /// Everything that identifies somebody in it, whatever a program may make of it.
  static let identifiers = [
    "RC-1001", "RC-1002", "RC-1003", "RC-1103", "RC-1004", "RC-1005", "RC-1006", "RC-1OO2",
    "9990000018", "9990000026", "9990000042", "9990000069", "03/1980", "1980-03-02",
  ]

  static let plan = """
    furlong: 1
    study:
      id: decided-study
      title: Seven students
      about: Seven invented students.
      fictional: yes
      people: { one: student, many: students }
      data_to: 2025-08-31
      design: before-after
      seed: 7
    day_0: { what: first registration }
    occasions:
      - { id: baseline, label: at the start, is: baseline, from: -28, to: 28, nearest_to: 0 }
      - { id: later, label: later, is: follow-up, from: 60, to: 180, nearest_to: 120 }
    events:
      - { id: contact, one: contact, many: contacts, role: secondary }
    outcomes:
      - { scale: swemwbs, role: primary, reliability: implied-by-sem }
    steps:
      - { id: who, ask: reach }
      - { id: wellbeing, ask: change, outcomes: [swemwbs] }
      - { id: limits, ask: certainty }
    disclosure: open-data
    report: { for: commissioner }

    """

  static let peopleMap = """
    furlong_map: 1
    reads: exports/people.csv
    holds: people
    rows: one a registration
    format: { encoding: utf-8, delimiter: comma, decimal: point, header_row: 1, dates: day month year }
    person:
      - { column: Student, kind: student_id }
      - { column: NHS, kind: nhs_number, may_be_blank: yes }
    registered_on: Registered
    born: { column: Born, keep: age band at day 0 }
    about:
      type: { column: Type, values: { SU: service user } }

    """

  static let formsMap = """
    furlong_map: 1
    reads: exports/forms.csv
    holds: scores
    rows: one a form
    format: { encoding: utf-8, delimiter: comma, decimal: point, header_row: 1, dates: day month year }
    person:
      - { column: Student, kind: student_id }
    date: Day
    missing: { "": blank }
    about:
      place: { column: Where, values: { Library: library, Hall: hall } }
    scores:
      - { scale: swemwbs, items: [S1, S2, S3, S4, S5, S6, S7] }
    drop: [Comment]

    """

  static let contactsMap = """
    furlong_map: 1
    reads: exports/contacts.csv
    holds: events
    rows: one an event
    format: { encoding: utf-8, delimiter: comma, decimal: point, header_row: 1, dates: day month year }
    person:
      - { column: NHS, kind: nhs_number }
    covers: { from: 2023-09-01, to: 2025-08-31 }
    no_rows_means: none happened
    date: Day
    events:
      - { event: contact, count: rows }
    once_a: row

    """
}
