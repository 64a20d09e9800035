import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

/// A text in which coders find spans of three codes, without overlaps.
func drawnText(coders: Int, seed: UInt64) -> CodedText {
  var stream = RandomStream(seed: seed, stream: 3)
  let length = 200
  return CodedText(
    length: length,
    coders: (0..<coders).map { _ in
      var spans: [CodedSpan] = []
      var at = stream.integer(below: 20)
      while at < length - 25 {
        let end = at + 3 + stream.integer(below: 20)
        let code = ["hope", "help", "home"][stream.integer(below: 3)]
        spans.append(CodedSpan(code: code, start: at, end: end))
        at = end + stream.integer(below: 15)
      }
      return spans
    })
}

private func span(_ code: String, _ start: Int, _ end: Int) -> CodedSpan {
  CodedSpan(code: code, start: start, end: end)
}

@Suite("Spans of coders in texts")
struct CodedSpansTests {
  @Test("only texts that all coders read count, one behind the other", .tags(.law))
  func readByAll() throws {
    let first = CodedText(length: 10, coders: [[span("a", 0, 4)], [span("a", 2, 5)]])
    let second = CodedText(length: 6, coders: [[span("a", 0, 6)], nil])
    let third = CodedText(length: 8, coders: [[], [span("b", 7, 8)]])
    let all = try CodedSpans([first, second, third])
    #expect(all.texts == 2)
    #expect(all.length == 18)
    #expect(all.codes == ["a", "b"])
    #expect(all == (try CodedSpans([first, third])))
    let joined = CodedText(
      length: 18, coders: [[span("a", 0, 4)], [span("a", 2, 5), span("b", 17, 18)]])
    let one = try CodedSpans([joined])
    #expect(
      try UnitizingAlpha().agreement(of: all).alpha == UnitizingAlpha().agreement(of: one).alpha)
    #expect(
      try UnitizingAlpha2004().agreement(of: all).alpha
        == UnitizingAlpha2004().agreement(of: one).alpha)
  }

  @Test("the order of texts, spans and coders changes nothing", .tags(.law), arguments: 1...3)
  func order(seed: UInt64) throws {
    let texts = (0..<4).map { drawnText(coders: 3, seed: seed * 10 + $0) }
    let turned = texts.reversed().map { text in
      CodedText(
        length: text.length, coders: text.coders.reversed().map { $0.map { $0.reversed() } })
    }
    let a = try UnitizingAlpha().agreement(of: CodedSpans(texts))
    let b = try UnitizingAlpha().agreement(of: CodedSpans(turned))
    expectClose(a.alpha ?? 9, b.alpha ?? 8, relative: 1e-13)
    expectClose(a.relevance ?? 9, b.relevance ?? 8, relative: 1e-13)
    expectClose(a.coding ?? 9, b.coding ?? 8, relative: 1e-13)
    for code in ["hope", "help", "home"] {
      let c = try CharacterAgreement().agreement(on: code, of: CodedSpans(texts))
      let d = try CharacterAgreement().agreement(on: code, of: CodedSpans(turned))
      expectClose(c.alpha ?? 9, d.alpha ?? 8, relative: 1e-13)
      expectClose(c.kappa ?? 9, d.kappa ?? 8, relative: 1e-13)
      #expect(c.coded == d.coded.reversed())
    }
  }

  @Test("characters count as when taken one by one", .tags(.law), arguments: 1...3)
  func characters(seed: UInt64) throws {
    let text = drawnText(coders: 3, seed: seed)
    let units = (0..<text.length).map { place in
      text.coders.map { spans -> Int? in
        let coded = (spans ?? []).contains {
          $0.code == "hope" && $0.start <= place && place < $0.end
        }
        return coded ? 1 : 0
      }
    }
    let spans = try CodedSpans([text])
    #expect(try spans.characters(of: "hope") == CodedUnits(units, categories: 2))
  }

  @Test("one code: uα is |uα, and the same as among all if no other stands there", .tags(.law))
  func oneCode() throws {
    let spans = try CodedSpans([drawnText(coders: 3, seed: 4)])
    let hope = try UnitizingAlpha().agreement(on: "hope", of: spans)
    #expect(hope.alpha != nil)
    expectClose(hope.alpha ?? 9, hope.relevance ?? 8, relative: 1e-14)
    #expect(hope.coding == nil)
    #expect(try UnitizingAlpha().agreement(of: spans.only("hope")) == hope)
  }

  @Test("the same spans by all coders: 1 everywhere", .tags(.edge))
  func perfect() throws {
    let spans = drawnText(coders: 1, seed: 5).coders[0]
    let text = CodedText(length: 200, coders: [spans, spans, spans])
    let all = try CodedSpans([text])
    let answer = try UnitizingAlpha().agreement(of: all)
    #expect(answer.alpha == 1 && answer.relevance == 1 && answer.coding == 1)
    #expect(answer.codes.allSatisfy { $0.alpha == 1 && $0.coverage == 1 })
    #expect(try UnitizingAlpha2004().agreement(of: all).alpha == 1)
    #expect(try CharacterAgreement().agreement(on: "hope", of: all).kappa == 1)
  }

  @Test("nothing coded, or all of one code: no α, and the answer says why", .tags(.edge))
  func noVariation() throws {
    let empty = try CodedSpans([CodedText(length: 10, coders: [[], []])])
    let answer = try UnitizingAlpha().agreement(of: empty)
    #expect(answer.alpha == nil && answer.relevance == nil && answer.coding == nil)
    #expect(answer.undefined == .noVariation)
    #expect(throws: StatisticsError.tooFew(of: "coded spans", count: 0, needed: 1)) {
      try UnitizingAlpha2004().agreement(of: empty)
    }
    let absent = try CharacterAgreement().agreement(on: "hope", of: empty)
    #expect(absent.kappa == nil && absent.undefined == .noVariation && absent.ac1 == 1)
    let whole = CodedText(length: 10, coders: [[span("a", 0, 10)], [span("a", 0, 10)]])
    #expect(try UnitizingAlpha().agreement(of: CodedSpans([whole])).undefined == .noVariation)
  }

  @Test("a coder who read and found nothing disagrees with one who did", .tags(.edge))
  func nothingFound() throws {
    let text = CodedText(length: 20, coders: [[span("a", 2, 9)], []])
    let answer = try UnitizingAlpha().agreement(of: CodedSpans([text]))
    #expect((answer.alpha ?? 1) < 0)
    #expect(answer.coding == nil && answer.coverage == 0)
    #expect((try UnitizingAlpha2004().agreement(of: CodedSpans([text])).alpha ?? 1) < 0.1)
  }

  @Test("overlaps of one coder and code are refused or merged", .tags(.edge))
  func overlaps() throws {
    let text = CodedText(
      length: 30,
      coders: [[span("a", 2, 9), span("a", 5, 12), span("a", 12, 15)], [span("a", 2, 12)]])
    #expect(throws: StatisticsError.self) { try CodedSpans([text]) }
    let merged = try CodedSpans([text], overlaps: .merged)
    let clean = CodedText(
      length: 30, coders: [[span("a", 2, 12), span("a", 12, 15)], [span("a", 2, 12)]])
    #expect(merged == (try CodedSpans([clean])))
    // Spans that touch stay two: joined they would be another unit.
    let joined = CodedText(length: 30, coders: [[span("a", 2, 15)], [span("a", 2, 12)]])
    #expect(merged != (try CodedSpans([joined])))
  }

  @Test("codes that overlap are compared one by one", .tags(.edge))
  func twoCodes() throws {
    let text = CodedText(
      length: 30,
      coders: [[span("a", 2, 9), span("b", 5, 12)], [span("a", 3, 9), span("b", 5, 14)]])
    let spans = try CodedSpans([text])
    #expect(throws: StatisticsError.self) { try UnitizingAlpha().agreement(of: spans) }
    #expect((try UnitizingAlpha().agreement(on: "a", of: spans).alpha ?? 0) > 0.5)
    #expect(try UnitizingAlpha2004().agreement(of: spans).codes.count == 2)
    #expect((try CharacterAgreement().agreement(on: "b", of: spans).kappa ?? 0) > 0.5)
  }

  @Test("spans outside their text, empty ones and lone coders are refused", .tags(.edge))
  func refusals() {
    #expect(throws: StatisticsError.self) {
      try CodedSpans([CodedText(length: -1, coders: [[], []])])
    }
    for (start, end) in [(-1, 3), (3, 3), (5, 4), (8, 11)] {
      #expect(throws: StatisticsError.self) {
        try CodedSpans([CodedText(length: 10, coders: [[span("a", start, end)], []])])
      }
    }
    #expect(throws: StatisticsError.tooFew(of: "coders", count: 1, needed: 2)) {
      try CodedSpans([CodedText(length: 10, coders: [[]])])
    }
    #expect(throws: StatisticsError.tooFew(of: "texts that all coders read", count: 0, needed: 1)) {
      try CodedSpans([CodedText(length: 10, coders: [[], nil])])
    }
    #expect(throws: StatisticsError.unequalLengths(2, 3)) {
      try CodedSpans([
        CodedText(length: 10, coders: [[], []]), CodedText(length: 10, coders: [[], [], []]),
      ])
    }
  }
}
