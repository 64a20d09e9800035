import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// A study that reads one of the messy exports, beside a register of its students.
struct MessyStudy {
  private let folder: TestFolder
  private let keys: TestFolder
  private let file: String

  init(_ file: String) throws {
    self.file = file
    folder = try TestFolder()
    keys = try TestFolder()
    try folder.write(MessyLoss.of[file]?.plan(Self.plan) ?? Self.plan, to: "study.yaml")
    for scale in ["hours", "cost", "attendance"] {
      try folder.write(Self.scale(scale), to: "scales/\(scale).yaml")
    }
    try copy(file)
    try folder.write(mapping, to: "maps/messy.map.yaml")
    if file == "i040-forms-of-nobody.csv" { try copy("i040-students.csv") }
    guard !mapping.contains("holds: people") else { return }
    if file == "i040-forms-of-nobody.csv" {
      try folder.write(Self.students("i040-students.csv"), to: "maps/students.map.yaml")
    } else {
      let students = file.hasPrefix("i008-nul-byte") ? 120 : file.hasPrefix("i018-merged") ? 8 : 6
      let rows = (1...students).map { "RC\(String(format: "%04d", $0)),01/09/2024\n" }
      try folder.write("Student ID,Registered\n" + rows.joined(), to: "exports/register.csv")
      try folder.write(Self.register, to: "maps/register.map.yaml")
    }
  }

  /// What the tool tells of the export.
  func told() throws -> [MessyFault] {
    let isOfPlan = MessyLoss.of[file]?.isOfPlan ?? false
    return try report().problems.compactMap { problem in
      var problem = problem
      if isOfPlan, problem.file == "study.yaml" { problem.file = "exports/\(file)" }
      return problem.file == "exports/\(file)" ? MessyFault(problem) : nil
    }
  }

  func report() throws -> ImportReport {
    let workflow = try Workflow.ofTest(folder.url, keys: keys.url, on: "2025-12-01")
    return try workflow.importExports()
  }

  private func copy(_ name: String) throws {
    let export = MessyFault.folder.appendingPathComponent("exports/\(name)")
    try folder.write(Data(contentsOf: export), to: "exports/\(name)")
  }

  /// The mapping of the file: that of the ten forms, with the few keys in which it differs.
  private var mapping: String {
    if let map = MessyLoss.of[file]?.map { return map.replacing("FILE", with: file) }
    if file == "i018-merged-headings.xlsx" { return Self.attendance(file) }
    if file == "i040-students.csv" { return Self.students(file) }
    if let born = Self.born[file] { return Self.people(file, born: born) }
    return Self.forms(
      file, format: Self.format[file] ?? "", columns: Self.columns[file] ?? "",
      scores: Self.scores[file] ?? "", total: file.hasPrefix("i034") ? ", total: Total" : "",
      person: file.hasPrefix("i032") || file == "i083-check-digit.csv"
        ? "\n  - { column: NHS No, kind: nhs_number }" : "")
  }

  /// Where the file is not commas with the headings in row 1.
  private static let format = [
    "i004-unicode-text.csv": ", delimiter: tab",
    "i010-sep-line.csv": ", delimiter: semicolon",
    "i010-semicolons.csv": ", delimiter: semicolon",
    "i014-titles-above.csv": ", header_row: 4",
    "i024-serial-numbers.csv": ", day_numbers_from: 1900",
    "i029-decimal-comma.csv": ", delimiter: semicolon, decimal: comma",
    "i029-comma-means-both.csv": ", delimiter: semicolon, decimal: comma",
  ]

  /// Columns that only some of the files have.
  private static let columns = [
    "i005-windows-1252.csv": "course: Course",
    "i006-invalid-bytes.csv": "course: Course",
    "i007-decoded-wrongly.csv": "course: Course",
    "i011-more-cells.csv": "ignore: [Comments]",
    "i013-quote-never-closed.csv": "ignore: [Comments]",
    "i017-two-of-one-name.csv": "ignore: [Score]",
    "i027-impossible-order.csv": "born: DOB",
  ]

