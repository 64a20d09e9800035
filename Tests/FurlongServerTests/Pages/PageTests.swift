import Foundation
import FurlongTestSupport
import FurlongWorkflow
import Testing

@testable import FurlongServer

@Suite("Pages")
struct PageTests {
  @Test("The words in the page are the story's text, sign for sign")
  func sameText() throws {
    let study = try ServedStudy()
    let raw =
      "  First <b> & \"so\".\n\nA bus \u{1F469}\u{200D}\u{1F467} came… “Yes!” e\u{301}\u{2028}Last\tone. \n"
    try study.folder.change(
      "exports/stories.csv", "Nothing to tell.", to: raw.replacing("\"", with: "\"\""))
    _ = study.answer(study.post("/again"))
    study.give("h", 2, 7, "First")
    _ = study.answer(study.post("/stories/S3/give", ["code": "h", "start": "4", "end": "21"]))
    _ = study.answer(study.post("/stories/S3/give", ["code": "d", "start": "9", "end": "30"]))
    let page = study.answer(study.get("/stories/S3")).text
    let session = try #require(study.pages.session)
    #expect(Self.words(of: page) == (try session.story("S3").text))
    #expect(try session.story("S3").codings.count == 2)
  }

  /// What a browser would find in the parts that hold words.
  private static func words(of page: String) -> String {
    page.matches(of: #/<span class="(?:gap" aria-hidden="true|piece[^"]*)">([^<]*)</span>/#)
      .map { String($0.output.1) }.joined()
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  @Test(
    "Nothing of a study becomes part of a page, not even with an accent over its quotation mark")
  func hostile() throws {
    let study = try ServedStudy()
    let evil = "\"\u{301}><script>alert(1)</script><img src=x onerror=alert(1)>'\u{301}"
    // Quotation marks are doubled by code point: a letter with an accent is another letter to a reader.
    let cell = evil.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    try study.folder.change("exports/stories.csv", "S6,", to: "\"\(cell)\",")
    try study.folder.change("exports/stories.csv", "I teach it now.", to: cell)
    _ = study.answer(study.post("/again"))
    let address = Route.path(of: evil)
    #expect(
      study.answer(study.post(address + "/give", ["code": "h", "from": "1", "memo": evil])).status
        == 303)
    for target in ["/", address, "/?find=" + address.dropFirst(9)] {
      let answer = study.answer(study.get(target))
      #expect(answer.status == 200)
      #expect(!answer.text.contains("<script>alert") && !answer.text.contains("<img src=x"))
      // No quotation mark of the study's is left that could end an attribute.
      #expect(!answer.text.unicodeScalars.contains("\u{301}") || !answer.text.contains("\"\u{301}"))
    }
    #expect(study.answer(study.get(address)).text.contains("&quot;\u{301}&gt;&lt;script&gt;"))
  }

  @Test("The list says who has coded what, and finds stories")
  func list() throws {
    let study = try ServedStudy()
    try study.folder.write(
      "story,start,end,code,quote,before,after,memo,at\nS2,,,read,,,,,\n", to: "codings/KM.csv")
    study.give("h", 0, 18, "I sat by the door.")
    let page = study.answer(study.get("/")).text
    for words in [
      "KM: 1 of 4 read to the end", "RO: 0 of 4 read to the end, 1 more begun",
      "RO: 1 coding, not yet read",
      "KM: 0 codings, read", "not to be read: withdrawn",
      "not to be read: its teller did not agree",
      "href=\"/stories/S1\"", "6 stories",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(!page.contains("href=\"/stories/S4\""))
    #expect(study.answer(study.get("/?show=closed")).text.contains("2 stories"))
    #expect(study.answer(study.get("/?show=unread&find=s6")).text.contains("1 story"))
    #expect(study.answer(study.get("/?page=-5")).status == 200)
  }

  @Test("Problems and what to do; a study without stories still has them")
  func problems() throws {
    let study = try ServedStudy()
    try study.folder.write("x\n1\n", to: "exports/other.csv")
    let page = study.answer(study.get("/problems")).text
    #expect(page.contains("exports/other.csv") && page.contains("What to do:"))
    let bare = try ServedStudy(coder: nil)
    try FileManager.default.removeItem(
      at: bare.folder.url.appendingPathComponent("maps/stories.map.yaml"))
    let list = bare.answer(bare.get("/"))
    #expect(list.status == 200 && list.text.contains("no mapping holds stories"))
    #expect(bare.answer(bare.get("/problems")).status == 200)
  }

  @Test("The report is a draft that nothing may run in")
  func draft() throws {
    let study = try ServedStudy()
    let answer = study.answer(study.get("/report/draft"))
    #expect(answer.status == 200 && answer.text.lowercased().contains("draft"))
    #expect(answer.headers["Content-Security-Policy"]?.contains("sandbox") == true)
    #expect(
      try !study.folder.url.resourceFiles().contains {
        $0.hasPrefix("reports/") || $0.hasPrefix("releases/")
      })
  }

  @Test(
    "What is not there is not there",
    arguments: [
      "/stories/S9", "/stories/", "/x", "/stories/S1/x", "/stories/%ff", "/page.css/x",
      "/codings/RO.csv",
    ])
  func missing(target: String) throws {
    let study = try ServedStudy()
    #expect([404, 200].contains(study.answer(study.get(target)).status))
    #expect(study.answer(study.get(target)).status == 404 || target == "/stories/")
  }
}

extension URL {
  /// The files below a folder, by their paths from it.
  func resourceFiles() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path)
  }
}
