import Foundation
import FurlongTables
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// The study of `Tests/TwelvePeople`, whose README works out every number with a pencil.
@Suite("What twelve people cost, by hand")
struct MoneyByHandTests {
  private struct Row {
    var estimate: Double
    var note: String
  }

  /// The study, imported, with the folders that hold it.
  private struct Imported {
    let folder = try? TestFolder()
    let keys = try? TestFolder()
    let workflow: Workflow

    init() throws {
      let study = try #require(folder).url.appendingPathComponent("twelve")
      try FileManager.default.copyItem(
        at: projectFolder().appendingPathComponent("Tests/TwelvePeople"), to: study)
      workflow = try Workflow.ofTest(study, keys: try #require(keys).url, on: "2026-01-05")
      _ = try workflow.importExports()
    }
  }

  /// What the tool says of money, by outcome and measure, and by window and group where that is not everyone from day 0.
  private func rows() throws -> [String: Row] {
    let study = try Imported()
    let table = try CSVReader().read(
      Array(try study.workflow.evaluate(as: .csv).utf8), name: "results.csv")
    func column(_ name: String) throws -> Int { try #require(table.column(name)) }
    let (question, outcome, measure, estimate, note) = try (
      column("question"), column("outcome"), column("measure"), column("estimate"), column("note")
    )
    let (occasion, group) = try (column("occasion"), column("group"))
    var found: [String: Row] = [:]
    for row in 0..<table.rowCount where table.text(row: row, column: question) == "money" {
      var words = [outcome, measure].map { table.text(row: row, column: $0) }
      if table.text(row: row, column: occasion).contains("-from-") {
        words.append(table.text(row: row, column: group))
      }
      let key = words.joined(separator: " ")
      #expect(found[key] == nil, "\(key) stands twice")
      found[key] = Row(
        estimate: Double(table.text(row: row, column: estimate)) ?? .nan,
        note: table.text(row: row, column: note))
    }
    return found
  }

  @Test("quantities, prices, costs, splits and the net agree with the README", .tags(.reference))
  func byHand() throws {
    let rows = try rows()
    let expected: [(String, Double)] = [
      ("full: night unit_cost", 550), ("full: contact unit_cost", 110),
      ("full: night rate_before", 1), ("full: night rate_after", 0.5),
      ("full: contact rate_before", 0.75), ("full: contact rate_after", 0.5),
      ("full: night cost_before", 550), ("full: night cost_after", 275),
      ("full: contact cost_before", 82.5), ("full: contact cost_after", 55),
      ("full: night cost_difference", -275), ("full: contact cost_difference", -27.5),
      ("full cost_before", 632.5), ("full cost_after", 330), ("full cost_difference", -302.5),
      ("full cost_difference_over_window", -1_210), (" people_served", 12),
      (" delivery_per_person", 2_300), ("full net_cost_over_window", 1_090),
      ("full break_even_reduction", 2_300.0 / 2_530),
      ("full: hospital trust budget_difference_over_window", -1_100),
      ("full: health board budget_difference_over_window", -110),
      ("full: health board budget_delivery_per_person", 2_000),
      ("full: council budget_delivery_per_person", 300),
      ("full cost_share_of_5_people", 42_350.0 / 46_200),
      ("full cost_difference_without_5_people", (12.0 - 23) / 28 * 110),
      ("full net_cost_over_window_without_5_people", (12.0 - 23) / 28 * 110 * 4 + 2_300),
      (
        "full net_cost_over_window_without_3_months",
        (330 - (42 * 550 + 36 * 110) / (12 * 1_370 / 365.25)) * 4 + 2_300
      ),
      (
        "full cost_difference_without_1_month",
        330 - (42 * 550 + 36 * 110) / (12 * 1_432 / 365.25)
      ), ("marginal cost_before", 237.5), ("marginal cost_after", 125),
      ("marginal cost_difference", -112.5), ("marginal cost_difference_over_window", -450),
      ("marginal net_cost_over_window", 1_850),
      ("marginal break_even_reduction", 2_300.0 / 950), ("staff delivery_cost", 24_000),
      ("rooms delivery_cost", 3_600),
    ]
    for (key, value) in expected {
      let row = try #require(rows[key], "no row \(key)")
      expectClose(row.estimate, value, relative: 1e-12, strict: true)
    }
  }

  @Test(
    "what those who had completed cost, and the others, agrees with the README", .tags(.reference))
  func completers() throws {
    let rows = try rows()
    let expected: [(group: String, before: Double, after: Double)] = [
      ("completers=completed", (36 * 550 + 12 * 110) / 12, (18 * 550 + 9 * 110) / 12),
      ("completers=came", 6 * 110 / 8, (4 * 550 + 8 * 110) / 8),
      ("completers=absent", (12 * 550 + 18 * 110) / 28, 7 * 110 / 28),
      ("all", 632.5, (22 * 550 + 24 * 110) / 48),
    ]
    for (group, before, after) in expected {
      for (measure, value) in [
        ("cost_before", before), ("cost_after", after), ("cost_difference", after - before),
        ("cost_difference_over_window", 4 * (after - before)),
      ] {
        let row = try #require(rows["full \(measure) \(group)"], "no row \(measure) \(group)")
        expectClose(row.estimate, value, relative: 1e-12, strict: true)
      }
    }
  }

  @Test("budgets add up to the whole, and a budget that pays for nothing says so", .tags(.law))
  func budgets() throws {
    let rows = try rows()
    for book in ["full", "marginal"] {
      let parts = ["hospital trust", "health board"].map {
        rows["\(book): \($0) budget_difference_over_window"]?.estimate ?? .nan
      }
      let all = try #require(rows["\(book) cost_difference_over_window"]).estimate
      #expect(abs(parts.reduce(0, +) - all) < 1e-9)
      let council = try #require(rows["\(book): council budget_difference_over_window"])
      #expect(council.note.contains("pays for nothing"))
    }
  }

  @Test("page one says that it hangs on five people where these have most of all cost")
  func five() throws {
    let study = try Imported()
    let output = try TestFolder()
    _ = try study.workflow.report(as: [.md], to: OutputFolder(output.url))
    let text = try output.text(of: "report.md")
    let page = text.prefix(upTo: try #require(text.range(of: "## ")?.lowerBound))
    #expect(page.contains("**This hangs on five people**"))
    #expect(page.contains("£2,300 a student."))
    #expect(text.contains("**So this hangs on five people.**"))
    #expect(text.contains("| Both, without the five who cost most | – | £2,130 ("))
    // What the plan states stands as it is stated.
    #expect(text.contains("cost £27,600 from 1 January 2020 to 31 December 2020"))
    #expect(text.contains("staff £24,000 (paid by health board)"))
  }

  @Test("another time is told in a sentence, before what is to be read with care")
  func otherTime() throws {
    let study = try Imported()
    let plan = try #require(study.folder).url.appendingPathComponent("twelve/study.yaml")
    let longer =
      "  - { id: two-years, label: 2 years, before: 24 months, after: 24 months, rate: per person-year }"
    let text = try String(contentsOf: plan, encoding: .utf8)
      .replacing("\ncompleters", with: "\n\(longer)\ncompleters")
      .replacing("groups: [completers] }", with: "groups: [completers], windows: [four-years] }")
      .replacing(
        "{ id: use,   ask: service_use, events: [night, contact] }",
        with: "{ id: use, ask: service_use, windows: [four-years] }\n"
          + "  - { id: use-2, ask: service_use, windows: [two-years] }"
      )
      .replacing(
        "disclosure:", with: "  - { id: money-2, ask: money, windows: [two-years] }\ndisclosure:")
    try text.write(to: plan, atomically: true, encoding: .utf8)
    let output = try TestFolder()
    _ = try study.workflow.report(as: [.md], to: OutputFolder(output.url))
    let report = try output.text(of: "report.md")
    let sentence = try #require(
      report.firstMatch(
        of: /2 years before and after: use and the service together cost £([0-9,]+) (more|less) a/))
    let care = try #require(report.range(of: "What is freed is not cash"))
    #expect(sentence.range.upperBound < care.lowerBound)
    let table = try CSVReader().read(
      Array(try study.workflow.evaluate(as: .csv).utf8), name: "results.csv")
    func column(_ name: String) throws -> Int { try #require(table.column(name)) }
    let (occasion, outcome, measure, estimate) = try (
      column("occasion"), column("outcome"), column("measure"), column("estimate")
    )
    func net(_ window: String) throws -> Double {
      let row = (0..<table.rowCount).first {
        table.text(row: $0, column: occasion) == window
          && table.text(row: $0, column: outcome) == "full"
          && table.text(row: $0, column: measure) == "net_cost_over_window"
      }
      let place = try #require(row)
      return try #require(Double(table.text(row: place, column: estimate)))
    }
    let digits = String(sentence.1).replacing(",", with: "")
    let printed = try #require(Double(digits))
    let (two, four) = (try net("two-years"), try net("four-years"))
    #expect(abs(printed - abs(two)) <= 5)
    #expect(sentence.2 == (two > 0 ? "more" : "less"))
    // What four years come to stands as it did.
    #expect(four.rounded() == 1_090)
    #expect(report.contains("together cost £1,090 more a student over 4 years"))
  }

  @Test("few people are said to be too few for the interval", .tags(.edge))
  func few() throws {
    #expect(try #require(try rows()["full cost_difference"]).note.contains("fewer than 30 people"))
  }
}
