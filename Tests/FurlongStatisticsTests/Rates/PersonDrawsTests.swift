import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Persons drawn once for the rates of several samples")
struct PersonDrawsTests {
  typealias Sample = (before: PersonEvents, after: PersonEvents)

  /// Persons who are equal in runs of a few, made by a rule; times are whole days.
  private func sample(_ count: Int, _ kind: Int = 1) -> Sample {
    func wave(_ person: Int, _ factor: Int, _ modulus: Int) -> Double {
      Double((person / 3 + 5) * factor * kind % 101 % modulus)
    }
    let persons = Array(0..<count)
    return (
      PersonEvents(
        events: persons.map { wave($0, 17, 5) }, time: persons.map { 365 - wave($0, 23, 3) * 20 }),
      PersonEvents(
        events: persons.map { wave($0, 29, 4) }, time: persons.map { 365 - wave($0, 31, 7) * 30 })
    )
  }

  private func draws(_ draws: Int = 199, threads: Int = 1) -> PersonDraws {
    PersonDraws(bootstrap: Bootstrap(draws: draws, seed: 11, threads: threads))
  }

  private struct Answers: Equatable {
    var before: EventRate
    var after: EventRate
    var difference: BootstrapEstimate
    var ratio: RateRatio

    init(_ drawn: Result<DrawnPersons, StatisticsError>) throws {
      let drawn = try drawn.get()
      before = try drawn.rateBefore()
      after = try drawn.rateAfter()
      difference = try drawn.difference()
      ratio = try drawn.ratio()
    }
  }

  @Test("gives the same digits on any number of threads", .tags(.law))
  func threads() throws {
    let samples = [sample(300), sample(40), sample(300, 2)]
    let one = try draws().draw(samples).map { try Answers($0) }
    for threads in [2, 3, 8, 500] {
      #expect(try draws(threads: threads).draw(samples).map { try Answers($0) } == one)
    }
  }

  @Test("gives the same digits alone and with others, in any order", .tags(.law))
  func alone() throws {
    let samples = [sample(300), sample(40), sample(300, 2), sample(300), sample(41)]
    let together = try draws().draw(samples).map { try Answers($0) }
    for (sample, answers) in zip(samples, together) {
      #expect(try Answers(draws().draw([sample])[0]) == answers)
    }
    let turned = try draws().draw(samples.reversed()).map { try Answers($0) }
    #expect(turned == together.reversed())
    #expect(together[0] == together[3])
    #expect(together[0].ratio != together[2].ratio)
  }

