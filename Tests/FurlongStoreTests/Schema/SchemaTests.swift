import Foundation
import FurlongStore
import FurlongStudy
import FurlongTestSupport
import GRDB
import Testing

@Suite("The study file")
struct SchemaTests {
  @Test("can be read by its owner only, and says what it is")
  func made() throws {
    let study = try StudyInHand()
    let attributes = try FileManager.default.attributesOfItem(atPath: study.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    try DatabaseQueue(path: study.path).read { database in
      #expect(try Int.fetchOne(database, sql: "PRAGMA application_id") == 0x4655_524C)
      #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == 11)
      #expect(try String.fetchOne(database, sql: "PRAGMA journal_mode") == "delete")
      let loose = try String.fetchAll(
        database, sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0")
      #expect(loose.allSatisfy { $0.hasPrefix("sqlite_") }, "every table is STRICT: \(loose)")
    }
  }

  @Test(
    "takes what the tables allow and nothing else", .tags(.edge),
    arguments: [
      // An identifier as written, not hashed.
      "INSERT INTO identifier (kind, hash) VALUES ('nhs_number', '9434765919')",
      "INSERT INTO identifier (kind, hash) VALUES ('nhs_number', CAST('9434765919' AS BLOB))",
      "INSERT INTO identifier (kind, hash) VALUES ('surname', zeroblob(32))",
      "INSERT INTO identifier (kind, hash) VALUES ('local_id', '\(String(repeating: "a", count: 64))')",
      "INSERT INTO mention (batch, source_rows) VALUES (99, 2)",
      "INSERT INTO mention (batch, source_rows) VALUES (1, 0)",
      "INSERT INTO bare (mention, source_row) VALUES (1, 0)",
      "INSERT INTO form (mention, source_row, scale, answers, answered) VALUES (1, 2, 's', '[1]', 1)",
      "INSERT INTO form (mention, source_row, scale, day, answers, answered) VALUES (1, 2, 's', 'monday', '[1]', 1)",
      "INSERT INTO form (mention, source_row, scale, day, answers) VALUES (1, 2, 's', 1, '[1]')",
      "INSERT INTO form (mention, source_row, scale, day, answers) VALUES (1, 2, 's', 1, '\"\"')",
      "INSERT INTO form (mention, source_row, scale, day, answers) VALUES (1, 2, 's', 1, 'in work')",
      "INSERT INTO form (mention, source_row, scale, day, answers, answered) VALUES (1, 2, 's', 1, '\"in work\"', 1)",
      "INSERT INTO event (mention, source_row, kind, day) VALUES (1, 2, 1, 'monday')",
      "INSERT INTO stay (mention, source_row, kind, nights, from_day, to_day, spell_from) VALUES (1, 2, 1, 1, 9, 8, 9)",
      "INSERT INTO tally (mention, source_row, kind, from_day, to_day, count) VALUES (1, 2, 1, 0, 14, -1)",
      "INSERT INTO story (mention, source_row, story, text, agreed) VALUES (1, 2, 's', 't', 128)",
      "INSERT INTO place (mention, source_row, course, day, status) VALUES (1, 2, 'c', 1, 'late')",
      "INSERT INTO study (id, study_id) VALUES (2, 'second')",
    ])
  func constraints(statement: String) throws {
    let study = try StudyInHand()
    try study.keep([batch("a.csv", .scores, [row(2, [student(1)])])], hasRegister: false)
    #expect(throws: DatabaseError.self) {
      try DatabaseQueue(path: study.path).write { try $0.execute(sql: statement) }
    }
  }

  @Test("keeps answers as JSON, and reads them back as they were")
  func answers() throws {
    let all: [FormAnswers] = [
      .items([3, nil, 4]), .items([]), .total(17), .total(-0.5), .total(1e-7),
      .state("in \"paid\" work\n/ part-time, é"),
    ]
    let study = try StudyInHand()
    let scales = ["a", "b", "c", "d", "e", "f"]
    let rows = row(2, [student(1)]) {
      $0.forms = zip(scales, all).map {
        FormRecord(scale: $0, moment: .occasion("baseline"), answers: $1)
      }
    }
    try study.keep([batch("f.csv", .scores, [rows])], hasRegister: false)
    let named = Occasion(id: "baseline", label: "", role: .baseline, window: nil)
    let plan = plan(dataTo: nil, dayZero: .none, occasions: [named], scales: scales)
    #expect(try study.select(plan, required: 0).forms.map(\.answers) == all.map { [$0] })
    let third = try DatabaseQueue(path: study.path).read {
      try String.fetchAll($0, sql: "SELECT answers -> '$[2]' FROM form WHERE scale = 'a'")
    }
    #expect(third == ["4"])
  }

  @Test("opens again as it was")
  func reopened() throws {
    let study = try StudyInHand()
    try study.keep([batch("a.csv", .scores, [row(2, [student(1)])])], hasRegister: false)
    let again = try StudyFile.open(at: study.path, studyID: "test")
    #expect(try again.batches() == study.file.batches())
    #expect(try again.batches().count == 1)
  }

  @Test(
    "refuses what is no study file, another study's and a newer one, and leaves them", .tags(.edge))
  func refused() throws {
    let folder = try TestFolder()
    let text = try folder.write("not a database, but long enough to look at", to: "text.furlong")
      .path
    #expect(throws: StoreError.notAStudyFile(path: text)) {
      try StudyFile.open(at: text, studyID: "test")
    }
    let foreign = folder.url.path + "/foreign.furlong"
    try DatabaseQueue(path: foreign).write { try $0.execute(sql: "CREATE TABLE a (b)") }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: foreign))
    #expect(throws: StoreError.notAStudyFile(path: foreign)) {
      try StudyFile.open(at: foreign, studyID: "test")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: foreign)) == bytes)

    let study = try StudyInHand()
    #expect(throws: StoreError.anotherStudy(path: study.path, found: "test", expected: "other")) {
      try StudyFile.open(at: study.path, studyID: "other")
    }
    try DatabaseQueue(path: study.path).write { try $0.execute(sql: "PRAGMA user_version = 12") }
    #expect(throws: StoreError.newerFile(path: study.path, found: 12, known: 11)) {
      try StudyFile.open(at: study.path, studyID: "test")
    }
  }

  @Test("refuses a file into which someone put a trigger", .tags(.edge))
  func trigger() throws {
    let study = try StudyInHand()
    try DatabaseQueue(path: study.path).write {
      try $0.execute(
        sql: "CREATE TRIGGER t AFTER INSERT ON mention BEGIN DELETE FROM batch; END")
    }
    #expect(throws: StoreError.notAStudyFile(path: study.path)) {
      try StudyFile.open(at: study.path, studyID: "test")
    }
  }

  @Test("says that a folder that is not there cannot hold it", .tags(.edge))
  func nowhere() {
    #expect(throws: StoreError.self) {
      try StudyFile.open(at: "/nowhere/at/all/study.furlong", studyID: "test")
    }
  }
}
