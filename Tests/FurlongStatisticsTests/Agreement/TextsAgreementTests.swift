import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Agreement on texts, as sums over texts")
struct TextsAgreementTests {
  private let codes = ["hope", "help", "home"]
  private let intervals = AgreementBootstrap(Bootstrap(draws: 399, seed: 12))

  private func texts(_ count: Int, coders: Int, seed: UInt64) -> [CodedText] {
    (0..<count).map { drawnText(coders: coders, seed: seed * 1000 + UInt64($0)) }
  }

  /// Texts in which one code stands upon another.
  private func overlapping(_ texts: [CodedText]) -> [CodedText] {
    texts.map { text in
      CodedText(
        length: text.length,
        coders: text.coders.map { spans in
          spans.map {
            $0 + $0.prefix(3).map { CodedSpan(code: "over", start: $0.start, end: $0.end) }
          }
        })
    }
  }

  @Test(
    "sums give what the texts end to end give", .tags(.law),
    arguments: [(2, 1), (3, 2), (4, 3), (5, 4)] as [(Int, UInt64)])
  func slowWay(coders: Int, seed: UInt64) throws {
    let texts = texts(6, coders: coders, seed: seed)
    let spans = try CodedSpans(texts)
    let answer = try TextsAgreement().agreement(of: texts, on: codes)
    #expect(answer.texts == 6 && answer.length == spans.length && answer.coders == coders)
    for found in answer.codes {
      let slow = try CharacterAgreement().agreement(on: found.code, of: spans)
      let unitizing = try UnitizingAlpha().agreement(on: found.code, of: spans)
      #expect(found.coded == slow.coded)
      expectClose(found.observed, slow.observed, relative: 1e-13)
      expectClose(found.coefficients.kappa.value ?? 9, slow.kappa ?? 8, relative: 1e-12)
      expectClose(found.coefficients.alpha.value ?? 9, slow.alpha ?? 8, relative: 1e-12)
      expectClose(found.coefficients.ac1.value ?? 9, slow.ac1 ?? 8, relative: 1e-12)
      expectClose(found.coefficients.unitizing.value ?? 9, unitizing.alpha ?? 8, relative: 1e-12)
    }
    let all = try UnitizingAlpha().agreement(of: spans)
    expectClose(answer.spans?.alpha.value ?? 9, all.alpha ?? 8, relative: 1e-12)
    expectClose(answer.spans?.relevance.value ?? 9, all.relevance ?? 8, relative: 1e-12)
    expectClose(answer.spans?.coding.value ?? 9, all.coding ?? 8, relative: 1e-12)
  }

  @Test("codes that overlap are compared code by code", .tags(.law))
  func overlaps() throws {
    let texts = overlapping(texts(5, coders: 3, seed: 9))
    let answer = try TextsAgreement().agreement(of: texts, on: codes + ["over"])
    #expect(answer.spans == nil)
    let spans = try CodedSpans(texts)
    for found in answer.codes {
      expectClose(
        found.coefficients.unitizing.value ?? 9,
        try UnitizingAlpha().agreement(on: found.code, of: spans).alpha ?? 8, relative: 1e-12)
    }
    // Without the code that overlaps, the others are apart again.
    #expect(try TextsAgreement().agreement(of: texts, on: codes).spans != nil)
  }

  @Test("neither the order of texts, coders and codes nor threads change a number", .tags(.law))
  func order() throws {
    let texts = overlapping(texts(15, coders: 3, seed: 5))
    let codes = codes + ["over"]
    let method = TextsAgreement(intervals)
    let plain = try method.agreement(of: texts, on: codes)
    var threaded = method
    threaded.intervals?.bootstrap.threads = 3
    #expect(try threaded.agreement(of: texts, on: codes) == plain)
    let turned = texts.reversed().map { text in
      CodedText(
        length: text.length, coders: text.coders.reversed().map { $0.map { $0.reversed() } })
    }
    let other = try method.agreement(of: turned, on: codes.reversed())
    #expect(other.pooled == plain.pooled)
    for (a, b) in zip(plain.codes, other.codes.reversed()) {
      #expect(a.code == b.code && a.coefficients == b.coefficients)
      #expect(a.coded == b.coded.reversed())
    }
    #expect(plain.codes[0].coefficients.alpha.interval != nil)
    var reseeded = method
    reseeded.intervals?.bootstrap.seed = 13
    #expect(try reseeded.agreement(of: texts, on: codes) != plain)
  }