  @Test("gives the same digits whatever the order of persons", .tags(.law))
  func order() throws {
    let (before, after) = sample(300)
    var order = Array(0..<300)
    var stream = RandomStream(seed: 4, stream: 0)
    stream.shuffle(&order)
    func turned(_ period: PersonEvents) -> PersonEvents {
      PersonEvents(events: order.map { period.events[$0] }, time: order.map { period.time[$0] })
    }
    #expect(
      try Answers(draws().draw([(turned(before), turned(after))])[0])
        == Answers(draws().draw([(before, after)])[0]))
  }

  /// Each person added up alone, as often as drawn, in the order of all values.
  @Test("counts equal persons together to the digits of counting each", .tags(.law))
  func equalPersons() throws {
    for count in [40, 300] {
      let (before, after) = sample(count)
      let columns = [before.events, before.time, after.events, after.time]
      let order = (0..<count).sorted { a, b in
        columns.map { $0[a] }.lexicographicallyPrecedes(columns.map { $0[b] })
      }
      let law = ResampleCounts(persons: count)
      let places = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: count)
      defer { places.deallocate() }
      func ratio(_ totals: [Double]) -> Double { totals[2] / totals[3] / (totals[0] / totals[1]) }
      let replicates = (0..<199).map { draw in
        var stream = RandomStream(seed: 11, stream: UInt64(draw))
        law.draw(places, from: &stream)
        var totals = [0.0, 0, 0, 0]
        for (place, person) in order.enumerated() {
          for _ in 0..<places[place] {
            for column in totals.indices { totals[column] += columns[column][person] }
          }
        }
        return ratio(totals)
      }
      let found = try Answers(draws().draw([(before, after)])[0]).ratio.bootstrap
      let whole = columns.map { $0.reduce(0, +) }
      let left = order.map { person in
        ratio(columns.indices.map { whole[$0] - columns[$0][person] })
      }
      let mean = left.reduce(0, +) / Double(count)
      let squares = left.reduce(0) { $0 + (mean - $1) * (mean - $1) }
      let cubes = left.reduce(0) { $0 + (mean - $1) * (mean - $1) * (mean - $1) }
      let each = try BootstrapEstimate(
        estimate: ratio(whole), replicates: replicates, seed: 11, level: 0.95,
        acceleration: cubes / (6 * (squares * squares.squareRoot())))
      #expect(found == each)
    }
  }

  @Test("agrees with what each sample says by itself", .tags(.law))
  func single() throws {
    let (before, after) = sample(40)
    let bootstrap = draws().bootstrap
    let found = try Answers(draws().draw([(before, after)])[0])
    #expect(
      try PersonRateRatio(bootstrap: bootstrap).compare(before: before, after: after)
        == found.ratio)
    #expect(
      try PersonRateDifference(bootstrap: bootstrap).compare(before: before, after: after)
        == found.difference)
    let alone = try PersonRate(bootstrap: bootstrap).rate(of: after)
    #expect(alone.rate.estimate == found.after.rate.estimate)
    #expect(alone.time == found.after.time)
  }

  @Test("has limits near those of drawing persons one by one", .tags(.law))
  func likeDrawingOneByOne() throws {
    let (before, after) = sample(300)
    let found = try Answers(draws(4_999).draw([(before, after)])[0]).difference
    let columns = [before.events, before.time, after.events, after.time]
    let plain = try Bootstrap(draws: 4_999, seed: 3).estimate(of: 300) { persons in
      var totals = [0.0, 0, 0, 0]
      for person in persons {
        for column in totals.indices { totals[column] += columns[column][person] }
      }
      return totals[2] / totals[3] - totals[0] / totals[1]
    }
    let ours = try #require(found.bca)
    let theirs = try #require(plain.bca)
    let width = theirs.high - theirs.low
    #expect(abs(ours.low - theirs.low) < 0.08 * width)
    #expect(abs(ours.high - theirs.high) < 0.08 * width)
    expectClose(
      try #require(found.standardError), try #require(plain.standardError), relative: 0.05)
  }

  @Test("says of each sample what is wrong with it, and answers the others", .tags(.edge))
  func errors() throws {
    let one = PersonEvents(events: [1], time: [1])
    let none = PersonEvents(events: [], time: [])
    let good = sample(40)
    let drawn = draws().draw([(one, one), good, (one, good.after), (none, none)])
    #expect(drawn.map { (try? $0.get()) != nil } == [false, true, false, false])
    #expect(throws: StatisticsError.tooFew(of: "persons", count: 1, needed: 2)) {
      try drawn[0].get()
    }
    #expect(throws: StatisticsError.unequalLengths(1, 40)) { try drawn[2].get() }
    #expect(draws().draw([]).isEmpty)
    #expect(try Answers(drawn[1]) == Answers(draws().draw([good])[0]))
  }

  @Test("says that nothing varies where all persons are equal", .tags(.edge))
  func allEqual() throws {
    let same = PersonEvents(
      events: Array(repeating: 2, count: 400), time: Array(repeating: 0.1, count: 400))
    let drawn = try draws().draw([(same, same)])[0].get()
    #expect(try drawn.ratio().bootstrap.diagnostic == .noVariation)
    #expect(try drawn.rateAfter().rate.diagnostic == .noVariation)
  }

  @Test("counts draws in which nobody was watched as undefined", .tags(.edge))
  func unwatched() throws {
    let before = PersonEvents(events: [0, 0, 0, 1], time: [0, 0, 0, 0.7])
    let after = PersonEvents(events: [1, 0, 2, 1], time: [0.3, 0.3, 1, 1])
    let drawn = try draws(999).draw([(before, after)])[0].get()
    for estimate in [try drawn.difference(), try drawn.rateBefore().rate] {
      guard case .undefinedDraws(let count) = estimate.diagnostic else {
        Issue.record("the diagnostic is \(String(describing: estimate.diagnostic))")
        return
      }
      // (3/4)⁴ of the draws leave that person out.
      #expect(abs(Double(count) / 999 - 0.316) < 0.08)
    }
    #expect(try drawn.rateAfter().rate.bca != nil)
  }
}
