import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("Words of people in a release")
struct WordsInReleaseTests {
  private func report(_ study: LossStudy, isDraft: Bool = false) throws {
    let output = try TestFolder()
    _ = try study.workflow().report(
      as: [.md], to: OutputFolder(output.url), release: ReleaseChoice(isDraft: isDraft))
  }

  @Test("One that looks like a name and that nobody chose is refused, and not shown")
  func names() throws {
    let study = try LossStudy()
    try study.change("exports/students.csv", "Type", to: "Type,Keyworker")
    for (person, name) in [("1", "Oak team"), ("2", "Oak team"), ("3", "Verity Mossop")] {
      try study.change(
        "exports/students.csv", "L-\(person),01/01/2024,SU", to: "L-\(person),01/01/2024,SU,\(name)"
      )
    }
    try study.change(
      "maps/people.map.yaml", "about:\n", to: "about:\n  keyworker: { column: Keyworker }\n")
    _ = try study.report()
    let refused = try #require(throws: WorkflowError.self) { try report(study) }
    #expect(refused.what.contains("a word of 'keyworker' that looks like a name"))
    #expect(!(refused.what + refused.fix).contains("Verity"))
    try report(study, isDraft: true)
    try study.change(
      "maps/people.map.yaml", "{ column: Keyworker }",
      to: "{ column: Keyworker, values: { Oak team: oak team }, others: not recorded }")
    try report(study)
  }
}
