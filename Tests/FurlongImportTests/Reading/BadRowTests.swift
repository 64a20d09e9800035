import Foundation
import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Rows that cannot be used are set aside, the rest is kept")
struct BadRowTests {
  private let good = "SC1,01/02/2024,3,3,3,3,3,3,3,"

  /// The problem of one bad row between two good ones.
  private func refusal(_ row: String, map: String = formsMap) throws -> Problem {
    let csv = [formsHeader, good, row, "SC2,02/02/2024,4,4,4,4,4,4,4,"].joined(separator: "\n")
    let batch = try TestExport(map: map).batch(csv)
    #expect(batch.rows.map(\.sourceRow) == [2, 4] && batch.rowsRead == 3 && batch.addsUp)
    #expect(batch.problems.count == 1, "\(batch.said)")
    let problem = try #require(batch.problems.first)
    #expect(problem.severity == .setAside && problem.row == 3 && !problem.fix.isEmpty)
    return problem
  }

  @Test("A cell out of range")
  func range() throws {
    let problem = try refusal("SC3,01/02/2024,3,3,55,3,3,3,3,")
    #expect(problem.code == "I033" && problem.column == "S3" && problem.place.hasSuffix(":3:S3"))
    #expect(problem.message == "'55' is not an answer of SWEMWBS; allowed are 1 to 5.")
    let missing = try refusal("SC3,01/02/2024,3,3,99,3,3,3,3,")
    #expect(missing.fix.contains("add it to 'missing' in the mapping"))
  }

  @Test("All faults of a form's items are said at once")
  func allFaults() throws {
    let batch = try TestExport(map: formsMap).batch(
      formsHeader + "\nSC1,31/06/2024,0,3,x,3,6,3,3,\n")
    #expect(batch.problems.map(\.column) == ["Date", "S1", "S3", "S5"])
    #expect(batch.problems.map(\.code) == ["I023", "I033", "I037", "I033"])
    #expect(batch.rowsSetAside == 1 && batch.addsUp)
  }

  @Test(
    "Dates that cannot be",
    arguments: [
      ("31/06/2024", "I023", "'31/06/2024' is not a date."),
      ("29/02/2023", "I023", "'29/02/2023' is not a date."),
      ("soon", "I023", "The value is not a date."),
      (
        "03/25/2024", "I022",
        "'03/25/2024' is no date in the order day month year, but is in another."
      ),
      ("45432", "I024", "'45432' looks like Excel's number for a day, not like a date."),
      ("03/09/31", "I026", "The value has a year of two digits."),
      ("03/09/1831", "I027", "'03/09/1831' lies before 1900."),
      (
        "12/05/2042", "I027",
        "'12/05/2042' lies more than a year after 2025-08-31, the plan's 'data_to'."
      ),
    ])
  func dates(text: String, code: String, message: String) throws {
    let problem = try refusal("SC3,\(text),3,3,3,3,3,3,3,")
    #expect(problem.code == code && problem.message == message && problem.column == "Date")
  }

  @Test("A date that is missing where a form was answered")
  func noDate() throws {
    #expect(try refusal("SC3,,3,3,3,3,3,3,3,").code == "I042")
  }

  @Test("A row without its identifier is nobody's")
  func nobody() throws {
    let problem = try refusal(",01/02/2024,3,3,3,3,3,3,3,")
    #expect(problem.code == "I040" && problem.column == "ID")
  }

  private func several(_ rows: String...) throws -> ImportBatch {
    let map = formsMap.replacing(
      "ignore: [Comments]", with: "  - { scale: bdi2, total: B }\nignore: [Comments]")
    return try TestExport(map: map).batch(([formsHeader + ",B"] + rows).joined(separator: "\n"))
  }

