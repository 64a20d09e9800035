import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Checks of printed means and spreads")
struct PrintedFiguresTests {
  @Test("never call a sample's own figures impossible", .tags(.law))
  func ownFigures() throws {
    var random = SplitMix(state: 11)
    for round in 0..<60 {
      let people = Int(random.next() % 90) + 2
      let highest = [1, 4, 20, 60][round % 4]
      let scores = (0..<people).map { _ in Double(random.next() % UInt64(highest + 1)) }
      let described = try SampleDescription(of: scores)
      let decimals = round % 3
      let grid = try wholePoints(0, highest)
      let (mean, sd) = (
        try printed(described.mean, decimals),
        try printed(#require(described.sd), decimals)
      )
      let answer = try SpreadCheck().check(mean: mean, sd: sd, people: people, on: grid)
      guard case .possible(let example) = answer.verdict else {
        Issue.record("round \(round): \(answer)")
        continue
      }
      // The example has the figures itself.
      let values = example.flatMap { Array(repeating: $0.score, count: $0.people) }
      let again = try SampleDescription(of: values)
      #expect(values.count == people)
      #expect(abs(again.mean - mean.value) <= 0.5000001 / pow10(decimals))
      let spread = try #require(again.sd)
      #expect(abs(spread - sd.value) <= 0.5000001 / pow10(decimals))
    }
  }

  @Test("say the same when all scores are shifted or the scale is turned round", .tags(.law))
  func shifted() throws {
    for mean in stride(from: 100, through: 500, by: 7) {
      for sd in stride(from: 0, through: 220, by: 11) {
        let here = try verdict(mean, sd, people: 9, low: 1, high: 5)
        #expect(try verdict(mean + 5_700, sd, people: 9, low: 58, high: 62) == here)
        #expect(try verdict(600 - mean, sd, people: 9, low: 1, high: 5) == here)
      }
    }
  }

  @Test("say why a spread cannot be, and between what it lies", .tags(.edge))
  func reasons() throws {
    let wide = try SpreadCheck().check(
      mean: PrintedNumber(units: 30, decimals: 1), sd: PrintedNumber(units: 24, decimals: 1),
      people: 10, on: wholePoints(1, 5))
    #expect(wide.verdict == .tooLarge)
    // Five on 1 and five on 5: √(40/9).
    expectClose(try #require(wide.highest), (40.0 / 9).squareRoot(), relative: 1e-14)
    #expect(wide.lowest == 0)
    let narrow = try SpreadCheck().check(
      mean: PrintedNumber(units: 25, decimals: 1), sd: PrintedNumber(units: 2, decimals: 1),
      people: 10, on: wholePoints(1, 5))
    #expect(narrow.verdict == .tooSmall)
    // 25 of 10 people: five on 2 and five on 3.
    expectClose(try #require(narrow.lowest), (2.5 / 9).squareRoot(), relative: 1e-14)
    let parity = try SpreadCheck().check(
      mean: PrintedNumber(units: 344, decimals: 2), sd: PrintedNumber(units: 247, decimals: 2),
      people: 18, on: wholePoints(0, 10))
    #expect(parity.verdict == .impossible)
    let no = try SpreadCheck().check(
      mean: PrintedNumber(units: 519, decimals: 2), sd: PrintedNumber(units: 1, decimals: 0),
      people: 28, on: wholePoints(1, 7))
    #expect(no.verdict == .meanImpossible && no.lowest == nil)
    let givenUp = try SpreadCheck(mostStates: 1).check(
      mean: PrintedNumber(units: 30, decimals: 0), sd: PrintedNumber(units: 11, decimals: 0),
      people: 75, on: wholePoints(0, 60))
    #expect(givenUp.verdict == .notKnown)
  }

  @Test("tell a mean outside the scale, and when no mean could fail", .tags(.edge))
  func means() throws {
    func check(_ units: Int, _ decimals: Int, people: Int) throws -> GranularMean {
      try GranularityCheck().check(
        mean: PrintedNumber(units: units, decimals: decimals), people: people,
        on: wholePoints(7, 35))
    }
    #expect(try check(36, 0, people: 10).verdict == .outsideScale)
    #expect(try check(69, 1, people: 3).verdict == .outsideScale)
    #expect(try check(70, 1, people: 3).verdict == .possible)
    #expect(try check(173, 1, people: 80).canFail == false)
    #expect(try check(173, 1, people: 9).canFail)
    #expect(try check(173, 1, people: 10).canFail == false)
    // Half points: 10 people move by 0.05.
    let halves = try ScoreGrid(
      low: PrintedNumber(units: 0, decimals: 0), high: PrintedNumber(units: 10, decimals: 0),
      step: PrintedNumber(units: 5, decimals: 1))
    #expect(halves.steps == 20)
    let off = try GranularityCheck().check(
      mean: PrintedNumber(units: 302, decimals: 2), people: 10, on: halves)
    #expect(off.verdict == .impossible)
    expectClose(try #require(off.below), 3)
    expectClose(try #require(off.above), 3.05)
  }

  @Test("find whose a percentage can be", .tags(.edge))
  func percentages() throws {
    let check = PercentageCheck()
    let whole = try PrintedNumber(units: 69, decimals: 0)
    let tenth = try PrintedNumber(units: 244, decimals: 1)
    let first = try #require(try check.bases(count: 53, percentage: whole))
    let second = try #require(try check.bases(count: 19, percentage: tenth))
    #expect(first.low == 77 && first.high == 77)
    #expect(second.low == 78 && second.high == 78)
    #expect(first.common(with: second) == nil && first.common(with: first) == first)
    #expect(first.contains(77) && !first.contains(78))
    #expect(try check.counts(of: 137, percentage: PrintedNumber(units: 66, decimals: 0)) == 90...91)
    #expect(try check.counts(of: 7, percentage: PrintedNumber(units: 50, decimals: 0)) == nil)
    #expect(try check.counts(of: 5, percentage: PrintedNumber(units: 100, decimals: 0)) == 5...5)
    #expect(
      try check.bases(count: 3, percentage: PrintedNumber(units: 0, decimals: 0))?.high == nil)
    #expect(try check.bases(count: 9, percentage: PrintedNumber(units: 100, decimals: 0))?.low == 9)
    #expect(try check.bases(count: 1, percentage: PrintedNumber(units: 70, decimals: 0)) == nil)
    // Every base that is named gives the percentage, and no other does.
    var wrong = 0
    for count in [1, 2, 7, 19, 53] {
      for percent in stride(from: 1, through: 99, by: 7) {
        let figure = try PrintedNumber(units: percent, decimals: 0)
        let named = try check.bases(count: count, percentage: figure)
        for base in count...400 {
          let gives = abs(200 * count - 2 * percent * base) <= base
          if (named?.contains(base) ?? false) != gives { wrong += 1 }
          let counts = try check.counts(of: base, percentage: figure)
          if (counts?.contains(count) ?? false) != gives { wrong += 1 }
        }
      }
    }
    #expect(wrong == 0)
  }

  @Test("refuse what is no figure", .tags(.edge))
  func refused() throws {
    #expect(throws: StatisticsError.self) { try PrintedNumber(units: 1, decimals: 7) }
    #expect(throws: StatisticsError.self) { try PrintedNumber(units: Int.min, decimals: 0) }
    #expect(throws: StatisticsError.self) { try wholePoints(5, 5) }
    #expect(throws: StatisticsError.self) { try wholePoints(0, 1_000_000) }
    #expect(throws: StatisticsError.self) {
      try ScoreGrid(
        low: PrintedNumber(units: 0, decimals: 0), high: PrintedNumber(units: 1, decimals: 0),
        step: PrintedNumber(units: 3, decimals: 1))
    }
    let mean = try PrintedNumber(units: 3, decimals: 0)
    let grid = try wholePoints(1, 5)
    #expect(throws: StatisticsError.self) {
      try GranularityCheck().check(mean: mean, people: 0, on: grid)
    }
    #expect(throws: StatisticsError.self) {
      try SpreadCheck().check(mean: mean, sd: mean, people: 1, on: grid)
    }
    #expect(throws: StatisticsError.self) {
      try SpreadCheck().check(
        mean: mean, sd: PrintedNumber(units: -1, decimals: 0), people: 5, on: grid)
    }
    #expect(throws: StatisticsError.self) {
      try PercentageCheck().bases(count: 3, percentage: PrintedNumber(units: 101, decimals: 0))
    }
    #expect(throws: StatisticsError.self) {
      try IntervalReading().read(
        estimate: 1, interval: ConfidenceInterval(low: 2, high: 2, level: 0.95))
    }
    #expect(throws: StatisticsError.self) {
      try SizeReading().read(size: -1, isCorrected: true, change: 4, people: 30)
    }
  }

  @Test("are quick where nothing fits and where people are many", .tags(.edge))
  func manyPeople() throws {
    let many = try SpreadCheck().check(
      mean: PrintedNumber(units: 2721, decimals: 2), sd: PrintedNumber(units: 1115, decimals: 2),
      people: 2_000, on: wholePoints(0, 60))
    #expect(many.isPossible)
    let grid = try wholePoints(0, 1_000)
    let long = try SpreadCheck().check(
      mean: PrintedNumber(units: 50_012, decimals: 2),
      sd: PrintedNumber(units: 28_001, decimals: 2),
      people: 25, on: grid)
    #expect(long.verdict != .notKnown)
  }

  private func verdict(
    _ mean: Int, _ sd: Int, people: Int, low: Int, high: Int
  ) throws -> String {
    let answer = try SpreadCheck().check(
      mean: PrintedNumber(units: mean, decimals: 2), sd: PrintedNumber(units: sd, decimals: 2),
      people: people, on: wholePoints(low, high))
    return answer.isPossible ? "possible" : "\(answer.verdict)"
  }

  private func pow10(_ decimals: Int) -> Double { [1, 10, 100][decimals] }

  private func printed(_ value: Double, _ decimals: Int) throws -> PrintedNumber {
    try PrintedNumber(units: Int((value * pow10(decimals)).rounded()), decimals: decimals)
  }
}
