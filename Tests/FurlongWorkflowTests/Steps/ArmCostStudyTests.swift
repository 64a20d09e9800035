import Foundation
import FurlongTables
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// The study of `Tests/TwoArms`, whose README says what another program makes of it.
@Suite("A trial with costs")
struct ArmCostStudyTests {
  /// The study, imported, with the folders that hold it; changed before.
  private struct Imported {
    let folder: TestFolder
    let keys: TestFolder
    let study: URL
    let workflow: Workflow

    init(_ changes: [(old: String, new: String)] = []) throws {
      folder = try TestFolder()
      keys = try TestFolder()
      study = folder.url.appendingPathComponent("two-arms")
      try FileManager.default.copyItem(
        at: projectFolder().appendingPathComponent("Tests/TwoArms"), to: study)
      let plan = study.appendingPathComponent("study.yaml")
      var text = try String(contentsOf: plan, encoding: .utf8)
      for change in changes {
        #expect(text.contains(change.old))
        text = text.replacing(change.old, with: change.new)
      }
      try text.write(to: plan, atomically: true, encoding: .utf8)
      workflow = try Workflow.ofTest(study, keys: keys.url, on: "2026-01-05")
      _ = try workflow.importExports()
    }
  }

  /// What the tool says of the arms' money, by outcome and measure: the number and its interval, or the note.
  private func rows(
    _ changes: [(old: String, new: String)] = []
  ) throws -> [String: (estimate: Double?, low: Double?, note: String)] {
    let study = try Imported(changes)
    let table = try CSVReader().read(
      Array(try study.workflow.evaluate(as: .csv).utf8), name: "results.csv")
    func column(_ name: String) throws -> Int { try #require(table.column(name)) }
    let (question, outcome, measure, group) = try (
      column("question"), column("outcome"), column("measure"), column("group")
    )
    let (estimate, low, note) = try (column("estimate"), column("conf_low"), column("note"))
    var found: [String: (estimate: Double?, low: Double?, note: String)] = [:]
    for row in 0..<table.rowCount
    where table.text(row: row, column: question) == "money"
      && table.text(row: row, column: group) == "arm=new vs usual"
    {
      let key = [outcome, measure].map { table.text(row: row, column: $0) }.joined(separator: " ")
      #expect(found[key] == nil, "\(key) stands twice")
      found[key] = (
        Double(table.text(row: row, column: estimate)), Double(table.text(row: row, column: low)),
        table.text(row: row, column: note)
      )
    }
    return found
  }

  @Test("agrees with what another program makes of it", .tags(.reference))
  func reference() throws {
    let rows = try rows()
    let exact: [(String, Double)] = [
      ("full: bdi2 arm_cost_difference", 18.161616161616166),
      ("full: bdi2 arm_effect_difference", -2.767368924247025),
      ("marginal: bdi2 arm_cost_difference", 211.90404040404042),
      ("marginal: bdi2 arm_effect_difference", -2.767368924247025),
      ("full: bdi2 at 20 a point net_benefit", 37.18576232332433),
      ("full: bdi2 at 50 a point value_of_a_point", 50),
      ("full: bdi2 at 150 a point net_benefit", 396.9437224754376),
      ("marginal: bdi2 at 50 a point net_benefit", -73.53559419168917),
    ]
    for (key, value) in exact {
      let found = try #require(rows[key]?.estimate, "\(key)")
      expectClose(found, value, relative: 1e-10)
    }
    // Both draw: shares agree as far as draws do.
    let shares: [(String, Double)] = [
      ("full: bdi2 draws_dearer_and_better", 0.536675),
      ("full: bdi2 draws_dearer_and_worse", 0.021325),
      ("full: bdi2 draws_cheaper_and_better", 0.43135),
      ("full: bdi2 draws_cheaper_and_worse", 0.0106),
      ("marginal: bdi2 draws_dearer_and_better", 0.968025),
      ("full: bdi2 at 20 a point acceptability", 0.58515),
      ("full: bdi2 at 50 a point acceptability", 0.74475),
      ("full: bdi2 at 150 a point acceptability", 0.914475),
      ("marginal: bdi2 at 20 a point acceptability", 0.00605),
      ("marginal: bdi2 at 150 a point acceptability", 0.8028),
    ]
    for (key, value) in shares {
      let found = try #require(rows[key]?.estimate, "\(key)")
      #expect(abs(found - value) < 0.02, "\(key): \(found)")
    }
    // The draws lie in several quadrants, so no ratio is told.
    #expect(rows["full: bdi2 cost_of_a_point"]?.estimate == nil)
    #expect(rows["full: bdi2 cost_of_a_point"]?.note.contains("not in every draw") == true)
  }

  @Test("is not asked without what the service cost, and for how many", .tags(.edge))
  func unasked() throws {
    let values = (old: "  value_of_a_point: [20, 50, 150]\n", new: "")
    let unserved = try rows([values, (old: "  served: 60\n", new: "")])
    #expect(
      unserved["full: bdi2 arm_cost_difference"]?.note.contains("for how many people") == true)
    let undelivered = try rows([
      values,
      (
        old:
          "  delivery:\n    - { what: peer workers, pounds: 18000, period: { from: 2024-04-01, to: 2025-03-31 }, paid_by: health board }\n",
        new: ""
      ),
    ])
    #expect(
      undelivered["full: bdi2 arm_cost_difference"]?.note.contains("what the service cost") == true)
    #expect(!undelivered.keys.contains { $0.contains("a point") && $0.contains("net_benefit") })
  }

  @Test("says in the report what it cost more, how it came out and whether it was worth it")
  func report() throws {
    let study = try Imported()
    let output = try TestFolder()
    _ = try study.workflow.report(as: [.md], to: OutputFolder(output.url))
    let said = try String(
      contentsOf: output.url.appendingPathComponent("report.md"), encoding: .utf8)
    for sentence in [
      "**Which arm cost more cannot be told**: use and the service cost £18 more a person over 26 weeks in the peer group arm than in the usual care arm (95% interval:",
      "each person cost £18 more in the peer group arm than in the usual care arm, what the service itself cost included",
      "We cannot tell which arm cost more. Their depression was 2.8 points lower, people of the same score before compared with each other; we cannot tell whether it differs",
      "cost more and came out better in 53%, cost more and came out worse in 3%, cost less and came out better in 43% and cost less and came out worse in 1%",
      "What a point cost is not told: that needs each sample to cost more and come out better.",
      "At no value named can we tell whether the gain was worth what it cost; not every book of prices says the same",
      "| Full prices: £150 a point | £400 (",
      "What a point is worth is what the plan says: no data here show it.",
      "Before and after are of both arms together, of which one did not have the service",
    ] { #expect(said.contains(sentence), "\(sentence)") }
    // What a before and after of both arms comes to is no saving, nor the lack of one.
    #expect(!said.contains("No saving is shown"))
    #expect(!said.contains("Nothing is said of what a better life is worth"))
  }

  @Test(
    "a value of a point that nothing can be said of is told", .tags(.edge),
    arguments: [
      ("  served: 60\n", "", "whom the money served"),
      ("  books: [full, marginal]\n", "", "name a book of prices"),
      ("[20, 50, 150]", "[50, 20]", "each above the one before"),
      ("[20, 50, 150]", "[-1]", "0 or more"),
      ("[20, 50, 150]", "[1, 2, 3, 4, 5, 6, 7, 8, 9]", "from 1 to 8 values"),
      ("role: primary, reliability", "role: secondary, reliability", "on a primary scale"),
    ])
  func mistakes(old: String, new: String, said: String) throws {
    do {
      _ = try Imported([(old: old, new: new)])
      Issue.record("nothing was said")
    } catch {
      let told = ErrorPresentation(error)
      #expect([told.what, told.fix].joined(separator: " ").contains(said), "\(told)")
    }
  }

  @Test("the plan in words says whether it is asked, and at which values")
  func words() throws {
    let study = try Imported()
    #expect("\(try study.workflow.checkPlan())".contains("Worth it at £20, £50 and £150 a point?"))
    let other = try Imported([(old: "  value_of_a_point: [20, 50, 150]\n", new: "")])
    #expect("\(try other.workflow.checkPlan())".contains("names no value of a point"))
  }

  @Test("turned round, dear in one arm and worse, says so; cheap and better too", .tags(.edge))
  func told() throws {
    let study = try Imported([(old: "pounds: 18000", new: "pounds: 600000")])
    let output = try TestFolder()
    _ = try study.workflow.report(as: [.md], to: OutputFolder(output.url))
    let said = try String(
      contentsOf: output.url.appendingPathComponent("report.md"), encoding: .utf8)
    #expect(said.contains("**Use and the service cost £9,700 more a person over 26 weeks"))
    #expect(said.contains("At every value named the gain was worth less than it cost."))
  }
}