  @Test(
    "A bad answer costs the form of its scale; the row's other forms are kept, and the row counts as kept"
  )
  func oneForm() throws {
    let batch = try several(
      "SC1,01/02/2024,3,3,55,3,3,3,3,,12", "SC2,01/02/2024,3,3,3,3,3,3,3,,64",
      "SC3,01/02/2024,3,3,3,3,3,3,3,,10")
    #expect(
      batch.rows.map { $0.forms.map(\.scale) } == [["bdi2"], ["swemwbs"], ["swemwbs", "bdi2"]])
    #expect(batch.rowsRead == 3 && batch.rowsSetAside == 0 && batch.addsUp)
    let of = batch.problems.filter { $0.row != nil }
    #expect(of.map(\.code) == ["I033", "I033"] && of.allSatisfy { $0.severity == .warning })
    #expect(of.map(\.column) == ["S3", "B"])
    #expect(
      of[0].message == "'55' is not an answer of SWEMWBS; allowed are 1 to 5. Only SWEMWBS is left "
        + "out of this row; the rest of it is kept.")
    let together = batch.problems.filter { $0.code == "I084" }
    #expect(
      together.map(\.message) == [
        "1 row is kept without BDI-II: an answer or a day of it cannot be used.",
        "1 row is kept without SWEMWBS: an answer or a day of it cannot be used.",
      ])
  }

  @Test("A row of which no form can be kept is set aside, with all that is wrong")
  func noForm() throws {
    let batch = try several(
      "SC1,01/02/2024,3,3,55,3,3,3,3,,64", "SC2,01/02/2024,3,3,55,3,3,3,3,,",
      "SC3,31/06/2024,3,3,55,3,3,3,3,,10", "SC4,01/02/2024,3,3,3,3,3,3,3,,10")
    #expect(batch.rows.map(\.sourceRow) == [5] && batch.rowsSetAside == 3 && batch.addsUp)
    #expect(batch.problems.map(\.column) == ["B", "S3", "S3", "Date", "S3"])
    #expect(batch.problems.allSatisfy { $0.severity == .setAside })
  }

  @Test(
    "A word for no answer that the mapping lacks stops the export, though rows could be kept without a form"
  )
  func missingInOneForm() throws {
    let batch = try several(
      "SC1,01/02/2024,3,3,n/a,3,3,3,3,,12", "SC2,01/02/2024,3,3,n/a,3,3,3,3,,14",
      "SC3,01/02/2024,3,3,n/a,3,3,3,3,,10")
    #expect(batch.stopped && batch.problems.last?.code == "I036")
  }

  @Test("Too many and too few fields, and text after a closing quote")
  func shape() throws {
    #expect(try refusal("SC3,01/02/2024,3,3,3,3,3,3,3,well, really").code == "I011")
    #expect(try refusal("SC3,01/02/2024,3,3,3").code == "I012")
    #expect(try refusal("SC3,01/02/2024,3,3,3,3,3,3,3,\"a\"b").code == "I013")
  }

  @Test("NUL bytes and bytes that are no text")
  func bytes() throws {
    for (byte, code) in [(UInt8(0), "I008"), (0x81, "I006")] {
      var csv = Data((formsHeader + "\n" + good + "\nSC2,02/02/2024,4,4,4,4,4,4,4,a").utf8)
      csv.append(byte)
      csv.append(contentsOf: "b\nSC3,03/02/2024,3,3,3,3,3,3,3,caf\u{E9}\n".utf8)
      let batch = try TestExport(map: formsMap).batch(csv)
      #expect(batch.rows.map(\.sourceRow) == [2, 4] && batch.addsUp, "\(batch.said)")
      let aside = batch.problems.filter { $0.severity == .setAside }
      #expect(aside.map(\.code) == [code] && aside[0].row == 3)
    }
  }

  @Test("Blank rows are skipped and counted; days after data_to are kept and said")
  func kept() throws {
    let csv = [formsHeader, good, ",,,,,,,,,", "SC2,05/09/2025,3,3,3,3,3,3,3,", ""]
      .joined(separator: "\n")
    let batch = try TestExport(map: formsMap).batch(csv)
    #expect(batch.rowsSkipped == 1 && batch.rows.count == 2 && batch.addsUp)
    #expect(
      batch.said == [
        "note I027 exports/test.csv:Date 1 date lies after 2025-08-31, the plan's 'data_to'."
      ])
  }

  @Test("Dates are read as the mapping says, with names of months, times of day and ISO")
  func readDates() throws {
    let texts = [
      "05/04/2024", "5.4.2024", "5-Apr-2024", "5 April 2024", "2024-04-05", "05/04/2024 14:30",
      "2024-04-05T09:00:00",
    ]
    let csv = ([formsHeader] + texts.map { "SC1,\($0),3,3,3,3,3,3,3," }).joined(separator: "\n")
    let expected = Array(repeating: FormMoment.day(day("2024-04-05")), count: texts.count)
    let batch = try TestExport(map: formsMap).batch(csv)
    #expect(batch.rows.compactMap { $0.forms.first?.moment } == expected, "\(batch.said)")
    let american = TestExport(map: formsMap.replacing("day month year", with: "month day year"))
    let moments = try american.batch(formsHeader + "\nSC1,04/05/2024,3,3,3,3,3,3,3,\n").rows[0]
      .forms
    #expect(moments[0].moment == .day(day("2024-04-05")))
  }

  @Test("Whatever the rows are, read = kept + set aside + skipped", .tags(.law))
  func addsUp() throws {
    let cells = ["SC1", "", "01/02/2024", "31/06/2024", "3", "99", "x", "\"q\"", "é"]
    var state: UInt64 = 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<60 {
      var lines = [formsHeader]
      for _ in 0..<(1 + next(30)) {
        let width = next(8) == 0 ? next(13) : 10
        var row =
          ["SC\(next(9))", "0\(1 + next(9))/02/2024"] + (0..<7).map { _ in "\(1 + next(5))" } + [""]
        if next(3) == 0 { row[next(10)] = cells[next(cells.count)] }
        if next(9) == 0 { row = row.map { _ in "" } }
        lines.append((row + ["a", "b", "c"]).prefix(width).joined(separator: ","))
      }
      let batch = try TestExport(map: formsMap).batch(lines.joined(separator: "\n"))
      #expect(batch.stopped || batch.addsUp, "\(batch.said)")
    }
  }
}