  @Test("a text that one coder did not read, and an empty one, change nothing", .tags(.law))
  func unread() throws {
    let texts = texts(12, coders: 2, seed: 6)
    let more = [
      CodedText(length: 90, coders: [[CodedSpan(code: "hope", start: 0, end: 50)], nil]),
      CodedText(length: 0, coders: [[], []]),
    ]
    let method = TextsAgreement(intervals)
    #expect(
      try method.agreement(of: texts + more, on: codes) == method.agreement(of: texts, on: codes))
  }

  @Test("the same texts twice: the same kappa, AC1 and shares", .tags(.law))
  func twice() throws {
    let texts = texts(7, coders: 3, seed: 7)
    let once = try TextsAgreement().agreement(of: texts, on: codes)
    let twice = try TextsAgreement().agreement(of: texts + texts, on: codes)
    #expect(twice.length == 2 * once.length)
    for (a, b) in zip(once.codes, twice.codes) {
      expectClose(a.coefficients.kappa.value ?? 9, b.coefficients.kappa.value ?? 8, relative: 1e-13)
      expectClose(a.coefficients.ac1.value ?? 9, b.coefficients.ac1.value ?? 8, relative: 1e-13)
      #expect(a.coded.map { $0 * 2 } == b.coded)
    }
    // Chance pairs a text with itself less often: α is a little smaller.
    #expect((twice.pooled.alpha.value ?? 9) < (once.pooled.alpha.value ?? 8))
  }

  @Test("texts of one unit: uα is α, and κ that of a table", .tags(.law))
  func units() throws {
    let counts = [(true, true, 7), (true, false, 3), (false, true, 2), (false, false, 11)]
    let yes = [CodedSpan(code: "hope", start: 0, end: 1)]
    let texts = counts.flatMap { first, second, times in
      (0..<times).map { _ in
        CodedText(length: 1, coders: [first ? yes : [], second ? yes : []])
      }
    }
    let hope = try TextsAgreement().agreement(of: texts, on: ["hope"]).codes[0].coefficients
    expectClose(hope.unitizing.value ?? 9, hope.alpha.value ?? 8, relative: 1e-14)
    // The same numbers to the last bit: what was printed of a table stays as it is.
    #expect(hope.kappa.value == (try CohenKappa().agreement([[7, 3], [2, 11]]).kappa))
  }

  @Test("intervals lie where drawing whole texts the slow way has them", .tags(.law))
  func intervalsOfTexts() throws {
    let texts = texts(30, coders: 2, seed: 8)
    let many = AgreementBootstrap(Bootstrap(draws: 3_999, seed: 3))
    let fast = try TextsAgreement(many).agreement(of: texts, on: codes)
    let slow = try AgreementBootstrap(Bootstrap(draws: 1_999, seed: 4)).estimate(of: texts) {
      (spans) throws(StatisticsError) -> Double? in
      try UnitizingAlpha().agreement(of: spans).alpha
    }
    let (a, b) = (try #require(fast.spans?.alpha.drawn), try #require(slow.estimate))
    expectClose(a.estimate, b.estimate, relative: 1e-12)
    expectClose(a.standardError ?? 9, b.standardError ?? 8, relative: 0.06)
    let width = try #require(b.percentile.map { $0.high - $0.low })
    for (one, other) in [(a.percentile, b.percentile), (a.bca, b.bca)] {
      let (one, other) = (try #require(one), try #require(other))
      #expect(abs(one.low - other.low) < 0.06 * width && abs(one.high - other.high) < 0.06 * width)
    }
    expectClose(
      a.correction?.acceleration ?? 9, b.correction?.acceleration ?? 8, relative: 1e-6)
  }

  @Test("over all codes one counts by the disagreement that chance would give", .tags(.law))
  func pooled() throws {
    let texts = texts(9, coders: 3, seed: 10)
    let one = try TextsAgreement().agreement(of: texts, on: ["hope"])
    #expect(one.pooled == one.codes[0].coefficients)
    // A code that nobody gave: only AC1 takes it for agreement.
    let with = try TextsAgreement().agreement(of: texts, on: ["hope", "never"])
    #expect(with.codes[1].coefficients.kappa.value == nil)
    #expect(with.codes[1].coefficients.alpha.value == nil)
    expectClose(with.pooled.kappa.value ?? 9, one.pooled.kappa.value ?? 8, relative: 1e-12)
    expectClose(with.pooled.alpha.value ?? 9, one.pooled.alpha.value ?? 8, relative: 1e-12)
    expectClose(with.pooled.unitizing.value ?? 9, one.pooled.unitizing.value ?? 8, relative: 1e-12)
    #expect((with.pooled.ac1.value ?? 0) > (one.pooled.ac1.value ?? 1))
  }

  @Test("coders who never differ have no interval, nor have nine texts", .tags(.edge))
  func noInterval() throws {
    let same = texts(12, coders: 1, seed: 11).map { text in
      CodedText(length: text.length, coders: [text.coders[0], text.coders[0]])
    }
    let answer = try TextsAgreement(intervals).agreement(of: same, on: codes)
    #expect(answer.pooled.alpha.value == 1 && answer.pooled.alpha.drawn != nil)
    #expect(answer.pooled.alpha.interval == nil)
    let nine = try TextsAgreement(intervals).agreement(
      of: texts(9, coders: 2, seed: 11), on: codes)
    #expect(nine.pooled.alpha.value != nil && nine.pooled.alpha.drawn == nil)
    let ten = try TextsAgreement(intervals).agreement(
      of: texts(10, coders: 2, seed: 11), on: codes)
    #expect(ten.pooled.alpha.interval != nil)
  }

  @Test("nothing coded, and nothing to compare", .tags(.edge))
  func nothing() throws {
    let empty = (0..<12).map { CodedText(length: 40 + $0, coders: [[], []]) }
    let answer = try TextsAgreement(intervals).agreement(of: empty, on: codes)
    #expect(answer.codes.allSatisfy { $0.observed == 1 && $0.coefficients.kappa.value == nil })
    #expect(answer.pooled.kappa.value == nil && answer.pooled.alpha.value == nil)
    #expect(answer.pooled.ac1.value == 1 && answer.spans?.alpha.value == nil)
    #expect(throws: StatisticsError.tooFew(of: "texts that all coders read", count: 0, needed: 1)) {
      try TextsAgreement().agreement(of: [CodedText(length: 4, coders: [[], nil])], on: codes)
    }
    #expect(throws: StatisticsError.tooFew(of: "coders", count: 1, needed: 2)) {
      try TextsAgreement().agreement(of: [CodedText(length: 4, coders: [[]])], on: codes)
    }
    let none = try TextsAgreement(intervals).agreement(of: empty, on: [])
    #expect(none.codes.isEmpty && none.pooled.ac1.value == nil)
  }
}
