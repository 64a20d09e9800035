import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Time to event agrees with lifelines and statsmodels")
struct KaplanMeierReferenceTests {
  @Test(
    "shares by times with their errors and limits, and the median with its limits",
    .tags(.reference), .agreement("time-to-event"),
    arguments: try ReferenceRecords.all("kaplan_meier.json"))
  func curve(record: ReferenceRecord) throws {
    let e = record.expected
    let curve = try KaplanMeier(confidence: record.data["level"].number).curve(
      of: zip(record.data["times"].numbers, record.data["happened"].numbers).map {
        WatchedTime(time: $0, happened: $1 == 1)
      })
    let shares = try record.data["at"].numbers.map { try curve.share(by: $0) }
    expectClose(shares.map(\.share), e["share"], relative: 1e-12)
    if !e["error"].isMissing {
      expectClose(shares.map { $0.standardError ?? .nan }, e["error"], relative: 1e-12)
    }
    if !e["low"].isMissing {
      for (share, (low, high)) in zip(shares, zip(e["low"].numbers, e["high"].numbers)) {
        #expect((share.interval == nil) == low.isNaN)
        guard let interval = share.interval else { continue }
        expectClose(interval.low, low, relative: 1e-12)
        expectClose(interval.high, high, relative: 1e-12)
      }
    }
    let median = curve.median()
    for (found, key) in [
      (median.median, "median"), (median.low, "median_low"), (median.high, "median_high"),
    ] {
      #expect((found == nil) == e[key].isMissing)
      if let found { expectClose(found, e[key], relative: 1e-15) }
    }
  }
}

@Suite("Time to event")
struct KaplanMeierTests {
  private func people(_ seed: UInt64, _ count: Int = 60) -> [WatchedTime] {
    var random = RandomStream(seed: seed, stream: 0)
    return (0..<count).map { _ in
      WatchedTime(
        time: (random.uniform() * 50).rounded(.down), happened: random.uniform() < 0.6)
    }
  }

  @Test("is the plain share where nobody is lost from view", .tags(.law), arguments: UInt64(1)...5)
  func withoutLoss(seed: UInt64) throws {
    let all = people(seed).map { WatchedTime(time: $0.time, happened: true) }
    let curve = try KaplanMeier().curve(of: all)
    for time in stride(from: 0.0, through: 60, by: 5) {
      let count = all.count { $0.time <= time }
      let share = try curve.share(by: time)
      let plain = Double(count) / Double(all.count)
      expectClose(share.share, plain)
      if count < all.count {
        expectClose(
          try #require(share.standardError), (plain * (1 - plain) / Double(all.count)).squareRoot())
      }
    }
    let sorted = all.map(\.time).sorted()
    #expect(curve.median().median == sorted[all.count / 2 - 1])
  }

  @Test("does not depend on the order of people", .tags(.law), arguments: UInt64(1)...5)
  func order(seed: UInt64) throws {
    let all = people(seed)
    #expect(try KaplanMeier().curve(of: all) == KaplanMeier().curve(of: all.reversed()))
  }

  @Test("changes nothing before by who is lost after the last event", .tags(.law))
  func lostLater() throws {
    let all = people(1)
    let last = all.filter(\.happened).map(\.time).max() ?? 0
    let early = all.map {
      WatchedTime(time: $0.happened ? $0.time : min($0.time, last), happened: $0.happened)
    }
    let late = early.map {
      WatchedTime(
        time: !$0.happened && $0.time == last ? last + 100 : $0.time, happened: $0.happened)
    }
    let (one, other) = (try KaplanMeier().curve(of: early), try KaplanMeier().curve(of: late))
    #expect(one.points == other.points && one.median() == other.median())
  }

  @Test(
    "grows with time, within its limits, and between both ways to treat those lost", .tags(.law))
  func bounds() throws {
    for seed in UInt64(1)...20 {
      let all = people(seed)
      let curve = try KaplanMeier().curve(of: all)
      var before = 0.0
      for time in stride(from: 0.0, to: curve.lastTime, by: 3) {
        let share = try curve.share(by: time)
        #expect(share.share >= before)
        before = share.share
        if let interval = share.interval {
          #expect(interval.low > 0 && interval.high < 1 && interval.contains(share.share))
        }
        // As if nobody lost had had it, and as if only those watched so long had been there.
        let had = all.count { $0.happened && $0.time <= time }
        let still = all.count { $0.time > time }
        #expect(share.share >= Double(had) / Double(all.count) - 1e-12)
        #expect(share.share <= Double(had) / Double(had + still) + 1e-12)
      }
    }
  }

  @Test("one who is lost when another has the event is still watched then", .tags(.edge))
  func ties() throws {
    let curve = try KaplanMeier().curve(of: [
      WatchedTime(time: 5, happened: false), WatchedTime(time: 5, happened: true),
      WatchedTime(time: 9, happened: false),
    ])
    #expect(curve.points.map(\.watched) == [3] && curve.points.map(\.events) == [1])
    expectClose(try curve.share(by: 5).share, 1 / 3.0)
  }

  @Test("no events, all lost on the first day, everybody had it", .tags(.edge))
  func ends() throws {
    let none = try KaplanMeier().curve(
      of: [3, 4, 5].map { WatchedTime(time: $0, happened: false) })
    #expect(try none.share(by: 5).share == 0 && none.share(by: 5).interval == nil)
    #expect(none.median().median == nil && none.median().low == nil)
    let lost = try KaplanMeier().curve(
      of: [0, 0].map { WatchedTime(time: $0, happened: false) })
    #expect(try lost.share(by: 0).share == 0)
    #expect(throws: StatisticsError.self) { try lost.share(by: 1) }
    let everybody = try KaplanMeier().curve(
      of: [1, 1, 2].map { WatchedTime(time: $0, happened: true) })
    let share = try everybody.share(by: 100)
    #expect(share.share == 1 && share.interval == nil && share.standardError == nil)
    #expect(everybody.median().median == 1)
    let exactHalf = try KaplanMeier().curve(
      of: (1...6).map { WatchedTime(time: Double($0), happened: true) })
    #expect(exactHalf.median().median == 3)
  }

  @Test("none of nobody, of times before the start, or beyond what was watched", .tags(.edge))
  func refused() throws {
    #expect(throws: StatisticsError.tooFew(of: "people", count: 0, needed: 1)) {
      try KaplanMeier().curve(of: [])
    }
    for time in [-1, .nan, .infinity] {
      #expect(throws: StatisticsError.self) {
        try KaplanMeier().curve(of: [WatchedTime(time: time, happened: true)])
      }
    }
    #expect(throws: StatisticsError.self) { try KaplanMeier(confidence: 1).curve(of: people(1)) }
    let curve = try KaplanMeier().curve(of: people(1))
    #expect(throws: StatisticsError.self) { try curve.share(by: curve.lastTime + 1) }
    #expect(throws: StatisticsError.self) { try curve.share(by: -1) }
  }
}

