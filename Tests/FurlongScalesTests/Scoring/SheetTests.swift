import Foundation
import FurlongScales
import FurlongStudy
import FurlongTestSupport
import Testing

/// Answer sheets scored by hand, the sum written out: Golden/ID.csv, an instrument each.
@Suite("Sheets scored by hand", .tags(.golden))
struct SheetTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  static let instruments: [String] =
    ((try? ScaleCatalogue.shipped())?.instruments ?? []).map(\.id)

  struct Unreadable: Error { var word: String }

  struct Sheet {
    var scale: String
    var answers: String
    var score: Double?
    var sum: String
  }

  private func sheets(_ instrument: String) throws -> [Sheet] {
    let text = try String(
      contentsOf: Self.folder.appending(path: "\(instrument).csv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \"")) }
      return Sheet(scale: cells[0], answers: cells[1], score: Double(cells[2]), sum: cells[3])
    }
  }

  @Test("each instrument has six or more, each score three or more", arguments: instruments)
  func scored(instrument id: String) throws {
    let catalogue = try ScaleCatalogue.shipped()
    let instrument = try catalogue.instrument(id)
    let sheets = try sheets(id)
    #expect(sheets.count >= 6)
    for scale in instrument.scales {
      #expect(sheets.count { $0.scale == scale.id } >= 3, "\(scale.id)")
    }
    for sheet in sheets {
      let scale = try catalogue.scale(sheet.scale)
      let scorer = try ScaleScorer(scale: scale)
      let found = scorer.score(try answers(sheet, of: scale, instrument))?.score
      guard let score = sheet.score else {
        #expect(found == nil, "\(sheet)")
        continue
      }
      expectClose(try #require(found, "\(sheet)"), score, relative: 2e-4)
      guard !sheet.answers.hasPrefix("total") else { continue }
      let sides = sheet.sum.components(separatedBy: "->")
      let sums = sides[0].components(separatedBy: "=")
      // Without a table the sum written out is the score; with one it is the sum that enters the table.
      let written = try Arithmetic(sums[0]).value()
      if sides.count == 1 {
        expectClose(written, score, relative: 2e-4)
      } else {
        expectClose(written, try Arithmetic(sums[1]).value())
        #expect(Double(sides[1].trimmingCharacters(in: .whitespaces)) == score)
      }
    }
  }

  /// A sheet holds the whole form, of which a score takes its own items.
  private func answers(
    _ sheet: Sheet, of scale: Scale, _ instrument: Instrument
  ) throws -> FormAnswers {
    let words = sheet.answers.split(separator: " ").map(String.init)
    if words.first == "total" { return .total(try #require(Double(words[1]))) }
    let items: [Int?] = try words.map { word in
      if word == "." { return nil }
      guard let answer = Int(word) else { throw Unreadable(word: word) }
      return answer
    }
    return .items(
      items.count == instrument.itemCount ? scale.items.map { items[$0 - 1] } : items)
  }

  @Test("the arithmetic of the sheets is arithmetic")
  func arithmetic() throws {
    #expect(try Arithmetic("0 + (4-1) + 2 * 3 - 1").value() == 8)
    #expect(try Arithmetic("(1 + 2) * 10 / 4").value() == 7.5)
    #expect(throws: (any Error).self) { try Arithmetic("1 +").value() }
  }
}

/// Numbers with + − × ÷ and brackets, as a person writes a sum.
private struct Arithmetic {
  private struct Wrong: Error { var text: String }
  private let text: [Character]
  private let whole: String

  init(_ text: String) {
    whole = text
    self.text = text.filter { !$0.isWhitespace }.map { $0 }
  }

  func value() throws -> Double {
    var place = 0
    let value = try sum(&place)
    guard place == text.count else { throw Wrong(text: whole) }
    return value
  }

  private func sum(_ place: inout Int) throws -> Double {
    var value = try product(&place)
    while place < text.count, "+-−".contains(text[place]) {
      let adds = text[place] == "+"
      place += 1
      let next = try product(&place)
      value = adds ? value + next : value - next
    }
    return value
  }

  private func product(_ place: inout Int) throws -> Double {
    var value = try factor(&place)
    while place < text.count, "*/×÷".contains(text[place]) {
      let multiplies = "*×".contains(text[place])
      place += 1
      let next = try factor(&place)
      value = multiplies ? value * next : value / next
    }
    return value
  }

  private func factor(_ place: inout Int) throws -> Double {
    guard place < text.count else { throw Wrong(text: whole) }
    if text[place] == "(" {
      place += 1
      let value = try sum(&place)
      guard place < text.count, text[place] == ")" else { throw Wrong(text: whole) }
      place += 1
      return value
    }
    let digits = text[place...].prefix { $0.isNumber || $0 == "." }
    guard let value = Double(String(digits)) else { throw Wrong(text: whole) }
    place += digits.count
    return value
  }
}