  /// Numbers beside the answers.
  private static let scores = [
    "i029-decimal-comma.csv": "\n  - { scale: hours, total: Hours }",
    "i029-comma-means-both.csv": "\n  - { scale: cost, total: Cost }",
    "i030-signs-in-numbers.csv":
      "\n  - { scale: cost, total: Cost }\n  - { scale: attendance, total: Attendance }",
  ]

  /// The columns of dates of birth, and a key of the format, of exports that are read as registers.
  private static let born: [String: (column: String, format: String)] = [
    "i019-heading-before.csv": ("Date of Birth", ""),
    "i019-heading-renamed.csv": ("Date of Birth", ""),
    "i026-two-digit-years.csv": ("DOB", ", short_years_from: 1930"),
    "i040-two-days-of-birth.csv": ("DOB", ""),
  ]
}

extension MessyStudy {
  static let items = (1...15).map { "Q\($0)" }.joined(separator: ", ")

  fileprivate static func forms(
    _ file: String, format: String, columns: String, scores: String, total: String, person: String
  ) -> String {
    """
    furlong_map: 1
    reads: exports/\(file)
    holds: scores
    rows: one a form
    format: { dates: day month year\(format) }
    person:
      - { column: Student ID, kind: student_id }\(person)
    date: Date completed
    occasion: { column: Form, values: { Start: start, End: end } }
    scores:
      - { scale: qpr15, items: [\(items)]\(total) }\(scores)
    about:
      gender:
        { column: Gender, values: { Female: woman, Male: man, Non-binary: non-binary } }
    \(columns)

    """
  }

  fileprivate static func people(
    _ file: String, born: (column: String, format: String)
  ) -> String {
    """
    furlong_map: 1
    reads: exports/\(file)
    holds: people
    rows: one a registration
    format: { dates: day month year\(born.format) }
    person: [{ column: Student ID, kind: student_id }]
    registered_on: Date completed
    born: { column: \(born.column), keep: age band at day 0 }
    ignore: [Form, Gender, \(items)]

    """
  }

  fileprivate static func students(_ file: String) -> String {
    """
    furlong_map: 1
    reads: exports/\(file)
    holds: people
    rows: one a registration
    format: { dates: day month year }
    person:
      - { column: Student ID, kind: student_id }
      - { column: NHS No, kind: nhs_number }
    registered_on: Date registered
    born: { column: DOB, keep: age band at day 0 }

    """
  }

  fileprivate static func attendance(_ file: String) -> String {
    """
    furlong_map: 1
    reads: exports/\(file)
    holds: attendance
    rows: one a student
    format: { dates: day month year, group_row: 1, header_row: 2 }
    person: [{ column: Student ID, kind: student_id }]
    session:
      course_is: Sleep well
      columns:
        Term 1 / Week 1: 2024-09-24
        Term 1 / Week 2: 2024-10-01
        Term 2 / Week 1: 2025-01-14
        Term 2 / Week 2: 2025-01-21
    status: { values: { /: attended, A: missed }, blank_means: no place }

    """
  }

  fileprivate static let register = """
    furlong_map: 1
    reads: exports/register.csv
    holds: people
    rows: one a registration
    format: { dates: day month year }
    person: [{ column: Student ID, kind: student_id }]
    registered_on: Registered

    """

  fileprivate static func scale(_ id: String) -> String {
    """
    furlong_scale: 1
    id: \(id)
    name: \(id.capitalized)
    measures: \(id) as a column of numbers
    better: higher
    scores: { from: 0, to: 10000, step: 0.01 }
    licence: CC0-1.0

    """
  }

  fileprivate static let plan = """
    furlong: 1
    study:
      id: messy-study
      title: Six students
      about: Six invented students.
      fictional: yes
      people: { one: student, many: students }
      data_to: 2025-08-31
      design: before-after
      seed: 7
    day_0: { what: first registration }
    occasions:
      - { id: start, label: at the start, is: baseline, from: -400, to: 90, nearest_to: 0 }
      - { id: end, label: later, is: follow-up, from: 91, to: 400, nearest_to: 120 }
    outcomes:
      - { scale: qpr15, role: primary, reliability: test-retest }
    steps:
      - { id: who, ask: reach }
      - { id: recovery, ask: change, outcomes: [qpr15] }
      - { id: limits, ask: certainty }
    disclosure: open-data
    report: { for: commissioner, commentary: "" }

    """
}
