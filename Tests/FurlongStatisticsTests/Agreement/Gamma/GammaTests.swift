import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Gamma of coders' units")
struct GammaTests {
  private let method = GammaCoefficient(seed: 8, precision: 0.1)

  @Test("is 1 for coders who find the same", .tags(.law), arguments: 2...4)
  func identical(coders: Int) throws {
    let spans = drawnText(coders: 2, seed: 9).coders[0]
    let text = CodedText(length: 200, coders: [[CodedSpan]?](repeating: spans, count: coders))
    let answer = try method.agreement(of: [text])
    #expect(answer.gamma == 1 && answer.observed == 0)
    #expect(answer.coders == coders && answer.texts == 1)
    #expect(answer.units == coders * (spans?.count ?? 0))
    #expect(try #require(answer.expected) > 0.2)
  }

  @Test("the order of texts, spans and coders changes nothing", .tags(.law), arguments: 1...3)
  func order(seed: UInt64) throws {
    let texts = (0..<4).map { drawnText(coders: 3, seed: seed * 10 + $0) }
    let turned = texts.reversed().map { text in
      CodedText(
        length: text.length, coders: text.coders.reversed().map { $0.map { $0.reversed() } })
    }
    let unread = CodedText(length: 30, coders: [[], nil, []])
    let a = try method.agreement(of: texts)
    let b = try method.agreement(of: [unread] + turned)
    expectClose(a.gamma ?? 9, b.gamma ?? 8, relative: 1e-13)
    expectClose(a.observed ?? 9, b.observed ?? 8, relative: 1e-13)
    #expect(a.expected == b.expected && a.continua == b.continua && a.texts == 4 && b.texts == 4)
  }

  @Test("further away is never better, against the same chance", .tags(.law))
  func further() throws {
    let texts = (0..<3).map { (seed: UInt64) in
      let spans = (drawnText(coders: 2, seed: 30 + seed).coders[0] ?? []).enumerated().map {
        // Far apart, so that a unit meets none but its own.
        let start = $1.start + 100 * $0
        return CodedSpan(code: $1.code, start: start, end: start + $1.end - $1.start)
      }
      return CodedText(length: 3_000, coders: [spans, spans, spans])
    }
    var last = 1.0
    for distance in 0...30 {
      let moved = texts.map { text in
        var text = text
        text.coders[1] = text.coders[1]?.map {
          CodedSpan(code: $0.code, start: $0.start + distance, end: $0.end + distance)
        }
        return text
      }
      let answer = try method.agreement(of: moved, expected: 1.5)
      let gamma = try #require(answer.gamma)
      if distance == 0 { #expect(gamma == 1) } else { #expect(gamma <= last) }
      last = gamma
    }
    // At last the moved coder's units are alone, a Δ each, and the two others' together, 2/3 Δ each.
    #expect(last < 0)
  }

  @Test("does not depend on what a unit and nothing count", .tags(.law))
  func emptyUnit() throws {
    let texts = [drawnText(coders: 2, seed: 3), drawnText(coders: 2, seed: 4)]
    let plain = try method.agreement(of: texts)
    var other = method
    other.alignment.dissimilarity.emptyUnit = 4
    let answer = try other.agreement(of: texts)
    expectClose(answer.gamma ?? 9, plain.gamma ?? 8, relative: 1e-12)
    expectClose(answer.observed ?? 9, 4 * (plain.observed ?? 8), relative: 1e-12)
  }

  @Test("a seed gives the same again, and as many continua as the precision asks", .tags(.law))
  func precision() throws {
    let texts = (0..<3).map { drawnText(coders: 2, seed: 50 + $0) }
    let plain = try method.agreement(of: texts)
    #expect(try method.agreement(of: texts) == plain)
    var other = method
    other.seed = 9
    #expect(try other.agreement(of: texts).expected != plain.expected)
    other.precision = 0.01
    let precise = try other.agreement(of: texts)
    #expect(precise.continua > 100)
    #expect(try #require(precise.precision) < 0.015)
    let apart = abs((precise.expected ?? 9) - (plain.expected ?? 8)) / (precise.expected ?? 1)
    #expect(apart < 0.1)
    other.mostContinua = 40
    let stopped = try other.agreement(of: texts)
    #expect(stopped.continua == 40)
    #expect(try #require(stopped.precision) > 0.01)
  }

  @Test("is near 0 for coders by chance", .tags(.law), arguments: 2...3)
  func chance(coders: Int) throws {
    var method = method
    method.mostContinua = 30
    let shuffle = try ContinuumShuffle([drawnText(coders: coders, seed: 6)])
    let gammas = try (0..<12).map { number in
      try method.agreement(of: [shuffle.continuum(number, seed: 77)]).gamma ?? 9
    }
    #expect(abs(gammas.reduce(0, +) / 12) < 0.15)
  }

  @Test("without units, or where chance has no disorder either, there is none", .tags(.edge))
  func undefined() throws {
    let empty = try method.agreement(of: [CodedText(length: 20, coders: [[], []])])
    #expect(empty.gamma == nil && empty.undefined == .noVariation)
    #expect(empty.observed == nil && empty.expected == nil && empty.continua == 0)
    let all = [CodedSpan(code: "hope", start: 0, end: 1)]
    let full = try method.agreement(of: [CodedText(length: 1, coders: [all, all])])
    #expect(full.gamma == nil && full.undefined == .noVariation)
    #expect(full.observed == 0 && full.expected == 0 && full.continua == 30)
    let given = try method.agreement(of: [drawnText(coders: 2, seed: 1)], expected: 0)
    #expect(given.gamma == nil && given.undefined == .noVariation)
  }

  @Test("a coder who found nothing, and one unit in all", .tags(.edge))
  func few() throws {
    let spans = drawnText(coders: 2, seed: 2).coders[0]
    let answer = try method.agreement(of: [CodedText(length: 200, coders: [spans, []])])
    #expect(answer.observed == 2)
    #expect(try #require(answer.gamma) < 0)
    let one = [CodedSpan(code: "hope", start: 3, end: 9)]
    let single = try method.agreement(of: [CodedText(length: 20, coders: [one, []])])
    #expect(single.observed == 2 && single.units == 1 && single.undefined == nil)
  }

  @Test("one coder, no text that all read, settings that cannot be", .tags(.edge))
  func refused() throws {
    #expect(throws: StatisticsError.tooFew(of: "coders", count: 1, needed: 2)) {
      try method.agreement(of: [CodedText(length: 20, coders: [[]])])
    }
    #expect(throws: StatisticsError.self) {
      try method.agreement(of: [CodedText(length: 20, coders: [[], nil])])
    }
    let text = drawnText(coders: 2, seed: 1)
    for wrong in [
      GammaCoefficient(seed: 1, precision: 0), GammaCoefficient(seed: 1, precision: 1),
      GammaCoefficient(seed: 1, mostContinua: 29),
    ] {
      #expect(throws: StatisticsError.self) { try wrong.agreement(of: [text]) }
    }
    #expect(throws: StatisticsError.self) { try method.agreement(of: [text], expected: -1) }
  }
}

