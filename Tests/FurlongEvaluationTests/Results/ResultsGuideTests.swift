import Foundation
import FurlongEvaluation
import FurlongTestSupport
import Testing

/// The guide to the results table, read as a reader reads it: by its headings and tables.
@Suite("The guide to the results table")
struct ResultsGuideTests {
  /// A row of a table under a heading: a cell a column, by the column's name.
  private struct Row {
    var heading: String
    var cells: [String: String]

    /// The words in backticks of a cell.
    func words(_ column: String) -> [String] {
      let parts = (cells[column] ?? "").split(separator: "`", omittingEmptySubsequences: false)
      return parts.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }
  }

  /// A measure and its unit.
  private struct Named: Hashable, Comparable, CustomStringConvertible {
    var measure: String
    var unit: String

    var description: String { "\(measure) (\(unit))" }

    static func < (one: Self, other: Self) -> Bool { one.description < other.description }
  }

  private func rows() throws -> [Row] {
    let text = try String(
      contentsOf: projectFolder().appendingPathComponent("docs/guides/results.md"),
      encoding: .utf8)
    var rows: [Row] = []
    var heading = ""
    var columns: [String]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("#") { heading = String(line.drop { $0 == "#" || $0 == " " }) }
      guard line.hasPrefix("|") else {
        columns = nil
        continue
      }
      let cells = line.dropFirst().dropLast().split(
        separator: "|", omittingEmptySubsequences: false
      ).map { $0.trimmingCharacters(in: .whitespaces) }
      guard let names = columns else {
        columns = cells
        continue
      }
      if cells.allSatisfy({ $0 == "---" }) { continue }
      #expect(cells.count == names.count, "\(line)")
      rows.append(
        Row(heading: heading, cells: Dictionary(uniqueKeysWithValues: zip(names, cells))))
    }
    return rows
  }

  /// The measures of a row, each with its unit; a unit that stands alone is of all of them.
  private func measures(of row: Row) -> [Named] {
    let names = row.words("measure")
    let units = (row.cells["unit"] ?? "").components(separatedBy: ", ")
    #expect(units.count == 1 || units.count == names.count, "\(names)")
    return names.enumerated().map {
      Named(measure: $0.element, unit: units[units.count == 1 ? 0 : $0.offset])
    }
  }

  private func isOfQuestion(_ row: Row) -> Bool {
    Question.allCases.contains { $0.word == row.heading }
  }

  /// Every row of a study with everything in it and of the two real ones.
  private func results() throws -> [ResultRow] {
    var rows: [ResultRow] = []
    for draft in [
      InventedStudy.draft(), try RealStudies.randomised().seizures,
      try RealStudies.randomised().blues,
    ] {
      rows += ResultsTable(try draft.findings()).rows
    }
    return rows
  }

  @Test("has every column, in order")
  func columns() throws {
    let columns = try rows().filter { $0.heading == "Columns" }.flatMap { $0.words("column") }
    #expect(columns == ResultRow.columns)
  }

  @Test("has every measure that is declared, with its unit, and no other")
  func measures() throws {
    let listed = try rows().filter(isOfQuestion).flatMap(measures)
    let declared = Set(Measure.all.map { Named(measure: $0.word, unit: $0.unit.rawValue) })
    #expect(declared.subtracting(listed).sorted() == [], "not in the guide")
    #expect(Set(listed).subtracting(declared).sorted() == [], "not declared")
  }

  @Test("has every measure once, under the question that has it")
  func questions() throws {
    let rows = try rows().filter(isOfQuestion)
    #expect(Set(rows.map(\.heading)) == Set(Question.allCases.map(\.word)))
    for question in Question.allCases {
      let listed = rows.filter { $0.heading == question.word }.flatMap(measures)
      #expect(Set(listed).count == listed.count, "\(question.word)")
      let used = Set(
        try results().filter { $0.question == question.word }
          .map { Named(measure: $0.measure, unit: $0.unit) })
      #expect(!used.isEmpty)
      #expect(used.subtracting(listed).sorted() == [], "\(question.word)")
    }
  }

  @Test("has every unit")
  func units() throws {
    let units = try rows().filter { $0.heading == "Units" }.flatMap { $0.words("unit") }
    #expect(units == EstimateUnit.allCases.filter { $0 != .none }.map(\.rawValue))
  }

  @Test("has every word that says how a number and its interval were made")
  func methods() throws {
    let all = try rows()
    let estimators = Set(
      all.filter { $0.heading == "Estimator words" }.flatMap { $0.words("word") })
    let intervals = Set(
      all.filter { $0.heading == "Interval words" }.flatMap { $0.words("word") })
    let rows = try results()
    let declared = Measure.all.map(\.method) + [.signedRanksNormal, .personPercentile(draws: 9)]
    let charts = [
      Method.chart(.controlChart, "nhs-making-data-count/1"), .chart(.runChart, "anhoej/1"),
    ]
    // The kinds are the catalogue's words, told once for all.
    let byKind =
      [Method.jacobsonTruax(by: "KIND"), .published("KIND")] + RuleSet.allCases.map { .rules($0) }
      + ["published", "own", "a", "b", "c"].map { .cutOff($0) }
      + [.congerKappa, .lifeTable]
    func general(_ estimator: String) -> String {
      for head in ["jacobson-truax, ", "published threshold, "] where estimator.hasPrefix(head) {
        return head + "KIND"
      }
      return estimator
    }
    let known = Set((declared + charts + byKind).map(\.estimator)).subtracting([""])
    #expect(estimators == known)
    #expect(intervals == Set(declared.map(\.interval)).subtracting([""]))
    #expect(Set(rows.map(\.estimator).map(general)).subtracting([""]).subtracting(estimators) == [])
    #expect(Set(rows.map(\.interval)).subtracting([""]).subtracting(intervals) == [])
    // Beside a measure stand the words with which it is declared.
    for row in all where row.cells["estimator"] != nil {
      for measure in row.words("measure") {
        let own = Measure.all.first { $0.word == measure }?.method
        #expect(row.words("estimator") == [own?.estimator].compactMap { $0 }.filter { $0 != "" })
        #expect(row.words("interval") == [own?.interval].compactMap { $0 }.filter { $0 != "" })
      }
    }
  }

  @Test("has every signal of a chart")
  func signals() throws {
    let text = try String(
      contentsOf: projectFolder().appendingPathComponent("docs/guides/results.md"),
      encoding: .utf8)
    for kind in AttendanceSignal.Kind.allCases { #expect(text.contains("`\(kind.rawValue)`")) }
  }
}
