import Foundation
import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("A trial's list of its people")
struct TrialRegisterDraftTests: DraftsMappings {
  private func rows(_ arms: [String]) -> [String] {
    (1...20).map {
      "P10\(10 + $0),\($0)/02/2024,\(arms[$0 % arms.count]),\($0 % 2 == 0 ? "Female" : "Male")"
    }
  }

  @Test("is the register of people, registered on the day of randomisation, with the arm kept")
  func register() throws {
    var others = OtherExports()
    others.hasRegister = true
    for beside in [OtherExports(), others] {
      let draft = try draft(
        ["Participant ID,Randomised,Arm,Gender"] + rows(["College", "Waiting list"]), beside: beside
      )
      #expect(draft.kind == .people, "\(draft.text)")
      #expect(draft.text.contains("registered_on: Randomised"))
      #expect(draft.text.contains("  arm:\n    column: Arm"), "\(draft.text)")
      #expect(draft.facts.arms?.values == ["college", "waiting list"])
      #expect(draft.facts.arms?.control == "waiting list")
      #expect(draft.checks.contains { $0.contains("day of randomisation") })
      _ = try map(draft)
    }
  }

  @Test("also where ids are of the study and headings are in more words")
  func otherWords() throws {
    let draft = try draft(
      ["Study ID,Date of randomisation,Group allocation,Sex"] + rows(["A", "B"]))
    #expect(draft.kind == .people, "\(draft.text)")
    #expect(draft.text.contains("registered_on: \"Date of randomisation\""))
    #expect(draft.facts.arms?.column == "group_allocation")
    #expect(draft.facts.arms?.control == nil)
  }

  @Test(
    "Beside a day of registration that of randomisation leads; three arms are kept and not compared",
    .tags(.edge))
  func both() throws {
    let three = try draft(
      ["Participant ID,Registered on,Randomised on,Arm"]
        + (1...21).map { "P10\(10 + $0),\($0)/01/2024,\($0)/02/2024,\(["A", "B", "C"][$0 % 3])" })
    #expect(three.text.contains("registered_on: \"Randomised on\""), "\(three.text)")
    #expect(three.facts.arms == nil && three.text.contains("column: Arm"))
  }
}
