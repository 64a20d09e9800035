import Foundation
import FurlongTables
import FurlongTestSupport
import Testing

/// The folder of files and records that `Scripts/reference-tables` hands over; nil in other runs.
private let given = ProcessInfo.processInfo.environment["FURLONG_REFERENCE_TABLES"].map {
  URL(fileURLWithPath: $0)
}

/// What another program read in the files of one kind.
struct GivenRecords<Expected: Decodable>: Decodable {
  struct Record: Decodable {
    var dataset: String
    var expected: Expected
  }

  var records: [Record]
}

/// What pyreadstat read in an SPSS file.
struct GivenSPSS: Decodable {
  var columns: [String]
  var labels: [String: String?]
  var variable_value_labels: [String: [String: String]]
  var rows_user_missing_kept: [[GivenCell]]
  var rows_user_missing_as_null: [[GivenCell]]

  /// Holds what Furlong reads against it.
  func expectSame(_ bytes: [UInt8], _ name: String) throws {
    for (blanks, rows) in [(false, rows_user_missing_kept), (true, rows_user_missing_as_null)] {
      let table = try SPSSReader(blanksMissing: blanks).read(bytes, name: name)
      #expect(table.header == columns, "\(name)")
      let read = cells(table).prefix(rows.count)
      // Rows of nothing are counted only.
      #expect(
        Array(read) == rows.map { $0.map(\.text) }.filter { $0.contains { !$0.isEmpty } }, "\(name)"
      )
      for column in table.labels {
        #expect(column.label == labels[column.column] ?? nil, "\(name)")
        let meanings = (variable_value_labels[column.column] ?? [:]).map { value, label in
          (Double(value).map { ShortestNumber.text($0) } ?? value, label)
        }
        #expect(column.meanings == Dictionary(uniqueKeysWithValues: meanings), "\(name)")
      }
    }
  }
}

/// What openpyxl or readxl read in a workbook.
struct GivenWorkbook: Decodable {
  struct Sheet: Decodable {
    var first_rows: [[GivenCell]]
  }

  var sheets: [String: Sheet]?
  var first_rows: [[GivenCell]]?
}

@Suite(
  "Files and records that are handed over", .tags(.reference), .enabled(if: given != nil))
struct GivenRecordsTests {
  @Test func spss() throws {
    for record in try records("sav_files.json", GivenSPSS.self) {
      try record.expected.expectSame(try bytes(record.dataset), record.dataset)
    }
  }

  @Test func workbooks() throws {
    var compared = 0
    for record in try records("xlsx_files.json", GivenWorkbook.self) {
      let sheets =
        record.expected.sheets?.map { (Optional($0), $1.first_rows) }
        ?? [(nil, record.expected.first_rows ?? [])]
      guard let bytes = try? bytes(record.dataset) else {
        print("\(record.dataset): not there")
        continue
      }
      for (sheet, rows) in sheets {
        let most = rows.map(filled).max() ?? 0
        let header = rows.firstIndex { filled($0) == most } ?? 0
        let place = "\(record.dataset) \(sheet ?? "")"
        do throws(TableError) {
          let table = try WorkbookReader(sheet: sheet, headerRow: header + 1)
            .read(bytes, name: record.dataset)
          compared += expectSame(table, rows, header, place)
        } catch {
          print("\(place): \(error.what)")
        }
      }
    }
    print("compared \(compared) cells of workbooks")
    #expect(compared > 0)
  }

  /// Compares the rows below the headings cell by cell; how many cells were compared.
  private func expectSame(
    _ table: SourceTable, _ rows: [[GivenCell]], _ header: Int, _ place: String
  ) -> Int {
    var compared = 0
    let faulty = Set(table.faults.map(\.sourceRow))
    var next = 0
    for (row, expected) in rows.enumerated() where row > header && filled(expected) > 0 {
      if faulty.contains(row + 1) {
        print("\(place): row \(row + 1) is set aside")
        continue
      }
      guard next < table.rowCount, table.sourceRow(next) == row + 1 else {
        Issue.record("\(place): row \(row + 1) is not where it should be")
        return compared
      }
      for (column, cell) in expected.enumerated() where column < table.header.count {
        #expect(table.text(row: next, column: column) == cell.text, "\(place): \(row + 1)")
        compared += 1
      }
      next += 1
    }
    return compared
  }

  private func filled(_ row: [GivenCell]) -> Int { row.count { !$0.text.isEmpty } }

  private func records<Expected>(
    _ file: String, _ kind: Expected.Type
  ) throws -> [GivenRecords<Expected>.Record] {
    try JSONDecoder().decode(
      GivenRecords<Expected>.self, from: Data(try bytes("values/\(file)"))
    ).records
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: try #require(given).appending(path: path)))
  }
}
