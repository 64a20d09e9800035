import FurlongTestSupport
import FurlongWorkflow
import Testing

@testable import FurlongServer

@Suite("Tagging in the page")
struct StoryActsTests {
  @Test("Each act is saved as the terminal saves it")
  func sameFile() throws {
    let (page, terminal) = (try ServedStudy(), try ServedStudy(coder: nil))
    let session = try CodingSession(
      ServedStudy.workflow(terminal.folder, terminal.keys), coder: "RO",
      now: { "2026-11-29T10:00:00Z" })
    let shown = try session.story("S1")
    _ = try session.give("d", to: shown.sentences[0].span, of: "S1")
    _ = try session.give("hope", to: nil, of: "S1")
    _ = try session.read(of: "S1")
    page.give("difficulties", 0, 18, "I sat by the door.")
    #expect(
      page.answer(page.post("/stories/S1/give", ["code": "h", "from": "whole"])).status == 303)
    #expect(
      page.answer(page.post("/stories/S1/read", ["next": "S2"])).headers["Location"]
        == "/stories/S2")
    #expect(
      try page.folder.text(of: "codings/RO.csv") == terminal.folder.text(of: "codings/RO.csv"))
  }

  @Test("Says what was done, and sends the changed parts")
  func said() throws {
    let study = try ServedStudy()
    let given = try study.give("h", 19, 36, "Nobody asked why.").fields
    #expect(given["message"] == "Hope and optimism added to sentence 2")
    #expect(given["text"]?.contains("Coded: Hope and optimism") == true)
    #expect(given["codings"]?.contains("Nobody asked why.") == true)
    #expect(
      try study.give("h", 19, 31, "Nobody asked").fields["message"]
        == "Hope and optimism added to words of sentence 2")
    let coding = "19-36-hope"
    let noted = study.answer(
      study.post("/stories/S1/note", ["coding": coding, "memo": "a <b>\r\nc"], json: true))
    #expect(try noted.fields["message"] == "Memo on Hope and optimism saved")
    #expect(try noted.fields["codings"]?.contains("Memo: a &lt;b&gt;\nc") == true)
    let taken = study.answer(study.post("/stories/S1/take", ["coding": coding], json: true))
    #expect(try taken.fields["message"] == "Hope and optimism removed from sentence 2")
    let undone = study.answer(study.post("/undo", json: true))
    #expect(try undone.fields["message"] == "Taken back: a code taken away, in S1")
    #expect(try undone.fields["address"] == "/stories/S1")
  }

  @Test("Words that are not those that were seen are answered with 409, and nothing is written")
  func otherWords() throws {
    let study = try ServedStudy()
    let answer = study.give("h", 0, 18, "I sat by the wall.")
    #expect(answer.status == 409)
    #expect(try answer.fields["message"]?.contains("not those that were shown") == true)
    #expect(study.give("zeal", 0, 18, "I sat by the door.").status == 409)
    #expect(study.give("h", 18, 18, "").status == 409)
    #expect(study.give("h", 0, 9_999, "I").status == 409)
    #expect(throws: (any Error).self) { try study.folder.text(of: "codings/RO.csv") }
  }

  @Test("Sentences are named by a form too, for browsers without scripts")
  func plainForm() throws {
    let study = try ServedStudy()
    let answer = study.answer(
      study.post("/stories/S1/give", ["code": "hope", "from": "2", "to": "3"]))
    #expect(answer.status == 303 && answer.headers["Location"] == "/stories/S1")
    let page = study.answer(study.get("/stories/S1")).text
    #expect(page.contains("Hope and optimism added to sentences 2 to 3"))
    #expect(!study.answer(study.get("/stories/S1")).text.contains("added to"))
    for from in ["0", "4", "-1", "x", ""] {
      #expect(
        study.answer(study.post("/stories/S1/give", ["code": "hope", "from": from])).status == 409)
    }
  }

  @Test("What may not be read is not shown", arguments: ["S4", "S5"])
  func closed(story: String) throws {
    let study = try ServedStudy()
    let answer = study.answer(study.get("/stories/\(story)"))
    #expect(answer.status == 403)
    #expect(!answer.text.contains("Never read") && !answer.text.contains("Gone again"))
    #expect(study.answer(study.post("/stories/\(story)/read")).status == 403)
  }

  @Test("A coder who was not named on the command line begins in the page")
  func begin() throws {
    let study = try ServedStudy(coder: nil)
    #expect(study.answer(study.get("/")).text.contains("Who codes?"))
    #expect(study.answer(study.post("/stories/S1/read")).status == 409)
    #expect(study.answer(study.post("/coder", ["name": "../KM"])).status == 409)
    #expect(study.answer(study.post("/coder", ["name": " KM "])).headers["Location"] == "/")
    #expect(study.answer(study.post("/stories/S1/read")).status == 303)
    #expect(study.answer(study.get("/")).text.contains("KM: 1 of 4 read to the end"))
  }

  @Test("What another program wrote meanwhile is not written over; reading it again goes on")
  func meanwhile() throws {
    let study = try ServedStudy()
    study.give("h", 0, 18, "I sat by the door.")
    try study.folder.change("codings/RO.csv", "hope", to: "identity")
    #expect(study.give("h", 19, 36, "Nobody asked why.").status == 409)
    #expect(study.answer(study.post("/again")).status == 303)
    #expect(study.give("h", 19, 36, "Nobody asked why.").status == 200)
    #expect(try study.folder.text(of: "codings/RO.csv").contains("identity"))
  }
}

