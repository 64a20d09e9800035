import Foundation
import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTables

/// An export and its mapping, as tests write them.
struct TestExport {
  var map: String
  var plan = TestExport.plan()
  var codes: [String]?
  /// The study's own scales, beside those that are shipped.
  var ownScales: [Instrument] = []
  /// The files of `stories/`, by name.
  var stories: [String: String] = [:]

  static let key = [UInt8](0..<32)

  static func plan(
    fictional: Bool = true, dataTo: String? = "2025-08-31",
    dayZero: CohortPlan.DayZero = .firstRegistration, occasions: [Occasion] = [],
    events: [String] = ["admission", "bed-day", "detention", "contact", "seizure"]
  ) -> CohortPlan {
    CohortPlan(
      studyID: "saltmarsh", fictional: fictional, registered: nil,
      dataTo: dataTo.flatMap { CalendarDay(iso: $0) }, criteria: [], dayZero: dayZero,
      dayZeroWords: "", occasions: occasions, scales: [],
      events: events.map { EventKind(id: $0, one: $0, many: $0, role: .primary) }, windows: [])
  }

  func reader() throws -> ExportReader {
    var scales = try ScaleCatalogue.shipped()
    for scale in ownScales { try scales.add(scale) }
    var reader = ExportReader(
      map: try ExportMap.read(map, file: "maps/test.map.yaml"), scales: scales,
      pseudonymiser: try Pseudonymiser(key: Self.key, studyID: plan.studyID), plan: plan,
      codes: codes)
    let stories = stories
    reader.storyTexts = { name in
      stories[name].map { .success($0) }
        ?? .failure(
          StoryTextFault("There is no file of this name in stories/.", fix: "Put it there."))
    }
    return reader
  }

  func batch(_ csv: String) throws -> ImportBatch { try batch(Data(csv.utf8)) }

  func batch(_ bytes: Data) throws -> ImportBatch {
    let reader = try reader()
    do throws(TableError) {
      let table = try CSVReader(format: reader.map.format.csv).read(bytes, name: "test.csv")
      return reader.map(
        table, file: "exports/test.csv", mapFile: "maps/test.map.yaml", contentDigest: "c",
        ruleDigest: "r")
    } catch {
      return reader.stopped(
        error, file: "exports/test.csv", mapFile: "maps/test.map.yaml", contentDigest: "c",
        ruleDigest: "r")
    }
  }
}

extension ImportBatch {
  /// Whether every row that was read is kept, set aside or skipped, and set-aside rows are those of problems.
  var addsUp: Bool {
    let aside = Set(problems.filter { $0.severity == .setAside }.compactMap(\.row))
    return rowsRead == rows.count + rowsSetAside + rowsSkipped && aside.count == rowsSetAside
      && aside.isDisjoint(with: rows.map(\.sourceRow))
  }

  /// The problems in one line each: severity, code, place and message.
  var said: [String] {
    problems.map { "\($0.severity.rawValue) \($0.code) \($0.place) \($0.message)" }
  }
}

func day(_ iso: String) -> CalendarDay { CalendarDay(iso: iso) ?? CalendarDay(number: 0) }

let peopleMap = """
  furlong_map: 1
  reads: exports/test.csv
  holds: people
  rows: one a registration
  format: { dates: day month year }
  person:
    - { column: Student ID, kind: student_id }
    - { column: NHS No, kind: nhs_number, may_be_blank: yes }
  missing: { "": not recorded }
  registered_on: Registered on
  known_to_trust_from: Known since
  left_on: Left on
  born: { column: DOB, keep: age band at day 0 }
  about:
    gender: { column: Gender, values: { F: woman, M: man } }
    age: { column: Years, type: whole number }
    town: { column: Town }
  drop: [Surname]
  ignore: [Notes]
  """

let peopleHeader =
  "Student ID,NHS No,Registered on,Known since,Left on,DOB,Gender,Years,Town,Surname,Notes"

let formsMap = """
  furlong_map: 1
  reads: exports/test.csv
  holds: scores
  rows: one a form
  format: { dates: day month year }
  person: [{ column: ID, kind: student_id }]
  date: Date
  missing: { "": blank, "9": not asked }
  scores:
    - { scale: swemwbs, items: [S1, S2, S3, S4, S5, S6, S7] }
  ignore: [Comments]
  """

let formsHeader = "ID,Date,S1,S2,S3,S4,S5,S6,S7,Comments"
