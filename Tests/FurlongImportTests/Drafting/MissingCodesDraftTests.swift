import Foundation
import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Codes for no answer in a draft")
struct MissingCodesDraftTests: DraftsMappings {
  private let items = (1...7).map { "Item \($0) of the wellbeing form" }
  private let answers = [
    "None of the time", "Rarely", "Some of the time", "Often", "All of the time",
  ]

  private func draft(_ codes: [String], words: Bool) throws -> MapDraft {
    let rows = (0..<60).map { row in
      let cells = (0..<7).map { item in
        (row * 7 + item) % 9 == 0
          ? codes[(row + item) % codes.count]
          : words ? answers[(row + item) % 5] : String(1 + (row + item) % 5)
      }
      return "RC1\(100 + row),\(row % 2 == 0 ? "Start" : "End")," + cells.joined(separator: ",")
    }
    let heads = words ? items : (1...7).map { "SWEMWBS \($0)" }
    return try draft(["Student ID,Form," + heads.joined(separator: ",")] + rows)
  }

  @Test(
    "stand under 'missing' where the scale cannot have them, beside words and beside numbers",
    arguments: [true, false])
  func codes(_ words: Bool) throws {
    let draft = try draft(["-9", "999", "Not applicable", "N/A"], words: words)
    #expect(draft.kind == .scores && draft.decisions == 0, "\(draft.text)")
    for code in ["\"-9\"", "\"999\"", "\"Not applicable\"", "\"N/A\""] {
      #expect(draft.text.contains("\(code): \"not answered\""), "\(code) \(draft.text)")
    }
    #expect(
      draft.checks.contains {
        $0.contains("-9 (") && $0.contains("999 (") && $0.contains("taken for 'not answered'")
      }, "\(draft.checks)")
  }

  @Test("are not told where there are none")
  func none() throws {
    let draft = try draft(["Often"], words: true)
    #expect(!draft.checks.contains { $0.contains("not answered") })
  }

  @Test("What somebody thinks of a course is no course")
  func opinion() throws {
    let rows = (0..<30).map {
      "RC1\(100 + $0),3,3,4,3,2,3,\(1 + $0 % 5),\($0 % 2 == 0 ? "Yes" : "No")"
    }
    let draft = try draft(
      [
        "Student ID," + (1...7).map { "SWEMWBS \($0)" }.joined(separator: ",")
          + ",Would you recommend this course?"
      ] + rows)
    #expect(!draft.text.contains("course: "), "\(draft.text)")
  }
}
