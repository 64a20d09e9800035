import FurlongImport
import Testing

@Suite("Headings that say how high a score can be")
struct GreatestScoreTests: DraftsMappings {
  @Test(
    "'out of 35' is no item's number: the column is the scale's total, also beside another scale's",
    arguments: ["(out of 35)", "out of 35", "(max 35)", ""])
  func total(_ words: String) throws {
    let heading = words.isEmpty ? "SWEMWBS total" : "SWEMWBS total \(words)"
    let draft = try draft(
      ["Student No,Date of call,\(heading),PHQ-9 total (out of 27)"]
        + (1...40).map { "HC-\(1000 + $0),16/12/2024,\(14 + $0 % 15),\($0 % 20)" })
    #expect(draft.text.contains("total: \"\(heading)\""), "\(draft.text)")
    #expect(draft.text.contains("total: \"PHQ-9 total (out of 27)\""), "\(draft.text)")
    let ignored = draft.text.split(separator: "\n").first { $0.contains("ignore:") } ?? ""
    #expect(!ignored.contains("SWEMWBS") && !ignored.contains("PHQ-9"))
  }
}
