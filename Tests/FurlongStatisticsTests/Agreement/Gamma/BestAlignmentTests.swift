import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

/// A text in which each coder finds so many units anywhere, overlapping or not.
func scatteredText(
  coders: Int, most: Int, length: Int = 40, stream: inout RandomStream
) -> CodedText {
  CodedText(
    length: length + 20,
    coders: (0..<coders).map { _ in
      (0..<stream.integer(below: most + 1)).map { _ in
        let start = stream.integer(below: length)
        let code = ["hope", "help"][stream.integer(below: 2)]
        return CodedSpan(code: code, start: start, end: start + 1 + stream.integer(below: 20))
      }
    })
}

/// The smallest disorder among all alignments, one by one.
private func smallestDisorder(
  of coders: [[CodedSpan]], _ dissimilarity: UnitDissimilarity
) -> Double {
  func smallest(_ rest: [[CodedSpan]]) -> Double {
    guard let coder = rest.firstIndex(where: { !$0.isEmpty }) else { return 0 }
    var rest = rest
    let unit = rest[coder].removeLast()
    var best = Double.infinity
    func choose(_ next: Int, _ group: [CodedSpan?], _ rest: [[CodedSpan]]) {
      if next == rest.count {
        best = min(best, dissimilarity.disorder(of: group) + smallest(rest))
        return
      }
      choose(next + 1, group + [nil], rest)
      for place in rest[next].indices {
        var left = rest
        let other = left[next].remove(at: place)
        choose(next + 1, group + [other], left)
      }
    }
    choose(coder + 1, [CodedSpan?](repeating: nil, count: coder) + [unit], rest)
    return best
  }
  let units = coders.reduce(0) { $0 + $1.count }
  return smallest(coders) / (Double(units) / Double(coders.count))
}

@Suite("The best alignment of units")
struct BestAlignmentTests {
  @Test(
    "is the smallest of all, taken one by one", .tags(.law),
    arguments: [(2, 6), (3, 3), (4, 2), (5, 2)])
  func smallest(coders: Int, most: Int) throws {
    var stream = RandomStream(seed: 41, stream: UInt64(coders))
    var compared = 0
    for _ in 0..<25 {
      let text = scatteredText(coders: coders, most: most, stream: &stream)
      let weights = [0.2, 1, 3]
      let dissimilarity = UnitDissimilarity(
        position: weights[stream.integer(below: 3)], category: weights[stream.integer(below: 3)],
        emptyUnit: weights[stream.integer(below: 3)])
      guard let disorder = try BestAlignment(dissimilarity).align([text]).disorder else { continue }
      compared += 1
      expectClose(
        disorder, smallestDisorder(of: text.coders.map { $0 ?? [] }, dissimilarity),
        relative: 1e-12)
    }
    #expect(compared > 20)
  }

  @Test("has each unit once, and the disorder of its groups", .tags(.law), arguments: 2...4)
  func partition(coders: Int) throws {
    let texts = (0..<3).map { drawnText(coders: coders, seed: 70 + $0) }
    let answer = try BestAlignment().align(texts)
    for (place, text) in texts.enumerated() {
      for coder in 0..<coders {
        let units = answer.unitary.filter { $0.text == place }.compactMap { $0.units[coder] }
        #expect(Set(units) == Set(text.coders[coder] ?? []))
        #expect(units.count == text.coders[coder]?.count)
      }
    }
    let method = UnitDissimilarity()
    #expect(answer.unitary.allSatisfy { $0.disorder == method.disorder(of: $0.units) })
    let disorder = try #require(answer.disorder)
    #expect(disorder == method.disorder(ofAlignment: answer.unitary.map(\.units)))
    // Each unit alone is an alignment too, of as many Δ as there are coders.
    #expect(disorder < Double(coders))
    #expect(answer.unitary.contains { !$0.units.contains(nil) })
  }

  @Test("texts are aligned each for itself", .tags(.law))
  func texts() throws {
    let hope = [CodedSpan(code: "hope", start: 5, end: 10)]
    let first = CodedText(length: 10, coders: [hope, []])
    let unread = CodedText(length: 10, coders: [hope, nil])
    let second = CodedText(
      length: 10, coders: [[], [CodedSpan(code: "hope", start: 0, end: 5)]])
    let apart = try BestAlignment().align([first, unread, second])
    #expect(apart.unitary.map(\.text) == [0, 2])
    #expect(apart.disorder == 2)
    // End to end the two would meet: their ends lie one unit's length apart.
    let joined = CodedText(
      length: 20, coders: [hope, [CodedSpan(code: "hope", start: 10, end: 15)]])
    #expect(try BestAlignment().align([joined]).disorder == 1)
  }