@Suite("A code made in the page")
struct NewCodeTests {
  private let fields = [
    "label": "Getting there", "description": "Buses, money, stairs.", "under": "difficulties",
    "story": "S1",
  ]

  @Test("Goes into the study's codebook as on the command line, and can be given at once")
  func added() throws {
    let study = try ServedStudy()
    study.give("h", 0, 18, "I sat by the door.")
    let form = fields.merging([
      "give": "yes", "start": "19", "end": "36", "quote": "Nobody asked why.",
    ]) {
      one, _ in one
    }
    let answer = study.answer(study.post("/codes", form, json: true))
    #expect(answer.status == 200)
    #expect(try answer.fields["again"] == "/stories/S1")
    #expect(
      try answer.fields["message"]
        == "Getting there is a code now, in codebooks/chime-d.yaml, and is added to sentence 2")
    let other = try ServedStudy()
    _ = try ServedStudy.workflow(other.folder, other.keys).addCode(
      "Getting there", description: "Buses, money, stairs.", under: "d")
    #expect(
      try study.folder.text(of: "codebooks/chime-d.yaml")
        == other.folder.text(of: "codebooks/chime-d.yaml"))
    #expect(try study.folder.text(of: "codings/RO.csv").contains("S1,19,36,getting-there"))
    let page = study.answer(study.get("/stories/S1")).text
    #expect(page.contains("value=\"getting-there\" class=\"code\""))
    #expect(page.contains("Getting there is a code now"))
    // What was done before can still be taken back.
    for _ in 0..<2 { #expect(study.answer(study.post("/undo")).status == 303) }
    #expect(try !study.folder.text(of: "codings/RO.csv").contains("S1,"))
  }

  @Test("By a form alone too; a second one stands beside the first")
  func form() throws {
    let study = try ServedStudy()
    #expect(
      study.answer(study.post("/codes", fields)).headers["Location"] == "/stories/S1")
    let second = fields.merging(["label": "Money", "under": ""]) { _, new in new }
    #expect(study.answer(study.post("/codes", second)).status == 303)
    let ids = try ServedStudy.workflow(study.folder, study.keys).codes().map(\.id)
    #expect(ids.suffix(3) == ["difficulties", "getting-there", "money"])
  }

  @Test("What cannot be a code is refused with what mends it, and nothing is written", .tags(.edge))
  func refused() throws {
    let study = try ServedStudy()
    for (name, value) in [
      ("label", "Hope"), ("label", ""), ("description", " "), ("under", "nowhere"),
      ("give", "yes"),
    ] {
      let form = fields.merging([name: value]) { _, new in new }
      #expect(study.answer(study.post("/codes", form, json: true)).status == 409, "\(name)")
    }
    #expect(throws: (any Error).self) { try study.folder.text(of: "codebooks/chime-d.yaml") }
    let nobody = try ServedStudy(coder: nil)
    #expect(nobody.answer(nobody.post("/codes", fields)).status == 409)
  }
}
