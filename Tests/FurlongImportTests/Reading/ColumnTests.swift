import Foundation
import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Headings against the mapping")
struct ColumnTests {
  private let export = TestExport(map: formsMap)

  @Test("A column that is neither named nor ignored stops the export")
  func unnamed() throws {
    let batch = try export.batch(formsHeader + ",Mood\nSC1,01/02/2024,3,3,3,3,3,3,3,,5\n")
    #expect(batch.stopped && batch.rows.isEmpty && batch.rowsRead == 0 && batch.addsUp)
    #expect(
      batch.said == ["stop I019 exports/test.csv Column number 11 (K) is not in the mapping."])
    #expect(batch.problems[0].fix.contains("maps/test.map.yaml"))
  }

  @Test("A renamed heading stops the export and names the heading that is likely meant")
  func renamed() throws {
    let batch = try export.batch(
      formsHeader.replacing("Date", with: "Dates") + "\nSC1,01/02/2024,3,3,3,3,3,3,3,\n")
    #expect(batch.stopped)
    #expect(batch.said == ["stop I019 exports/test.csv:Date Column 'Date' is not in the export."])
    #expect(
      batch.problems[0].fix == "If its heading is now 'Dates', write that in maps/test.map.yaml.")
    let other = try export.batch(
      formsHeader.replacing("Date", with: "Completed") + "\nSC1,01/02/2024,3,3,3,3,3,3,3,\n")
    #expect(
      other.problems.map(\.fix) == [
        "If its heading is now that of column number 2 (B), write that in maps/test.map.yaml."
      ])
  }

  @Test("A missing column stops the export; a missing ignored one does not")
  func missing() throws {
    let batch = try export.batch(
      formsHeader.replacing(",S3", with: "") + "\nSC1,01/02/2024,3,3,3,3,3,3,\n")
    #expect(batch.said == ["stop I019 exports/test.csv:S3 Column 'S3' is not in the export."])
    let ignored = try export.batch(
      formsHeader.replacing(",Comments", with: "") + "\nSC1,01/02/2024,3,3,3,3,3,3,3\n")
    #expect(!ignored.stopped && ignored.rows.count == 1)
  }

  @Test("Where most headings do not fit they are not shown, since they may be cells", .tags(.edge))
  func noHeadings() throws {
    let batch = try export.batch("Wilhelmina,01/02/2024,3,4\nZebedee,02/02/2024,4,3\n")
    #expect(batch.stopped && batch.problems.count == 1)
    #expect(!batch.said[0].contains("Wilhelmina") && batch.said[0].contains("in row 1"))
  }

  @Test(
    "A heading that looks like an identifier is not shown, nor one without a name", .tags(.edge))
  func oddHeadings() throws {
    let batch = try export.batch(
      formsHeader + ",9434765919,\nSC1,01/02/2024,3,3,3,3,3,3,3,,5,x\n")
    #expect(batch.stopped && !batch.said.joined().contains("9434765919"))
    #expect(batch.said[0].contains("Column number 11 (K)"))
  }

  @Test("A column without heading is passed over where it holds nothing, and named where it does")
  func withoutHeading() throws {
    let header = "," + formsHeader
    let blank = try export.batch(header + "\n,SC1,01/02/2024,3,3,3,3,3,3,3,\n")
    #expect(!blank.stopped && blank.rows.count == 1 && blank.problems.isEmpty, "\(blank.said)")
    let filled = try export.batch(header + "\n7,SC1,01/02/2024,3,3,3,3,3,3,3,\n")
    #expect(
      filled.said == [
        "stop I018 exports/test.csv:(column A) Column A has no heading and is not in the mapping."
      ])
    #expect(filled.problems[0].fix.contains("'(column A)' to 'ignore'"))
  }

  @Test("UTF-16 is read, and a note says so")
  func utf16() throws {
    let text = formsHeader + "\nSC1,01/02/2024,3,3,3,3,3,3,3,\n"
    let bytes = ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let batch = try export.batch(Data(bytes))
    #expect(batch.rows.count == 1 && batch.problems.map(\.code) == ["I004"])
    #expect(batch.problems[0].severity == .note && batch.problems[0].fix.hasPrefix("Nothing need"))
  }

  @Test("A scale that nobody has, or with another number of items, stops the export")
  func scales() throws {
    let unknown = TestExport(map: formsMap.replacing("swemwbs", with: "swemwb"))
    let row = formsHeader + "\nSC1,01/02/2024,3,3,3,3,3,3,3,\n"
    let batch = try unknown.batch(row)
    #expect(batch.stopped && batch.problems[0].code == "I050")
    #expect(batch.problems[0].fix.contains("Did you mean 'swemwbs'?"))
    let seven = TestExport(map: formsMap.replacing("swemwbs", with: "qpr15"))
    #expect(
      try seven.batch(row).said == [
        "stop I050 exports/test.csv maps/test.map.yaml names 7 item columns for 'qpr15', which has 15 items."
      ])
  }

  @Test("An occasion or event that the plan does not have is a warning, with the nearest")
  func plan() throws {
    var export = TestExport(
      map: """
        furlong_map: 1
        reads: exports/test.csv
        holds: scores
        rows: one a person
        format: {}
        person: [{ column: ID, kind: local_id }]
        scores:
          - { scale: bdi2, occasion: per, total: B }
        """)
    export.plan = TestExport.plan(
      dayZero: .none,
      occasions: [Occasion(id: "pre", label: "before", role: .baseline, window: nil)])
    let batch = try export.batch("ID,B\n1,20\n")
    #expect(!batch.stopped && batch.rows.count == 1)
    #expect(batch.problems.map(\.severity) == [.warning])
    #expect(batch.problems[0].fix.hasPrefix("Did you mean 'pre'?"))
  }
}

@Suite("Files that are no table")
struct StoppedFileTests {
  private func stopped(_ bytes: Data) throws -> Problem {
    let batch = try TestExport(map: formsMap).batch(bytes)
    #expect(batch.stopped && batch.rows.isEmpty && batch.rowsRead == 0 && batch.addsUp)
    #expect(batch.problems.count == 1 && batch.problems[0].severity == .stop)
    return batch.problems[0]
  }

  @Test("A quote that never closes stops the export and names the row where it opened")
  func quote() throws {
    let problem = try stopped(
      Data(
        (formsHeader + "\nSC1,01/02/2024,3,3,3,3,3,3,3,\nSC2,01/02/2024,3,3,3,3,3,3,3,\"oh\n").utf8)
    )
    #expect(problem.code == "I013" && problem.row == 3)
    #expect(problem.message.hasPrefix("A quote opened in row 3 never closes"))
    #expect(!problem.message.contains("oh"))
  }

  @Test("A workbook is no CSV, and the way out is named")
  func workbook() throws {
    let problem = try stopped(Data([0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 1, count: 60)))
    #expect(problem.code == "I001")
    #expect(problem.message.contains("Excel workbook") && problem.fix.contains("CSV UTF-8"))
  }

  @Test("Empty files, headings alone and repeated headings stop with a code of their own")
  func others() throws {
    #expect(try stopped(Data()).code == "I003")
    #expect(try stopped(Data((formsHeader + "\n").utf8)).code == "I003")
    #expect(try stopped(Data([0xFF, 0xFE] + Array("I\0D\0".utf8))).code == "I003")
    #expect(try stopped(Data("ID,ID\n1,2\n".utf8)).code == "I017")
    #expect(try stopped(Data("a;b;c;d\n1;2;3;4\n".utf8)).code == "I010")
  }
}
