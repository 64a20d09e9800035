import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("The cost of persons' use before and after", .agreement("costs"))
struct CostChangeTests {
  private let method = CostChange(bootstrap: Bootstrap(draws: 999, seed: 11))

  private struct Made {
    var services: [ServiceUseOfPersons]
    var prices: [Double]
  }

  private func made() throws -> Made {
    let record = try #require(try ReferenceRecords.named("costs.json", "two_services").first)
    return services(record)
  }

  private func services(_ record: ReferenceRecord) -> Made {
    func service(_ name: String) -> ServiceUseOfPersons {
      ServiceUseOfPersons(
        before: PersonEvents(
          events: record.data["\(name)_before"].numbers, time: record.data["time_before"].numbers),
        after: PersonEvents(
          events: record.data["\(name)_after"].numbers, time: record.data["time_after"].numbers))
    }
    return Made(
      services: [service("nights"), service("contacts")], prices: record.data["prices"].numbers)
  }

  @Test(
    "agrees with scipy", .tags(.reference),
    arguments: try ReferenceRecords.named("costs.json", "two_services"))
  func scipy(record: ReferenceRecord) throws {
    let made = services(record)
    let found = try CostChange(bootstrap: Bootstrap(draws: 9_999, seed: 3))
      .compare(made.services, prices: [made.prices])[0]
    let e = record.expected
    expectClose(try #require(found.before?.estimate), e["before"], relative: 1e-13, strict: true)
    expectClose(try #require(found.after?.estimate), e["after"], relative: 1e-13, strict: true)
    let difference = try #require(found.difference)
    expectClose(difference.estimate, e["difference"], relative: 1e-11, strict: true)
    expectClose(
      try #require(difference.correction).acceleration, e["acceleration"], relative: 1e-10,
      strict: true)
    // Both draw: limits and shares agree as far as draws do.
    let error = e["standard_error"].number
    let limits = e["bca"].numbers
    let bca = try #require(difference.bca)
    #expect(abs(bca.low - limits[0]) < 0.08 * error)
    #expect(abs(bca.high - limits[1]) < 0.08 * error)
    #expect(abs(try #require(found.share(below: 0)) - e["fell"].number) < 0.015)
  }

  @Test("doubles with prices", .tags(.law))
  func doubled() throws {
    let made = try made()
    let found = try method.compare(
      made.services, prices: [made.prices, made.prices.map { 2 * $0 }])
    let one = try #require(found[0].difference)
    let two = try #require(found[1].difference)
    #expect(two.estimate == 2 * one.estimate)
    #expect(try #require(two.bca).low == 2 * (try #require(one.bca).low))
    #expect(found[0].share(below: 0) == found[1].share(below: 0))
  }

  @Test("does not hang on the order of persons, other prices, or threads", .tags(.law))
  func order() throws {
    let made = try made()
    let alone = try method.compare(made.services, prices: [made.prices])[0]
    func turned(_ events: PersonEvents) -> PersonEvents {
      PersonEvents(events: events.events.reversed(), time: events.time.reversed())
    }
    let reversed = try method.compare(
      made.services.map {
        ServiceUseOfPersons(before: turned($0.before), after: turned($0.after))
      }, prices: [made.prices])[0]
    #expect(reversed == alone)
    let beside = try method.compare(made.services, prices: [[1, 2], made.prices])[1]
    #expect(beside == alone)
    var threaded = method
    threaded.bootstrap.threads = 2
    #expect(try threaded.compare(made.services, prices: [made.prices])[0] == alone)
  }

  @Test("of several samples at once is that of each alone, whatever their sizes", .tags(.law))
  func several() throws {
    let made = try made()
    func withoutFirst(_ events: PersonEvents) -> PersonEvents {
      PersonEvents(
        events: Array(events.events.dropFirst()), time: Array(events.time.dropFirst()))
    }
    let fewer = made.services.map {
      ServiceUseOfPersons(before: withoutFirst($0.before), after: withoutFirst($0.after))
    }
    let samples: [(services: [ServiceUseOfPersons], prices: [[Double]])] = [
      (made.services, [made.prices]), (fewer, [made.prices]), (made.services, [[480]]),
      (made.services.reversed(), [[1, 2], made.prices]),
    ]
    let found = method.compare(samples)
    for place in [0, 1, 3] {
      #expect(
        try found[place].get()
          == method.compare(samples[place].services, prices: samples[place].prices))
    }
    #expect(throws: StatisticsError.unequalLengths(2, 1)) { try found[2].get() }
  }

  @Test("of one service at the price of 1 is the difference of its rates", .tags(.law))
  func one() throws {
    let service = try made().services[0]
    let rates = try PersonRateDifference(bootstrap: method.bootstrap)
      .compare(before: service.before, after: service.after)
    let cost = try #require(try method.compare([service], prices: [[1]])[0].difference)
    #expect(abs(cost.estimate - rates.estimate) < 1e-12)
    #expect(abs(try #require(cost.bca).low - (try #require(rates.bca).low)) < 1e-9)
  }

  @Test("is the sum over services, and a service without a price adds nothing", .tags(.law))
  func sum() throws {
    let made = try made()
    let found = try method.compare(
      made.services, prices: [made.prices, [made.prices[0], 0], [0, made.prices[1]]])
    let parts = [found[1], found[2]].map { $0.difference?.estimate ?? .nan }
    let all = try #require(found[0].difference?.estimate)
    #expect(abs(all - parts[0] - parts[1]) < 1e-9)
  }

  @Test("refuses what is no use or no price", .tags(.edge))
  func refused() throws {
    let made = try made()
    #expect(throws: StatisticsError.self) {
      try method.compare(made.services, prices: [[480]])
    }
    #expect(throws: StatisticsError.self) {
      try method.compare(made.services, prices: [[-1, 2]])
    }
    let short = ServiceUseOfPersons(
      before: PersonEvents(events: [1, 2], time: [1, 1]),
      after: PersonEvents(events: [1, 2], time: [1, 1]))
    #expect(throws: StatisticsError.self) {
      try method.compare([made.services[0], short], prices: [[1, 1]])
    }
    let nobody = try method.compare(
      [
        ServiceUseOfPersons(
          before: PersonEvents(events: [0, 0], time: [1, 1]),
          after: PersonEvents(events: [0, 0], time: [1, 1]))
      ], prices: [[480]])[0]
    #expect(nobody.difference?.estimate == 0)
    #expect(nobody.difference?.bca == nil)
  }
}
