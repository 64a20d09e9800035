import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Words of a column that may be one")
struct LikeWordTests {
  private func batch(_ words: [String]) throws -> ImportBatch {
    let map = formsMap.replacing(
      "ignore: [Comments]", with: "about: { group: { column: Comments } }")
    return try TestExport(map: map).batch(
      ([formsHeader] + words.map { "SC1,01/02/2024,3,3,3,3,3,3,3,\($0)" }).joined(separator: "\n"))
  }

  @Test("Blanks within and around a word make no other word")
  func blanks() throws {
    let batch = try batch(["White British", " White  British ", "White\u{A0}British"])
    #expect(Set(batch.rows.map { $0.about["group"] }) == ["White British"])
    #expect(batch.problems.allSatisfy { $0.severity == .note }, "\(batch.said)")
  }

  @Test("Other spellings are told by their rows, kept as they are, and not shown")
  func spellings() throws {
    let batch = try batch([
      "Female", "Female", "female", "F", "Femal", "Male", "Male", "White - British",
      "White British", "White British",
    ])
    #expect(batch.rows.count == 10 && batch.rows[3].about["group"] == "F")
    let told = batch.problems.filter { $0.severity == .warning }
    #expect(
      told.map(\.message) == [
        "3 rows hold words here that may be another spelling of a word in other rows, and make groups of their own: "
          + "row 5; row 6; row 9."
      ])
    #expect(told.first?.column == "Comments" && told.first?.code == "I037")
  }

  @Test(
    "Words that only look alike are left alone", .tags(.edge),
    arguments: [
      ["Male", "Female"], ["Ward 1", "Ward 2"], ["Ward A", "Ward B"],
      ["White Irish", "White British"],
      ["F", "Female", "Family"], ["CMHT North", "CMHT South"],
    ])
  func others(words: [String]) throws {
    #expect(try batch(words).problems.isEmpty)
  }
}
