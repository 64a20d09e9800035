import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Checks of printed means and spreads agree")
struct PrintedFiguresReferenceTests {
  @Test(
    "with every sample that there is, mean by mean and pair by pair", .tags(.reference),
    arguments: try ReferenceRecords.all("enumeration.json"))
  func enumeration(record: ReferenceRecord) throws {
    let data = record.data
    func whole(_ name: String) -> Int { Int(data[name].number) }
    let grid = try wholePoints(whole("low"), whole("high"), items: whole("items"))
    let (people, decimals) = (whole("n"), whole("mean_decimals"))
    let means = Set(record.expected["means"].numbers.map { Int($0) })
    let pairs = Set(record.expected["pairs"].words)
    // A step beyond both ends of the scale, and a unit beyond the widest spread.
    let unit = decimals == 1 ? 10 : 100
    for mean in (whole("low") * unit - 3)...(whole("high") * unit + 3) {
      let printed = try PrintedNumber(units: mean, decimals: decimals)
      let answer = try GranularityCheck().check(mean: printed, people: people, on: grid)
      #expect((answer.verdict == .possible) == means.contains(mean), "\(mean)")
    }
    let widest = pairs.compactMap { Int($0.split(separator: " ")[1]) }.max() ?? 0
    for mean in means.sorted() {
      for sd in 0...(widest + 2) {
        let answer = try SpreadCheck().check(
          mean: PrintedNumber(units: mean, decimals: decimals),
          sd: PrintedNumber(units: sd, decimals: whole("sd_decimals")), people: people, on: grid)
        var isPossible = false
        if case .possible(let example) = answer.verdict {
          isPossible = true
          #expect(example.map(\.people).reduce(0, +) == people)
        }
        #expect(isPossible == pairs.contains("\(mean) \(sd)"), "\(mean) \(sd)")
        #expect(answer.verdict != .notKnown)
      }
    }
  }

  @Test("with scrutiny's GRIM", .tags(.reference), .agreement("printed-figures"))
  func grim() throws {
    let record = try #require(try ReferenceRecords.named("published.json", "pigs1").first)
    let grid = try wholePoints(0, 100)
    let answers = try zip(record.data["x"].numbers, record.data["n"].numbers).map { (x, n) in
      try GranularityCheck().check(
        mean: PrintedNumber(units: Int(x), decimals: 2), people: Int(n), on: grid)
    }
    expectClose(
      answers.map { $0.verdict == .possible ? 1 : 0 }, record.expected["consistency"], strict: true)
    #expect(answers.allSatisfy { $0.canFail })
  }

  @Test("with scrutiny's GRIMMER", .tags(.reference), .agreement("printed-figures"))
  func grimmer() throws {
    let record = try #require(try ReferenceRecords.named("published.json", "pigs5").first)
    // scrutiny asks for no range, and 0.24 ± 6.43 has scores below 0.
    let grid = try wholePoints(-200, 200)
    let data = zip(
      zip(record.data["x"].numbers, record.data["sd"].numbers), record.data["n"].numbers)
    let answers = try data.map { (figures, n) in
      try SpreadCheck().check(
        mean: PrintedNumber(units: Int(figures.0), decimals: 2),
        sd: PrintedNumber(units: Int(figures.1), decimals: 2), people: Int(n), on: grid)
    }
    expectClose(
      answers.map { $0.isPossible ? 1 : 0 }, record.expected["consistency"], strict: true)
  }

  @Test(
    "with rsprite2's GRIM and its nearest means", .tags(.reference), .agreement("printed-figures"))
  func sprite() throws {
    let record = try #require(try ReferenceRecords.named("published.json", "rsprite2_grim").first)
    let cases = [(519, 28, 1), (518, 14, 2), (114, 8, 1), (107, 7, 1)]
    let answers = try cases.map { (mean, people, items) in
      try GranularityCheck().check(
        mean: PrintedNumber(units: mean, decimals: 2), people: people,
        on: wholePoints(0, 10, items: items))
    }
    expectClose(
      answers.map { $0.verdict == .possible ? 1 : 0 }, record.expected["consistency"], strict: true)
    let nearest = [answers[2].below, answers[3].below, answers[3].above].map { value in
      ((value ?? .nan) * 100).rounded() / 100
    }
    expectClose(nearest, record.expected["nearest"])
    #expect(answers[0].below == 145.0 / 28 && answers[0].above == 146.0 / 28)
  }

  @Test("with rsprite2's GRIMMER", .tags(.reference), .agreement("printed-figures"))
  func spriteSpreads() throws {
    let record = try #require(
      try ReferenceRecords.named("published.json", "rsprite2_grimmer").first)
    func column(_ name: String) -> [Int] { record.data[name].numbers.map { Int($0) } }
    let answers = try column("n").indices.map { at in
      try SpreadCheck().check(
        mean: PrintedNumber(units: column("mean")[at], decimals: column("mean_decimals")[at]),
        sd: PrintedNumber(units: column("sd")[at], decimals: column("sd_decimals")[at]),
        people: column("n")[at],
        on: wholePoints(column("low")[at], column("high")[at], items: column("items")[at]))
    }
    expectClose(
      answers.map { $0.isPossible ? 1 : 0 }, record.expected["consistency"], strict: true)
  }

  @Test(
    "an interval's error and the side of its estimate", .tags(.reference),
    .agreement("printed-figures")
  )
  func interval() throws {
    let record = try #require(
      try ReferenceRecords.named("readings.json", "joint_crisis_plans").first)
    let data = record.data
    let reading = try IntervalReading().read(
      estimate: data["estimate"].number,
      interval: ConfidenceInterval(low: data["low"].number, high: data["high"].number, level: 0.95))
    expectClose(reading.standardError, record.expected["standard_error"], relative: 1e-12)
    expectClose(reading.probabilityOfSide, record.expected["probability"], relative: 1e-12)
    #expect(reading.offCentre == 0)
  }

  @Test(
    "the spread behind a size", .tags(.reference), .agreement("printed-figures"),
    arguments: try ReferenceRecords.all("readings.json", "size"))
  func size(record: ReferenceRecord) throws {
    let reading = try SizeReading().read(
      size: record.data["g"].number, isCorrected: true, change: record.data["change"].number,
      people: Int(record.data["n"].number))
    expectClose(reading.d, record.expected["d"], relative: 1e-11)
    expectClose(reading.sd, record.expected["sd"], relative: 1e-11)
    expectClose(reading.t, record.expected["t"], relative: 1e-11)
  }
}

/// Scores in whole points, or the mean of so many items in whole points.
func wholePoints(_ low: Int, _ high: Int, items: Int = 1) throws -> ScoreGrid {
  try ScoreGrid(
    low: PrintedNumber(units: low, decimals: 0), high: PrintedNumber(units: high, decimals: 0),
    itemsAveraged: items)
}

extension PossibleSpread {
  /// Whether some scores have both.
  var isPossible: Bool { if case .possible = verdict { true } else { false } }
}
