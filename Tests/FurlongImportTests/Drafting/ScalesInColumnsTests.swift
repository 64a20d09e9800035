import FurlongImport
import FurlongScales
import FurlongTables
import FurlongTestSupport
import Testing

@Suite("Scales by what is said of columns")
struct ScalesInColumnsTests {
  private func draft(_ header: String, _ questions: [String], missing: [String: String] = [:])
    throws -> MapDraft
  {
    let rows = (1...20).map { "\($0),\($0 + 10),\($0 % 7 == 0 ? "NA" : "\($0 + 5)")" }
    let bytes = Array(([header] + rows).joined(separator: "\n").utf8)
    var shape = try TableSniffer().shape(of: bytes, name: "export.csv")
    shape.questions = questions
    shape.missing = missing
    return MapDrafter(try ScaleCatalogue.shipped()).draft(
      try shape.read(bytes, name: "export.csv"), shape: shape, path: "exports/export.csv")
  }

  @Test("A heading's occasion counts where what is said names none; headings stay as they are")
  func occasions() throws {
    let draft = try draft("subject,x_pre,x_post", ["Person", "BDI-II, total", "BDI-II, total"])
    #expect(draft.text.contains("{ scale: bdi2, occasion: start, total: x_pre }"))
    #expect(draft.text.contains("{ scale: bdi2, occasion: end, total: x_post }"))
  }

  @Test("A column headed like a scale's total but for the occasion is that scale's too")
  func siblings() throws {
    let draft = try draft(
      "subject,bdi.pre,bdi.2m",
      ["Person", "Before it all began, in the clinic", "BDI-II, at 2 months"])
    #expect(draft.text.contains("{ scale: bdi2, occasion: start, total: \"bdi.pre\" }"))
    #expect(draft.text.contains("{ scale: bdi2, occasion: \"2-months\", total: \"bdi.2m\" }"))
  }

  @Test("What a package calls missing is no cell, and stands in the mapping with what it means")
  func missing() throws {
    let draft = try draft(
      "subject,phq9_pre,phq9_post", ["", "", ""], missing: ["NA": "not recorded"])
    #expect(draft.text.contains("\"NA\": \"not recorded\""))
    _ = try ExportMap.read(draft.text, file: "maps/draft.map.yaml")
  }
}
