import Foundation
import FurlongForms
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// What a person may write wrongly about money, and what the tool says.
@Suite("A plan's costs")
struct CostsPlanTests {
  /// What is changed in a file of the study of twelve people, and words that the message must hold.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var file = "study.yaml"
    var old: String
    var new: String
    var said: [String]

    var testDescription: String { "\(old) → \(new)" }
  }

  static let mistakes = [
    Mistake(
      old: "pounds: 24000", new: "pounds: £24000", said: ["without £, % or a comma"]),
    Mistake(old: "pounds: 24000", new: "pounds: 24,000", said: ["without a comma", "'000'"]),
    Mistake(
      old: "price_year: 2024/25\n", new: "price_year: 2024\n",
      said: ["1 April", "'2023/24'", "'2024/25'", "calendar year 2024 are mostly of 2024/25"]),
    Mistake(
      old: "price_year: 2024/25\n", new: "price_year: 2024-2025\n", said: ["write '2024/25'"]),
    Mistake(
      old: "books: [full, marginal]", new: "books: [full, mean]",
      said: ["no book of prices 'mean'", "costs/mean.yaml", "full"]),
    Mistake(
      old: "price_year: 2024/25\n", new: "price_year: 2025/26\n",
      said: ["2025/26", "costs/"]),
    Mistake(
      file: "costs/indices/invented.yaml", old: "2024/25: 10", new: "2023/24: 10",
      said: ["'invented'", "into 2024/25", "costs/indices/invented.yaml"]),
    Mistake(
      file: "costs/full.yaml", old: "index: invented\n", new: "",
      said: ["names no index", "costs/full.yaml"]),
    Mistake(
      file: "costs/marginal.yaml",
      old:
        "  - { event: contact, pounds: 50,  price_year: 2024/25, counts: marginal, borne_by: health board,   source: invented }\n",
      new: "", said: ["costs/marginal.yaml has no price of 'contact'"]),
    Mistake(
      old: "pounds: 3600,  period: { from: 2020-01-01, to: 2020-12-31 }",
      new: "pounds: 3600,  period: { from: 2020-04-01, to: 2021-03-31 }",
      said: ["'rooms'", "'staff'", "same days"]),
    Mistake(
      old: "  data_to:", new: "  registered: { from: 2020-11-01, to: 2021-10-31 }\n  data_to:",
      said: ["shared among the few of both", "served"]),
    Mistake(
      old: "  - { id: use,   ask: service_use, events: [night, contact] }\n",
      new: "  - { id: use,   ask: service_use, events: [night] }\n",
      said: ["'contact'", "ask: service_use"]),
    Mistake(
      old: "  books: [full, marginal]\n", new: "",
      said: ["names no book of prices", "take 'events' out", "'books'"]),
    Mistake(
      old: "  books: [full, marginal]\n",
      new: "  cashable: the ward of twelve beds closes in April 2022, said the board\n",
      said: ["what use of services costs", "take the line out", "'books'"]),
    Mistake(
      old: "  books: [full, marginal]\n", new: "  books: []\n",
      said: ["no book of prices", "take the line out"]),
    Mistake(
      old: "  books: [full, marginal]\n", new: "  books: [full, marginal]\n  cashable: yes\n",
      said: ["reason", "which budget"]),
    Mistake(
      old: "  books: [full, marginal]\n",
      new: "  books: [full, marginal]\n  served: 12\n  value_of_a_point: [100]\n",
      said: ["compares none on a primary scale", "randomised design"]),
    Mistake(
      file: "maps/nights.map.yaml", old: "  - { event: night, count: nights }",
      new: "  - { event: night, count: nights }\n  - { event: contact, count: starts }",
      said: ["counted twice", "maps/nights.map.yaml"]),
  ]

  @Test("a mistake is told with what to do", .tags(.edge), arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let folder = try TestFolder()
    let keys = try TestFolder()
    let study = folder.url.appendingPathComponent("twelve")
    try FileManager.default.copyItem(
      at: projectFolder().appendingPathComponent("Tests/TwelvePeople"), to: study)
    let file = study.appendingPathComponent(mistake.file)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains(mistake.old))
    try text.replacing(mistake.old, with: mistake.new)
      .write(to: file, atomically: true, encoding: .utf8)
    let workflow = try Workflow.ofTest(study, keys: keys.url, on: "2026-01-05")
    do {
      _ = try workflow.checkPlan()
      Issue.record("nothing was said")
    } catch {
      let told = ErrorPresentation(error)
      let said = [told.what, told.place ?? "", told.fix].joined(separator: " ")
      for words in mistake.said { #expect(said.contains(words), "\(said)") }
    }
  }

  /// The study of twelve people, of whose costs the plan says only what the service cost.
  private func unpriced(_ folder: TestFolder, priceYear: String) throws -> URL {
    let study = folder.url.appendingPathComponent("twelve")
    try FileManager.default.copyItem(
      at: projectFolder().appendingPathComponent("Tests/TwelvePeople"), to: study)
    let file = study.appendingPathComponent("study.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
      .replacing("  books: [full, marginal]\n", with: "")
      .replacing("\n  price_year: 2024/25\n", with: "\n  price_year: \(priceYear)\n")
      .replacing(
        "ask: money,       events: [night, contact], groups: [completers]", with: "ask: money")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return study
  }

  @Test("without a book of prices the report says what the service cost, and nothing of savings")
  func noBook() throws {
    let (folder, keys, output) = (try TestFolder(), try TestFolder(), try TestFolder())
    let study = try unpriced(folder, priceYear: "2024/25")
    let workflow = try Workflow.ofTest(study, keys: keys.url, on: "2026-01-05")
    _ = try workflow.importExports()
    _ = try workflow.report(as: [.md, .csv], to: OutputFolder(output.url))
    let text = try output.text(of: "report.md")
    #expect(text.contains("£2,300 a student. **What use of services cost is not priced**."))
    #expect(text.contains("cost £27,600 from 1 January 2020 to 31 December 2020"))
    #expect(text.contains("the plan names no prices for it"))
    #expect(!text.contains("freed, not saved"))
    #expect(try output.text(of: "results.csv").contains("delivery_per_person"))
  }

  @Test("without a book of prices nothing moves what was paid to another year", .tags(.edge))
  func noIndex() throws {
    let (folder, keys) = (try TestFolder(), try TestFolder())
    let study = try unpriced(folder, priceYear: "2025/26")
    let workflow = try Workflow.ofTest(study, keys: keys.url, on: "2026-01-05")
    let told = #expect(throws: (any Error).self) { try workflow.checkPlan() }
    let said = ErrorPresentation(try #require(told))
    #expect(said.what.contains("without a book of prices nothing moves it to 2025/26"))
  }
}
