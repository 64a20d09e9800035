import Foundation
import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Occasions that a study numbers")
struct WavesDraftTests: DraftsMappings {
  private let items = (1...7).map { "SWEMWBS \($0)" }

  /// A form each, of ten people at each occasion.
  private func forms(_ occasions: [String]) throws -> MapDraft {
    let rows = (1...10).flatMap { person in
      occasions.map { "RC10\(10 + person),\($0),3,3,4,3,2,3,\(1 + person % 5)" }
    }
    return try draft(["Student ID,Timepoint," + items.joined(separator: ",")] + rows)
  }

  private func words(_ draft: MapDraft) -> [String] {
    draft.text.split(separator: "\n").drop { !$0.hasPrefix("  values:") }.dropFirst()
      .prefix { $0.hasPrefix("    ") }.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test(
    "in a column are each its own, from the start to the end",
    arguments: [
      (["t1", "t2", "t3"], ["t1: start", "t2: t2", "t3: end"]),
      (["T0", "T1", "T2"], ["T0: start", "T1: t1", "T2: end"]),
      (["T0", "T1"], ["T0: start", "T1: end"]),
      (
        ["Wave 1", "Wave 2", "Wave 3"],
        ["\"Wave 1\": start", "\"Wave 2\": wave2", "\"Wave 3\": end"]
      ),
      (["baseline", "t1", "t2"], ["baseline: start", "t1: t1", "t2: end"]),
      (
        ["baseline", "3m", "6m"],
        ["\"3m\": \"3-months\"", "\"6m\": \"6-months\"", "baseline: start"]
      ),
    ])
  func column(_ occasions: [String], _ expected: [String]) throws {
    let draft = try forms(occasions)
    #expect(words(draft).sorted() == expected.sorted(), "\(draft.text)")
    #expect(draft.decisions == 0)
    let isBetween = occasions.count > 2 && !occasions.contains("baseline")
    #expect(
      draft.checks.contains { $0.contains("for the end, as the first and the last") } == isBetween)
  }

  @Test("in headings are each its own, whether of totals, items or a scale of the college's own")
  func headings() throws {
    for waves in [["t1", "t2", "t3"], ["T0", "T1", "T2"], ["Wave 1", "Wave 2", "Wave 3"]] {
      let rows = (1...10).map { "RC10\(10 + $0),2\($0 % 10),2\(($0 + 3) % 10),1\($0 % 10)" }
      for name in ["SWEMWBS total", "garden ladder"] {
        let draft = try draft(
          ["Student ID," + waves.map { "\($0) \(name)" }.joined(separator: ",")] + rows)
        let said = draft.text.components(separatedBy: "occasion: ").dropFirst().map {
          $0.prefix { $0 != "," }
        }
        let middle = waves[1].lowercased().filter { $0 != " " }
        #expect(said == ["start", Substring(middle), "end"], "\(draft.text)")
        #expect(!draft.text.contains("the same scale stands above"))
        #expect(draft.checks.contains { $0.contains("for the end, as the first and the last") })
      }
    }
  }

  @Test(
    "of which the first is missing, or that stand beside another numbering, are left as they were",
    .tags(.edge))
  func untold() throws {
    #expect(words(try forms(["t2", "t3"])).sorted() == ["t2: t2", "t3: t3"].sorted())
    let both = try forms(["t1", "t2", "6 months"])
    #expect(words(both).contains("t2: t2"), "\(both.text)")
  }
}
