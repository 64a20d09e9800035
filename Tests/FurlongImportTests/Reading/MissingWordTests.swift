import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongImport

@Suite("Words for no answer, and other spellings")
struct MissingWordTests {
  private func batch(_ answers: [String], map: String = formsMap) throws -> ImportBatch {
    let rows = answers.enumerated().map { "SC\($0),2\($0 % 9)/02/2024,3,3,\($1),3,3,3,3," }
    return try TestExport(map: map).batch(formsHeader + "\n" + rows.joined(separator: "\n"))
  }

  @Test("One is asked about at its cell; the same in many rows stops the export")
  func codes() throws {
    let good = Array(repeating: "4", count: 70)
    let few = try batch(good + ["99", "N/A"])
    #expect(few.problems.map(\.code) == ["I036", "I036"] && few.rows.count == 70 && few.addsUp)
    #expect(few.problems.allSatisfy { $0.severity == .setAside && $0.column == "S3" })
    let many = try batch(good + ["99", "99", "99"])
    #expect(!many.stopped)
    let most = try batch(Array(good.prefix(10)) + ["99", "99", "99"])
    #expect(most.stopped && most.problems.last?.code == "I036" && most.rows.isEmpty)
  }

  @Test("With the mapping's word for it, it is no answer and no problem")
  func known() throws {
    let map = formsMap.replacing("missing: {", with: "missing: { \"99\": refused, \"n/a\": none,")
    #expect(try batch(["4", "99", "N/A"], map: map).problems.isEmpty)
  }

  @Test("A word that is no usual one is not shown, whatever it is")
  func unknown() throws {
    let batch = try batch(["4", "4", "Thackray"])
    #expect(batch.problems.map(\.code) == ["I037"] && !batch.said.joined().contains("Thackray"))
  }

  @Test(
    "Other spellings of a column's words are told together, by the mapping's words and their rows")
  func spellings() throws {
    let rows = ["F", "female.", "M", "Fe", "Smith", "Female"].enumerated().map {
      "S\($0),,2\($0)/09/2024,,,14/02/1985,\($1),,,,"
    }
    let map = peopleMap.replacing("{ F: woman, M: man }", with: "{ Female: woman, Male: man }")
    let batch = try TestExport(map: map).batch(peopleHeader + "\n" + rows.joined(separator: "\n"))
    let warning = batch.problems.first { $0.severity == .warning && $0.code == "I037" }
    #expect(
      warning?.message
        == "3 rows have words here that may be other spellings of 'Female' (2), 'Male' (1): rows 2, 3 and 4."
    )
    #expect(!batch.said.joined().contains("Smith"))
  }
}
