import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Alpha where not everybody read everything")
struct AnyCodersAlphaTests {
  private let codes = ["hope", "help", "home"]

  /// Texts of which each coder has read some.
  private func texts(_ count: Int, coders: Int, seed: UInt64) -> [CodedText] {
    (0..<count).map { number in
      var text = drawnText(coders: coders, seed: seed * 1000 + UInt64(number))
      for coder in 0..<coders where (number + coder) % 3 == 0 { text.coders[coder] = nil }
      return text
    }
  }

  /// The units of a code in texts: a row a character, a value a coder.
  private func units(_ texts: [CodedText], _ code: String) -> [[Double?]] {
    texts.flatMap { text in
      (0..<text.length).map { place in
        text.coders.map { spans in
          spans.map { spans in
            spans.contains { $0.code == code && $0.start <= place && place < $0.end } ? 1 : 0
          }
        }
      }
    }
  }

  @Test(
    "is Krippendorff's of a matrix with gaps", .tags(.law),
    arguments: [(3, 1), (4, 2), (5, 3)] as [(Int, UInt64)])
  func matrix(coders: Int, seed: UInt64) throws {
    let texts = texts(6, coders: coders, seed: seed)
    let answer = try AnyCodersAlpha().agreement(of: texts, on: codes)
    #expect(answer.texts == texts.count { $0.coders.count { $0 != nil } >= 2 })
    for found in answer.codes {
      let slow = try KrippendorffAlpha().agreement(of: units(texts, found.code))
      expectClose(found.alpha.value ?? 9, slow.alpha ?? 8, relative: 1e-12)
    }
  }

  @Test("is that of texts where all read everything, intervals too", .tags(.law))
  func complete() throws {
    let texts = (0..<14).map { drawnText(coders: 2, seed: 700 + $0) }
    let intervals = AgreementBootstrap(Bootstrap(draws: 199, seed: 4))
    let whole = try TextsAgreement(intervals).agreement(of: texts, on: codes)
    let any = try AnyCodersAlpha(intervals).agreement(of: texts, on: codes)
    for (left, right) in zip(whole.codes, any.codes) {
      expectClose(right.alpha.value ?? 9, left.coefficients.alpha.value ?? 8, relative: 1e-12)
    }
    expectClose(any.pooled.value ?? 9, whole.pooled.alpha.value ?? 8, relative: 1e-12)
    let interval = try #require(any.pooled.interval)
    #expect(interval.low < interval.high)
    // Who codes, in which order texts come and how many threads share the draws is nothing to it.
    let turned = texts.reversed().map {
      CodedText(length: $0.length, coders: [nil] + $0.coders.reversed())
    }
    var threaded = intervals
    threaded.bootstrap.threads = 3
    #expect(try AnyCodersAlpha(threaded).agreement(of: turned, on: codes) == any)
    let other = try AnyCodersAlpha(intervals).agreement(of: texts, on: codes.reversed())
    #expect(other.codes == any.codes.reversed() && other.pooled == any.pooled)
  }

  @Test("Nothing to compare is an error, nothing that varies has no alpha", .tags(.edge))
  func nothing() throws {
    let alone = CodedText(length: 9, coders: [[], nil])
    for texts in [[], [alone], [CodedText(length: 0, coders: [[], []])]] {
      #expect(
        throws: StatisticsError.tooFew(of: "texts that two coders read", count: 0, needed: 1)
      ) { try AnyCodersAlpha().agreement(of: texts, on: codes) }
    }
    #expect(throws: StatisticsError.unequalLengths(2, 3)) {
      try AnyCodersAlpha().agreement(
        of: [alone, CodedText(length: 9, coders: [nil, [], []])], on: codes)
    }
    #expect(throws: StatisticsError.self) {
      try AnyCodersAlpha().agreement(
        of: [CodedText(length: 9, coders: [[], [CodedSpan(code: "hope", start: 5, end: 10)]])],
        on: codes)
    }
    let same = try AnyCodersAlpha().agreement(
      of: [CodedText(length: 9, coders: [[], nil, []])], on: codes)
    #expect(same.pooled.value == nil && same.codes.allSatisfy { $0.alpha.value == nil })
  }
}
