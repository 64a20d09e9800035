import Foundation
import FurlongArchives
import FurlongTestSupport
import Testing

@testable import FurlongTables

@Suite("The text of a cell's value")
struct CellValuesTests {
  @Test("A day is that of Foundation's calendar, from 1900 to 9999", .tags(.law))
  func days() throws {
    let archive = try ZipArchive(MadeWorkbook.bytes([("S", "")]))
    let values = try CellValues(try #require(try Workbook(archive)))
    // Day 61 of Excel is 1 March 1900: it counts a 29 February that there was not.
    for serial in Array(61...1_600) + Array(stride(from: 1_600, to: 2_958_466, by: 1_009)) + [
      2_958_465
    ] {
      let day = Date(timeIntervalSince1970: Double(serial - 25_569) * 86_400)
      #expect(
        values.text("\(serial)", type: nil, style: 1)
          == day.formatted(.iso8601.year().month().day()), "\(serial)")
    }
  }

  @Test("A number has the 15 figures that C's %.15g keeps, however it is written", .tags(.law))
  func figures() throws {
    let archive = try ZipArchive(MadeWorkbook.bytes([("S", "")]))
    let values = try CellValues(try #require(try Workbook(archive)))
    var draw = SystemRandomNumberGenerator()
    let drawn = (0..<2_000).map { _ in
      let whole = Double(Int.random(in: -99_999...99_999, using: &draw))
      return whole / pow(10, Double(Int.random(in: -12...20, using: &draw)))
    }
    let given = [
      0, 1, 7, 0.1, 0.1 + 0.2, 1 / 3, 1e15, 1e15 + 1, 1_234_567_890_123_456, 123_456_789_012_345,
      1e22, 1e-7, 1e-300,
      .greatestFiniteMagnitude,
    ]
    for number in drawn + given + given.map(-) {
      let short = try #require(Double(String(format: "%.15g", number)))
      let kept = short.isFinite ? short : number
      let text = values.text("\(number)", type: nil, style: nil)
      #expect(Double(text) == kept && !text.hasSuffix(".0"), "\(number)")
    }
    for (written, shown) in [
      ("7", "7"), ("0", "0"), ("007", "7"), ("-0", "0"), ("+5", "5"), ("5.0", "5"), ("1E3", "1000"),
      ("999999999999999", "999999999999999"), ("1234567890123456", "1234567890123460"),
    ] { #expect(values.text(written, type: "n", style: nil) == shown) }
  }
}