  @Test("places and lengths count by their proportions alone", .tags(.law), arguments: 2...3)
  func proportions(coders: Int) throws {
    let text = drawnText(coders: coders, seed: 5)
    func moved(by distance: Int, times factor: Int) -> CodedText {
      CodedText(
        length: text.length * factor + distance,
        coders: text.coders.map { spans in
          spans?.map {
            CodedSpan(
              code: $0.code, start: $0.start * factor + distance, end: $0.end * factor + distance)
          }
        })
    }
    let disorder = try BestAlignment().align([text]).disorder
    #expect(try BestAlignment().align([moved(by: 30, times: 1)]).disorder == disorder)
    #expect(try BestAlignment().align([moved(by: 0, times: 8)]).disorder == disorder)
  }

  @Test("units of one coder may overlap, have several codes or be the same", .tags(.edge))
  func overlapping() throws {
    let spans = [
      CodedSpan(code: "hope", start: 0, end: 8), CodedSpan(code: "hope", start: 4, end: 10),
      CodedSpan(code: "help", start: 4, end: 10), CodedSpan(code: "help", start: 4, end: 10),
    ]
    for coders in 2...4 {
      let text = CodedText(
        length: 10, coders: [[CodedSpan]?](repeating: spans, count: coders))
      let answer = try BestAlignment().align([text])
      #expect(answer.disorder == 0)
      #expect(answer.unitary.count == 4)
    }
  }

  @Test("is none where there are no units, and each alone where one coder has all", .tags(.edge))
  func few() throws {
    let none = try BestAlignment().align([CodedText(length: 9, coders: [[], [], []])])
    #expect(none.unitary.isEmpty && none.disorder == nil)
    let spans = [
      CodedSpan(code: "hope", start: 0, end: 4), CodedSpan(code: "help", start: 2, end: 9),
    ]
    let one = try BestAlignment().align([CodedText(length: 9, coders: [[], spans, []])])
    #expect(one.unitary.map(\.units) == [[nil, spans[0], nil], [nil, spans[1], nil]])
    #expect(one.disorder == 3)
  }

  @Test("where it would take too long there is an error, no approximation", .tags(.edge))
  func tooLarge() throws {
    let spans = (0..<8).map { CodedSpan(code: "hope", start: 3 * $0, end: 3 * $0 + 9) }
    let text = CodedText(length: 30, coders: [spans, spans, spans, spans])
    var method = BestAlignment()
    method.mostWays = 100
    let tooMany = StatisticsError.outsideRange(
      what: "number of ways to align units that lie close together", value: 101,
      expected: "at most 100; compare fewer coders, or one code at a time")
    #expect(throws: tooMany) { try method.align([text]) }
    // Two coders never take too long.
    let two = CodedText(length: text.length, coders: Array(text.coders[..<2]))
    method.mostWays = 0
    #expect(try method.align([two]).disorder != nil)
  }

  @Test("weights that cannot be, spans outside their text, one coder", .tags(.edge))
  func refused() throws {
    let text = drawnText(coders: 2, seed: 1)
    for dissimilarity in [
      UnitDissimilarity(position: -1), UnitDissimilarity(category: .nan),
      UnitDissimilarity(emptyUnit: 0), UnitDissimilarity(position: .infinity),
    ] {
      #expect(throws: StatisticsError.self) { try BestAlignment(dissimilarity).align([text]) }
    }
    let outside = CodedText(length: 5, coders: [[CodedSpan(code: "a", start: 2, end: 6)], []])
    #expect(throws: StatisticsError.self) { try BestAlignment().align([outside]) }
    #expect(throws: StatisticsError.tooFew(of: "coders", count: 1, needed: 2)) {
      try BestAlignment().align([CodedText(length: 5, coders: [[]])])
    }
    // Without weights all is alike.
    let flat = BestAlignment(UnitDissimilarity(position: 0, category: 0))
    let spans = [CodedSpan(code: "a", start: 0, end: 2)]
    let other = [CodedSpan(code: "b", start: 3, end: 5)]
    #expect(try flat.align([CodedText(length: 5, coders: [spans, other])]).disorder == 0)
  }
}
