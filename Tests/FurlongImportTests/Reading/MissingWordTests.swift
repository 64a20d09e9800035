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

  @Test(
    "A word that may be a nought is not advised to be missing first, and 'answers' reads it as 0")
  func noughts() throws {
    let map = formsMap.replacing(
      "swemwbs, items: [S1, S2, S3, S4, S5, S6, S7]", with: "phq9, total: S3"
    )
    .replacing("ignore: [Comments]", with: "ignore: [S1, S2, S4, S5, S6, S7, Comments]")
    let unsaid = try batch(["4", "5", "none"], map: map)
    let problem = try #require(unsaid.problems.first)
    #expect(
      problem.code == "I036" && problem.fix.contains("answers: { \"none\": 0 }"), "\(problem.fix)")
    #expect(!problem.fix.contains("missing: {"))
    let said = try batch(
      ["4", "5", "None"], map: map.replacing("total: S3", with: "total: S3, answers: { none: 0 }"))
    #expect(said.problems.isEmpty, "\(said.said)")
    #expect(said.rows.map { $0.forms.first?.answers } == [.total(4), .total(5), .total(0)])
    // A word under both is the number that the scale's own line says.
    let both = map.replacing("total: S3", with: "total: S3, answers: { none: 0 }")
      .replacing("missing: {", with: "missing: { none: blank,")
    #expect(try batch(["4", "none"], map: both).rows.last?.forms.first?.answers == .total(0))
  }

  @Test("A word for no value is none among identifiers too; a number there is somebody's")
  func identifiers() throws {
    let map = formsMap.replacing(
      "{ column: ID, kind: student_id }",
      with:
        "{ column: ID, kind: student_id, may_be_blank: yes }, { column: NHS, kind: nhs_number, may_be_blank: yes }"
    ).replacing("missing: {", with: "missing: { n/k: not recorded,")
    func read(_ id: String, _ nhs: String) throws -> ImportBatch {
      try TestExport(map: map).batch("NHS,\(formsHeader)\n\(nhs),\(id),01/02/2024,3,3,3,3,3,3,3,\n")
    }
    let one = try read("SC1", "N/K")
    #expect(one.problems.isEmpty && one.rows.first?.identifiers.count == 1, "\(one.said)")
    #expect(try read("9", "n/k").rows.first?.identifiers.count == 1)
    #expect(try read("n/k", "n/k").problems.map(\.code) == ["I040"])
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