@Suite("Coders by chance")
struct ContinuumShuffleTests {
  @Test(
    "have a coder's units moved round together, apart from the others' distance", .tags(.law),
    arguments: 0..<20)
  func moved(number: Int) throws {
    let text = drawnText(coders: 3, seed: 12)
    let shuffle = try ContinuumShuffle([text])
    #expect(shuffle.length == text.length)
    #expect(shuffle.units == text.coders.reduce(0) { $0 + ($1 ?? []).count })
    let drawn = shuffle.continuum(number, seed: 4)
    #expect(drawn == shuffle.continuum(number, seed: 4))
    #expect(drawn != shuffle.continuum(number + 1, seed: 4))
    let lengths = text.coders.flatMap { ($0 ?? []).map { Double($0.end - $0.start) } }
    let half = lengths.reduce(0, +) / Double(lengths.count) / 2
    var distances: [Int] = []
    for spans in drawn.coders.map({ $0 ?? [] }) {
      let fitting = (0..<text.length).filter { distance in
        text.coders.contains { units in
          Set(spans)
            == Set(
              (units ?? []).map {
                let start = ($0.start + distance) % text.length
                return CodedSpan(code: $0.code, start: start, end: start + $0.end - $0.start)
              })
        }
      }
      #expect(fitting.count == 1)
      distances += fitting
    }
    for (place, first) in distances.enumerated() {
      for second in distances[..<place] {
        let apart = abs(first - second)
        #expect(Double(min(apart, text.length - apart)) >= half)
      }
    }
  }

  @Test("any distance will do where there is no room, and some coder has a unit", .tags(.edge))
  func noRoom() throws {
    let all = [CodedSpan(code: "hope", start: 0, end: 6)]
    let shuffle = try ContinuumShuffle([CodedText(length: 6, coders: [all, [], [], []])])
    for number in 0..<40 {
      let drawn = shuffle.continuum(number, seed: 2)
      #expect(drawn.length == 12)
      #expect(drawn.coders.contains { $0?.isEmpty == false })
    }
    let none = try ContinuumShuffle([CodedText(length: 6, coders: [[], []])])
    #expect(none.continuum(0, seed: 1).coders.allSatisfy { $0?.isEmpty == true })
  }
}
