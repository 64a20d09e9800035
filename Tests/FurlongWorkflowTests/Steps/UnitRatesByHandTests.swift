import Foundation
import FurlongStudy
import FurlongTables
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// Four wards from their export: a programme began on two of them on the first of a month, on one in the middle of one.
@Suite("What changed on wards, by hand")
struct UnitRatesByHandTests {
  private static func plan(_ months: String = "", disclosure: String = "internal") -> String {
    """
    furlong: 1
    study:
      id: four-wards
      title: Four wards
      about: So small that it can be worked out with a pencil.
      fictional: yes
      people: { one: patient, many: patients }
      data_to: 2024-12-30
      design: before-after
      seed: 12
    day_0: { what: first registration }
    units:
      one: ward
      many: wards
      what: the programme
      began: { Ash: 2024-07-01, Birch: 2024-06-10, Elm: 2024-07-01 }
      \(months)
      counts:
        - { id: restraint, one: restraint, many: restraints, role: primary, over: bed days, per: 1000 }
    steps:
      - { id: wards, ask: unit_rates }
    disclosure: \(disclosure)
    report: { for: commissioner }
    """
  }

  private static let map = """
    furlong_map: 1
    reads: exports/wards.csv
    holds: units
    rows: one a unit and period
    format: { dates: day month year }
    unit: Ward
    period: Month
    missing: { n/a: not recorded }
    counts:
      - { count: restraint, number: Restraints, over: Bed days }
    """

  /// December ends after the data do; June is neither before nor after on Birch; of Oak the plan says nothing, and of Elm
  /// the export has nothing after.
  private static let wards = """
    Ward,Month,Restraints,Bed days
    Ash,01/04/2024,8,400
    Ash,15/05/2024,6,410
    Ash,30/06/2024,10,390
    Ash,01/07/2024,3,400
    ash ,01/08/2024,5,400
    Ash,01/12/2024,90,400
    Birch,01/04/2024,1,600
    Birch,01/05/2024,2,600
    Birch,01/06/2024,50,600
    Birch,01/07/2024,2,600
    Birch,01/08/2024,0,600
    Birch,01/09/2024,n/a,600
    Birch,01/10/2024,1,0
    Elm,01/05/2024,4,300
    Oak,01/05/2024,4,300
    """

  /// What the tool says, by group, measure and month.
  private func rows(_ plan: String = plan(), map: String = map) throws -> [String: Double] {
    let (study, keys) = (try TestFolder(), try TestFolder())
    try study.write(plan, to: "study.yaml")
    try study.write(map, to: "maps/wards.map.yaml")
    try study.write(Self.wards, to: "exports/wards.csv")
    let workflow = try Workflow.ofTest(study.url, keys: keys.url, on: "2025-02-05")
    _ = try workflow.importExports()
    let table = try CSVReader().read(
      Array(try workflow.evaluate(as: .csv).utf8), name: "results.csv")
    var found: [String: Double] = [:]
    let columns = try ["group", "measure", "occasion", "estimate"].map {
      try #require(table.column($0))
    }
    for row in 0..<table.rowCount {
      let words = columns.map { table.text(row: row, column: $0) }
      found[words.prefix(3).filter { !$0.isEmpty }.joined(separator: " ")] = Double(words[3])
    }
    return found
  }