@Suite("A life table agrees with its source")
struct LifeTableReferenceTests {
  // Cutler & Ederer 1958, table 1: residents of Connecticut with localised kidney cancer, five years.
  @Test("of the published example", .tags(.reference))
  func published() throws {
    let years: [LifeTable.Stretch] = [
      .init(watched: 126, events: 47, lost: 19), .init(watched: 60, events: 5, lost: 17),
      .init(watched: 38, events: 2, lost: 15), .init(watched: 21, events: 2, lost: 9),
      .init(watched: 10, events: 0, lost: 6),
    ]
    for (count, survival) in zip(1...5, [0.60, 0.54, 0.50, 0.44, 0.44]) {
      let share = try LifeTable().share(after: Array(years.prefix(count)))
      #expect(abs(1 - share.share - survival) < 0.005)
      if count == 5 { #expect(abs((share.standardError ?? 0) - 0.06) < 0.005) }
    }
  }
}

@Suite("A life table")
struct LifeTableTests {
  @Test("is the product limit where nobody is lost within a stretch", .tags(.law))
  func productLimit() throws {
    let people =
      [1, 1, 2, 3, 3, 3, 4].map { WatchedTime(time: $0, happened: true) }
      + [0, 2, 4, 5].map { WatchedTime(time: $0, happened: false) }
    let curve = try KaplanMeier().curve(of: people)
    let table = try LifeTable().share(
      after: curve.points.map {
        .init(watched: Double($0.watched), events: Double($0.events), lost: 0)
      })
    #expect(table == (try curve.share(by: 4)))
  }

  @Test("nobody had it, everybody had it, more than were there", .tags(.edge))
  func edges() throws {
    #expect(try LifeTable().share(after: []).share == 0)
    let all = try LifeTable().share(after: [.init(watched: 5, events: 5, lost: 0)])
    #expect(all.share == 1 && all.interval == nil && all.standardError == nil)
    for stretch in [
      LifeTable.Stretch(watched: 5, events: 6, lost: 0), .init(watched: 0, events: 0, lost: 0),
      .init(watched: 5, events: -1, lost: 0), .init(watched: 5, events: 1, lost: -1),
    ] {
      #expect(throws: StatisticsError.self) { try LifeTable().share(after: [stretch]) }
    }
  }
}

@Suite("Intervals of time to an event")
struct TimeCoverageTests {
  @Test("hold the truth about 95 times in 100", .tags(.law))
  func coverage() throws {
    let study = CoverageStudy(replications: 400)
    for row in CoverageOfTimes.designs().flatMap({ $0.rows(study) }) {
      for (size, coverage) in zip(CoverageStudy.sizes, row.coverage) where size >= 50 {
        #expect(coverage.made == study.replications, "\(row.interval), n = \(size)")
        #expect((0.91...0.985).contains(coverage.share), "\(row.interval), n = \(size)")
      }
    }
  }
}
