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

  @Test("Forms scored by hand", .tags(.golden))
  func byHand() throws {
    let bdi2 = [0, 1, 2, 3, 0, 1, 2, 3, 1, 1, 1, 0, 0, 2, 2, 3, 0, 1, 1, 2, 0]
    #expect(try score("bdi2", bdi2)?.score == 26)
    #expect(try score("swemwbs", [3, 2, 4, 3, 3, 2, 5])?.score == 19.98)
    #expect(try score("swemwbs", [2, 2, 2, 3, 2, 2, 2])?.score == 15.84)
    let qpr15 = [4, 3, 2, 1, 0, 4, 3, 2, 1, 0, 2, 2, 2, 3, 1]
    #expect(try score("qpr15", qpr15)?.score == 30)
    #expect(try score("qpr15", qpr15)?.filledIn == false)
  }

  @Test("The ends of each scale are those of its items", .tags(.law))
  func ends() throws {
    for scale in catalogue.scales {
      let scorer = try ScaleScorer(scale: scale)
      let least = [Int?](repeating: scale.answers.lowerBound, count: scale.itemCount)
      let greatest = [Int?](repeating: scale.answers.upperBound, count: scale.itemCount)
      #expect(scorer.score(.items(least))?.score == scale.scores.lowerBound)
      #expect(scorer.score(.items(greatest))?.score == scale.scores.upperBound)
    }
  }

  @Test("A higher answer gives a higher score", .tags(.law))
  func monotone() throws {
    for scale in catalogue.scales {
      let scorer = try ScaleScorer(scale: scale)
      var items = [Int?](repeating: scale.answers.lowerBound, count: scale.itemCount)
      var last = -Double.infinity
      for item in items.indices {
        for answer in scale.answers {
          items[item] = answer
          let score = try #require(scorer.score(.items(items))?.score)
          #expect(score > last || answer == scale.answers.lowerBound)
          last = score
        }
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

  @Test("Without a rule one blank item leaves no score", .tags(.edge))
  func noRule() throws {
    for scale in catalogue.scales {
      var items = [Int?](repeating: scale.answers.lowerBound, count: scale.itemCount)
      items[3] = nil
      #expect(try ScaleScorer(scale: scale).score(.items(items)) == nil)
      #expect(try ScaleScorer(scale: scale).requiredAnswers == scale.itemCount)
    }
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
}
