import FurlongScales
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Scoring forms")
struct ScaleScorerTests {
  let catalogue: ScaleCatalogue

  init() throws { catalogue = try ScaleCatalogue.shipped() }

  private struct ConversionTable: Decodable {
    var first_sum: Int
    var metric: [Double]
  }

  private func score(_ id: String, _ items: [Int?], blanks: Int? = nil) throws -> ScaleScore? {
    try ScaleScorer(scale: catalogue.scale(id), blankItemsAllowed: blanks).score(.items(items))
  }

  @Test("Every sum of SWEMWBS has its published metric score", .tags(.reference))
  func conversionTable() throws {
    let table = try reference("swemwbs.json", as: ConversionTable.self)
    #expect(table.metric.count == 29)
    for (place, metric) in table.metric.enumerated() {
      var items = [Int](repeating: 1, count: 7)
      var rest = place
      for item in items.indices {
        let more = min(rest, 4)
        items[item] += more
        rest -= more
      }
      #expect(try score("swemwbs", items)?.score == metric, "sum \(table.first_sum + place)")
    }
  }

  /// The scales whose items are known.
  private var scored: [Scale] { catalogue.scales.filter { $0.rule != .total } }

  @Test("The ends of each scale are those of its items", .tags(.law))
  func ends() throws {
    for scale in scored {
      let scorer = try ScaleScorer(scale: scale)
      let turned = { (place: Int) in scale.reversedItems.contains(place + 1) }
      let low: [Int?] = scale.itemAnswers.enumerated().map {
        turned($0) ? $1.upperBound : $1.lowerBound
      }
      let high: [Int?] = scale.itemAnswers.enumerated().map {
        turned($0) ? $1.lowerBound : $1.upperBound
      }
      // Of a value set of health states the least answers are the best.
      let ends = [low, high].map { scorer.score(.items($0))?.score ?? .nan }.sorted()
      expectClose(ends[0], scale.scores.lowerBound)
      expectClose(ends[1], scale.scores.upperBound)
    }
  }

  @Test("A higher answer never gives a score on the other side", .tags(.law))
  func monotone() throws {
    for scale in scored {
      let scorer = try ScaleScorer(scale: scale)
      var items: [Int?] = scale.itemAnswers.map(\.lowerBound)
      for (place, allowed) in scale.itemAnswers.enumerated() {
        let scores = try allowed.map { answer in
          items[place] = answer
          return try #require(scorer.score(.items(items))?.score)
        }
        items[place] = allowed.lowerBound
        let steps = zip(scores, scores.dropFirst()).map { $1 - $0 }
        #expect(steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 }, "\(scale.id)")
      }
    }
  }

  @Test("Turning an item round and its answer round changes nothing", .tags(.law))
  func reversal() throws {
    var turned = try catalogue.scale("qpr15")
    turned.reversedItems = [2, 3]
    let plain: [Int?] = [4, 3, 2, 1, 0, 4, 3, 2, 1, 0, 2, 2, 2, 3, 1]
    var answers = plain
    for item in turned.reversedItems { answers[item - 1] = answers[item - 1].map { 4 - $0 } }
    let scored = try ScaleScorer(scale: turned).score(.items(answers))
    #expect(scored == (try score("qpr15", plain)))
    #expect(scored != (try ScaleScorer(scale: turned).score(.items(plain))))
  }

