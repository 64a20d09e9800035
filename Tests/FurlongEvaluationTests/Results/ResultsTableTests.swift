import Foundation
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite struct ResultsTableTests {
  @Test func `columns are the published ones, in order`() {
    #expect(
      ResultRow.columns == [
        "question", "step", "outcome", "label", "role", "direction", "occasion", "group",
        "measure", "estimate", "count", "of", "std_error", "df", "conf_low", "conf_high",
        "conf_level", "p_value", "unit", "n_used", "n_eligible", "estimator", "interval", "draws",
        "planned", "held_back", "note",
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
    #expect(threshold.cell("question") == "meaning")
    #expect(threshold.cell("std_error") == "")
    #expect(threshold.cell("unit") == "points")
    #expect(threshold.cell("planned") == "yes")
    #expect(threshold.cell("estimate").flatMap(Double.init) == threshold.estimate)
    #expect(threshold.estimate != nil)
  }

  @Test func `a row says what its outcome is called, whether it decides and which way is better`()
    throws
  {
    let rows = ResultsTable(try InventedStudy.draft().findings()).rows
    let change = try #require(rows.first { $0.measure == "mean_change" })
    #expect(change.outcome == "swemwbs" && change.label == "SWEMWBS")
    #expect(change.role == "primary" && change.direction == "higher is better")
    let ratio = try #require(rows.first { $0.measure == "rate_ratio" })
    #expect(ratio.outcome == "admission" && ratio.label == "admissions")
    #expect(ratio.role == "primary" && ratio.direction == "lower is better")
    let theme = try #require(rows.first { $0.measure == "share_with_theme" })
    #expect(theme.outcome == "connectedness" && !theme.label.isEmpty && theme.role.isEmpty)
    #expect(rows.allSatisfy { $0.heldBack.isEmpty }, "nothing is held back before the gate")
  }

  @Test func `a share has its counts, and is their quotient`() throws {
    let rows = ResultsTable(try InventedStudy.draft().findings()).rows
    // The four counts of a difference of two shares stand in the rows of the shares; a share by a time is of no two counts.
    let differences = Measure.all.filter { [.shareDifference, .shareByTime].contains($0.kind) }
      .map(\.word)
    let shares = rows.filter {
      $0.unit == "proportion" && $0.estimate != nil && !differences.contains($0.measure)
    }
    #expect(!shares.isEmpty)
    for row in shares {
      let count = try #require(row.count, "\(row.measure)")
      let of = try #require(row.of, "\(row.measure)")
      expectClose(try #require(row.estimate), count / Double(of), relative: 1e-14)
    }
    for row in rows where row.unit != "proportion" { #expect(row.count == nil && row.of == nil) }
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
      for row in ResultsTable(try draft.findings()).rows {
        // Limits are told apart by what they name.
        let names = row.question == "certainty" ? [row.label, row.note] : []
        #expect(seen.insert(row.key + names).inserted, "\(row.key + names)")
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
    #expect(row.estimator == "" && row.interval == "t" && row.draws == nil)
    #expect(row.nUsed == 1)
  }

  @Test(.tags(.edge)) func `an empty cohort has rows and no numbers but zeros`() throws {
    var draft = InventedStudy.draft(size: 0)
    draft.scored.cohort.about = [:]
    let rows = ResultsTable(try draft.findings()).rows
    #expect(!rows.isEmpty)
    // What a publication, a plan or a book of prices states does not hang on people.
    let stated = ["nesta_level", "maryland_level", "delivery_cost", "unit_cost"]
    for row in rows where !stated.contains(row.measure) {
      #expect(row.estimate == nil || row.estimate == 0, "\(row.measure)")
    }
  }
}
