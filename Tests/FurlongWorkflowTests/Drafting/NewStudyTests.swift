import Foundation
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("A new study")
struct NewStudyTests {
  /// Writes the study with its prices decided, and its plan's check in words.
  private func check(_ template: NewStudy.Template) throws -> String {
    let folder = try TestFolder()
    let keys = try TestFolder()
    let place = folder.url.appendingPathComponent("college")
    _ = try NewStudy(id: nil, folder: place, template: template).write(to: place)
    let plan = place.appendingPathComponent("study.yaml")
    let text = try String(contentsOf: plan, encoding: .utf8)
    try text.replacing("pounds: DECIDE", with: "pounds: 190000")
      .write(to: plan, atomically: true, encoding: .utf8)
    let example = place.appendingPathComponent("costs/our-trust.yaml.example")
    let book = try String(contentsOf: example, encoding: .utf8)
      .replacing("pounds: DECIDE", with: "pounds: 400")
      .replacing("source: DECIDE", with: "source: a letter")
    try book.write(
      to: place.appendingPathComponent("costs/our-trust.yaml"), atomically: true, encoding: .utf8)
    return try Workflow.ofTest(place, keys: keys.url, on: "2025-09-01").checkPlan().text
  }

  @Test("of 18 months counts what they cost once its prices are written")
  func months() throws {
    let words = try check(.months18)
    #expect(words.contains("18 months before against 18 months after"))
    #expect(words.contains("By our trust's own prices: day in hospital £400"))
    #expect(words.contains("£190000"))
  }

  @Test("of the usual kind counts a year, and no costs")
  func usual() throws {
    let words = try check(.usual)
    #expect(words.contains("12 months before against 12 months after"))
    #expect(!words.contains("£"))
  }
}
