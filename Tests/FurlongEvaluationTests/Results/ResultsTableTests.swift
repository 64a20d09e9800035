import Foundation
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite struct ResultsTableTests {
  @Test func `columns are the published ones, in order`() {
    #expect(
      ResultRow.columns == [
        "question", "step", "outcome", "occasion", "group", "measure", "estimate", "std_error",
        "df", "conf_low", "conf_high", "conf_level", "p_value", "unit", "n_used", "n_eligible",
        "method", "planned", "note",
      ])
  }

  @Test func `numbers are the shortest text that reads back`() {
    for (number, text) in [
      (5.0, "5"), (0.1, "0.1"), (-0.0, "0"), (-12.5, "-12.5"), (1e-16, "1e-16"),
      (1.0 / 3, "0.3333333333333333"), (1e16, "1e+16"), (123_456_789.0, "123456789"),
    ] {
      #expect(ResultRow.text(number) == text)
      #expect(Double(text) == number)
    }
  }

  @Test func `a row has a cell a column, empty where there is no number`() throws {
    let rows = ResultsTable(try InventedStudy.draft().findings()).rows
    for row in rows { #expect(row.cells.count == ResultRow.columns.count) }
    let threshold = try #require(rows.first { $0.measure == "reliable_change_threshold" })
    #expect(threshold.cells[0] == "meaning")
    #expect(threshold.cells[7] == "")
    #expect(threshold.cells[13] == "points")
    #expect(threshold.cells[17] == "yes")
    #expect(Double(threshold.cells[6]) == threshold.estimate)
  }

  @Test func `JSON has every column, null where there is no number`() throws {
    let rows = ResultsTable(try InventedStudy.draft().findings()).rows
    let first = try #require(rows.first)
    let object = try #require(
      JSONSerialization.jsonObject(with: JSONEncoder().encode(first)) as? [String: Any])
    #expect(Set(object.keys) == Set(ResultRow.columns))
    #expect(object["std_error"] is NSNull)
    let table = ResultsTable(try InventedStudy.draft().findings())
    #expect(
      try JSONDecoder().decode(ResultsTable.self, from: JSONEncoder().encode(table)) == table)
  }

  @Test func `no two rows are about the same number`() throws {
    for draft in [
      InventedStudy.draft(), try RealStudies.beatTheBlues(), try RealStudies.epilepsyCounts(),
    ] {
      var seen: Set<[String]> = []
      for row in ResultsTable(try draft.findings()).rows where row.question != "certainty" {
        let key = [
          row.question, row.step, row.outcome, row.occasion, row.group, row.measure, row.method,
        ]
        #expect(seen.insert(key).inserted, "\(key)")
      }
    }
  }

  @Test func `what is not estimable has its reason`() throws {
    var draft = StudyDraft(size: 1)
    draft.score("qpr15", before: [10], after: [12])
    draft.plan.steps = [StudyDraft.step("change", .change(outcomes: []))]
    let row = try #require(
      ResultsTable(try draft.findings()).rows.first { $0.measure == "mean_change" })
    #expect(row.estimate == nil)
    #expect(row.note == "not estimable: 1 people, 2 needed")
    #expect(row.unit == "points")
    #expect(row.method == "t")
    #expect(row.nUsed == 1)
  }

  @Test(.tags(.edge)) func `an empty cohort has rows and no numbers but zeros`() throws {
    var draft = InventedStudy.draft(size: 0)
    draft.scored.cohort.about = [:]
    let rows = ResultsTable(try draft.findings()).rows
    #expect(!rows.isEmpty)
    for row in rows where !["nesta_level", "maryland_level"].contains(row.measure) {
      #expect(row.estimate == nil || row.estimate == 0, "\(row.measure)")
    }
  }

  @Test func `the guide explains every measure and method word`() throws {
    let guide = try String(
      contentsOf: projectFolder().appendingPathComponent("docs/guides/results.md"),
      encoding: .utf8)
    var rows = ResultsTable(try InventedStudy.draft().findings()).rows
    rows += ResultsTable(try RealStudies.epilepsyCounts().findings()).rows
    rows += ResultsTable(try RealStudies.beatTheBlues().findings()).rows
    for measure in Set(rows.map(\.measure)) {
      #expect(guide.contains("`\(measure)`"), "\(measure)")
    }
    for method in Set(rows.map(\.method)) where !method.isEmpty {
      let rules = ServiceUseRule.allCases.map(\.rawValue).filter { !$0.isEmpty }
      let suffix = rules.first { method.hasSuffix(", \($0)") }
      if let suffix {
        #expect(guide.contains("`\(suffix)`"))
        #expect(guide.contains("`\(method.dropLast(suffix.count + 2))`"), "\(method)")
      } else {
        #expect(guide.contains("`\(method)`"), "\(method)")
      }
    }
    for unit in Set(rows.map(\.unit)) where !unit.isEmpty {
      #expect(guide.contains("`\(unit)`"), "\(unit)")
    }
  }
}
