import Foundation
import FurlongTables
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// The seizures of 59 people in five periods, priced at £50 each.
@Suite("What use cost period by period")
struct WaveCostsTests {
  private struct Study {
    let folder: TestFolder
    let keys: TestFolder
    let workflow: Workflow

    init(policy: String = "open-data", asks: String = "ask: service_use, groups: [all, trt]")
      throws
    {
      folder = try TestFolder()
      keys = try TestFolder()
      let study = folder.url.appendingPathComponent("study")
      try FileManager.default.copyItem(
        at: projectFolder().appendingPathComponent("datasets/epilepsy-counts"), to: study)
      let file = study.appendingPathComponent("study.yaml")
      let plan = try String(contentsOf: file, encoding: .utf8)
        .replacing("ask: service_use, groups: [all, trt]", with: asks)
        .replacing(
          "  - { id: certainty,",
          with: "  - { id: money, ask: money, events: [seizure] }\n  - { id: certainty,"
        )
        .replacing(
          "\nsteps:", with: "\ncosts: { price_year: 2024/25, books: [invented] }\n\nsteps:"
        )
        .replacing("disclosure: open-data", with: "disclosure: \(policy)")
      try Data(plan.utf8).write(to: file)
      try folder.write(
        """
        furlong_costs: 1
        id: invented
        name: invented prices
        unit_costs:
          - { event: seizure, pounds: 50, price_year: 2024/25, counts: full, borne_by: nobody, source: invented }

        """, to: "study/costs/invented.yaml")
      workflow = try Workflow.ofTest(study, keys: keys.url, on: "2026-01-05")
      _ = try workflow.importExports()
    }

    /// Rows of the results, by measure and occasion.
    func rows(_ measure: String) throws -> [(occasion: String, value: Double?)] {
      let table = try CSVReader().read(
        Array(try workflow.evaluate(as: .csv).utf8), name: "results.csv")
      func column(_ name: String) throws -> Int { try #require(table.column(name)) }
      let (word, occasion, estimate) = try (
        column("measure"), column("occasion"), column("estimate")
      )
      return (0..<table.rowCount).filter { table.text(row: $0, column: word) == measure }.map {
        (
          table.text(row: $0, column: occasion), Double(table.text(row: $0, column: estimate))
        )
      }
    }
  }

  @Test("is the rate of each period times the price, over that of the first", .tags(.reference))
  func reference() throws {
    let study = try Study()
    let costs = try study.rows("cost_in_period")
    #expect(
      costs.map(\.occasion) == [
        "8-weeks: -56 to 0 days", "8-weeks: 0 to 14 days", "8-weeks: 14 to 28 days",
        "8-weeks: 28 to 42 days", "8-weeks: 42 to 56 days",
      ])
    // By Python 3.11 from the dataset: sum(y) / (59 * days / 365.25) * 50, and over the first.
    let expected: [(cost: Double, share: Double)] = [
      (10181.454297820823, 1), (11673.849878934625, 1.1465798045602607),
      (10900.015133171913, 1.0705754614549403), (10966.34382566586, 1.0770901194353963),
      (9529.222154963682, 0.9359391965255157),
    ]
    for (found, value) in zip(costs, expected) {
      expectClose(try #require(found.value), value.cost, relative: 1e-12)
    }
    let shares = try study.rows("cost_in_period_of_first")
    #expect(shares.count == 5 && shares[0].value == 1)
    for (found, value) in zip(shares, expected) {
      expectClose(try #require(found.value), value.share, relative: 1e-12)
    }
  }

  @Test("is printed from the printed rates, with what it does not say")
  func report() throws {
    let study = try Study(policy: "nhs-round5")
    let output = try TestFolder()
    _ = try study.workflow.report(as: [.md], to: OutputFolder(output.url))
    let text = try output.text(of: "report.md")
    let row = try #require(
      text.firstMatch(
        of: /\| Days 0 to 14 after \| [0-9]+ \| ([0-9]+) \| £([0-9,]+) \|/))
    let (rate, cost) = (
      try #require(Double(row.1)), try #require(Double(String(row.2).replacing(",", with: "")))
    )
    #expect(abs(rate * 50 / cost - 1) < 0.05)
    #expect(text.contains("Periods are compared as they stand, without an interval"))
  }

  @Test("stands only where service use shows the same periods", .tags(.edge))
  func needsUse() throws {
    let twelve = try TestFolder()
    let keys = try TestFolder()
    let study = twelve.url.appendingPathComponent("twelve")
    try FileManager.default.copyItem(
      at: projectFolder().appendingPathComponent("Tests/TwelvePeople"), to: study)
    let workflow = try Workflow.ofTest(study, keys: keys.url, on: "2026-01-05")
    _ = try workflow.importExports()
    #expect(try !workflow.evaluate(as: .csv).contains("cost_in_period"))
  }
}
