import Foundation
import FurlongTestSupport

/// One run of the built `furlong`, as a user sees it.
struct CommandLineRun {
  let exitCode: Int32
  let output: String
  let talk: String

  /// Runs `furlong` with words, in a folder of keys of its own, and with what somebody types.
  init(
    _ words: [String], keys: URL, in folder: URL? = nil, path: String = "/usr/bin:/bin",
    typed: [String] = []
  ) throws {
    let scratch = try TestFolder()
    let outputFile = scratch.url.appendingPathComponent("out")
    let talkFile = scratch.url.appendingPathComponent("err")
    for file in [outputFile, talkFile] {
      try Data().write(to: file)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("furlong")
    process.arguments = words
    process.environment = ["FURLONG_KEYS": keys.path, "PATH": path, "HOME": keys.path]
    if let folder { process.currentDirectoryURL = folder }
    let typing = try scratch.write(typed.map { $0 + "\n" }.joined(), to: "in")
    process.standardInput = try FileHandle(forReadingFrom: typing)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: talkFile)
    try process.run()
    process.waitUntilExit()
    exitCode = process.terminationStatus
    output = try String(contentsOf: outputFile, encoding: .utf8)
    talk = try String(contentsOf: talkFile, encoding: .utf8)
  }
}

/// A study of six invented students, small enough to read: a register and one export of forms.
struct SmallStudy {
  let folder: TestFolder
  let keys: TestFolder

  init() throws {
    folder = try TestFolder()
    keys = try TestFolder()
    try folder.write(Self.plan, to: "study.yaml")
    try folder.write(Self.peopleMap, to: "maps/people.map.yaml")
    try folder.write(Self.formsMap, to: "maps/forms.map.yaml")
    try folder.write(Self.students, to: "exports/students.csv")
    try folder.write(Self.forms, to: "exports/forms.csv")
  }

  /// Runs a command on the study.
  func run(_ words: String...) throws -> CommandLineRun {
    try CommandLineRun([words[0], folder.url.path] + words.dropFirst(), keys: keys.url)
  }

  /// Replaces words in one of its files.
  func change(_ file: String, _ old: String, to new: String) throws {
    try folder.change(file, old, to: new)
  }

  static let students = """
    Student ID,Registered on,Type
    SMALL-001,01/09/2024,SU
    SMALL-002,02/09/2024,SU
    SMALL-003,03/09/2024,SU
    SMALL-004,04/09/2024,SU
    SMALL-005,05/09/2024,SU
    SMALL-006,06/09/2024,SU

    """

  static let forms = """
    Student ID,Completed on,S1,S2,S3,S4,S5,S6,S7,Where,Comments
    SMALL-001,01/09/2024,2,2,3,2,2,3,2,Library,quiet
    SMALL-002,02/09/2024,1,2,2,2,2,2,2,Library,
    SMALL-003,03/09/2024,3,3,3,3,3,3,3,Hall,
    SMALL-004,04/09/2024,2,3,2,3,2,3,2,Hall,
    SMALL-005,05/09/2024,2,2,2,2,2,2,2,Hall,
    SMALL-001,05/01/2025,3,3,3,3,3,3,3,Library,
    SMALL-002,06/01/2025,3,2,2,2,3,2,2,Library,
    SMALL-003,07/01/2025,3,4,3,4,3,4,3,Hall,
    SMALL-004,08/01/2025,2,3,2,2,2,2,2,Hall,
    SMALL-006,09/01/2025,4,4,4,4,4,4,4,Hall,

    """

  static let plan = """
    furlong: 1
    study:
      id: small-study
      title: Six students
      about: Six invented students.
      fictional: yes
      people: { one: student, many: students }
      data_to: 2025-08-31
      design: before-after
      involvement: Not known
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
      - { id: wellbeing, ask: change }
      - { id: limits, ask: certainty }
    disclosure: open-data
    report: { for: commissioner }

    """

  static let peopleMap = """
    furlong_map: 1
    reads: exports/students.csv
    holds: people
    rows: one a registration
    format: { encoding: utf-8, delimiter: comma, decimal: point, header_row: 1, dates: day month year }
    person:
      - { column: Student ID, kind: student_id }
    registered_on: Registered on
    about:
      type: { column: Type, values: { SU: service user, Carer: carer } }

    """

  static let formsMap = """
    furlong_map: 1
    reads: exports/forms.csv
    holds: scores
    rows: one a form
    format: { encoding: utf-8, delimiter: comma, decimal: point, header_row: 1, dates: day month year }
    person:
      - { column: Student ID, kind: student_id }
    date: Completed on
    missing: { "": blank, "9": not asked }
    about:
      place: { column: Where, values: { Library: library, Café: café, Hall: hall } }
    scores:
      - { scale: swemwbs, items: [S1, S2, S3, S4, S5, S6, S7] }
    ignore: [Comments]

    """
}