  @Test("what others publish is the mean over the very months that are counted", .tags(.reference))
  func context() throws {
    let series = """
      context:
        - id: national
          event: restraint
          what: restraints for each 1,000 bed days, nation
          source: a table
          public: yes
          months: { 2024-04: 10, 2024-05: 20, 2024-06: 30, 2024-07: 40, 2024-08: 50 }
      steps:
      """
    let rows = try rows(Self.plan().replacing("steps:", with: series))
    // April to June of Ash and April and May of Birch; July and August of both.
    let before: Double = (300 + 620 + 900 + 300 + 620) / 152
    expectClose(try #require(rows["all context_before national"]), before, relative: 1e-12)
    expectClose(try #require(rows["all context_after national"]), 45, relative: 1e-12)
    expectClose(try #require(rows["all context_ratio national"]), 45 / before, relative: 1e-12)
    // The months of the plan's own count stand as they did.
    #expect(try self.rows()["all unit_rate_before"] == rows["all unit_rate_before"])
  }

  @Test(
    "whole months before and after, each ward's rates, and the ratio in common", .tags(.reference))
  func byHand() throws {
    let rows = try rows()
    let expected: [(String, Double)] = [
      ("ward=Ash unit_count_before", 24), ("ward=Ash unit_count_after", 8),
      ("ward=Ash unit_exposure_before", 1_200), ("ward=Ash unit_exposure_after", 800),
      ("ward=Ash unit_rate_before", 20), ("ward=Ash unit_rate_after", 10),
      ("ward=Ash unit_rate_ratio", 0.5),
      ("ward=Birch unit_count_before", 3), ("ward=Birch unit_count_after", 2),
      ("ward=Birch unit_exposure_before", 1_200), ("ward=Birch unit_exposure_after", 1_200),
      ("ward=Birch unit_rate_ratio", 2 / 3.0),
      ("all unit_count_before", 27), ("all unit_count_after", 10),
      ("all unit_rate_before", 27 / 2.4), ("all unit_rate_after", 5),
      // The ratio without Ash, which has most, is Birch's own.
      ("ward=Ash unit_rate_ratio_without_largest", 2 / 3.0),
      // Two months after and two before are in the data of both; a third before of Ash alone is in no month of all.
      ("all unit_month_count month -1", 10 + 2), ("all unit_month_count month -2", 6 + 1),
      ("all unit_month_count month 1", 3 + 2), ("all unit_month_count month 2", 5),
      ("all unit_month_rate month -1", 12 / 0.99),
    ]
    for (name, value) in expected {
      expectClose(try #require(rows[name], "\(name)"), value, relative: 1e-12)
    }
    #expect(rows["all unit_month_count month -3"] == nil)
    #expect(rows["ward=Oak unit_count_before"] == nil && rows["ward=Elm unit_count_before"] == nil)
    // In common: 32 R 800 / (800 R + 1200) + 5 R 1200 / (1200 R + 1200) = 10.
    let ratio = try #require(rows["all unit_rate_ratio"])
    expectClose(
      32 * ratio * 800 / (800 * ratio + 1_200) + 5 * ratio / (ratio + 1), 10, relative: 1e-12)
    #expect(rows["all unit_median_rate_before"] == nil, "two months are no line")
  }

  @Test("no more months than the plan says, on each side")
  func months() throws {
    let rows = try rows(Self.plan("months: 1"))
    #expect(rows["ward=Ash unit_count_before"] == 10)
    #expect(rows["ward=Ash unit_count_after"] == 3)
    #expect(rows["ward=Birch unit_count_before"] == 2)
    #expect(rows["ward=Birch unit_count_after"] == 2)
  }

  @Test("a plan that is frozen later says how many months after the beginning were in")
  func frozen() throws {
    let (study, keys) = (try TestFolder(), try TestFolder())
    try study.write(Self.plan(), to: "study.yaml")
    try study.write(Self.map, to: "maps/wards.map.yaml")
    try study.write(Self.wards, to: "exports/wards.csv")
    let workflow = try Workflow.ofTest(study.url, keys: keys.url, on: "2025-02-05")
    let record = try workflow.freezePlan()
    // Two of Ash, and of Birch three from the one on in which it began.
    #expect(record.data.unitMonths == 5)
    #expect(record.text.contains("5 months of units after it began"))
    let output = try TestFolder()
    _ = try workflow.report(
      as: [.md], to: OutputFolder(output.url), release: ReleaseChoice(isDraft: true))
    #expect(
      try output.text(of: "report.md").contains("after 5 months of units after it began were in"))
  }

  @Test("the report says on which wards, which are left out and why, and what it cannot show")
  func report() throws {
    let (study, keys) = (try TestFolder(), try TestFolder())
    try study.write(Self.plan(), to: "study.yaml")
    try study.write(Self.map, to: "maps/wards.map.yaml")
    try study.write(Self.wards, to: "exports/wards.csv")
    let workflow = try Workflow.ofTest(study.url, keys: keys.url, on: "2025-02-05")
    _ = try workflow.importExports()
    let output = try TestFolder()
    _ = try workflow.report(
      as: [.md], to: OutputFolder(output.url), release: ReleaseChoice(isDraft: true))
    let text = try output.text(of: "report.md")
    for words in [
      "What changed on wards with the programme?",
      "In the 5 ward-months before the programme began there were 27 restraints over 2,400 bed days",
      "These are counts of 2 wards by calendar month: Ash (began on 1 July 2024) and Birch (began on 10 June 2024).",
      "Left out: Elm, which has no whole months on one side; Oak, for which the plan has no day on which it began.",
      "Nobody is in these counts",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }
}
