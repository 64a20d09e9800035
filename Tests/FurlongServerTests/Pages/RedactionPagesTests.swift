import FurlongTestSupport
import FurlongWorkflow
import Testing

@testable import FurlongServer

@Suite("Names and places in the page")
struct RedactionPagesTests {
  /// A study in which a story names somebody who is in the register, by a coder at work.
  private func study(readOnly: Bool = false) throws -> ServedStudy {
    let study = try ServedStudy(readOnly: readOnly)
    try study.folder.change(
      "exports/stories.csv", "A man passed me", to: "Tamsin of 07700 900123 passed me")
    try study.folder.change("exports/people.csv", "Student,", to: "Student,Forename,")
    for number in 1...5 {
      try study.folder.change(
        "exports/people.csv", "RC-\(number),",
        to: "RC-\(number),\(number == 1 ? "Tamsin" : "Wren"),")
    }
    try study.folder.change(
      "maps/people.map.yaml", "registered_on: Registered",
      to: "registered_on: Registered\ndrop: [Forename]")
    if !readOnly { _ = study.answer(study.post("/again")) }
    return study
  }

  private func marks(_ study: ServedStudy) throws -> String {
    try study.folder.text(of: "redactions/RO.csv")
  }

  @Test("The list says who looked what through; a story shows what is proposed and why")
  func shown() throws {
    let study = try study()
    let list = study.answer(study.get("/redact")).text
    #expect(list.contains("href=\"/redact/S1\"") && list.contains("that RO has not looked through"))
    #expect(list.contains("on 2025-02-10, says the export") && list.contains("by nobody"))
    #expect(!list.contains("/redact/S4") && !list.contains("/redact/S5"))
    let page = study.answer(study.get("/redact/S1")).text
    for words in [
      "Names and places in S1", "<strong>Tamsin</strong>", "<strong>07700 900123</strong>",
      "value=\"37-43-name\"", "Hide all of these", "value=\"contact\" class=\"code\"",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    for words in ["Whole story", "the whole story</option>", "New code"] {
      #expect(!page.contains(words), "\(words)")
    }
    #expect(study.answer(study.get("/redact/S4")).status == 403)
    #expect(study.answer(study.get("/redact/S9")).status == 404)
  }

  @Test("Hidden by the page as by the terminal, one by one, all at once, and by choosing words")
  func sameFile() throws {
    let (page, terminal) = (try study(), try study())
    let session = try CodingSession.redacting(
      ServedStudy.workflow(terminal.folder, terminal.keys), by: "RO",
      now: { "2026-11-29T10:00:00Z" })
    let proposals = try session.proposals(in: "S1")
    _ = try session.hide([proposals[0].id], of: "S1")
    _ = try session.hide(try session.proposals(in: "S1").map(\.id), of: "S1")
    _ = try session.give("o", to: session.story("S1").sentences[0].span, of: "S1", memo: "[…]")
    _ = try session.read(of: "S1")
    let first = page.answer(
      page.post("/redact/S1/hide", ["proposed": proposals[0].id], json: true))
    #expect(try first.fields["message"] == "Hidden: 1 of what was proposed")
    #expect(try first.fields["proposals"]?.contains("Tamsin") == false)
    #expect(try first.fields["codings"]?.contains("Tamsin") == true)
    let rest = proposals.dropFirst().map(\.id).joined(separator: " ")
    #expect(page.answer(page.post("/redact/S1/hide", ["proposed": rest])).status == 303)
    let chosen = page.answer(
      page.post(
        "/redact/S1/give",
        ["code": "other", "start": "0", "end": "18", "quote": "I sat by the door.", "memo": "[…]"],
        json: true))
    #expect(try chosen.fields["message"] == "Hidden as other: sentence 1")
    let read = page.answer(page.post("/redact/S1/read", ["next": "S2"]))
    #expect(read.headers["Location"] == "/redact/S2")
    #expect(try marks(page) == marks(terminal))
    #expect(try marks(page).contains("Tamsin"))
    let list = page.answer(page.get("/redact")).text
    #expect(list.contains("by RO") && list.contains("S1 is marked as looked through"))
    // Codings stay apart from it.
    #expect(throws: (any Error).self) { try page.folder.text(of: "codings/RO.csv") }
    #expect(!page.answer(page.get("/")).text.contains("RO: 3 codings"))
  }

  @Test("Each act can be taken back, and says what is shown again")
  func undone() throws {
    let study = try study()
    _ = study.answer(study.post("/redact/S1/hide", ["proposed": "37-43-name"]))
    let taken = study.answer(
      study.post("/redact/S1/take", ["coding": "37-43-name"], json: true))
    #expect(try taken.fields["message"] == "No longer hidden as name: sentence 3")
    #expect(try taken.fields["proposals"]?.contains("Tamsin") == true)
    #expect(study.answer(study.post("/redact/undo", json: true)).status == 200)
    #expect(try marks(study).contains("Tamsin"))
    // What was coded is not taken back here, nor this there.
    #expect(study.answer(study.post("/undo")).status == 409)
  }

  @Test("What is proposed no more, or stands elsewhere by now, hides nothing", .tags(.edge))
  func refused() throws {
    let study = try study()
    for proposed in ["", "0-3-name", "37-43-name 0-3-name", "37-43-place"] {
      #expect(
        study.answer(study.post("/redact/S1/hide", ["proposed": proposed])).status == 409)
    }
    #expect(
      study.answer(study.post("/redact/S1/give", ["code": "name", "from": "whole"])).status == 409)
    #expect(
      study.answer(
        study.post("/stories/S1/hide", ["proposed": "37-43-name"])
      ).status == 409)
    #expect(throws: (any Error).self) { try marks(study) }
    let nobody = try ServedStudy(coder: nil)
    #expect(nobody.answer(nobody.post("/redact/S1/read")).status == 409)
    #expect(nobody.answer(nobody.get("/redact")).text.contains("Say first who you are."))
  }

  @Test("Read only, everything is shown and nothing can be hidden")
  func readOnly() throws {
    let study = try study(readOnly: true)
    for target in ["/redact", "/redact/S1"] {
      let answer = study.answer(study.get(target))
      #expect(answer.status == 200 && !answer.text.contains("method=\"post\""))
    }
    for target in ["/redact/S1/hide", "/redact/S1/give", "/redact/undo"] {
      #expect(study.answer(study.post(target)).status == 403)
    }
    #expect(throws: (any Error).self) { try marks(study) }
  }
}
