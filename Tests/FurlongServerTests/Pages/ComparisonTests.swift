import FurlongTestSupport
import FurlongWorkflow
import Testing

@testable import FurlongServer

@Suite("Two coders side by side")
struct ComparisonTests {
  /// Two coders who agree on one sentence and not on two others.
  private func study() throws -> ServedStudy {
    let study = try ServedStudy()
    for (coder, codes) in [("KM", ["h", "d"]), ("RO", ["h", "c"])] {
      let session = try CodingSession(
        ServedStudy.workflow(study.folder, study.keys), coder: coder, now: { "2026-11-29T10:00:00Z" })
      let sentences = try session.story("S1").sentences
      for (code, sentence) in zip(codes, sentences) {
        _ = try session.give(code, to: sentence.span, of: "S1")
      }
      _ = try session.read(of: "S1")
    }
    return study
  }

  private static let seen = ["seen0": "2 19-36-connectedness", "seen1": "1 19-36-difficulties"]

  @Test("Shows what both have read, and where they do not agree")
  func shown() throws {
    let study = try study()
    let list = study.answer(study.get("/compare")).text
    #expect(list.contains("/compare/S1?first=KM&amp;second=RO") && !list.contains("S2"))
    let page = study.answer(study.get("/compare/S1?first=KM&second=RO")).text
    for words in ["both, on the same words", "KM alone", "RO alone", "value=\"neither\"", "Settle S1"] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(study.answer(study.get("/compare/S4?first=KM&second=RO")).status == 403)
    #expect(study.answer(study.get("/compare/S1?first=KM&second=KM")).status >= 400)
    #expect(study.answer(study.get("/compare/S1?first=KM&second=../x")).status >= 400)
  }

  @Test("Settles as is chosen, says who decided, and leaves the coders' files as they are")
  func settled() throws {
    let study = try study()
    let before = try ["RO", "KM"].map { try study.folder.text(of: "codings/\($0).csv") }
    let form = ["first": "KM", "second": "RO", "by": "RO and KM", "keep0": "neither", "keep1": "first"]
    #expect(
      study.answer(study.post("/compare/S1/settle", form.merging(Self.seen) { one, _ in one }))
        .status == 303)
    let settled = try study.folder.text(of: "codings/settled.csv")
    #expect(settled.contains("S1,0,18,hope") && settled.contains("S1,19,36,difficulties"))
    #expect(!settled.contains("connectedness") && settled.contains("RO and KM"))
    #expect(try ["RO", "KM"].map { try study.folder.text(of: "codings/\($0).csv") } == before)
    let page = study.answer(study.get("/compare/S1?first=KM&second=RO")).text
    #expect(page.contains("decided by RO and KM") && !page.contains("value=\"neither\""))
    #expect(study.answer(study.post("/compare/S1/settle", form)).status == 409)
  }

  @Test("What is not decided whole, or has changed since it was shown, is not settled")
  func unsettled() throws {
    let study = try study()
    let whole = Self.seen.merging(
      ["first": "KM", "second": "RO", "by": "RO", "keep0": "second", "keep1": "first"]
    ) { one, _ in one }
    for (name, value) in [("keep1", ""), ("keep0", "all"), ("by", "../RO"), ("seen0", "1 0-3-hope"), ("first", "RO")] {
      var form = whole
      form[name] = value
      #expect(study.answer(study.post("/compare/S1/settle", form)).status == 409, "\(name)")
    }
    #expect(throws: (any Error).self) { try study.folder.text(of: "codings/settled.csv") }
    #expect(study.answer(study.post("/compare/S1/settle", whole)).status == 303)
  }
}