  @Test("Blank items are filled in by the mean of the others, not rounded")
  func blanks() throws {
    var items = [Int?](repeating: 3, count: 15)
    items[0] = nil
    items[7] = nil
    items[14] = nil
    let filled = try #require(try score("qpr15", items, blanks: 3))
    #expect(filled.score == 45)
    #expect(filled.filledIn)
    items[1] = 4
    expectClose(try #require(try score("qpr15", items, blanks: 3)).score, 37.0 * 15 / 12)
  }

  @Test("One blank more than the rule allows leaves no score", .tags(.edge))
  func noRule() throws {
    for scale in scored {
      let scorer = try ScaleScorer(scale: scale)
      var items: [Int?] = scale.itemAnswers.map(\.lowerBound)
      for place in 0...scale.blankItemsAllowed where place < items.count { items[place] = nil }
      #expect(scorer.score(.items(items)) == nil, "\(scale.id)")
      #expect(scorer.requiredAnswers == scale.itemCount - scale.blankItemsAllowed)
    }
  }

  @Test("Only the items that the rule names may be blank", .tags(.edge))
  func onlySome() throws {
    var scale = try catalogue.scale("qpr15")
    scale.blanks = BlankItems(allowed: 1, only: [2])
    let scorer = try ScaleScorer(scale: scale)
    var items = [Int?](repeating: 2, count: 15)
    items[1] = nil
    #expect(scorer.score(.items(items))?.score == 30)
    items[1] = 2
    items[0] = nil
    #expect(scorer.score(.items(items)) == nil)
  }

  @Test("What is no form of the scale has no score", .tags(.edge))
  func noForm() throws {
    #expect(try score("qpr15", [], blanks: 3) == nil)
    #expect(try score("qpr15", [Int?](repeating: nil, count: 15), blanks: 14) == nil)
    #expect(try score("qpr15", [Int?](repeating: 1, count: 14), blanks: 3) == nil)
    #expect(try score("qpr15", [Int?](repeating: 5, count: 15)) == nil)
    #expect(try score("swemwbs", [0, 3, 3, 3, 3, 3, 3]) == nil)
    var four = [Int?](repeating: 2, count: 15)
    for item in 0..<4 { four[item] = nil }
    #expect(try score("qpr15", four, blanks: 3) == nil)
    #expect(try score("qpr15", four, blanks: 4)?.score == 30)
  }

  @Test("A plan cannot fill in items where a table converts the sum", .tags(.edge))
  func conversionRefusesBlanks() throws {
    let swemwbs = try catalogue.scale("swemwbs")
    #expect(throws: ScaleError.blankItemsWithConversion(scale: "swemwbs", asked: 1)) {
      _ = try ScaleScorer(scale: swemwbs, blankItemsAllowed: 1)
    }
    let qpr15 = try catalogue.scale("qpr15")
    for asked in [-1, 15, 40] {
      #expect(throws: ScaleError.blankItemsOutOfRange(scale: "qpr15", asked: asked, items: 15)) {
        _ = try ScaleScorer(scale: qpr15, blankItemsAllowed: asked)
      }
    }
  }
}

@Suite("Totals that an export gives")
struct TotalFitTests {
  @Test("A total of a summed scale is a whole number in its range")
  func sums() throws {
    let bdi2 = try ScaleCatalogue.shipped().scale("bdi2")
    #expect(bdi2.fit(ofTotal: 0) == .score(0))
    #expect(bdi2.fit(ofTotal: 63) == .score(63))
    #expect(bdi2.fit(ofTotal: 64) == .outOfRange)
    #expect(bdi2.fit(ofTotal: -1) == .outOfRange)
    #expect(bdi2.fit(ofTotal: 20.5) == .betweenScores)
    #expect(bdi2.fit(ofTotal: .nan) == .outOfRange)
  }

  @Test("A total of SWEMWBS is a metric score; a raw sum is refused, so nothing is converted twice")
  func metric() throws {
    let swemwbs = try ScaleCatalogue.shipped().scale("swemwbs")
    #expect(swemwbs.fit(ofTotal: 19.25) == .score(19.25))
    #expect(swemwbs.fit(ofTotal: 19.254) == .score(19.25))
    for raw in 8...34 { #expect(swemwbs.fit(ofTotal: Double(raw)) == .notConverted) }
    #expect(swemwbs.fit(ofTotal: 7) == .score(7))
    #expect(swemwbs.fit(ofTotal: 35) == .score(35))
    #expect(swemwbs.fit(ofTotal: 19.5) == .betweenScores)
    #expect(swemwbs.fit(ofTotal: 35.5) == .outOfRange)
    let scorer = try ScaleScorer(scale: swemwbs)
    #expect(scorer.score(.total(21)) == nil)
    #expect(scorer.score(.total(20.73))?.score == 20.73)
  }

  @Test(
    "A total of WHO-5 is its sum times 4; a sum that is no multiple of 4 is refused, and made a score where asked"
  )
  func multiplied() throws {
    let who5 = try ScaleCatalogue.shipped().scale("who5")
    #expect(who5.fit(ofTotal: 52) == .score(52) && who5.fit(ofTotal: 12) == .score(12))
    #expect(who5.fit(ofTotal: 13) == .notConverted && who5.fit(ofTotal: 26) == .betweenScores)
    #expect(who5.score(ofRawSum: 13) == 52 && who5.score(ofRawSum: 25) == 100)
    #expect(who5.score(ofRawSum: 26) == nil && who5.score(ofRawSum: 12.5) == nil)
    let bdi2 = try ScaleCatalogue.shipped().scale("bdi2")
    #expect(bdi2.hasRawSums == false && bdi2.score(ofRawSum: 13) == nil)
  }
}