@Suite("Windows-1252")
struct EncodingTests {
  @Test("It is read, with a note that shows three values from safe columns only")
  func note() throws {
    let map = peopleMap.replacing(
      "gender: { column: Gender, values: { F: woman, M: man } }",
      with:
        "gender: { column: Gender, values: { \"é\": woman, \"è\": man, \"ê\": other, \"ë\": more } }"
    )
    var csv = Data((peopleHeader + "\n").utf8)
    for (place, letter) in [0xE9, 0xE8, 0xEA, 0xEB].enumerated() {
      csv.append(contentsOf: "SC\(place),,01/09/2023,,,,".utf8)
      csv.append(UInt8(letter))
      csv.append(contentsOf: ",,Orl".utf8)
      csv.append(0xE9)
      csv.append(contentsOf: "ans,Zo".utf8)
      csv.append(0xEB)
      csv.append(contentsOf: ",na".utf8)
      csv.append(0xEF)
      csv.append(contentsOf: "ve\n".utf8)
    }
    let batch = try TestExport(map: map).batch(csv)
    #expect(batch.rows.count == 4 && batch.rows[0].about["gender"] == "woman")
    #expect(batch.rows[0].about["town"] == "Orléans")
    #expect(batch.problems.map(\.code) == ["I005"] && batch.problems[0].severity == .note)
    #expect(batch.problems[0].message.contains("Windows-1252"))
    #expect(
      batch.problems[0].fix.hasPrefix(
        "Check 'é', 'è', 'ê'; if right, write 'encoding: windows-1252'"))
  }
}
