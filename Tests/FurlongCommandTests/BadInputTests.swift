import Foundation
import FurlongTestSupport
import Testing

/// Each row of what may be wrong with a study: the message, what is kept, the exit code.
@Suite("Bad input")
struct BadInputTests {
  /// What `import --json` says of one export.
  private struct Counts {
    var read = -1, kept = -1, setAside = -1, skipped = -1
    var status = ""
    var ok: Bool { read == kept + setAside + skipped }
  }

  private func counts(_ study: SmallStudy, of file: String) throws -> Counts {
    let run = try study.run("import", "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let data = try #require(object["data"] as? [String: Any])
    let exports = try #require(data["exports"] as? [[String: Any]])
    let export = try #require(exports.first { $0["file"] as? String == file })
    return Counts(
      read: export["rowsRead"] as? Int ?? -1, kept: export["rowsKept"] as? Int ?? -1,
      setAside: export["rowsSetAside"] as? Int ?? -1, skipped: export["rowsSkipped"] as? Int ?? -1,
      status: export["status"] as? String ?? "")
  }

  /// An export or mapping stops whole: exit 2, nothing of it kept, the other export is in, `evaluate` refuses.
  private func expectStop(
    _ study: SmallStudy, file: String = "exports/forms.csv", says words: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let imported = try study.run("import")
    #expect(imported.exitCode == 2, sourceLocation: sourceLocation)
    let problems = try study.run("problems")
    for word in words {
      #expect(problems.output.contains(word), "\(problems.output)", sourceLocation: sourceLocation)
    }
    let stopped = try counts(study, of: file)
    #expect(stopped.status == "stopped", sourceLocation: sourceLocation)
    #expect(stopped.kept == 0, sourceLocation: sourceLocation)
    let other = try counts(study, of: "exports/students.csv")
    #expect(other.kept == 6, sourceLocation: sourceLocation)
    let evaluated = try study.run("evaluate")
    #expect(evaluated.exitCode == 2, sourceLocation: sourceLocation)
    #expect(evaluated.talk.contains("furlong problems"), sourceLocation: sourceLocation)
    #expect(evaluated.output.isEmpty, sourceLocation: sourceLocation)
  }

  /// Rows are set aside and the rest is kept: exit 0, or 1 with `--fail-on set-aside`.
  private func expectSetAside(
    _ study: SmallStudy, rows: Int, of total: Int = 10, says words: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try study.run("import").exitCode == 0, sourceLocation: sourceLocation)
    #expect(
      try study.run("import", "--fail-on", "set-aside").exitCode == 1,
      sourceLocation: sourceLocation)
    let problems = try study.run("problems")
    for word in words {
      #expect(problems.output.contains(word), "\(problems.output)", sourceLocation: sourceLocation)
    }
    let found = try counts(study, of: "exports/forms.csv")
    #expect(found.ok, sourceLocation: sourceLocation)
    #expect(found.read == total, sourceLocation: sourceLocation)
    #expect(found.setAside == rows, sourceLocation: sourceLocation)
    #expect(found.kept == total - rows, sourceLocation: sourceLocation)
    #expect(try study.run("evaluate").exitCode == 0, sourceLocation: sourceLocation)
  }

  @Test("the small study itself is sound")
  func sound() throws {
    let study = try SmallStudy()
    let imported = try study.run("import")
    #expect(imported.exitCode == 0)
    #expect(try study.run("import", "--fail-on", "set-aside").exitCode == 0)
    #expect(try counts(study, of: "exports/forms.csv").kept == 10)
    #expect(try study.run("import").output.contains("already imported"))
    #expect(try study.run("evaluate").exitCode == 0)
  }

  @Test("an export that is missing stops", .tags(.edge))
  func missing() throws {
    let study = try SmallStudy()
    try FileManager.default.removeItem(
      at: study.folder.url.appendingPathComponent("exports/forms.csv"))
    try expectStop(study, says: ["exports/forms.csv", "missing", "maps/forms.map.yaml"])
  }

  @Test("a heading that was renamed stops, and the nearest is named", .tags(.edge))
  func renamed() throws {
    let study = try SmallStudy()
    try study.change("exports/forms.csv", "Completed on", to: "Complete on")
    try expectStop(study, says: ["exports/forms.csv", "'Completed on'", "'Complete on'"])
  }

  @Test("a heading that no mapping names stops", .tags(.edge))
  func unknownHeading() throws {
    let study = try SmallStudy()
    try study.change("exports/forms.csv", "Where,Comments", to: "Where,Mood")
    try expectStop(study, says: ["exports/forms.csv", "Column number ", "ignore"])
  }

  @Test("a quote that never closes stops", .tags(.edge))
  func unterminatedQuote() throws {
    let study = try SmallStudy()
    try study.change("exports/forms.csv", "Library,quiet", to: "Library,\"quiet")
    try expectStop(study, says: ["exports/forms.csv:2", "quote"])
  }

  @Test("an unknown key in study.yaml stops everything, and the nearest is named", .tags(.edge))
  func unknownPlanKey() throws {
    let study = try SmallStudy()
    try study.change("study.yaml", "occasions:", to: "ocasions:")
    for command in ["import", "evaluate", "report"] {
      let run = try study.run(command)
      #expect(run.exitCode == 2)
      #expect(run.talk.contains("study.yaml:15:1"), "\(run.talk)")
      #expect(run.talk.contains("'ocasions'"))
      #expect(run.talk.contains("'occasions'"))
    }
  }

  @Test("an unknown key in a mapping stops its export", .tags(.edge))
  func unknownMapKey() throws {
    let study = try SmallStudy()
    try study.change("maps/forms.map.yaml", "ignore:", to: "ignored:")
    try expectStop(
      study, file: "maps/forms.map.yaml", says: ["maps/forms.map.yaml:14", "'ignored'", "'ignore'"])
  }

  @Test("an Excel workbook stops, with the way out", .tags(.edge))
  func workbook() throws {
    let study = try SmallStudy()
    try study.folder.write(Data([0x50, 0x4B, 3, 4, 0x14, 0, 6, 0]), to: "exports/forms.csv")
    try expectStop(study, says: ["exports/forms.csv", "Excel", "CSV UTF-8"])
  }

  @Test("workbooks that no mapping names are told of, and how to save an old one", .tags(.edge))
  func workbookNotNamed() throws {
    let study = try SmallStudy()
    try study.folder.write(Data([0x50, 0x4B, 3, 4]), to: "exports/more.xlsx")
    try study.folder.write(Data([0xD0, 0xCF]), to: "exports/old.xls")
    let imported = try study.run("import")
    #expect(imported.exitCode == 0)
    let problems = try study.run("problems").output
    #expect(problems.contains("exports/more.xlsx"))
    #expect(problems.contains("exports/old.xls"))
    #expect(problems.contains("save it as a workbook (.xlsx) or as CSV UTF-8"))
  }

  @Test("the same forms in a workbook give the same results")
  func workbookIsRead() throws {
    let csv = try SmallStudy()
    let book = try SmallStudy()
    let place = book.folder.url.appendingPathComponent("exports/forms.csv")
    let text = try String(contentsOf: place, encoding: .utf8)
    let rows = text.split(separator: "\n").map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "<c/>" : "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>"
      }
      return "<row>\(cells.joined())</row>"
    }
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let archive = StoredZip.bytes([
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(kind)\"><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"\(kind)/worksheet\" Target=\"s.xml\"/></Relationships>"
      ),
      ("xl/s.xml", "<worksheet><sheetData>\(rows.joined())</sheetData></worksheet>"),
    ])
    try book.folder.write(Data(archive), to: "exports/forms.csv")
    let found = try book.run("evaluate", "--quiet")
    #expect(found.exitCode == 0, "\(found.output)")
    #expect(try found.output == csv.run("evaluate", "--quiet").output)
  }

  @Test("the same forms in an SPSS file give the same results, and what it calls missing is blank")
  func spssIsRead() throws {
    let csv = try SmallStudy()
    try csv.change(
      "exports/forms.csv", "SMALL-005,05/09/2024,2,2,2", to: "SMALL-005,05/09/2024,2,,2")
    let sav = try SmallStudy()
    let rows = SmallStudy.forms.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    func texts(_ column: Int) -> StoredSAV.Column.Values { .texts(rows.map { $0[column] }) }
    let days = try rows.map { row in
      let parts = row[1].split(separator: "/").compactMap { Int($0) }
      let date = DateComponents(
        calendar: Calendar(identifier: .gregorian), timeZone: .gmt, year: parts[2],
        month: parts[1], day: parts[0])
      return Int(try #require(date.date).timeIntervalSince1970 / 86_400)
    }
    var columns = [
      StoredSAV.Column(name: "STUDENT", values: texts(0)),
      StoredSAV.Column(name: "DAY", values: .days(days)),
    ]
    for item in 1...7 {
      var answers = rows.map { Double($0[item + 1]) }
      if item == 2 { answers[4] = 99 }
      columns.append(.init(name: "S\(item)", values: .numbers(answers), missing: 99))
    }
    columns.append(.init(name: "WHERE", values: texts(9)))
    columns.append(.init(name: "COMMENTS", values: texts(10)))
    try sav.folder.write(StoredSAV.bytes(columns, rows: rows.count), to: "exports/forms.csv")
    for (old, new) in [
      ("column: Student ID", "column: STUDENT"), ("date: Completed on", "date: DAY"),
      ("column: Where", "column: WHERE"), ("[Comments]", "[COMMENTS]"),
      ("day month year", "year month day"),
    ] { try sav.change("maps/forms.map.yaml", old, to: new) }
    let found = try sav.run("evaluate", "--quiet")
    #expect(found.exitCode == 0, "\(found.output) \(found.talk)")
    #expect(try found.output == csv.run("evaluate", "--quiet").output)
    let problems = try sav.run("problems").output
    #expect(
      problems.contains("1 cell holds a value that the SPSS file calls missing"), "\(problems)")
  }

  @Test("an answer out of range sets its row aside", .tags(.edge))
  func outOfRange() throws {
    let study = try SmallStudy()
    try study.change("exports/forms.csv", "05/09/2024,2,2,2", to: "05/09/2024,2,7,2")
    try expectSetAside(study, rows: 1, says: ["exports/forms.csv:6:S2", "7", "1", "5"])
  }

  @Test("an impossible date sets its row aside", .tags(.edge))
  func impossibleDate() throws {
    let study = try SmallStudy()
    try study.change("exports/forms.csv", "05/09/2024", to: "31/09/2024")
    try expectSetAside(
      study, rows: 1, says: ["exports/forms.csv:6:Completed on", "31/09/2024", "not a date"])
  }

  @Test("two scores for one person and day set both rows aside", .tags(.edge))
  func twoScores() throws {
    let study = try SmallStudy()
    try study.change(
      "exports/forms.csv", "SMALL-006,09/01/2025",
      to: "SMALL-005,05/09/2024,5,5,5,5,5,5,5,Hall,\nSMALL-006,09/01/2025")
    try expectSetAside(
      study, rows: 2, of: 11, says: ["exports/forms.csv  2 times: rows 6 and 11"])
  }

  @Test("a Windows-1252 export is read as such, with a note", .tags(.edge))
  func windows1252() throws {
    let study = try SmallStudy()
    var bytes = [UInt8](SmallStudy.forms.utf8)
    // "é" as one byte, in a column that may be shown and in one that may not.
    bytes = Array(
      String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "Library", with: "Caf#")
        .replacingOccurrences(of: "quiet", with: "secret#").utf8
    ).map { $0 == UInt8(ascii: "#") ? 0xE9 : $0 }
    try study.folder.write(Data(bytes), to: "exports/forms.csv")
    #expect(try study.run("import").exitCode == 0)
    #expect(try counts(study, of: "exports/forms.csv").kept == 10)
    let problems = try study.run("problems").output
    #expect(problems.contains("Windows-1252"))
    #expect(problems.contains("Café"))
    #expect(!problems.contains("secret"))
  }

  @Test("a NUL sets its row aside", .tags(.edge))
  func nul() throws {
    let study = try SmallStudy()
    let bytes = SmallStudy.forms.utf8.map { $0 }
    let text = String(decoding: bytes, as: UTF8.self)
      .replacingOccurrences(of: "05/09/2024,2", with: "05/09/2024,\0")
    try study.folder.write(Data(text.utf8), to: "exports/forms.csv")
    try expectSetAside(study, rows: 1, says: ["exports/forms.csv:6", "NUL"])
  }

  @Test("bytes that no encoding has set their row aside", .tags(.edge))
  func invalidBytes() throws {
    let study = try SmallStudy()
    let text = SmallStudy.forms.replacingOccurrences(of: "05/09/2024,2", with: "05/09/2024,#")
    try study.folder.write(
      Data(text.utf8.map { $0 == UInt8(ascii: "#") ? 0x81 : $0 }), to: "exports/forms.csv")
    try expectSetAside(study, rows: 1, says: ["exports/forms.csv:6", "0x81"])
  }

  @Test("a register that stops leaves the other exports waiting, and says so", .tags(.edge))
  func registerStops() throws {
    let study = try SmallStudy()
    try study.change("exports/students.csv", "Registered on", to: "Registered")
    let imported = try study.run("import")
    #expect(imported.exitCode == 2)
    #expect(imported.output.contains("Mend the register first"))
    try study.change("exports/students.csv", "Registered", to: "Registered on")
    #expect(try study.run("import").exitCode == 0)
    #expect(try counts(study, of: "exports/forms.csv").kept == 10)
  }
}
