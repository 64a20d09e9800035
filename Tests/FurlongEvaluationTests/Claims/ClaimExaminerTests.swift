import FurlongEvaluation
import FurlongTestSupport
import Testing

@Suite("Examining a published claim")
struct ClaimExaminerTests {
  @Test("an amount for each is the same money in all and a year, whatever the months", .tags(.law))
  func amounts() throws {
    for months in [1, 6, 12, 15, 18, 24, 36] {
      for people in [1, 7, 463] {
        var money = try self.money("1200")
        money.months = months
        money.people = people
        let says = examine { $0.money = [money] }.readings.map(\.says)
        guard case .total(let amount, let counted, let over, let total) = says[0] else {
          Issue.record("no total")
          return
        }
        #expect(amount == 1_200 && counted == people && over == months)
        expectClose(total / Double(people), 1_200)
        switch says[1] {
        case .yearly(_, _, let yearly): expectClose(yearly * Double(months) / 12, 1_200)
        case .oneYear(let amount): #expect(months == 12 && amount == 1_200)
        default: Issue.record("no time")
        }
      }
    }
  }

  @Test("a sum over people is told only of those whom it is of")
  func whose() throws {
    let completing = try money("1760", per: .completing)
    let readings = examine {
      $0.people = PublishedClaim.People(count: 463, who: .registered)
      $0.money = [completing]
    }.readings
    #expect(readings.isEmpty)
  }

  @Test(
    "a figure that is told as its source has it follows; in another time it follows if converted")
  func restated() throws {
    func fits(_ amount: String, months: Int?, basis: String, over: Int?) throws -> [ClaimReading] {
      var money = try self.money(amount)
      money.months = months
      money.basis = PublishedClaim.Basis(
        source: PublishedClaim.Source(who: "A", doi: nil, place: "B"), amount: try figure(basis),
        per: .registered, months: over, delivery: .notStated)
      return examine { $0.money = [money] }.readings
    }
    #expect(try fits("1200", months: nil, basis: "1200", over: 18).map(\.says) == [.asInSource])
    #expect(try fits("800", months: 12, basis: "1200", over: 18).map(\.fit) == [.follows])
    #expect(
      try fits("1200", months: 12, basis: "1200", over: 18).map(\.says) == [
        .timeBase(amount: 1_200, said: 12, source: 18, yearly: 800, factor: 1.5)
      ])
    #expect(try fits("1200", months: 12, basis: "1200", over: nil).map(\.fit) == [.doesNotFollow])
    #expect(
      try fits("1300", months: nil, basis: "1200", over: nil).map(\.says) == [
        .otherAmount(said: 1_300, source: 1_200)
      ])
  }

  @Test("an amount that is net or for other people than the source's does not follow")
  func otherPeople() throws {
    var money = try self.money("1200", per: .completing)
    money.delivery = .takenOff
    money.basis = PublishedClaim.Basis(
      source: PublishedClaim.Source(who: "A", doi: nil, place: "B"), amount: try figure("1200"),
      per: .registered, months: nil, delivery: .notTakenOff)
    let examination = examine { $0.money = [money] }
    #expect(
      examination.readings.map(\.says) == [
        .netOfDelivery(source: .notTakenOff), .otherPeople(said: .completing, source: .registered),
      ])
    #expect(examination.verdict == .notInSource)
    #expect(!examination.lacks.contains(.deliveryCost(of: ["saved"])))
  }

  @Test("a saving turned round has the probability of a loss", .tags(.law))
  func turned() throws {
    func probability(_ sign: String, _ low: String, _ high: String) throws -> Double {
      var saving = PublishedClaim.Saving(label: "cost")
      saving.saving = try figure(sign + "1095")
      saving.interval = PublishedClaim.Interval(
        low: try figure(low), high: try figure(high), level: 95)
      let says = examine { $0.savings = [saving] }.readings.map(\.says)
      for case .probability(let normal, _) in says { return normal }
      return .nan
    }
    let there = try probability("", "-2814", "5004")
    expectClose(there, 0.7085077702554766, relative: 1e-12)
    expectClose(try probability("-", "-5004", "2814"), 1 - there)
  }

  @Test("an interval decides the verdict, and a lopsided one makes it rough")
  func intervals() throws {
    func examined(_ low: String, _ high: String) throws -> ClaimExamination {
      var saving = PublishedClaim.Saving(label: "cost")
      saving.with = try figure("7264")
      saving.without = try figure("8359")
      saving.interval = PublishedClaim.Interval(
        low: try figure(low), high: try figure(high), level: 95)
      return examine(.randomised) { $0.savings = [saving] }
    }
    #expect(try examined("-2814", "5004").verdict == .cannotTell)
    #expect(try examined("100", "2090").verdict == .nothingAgainst)
    #expect(try examined("100", "2090").readings.map(\.fit) == [.follows, .follows, .follows])
    #expect(try examined("100", "4090").readings.map(\.fit) == [.follows, .open, .open])
    var wrong = PublishedClaim.Saving(label: "cost")
    wrong.with = try figure("7264")
    wrong.without = try figure("8359")
    wrong.saving = try figure("1905")
    #expect(examine(.randomised) { $0.savings = [wrong] }.verdict == .figuresCannotBe)
  }

  @Test(
    "an amount outside of its own interval cannot be, of money and of savings; at a limit it can")
  func outside() throws {
    func verdict(_ amount: String, _ low: String, _ high: String) throws -> [ClaimExamination
      .Verdict]
    {
      let interval = PublishedClaim.Interval(
        low: try figure(low), high: try figure(high), level: 95)
      var each = PublishedClaim.Money(label: "each", amount: try figure(amount), per: .registered)
      each.interval = interval
      var saving = PublishedClaim.Saving(label: "cost")
      (saving.saving, saving.interval) = (try figure(amount), interval)
      return [
        examine(.randomised) { $0.money = [each] }, examine(.randomised) { $0.savings = [saving] },
      ].map(\.verdict)
    }
    #expect(try verdict("900", "1000", "2000") == [.figuresCannotBe, .figuresCannotBe])
    #expect(try verdict("900", "-400", "2200") == [.cannotTell, .cannotTell])
    #expect(try verdict("900", "900", "2200") == [.nothingAgainst, .nothingAgainst])
    #expect(try verdict("0.9", "0.92", "2") == [.nothingAgainst, .nothingAgainst], "rounding")
  }

  @Test("more than all cannot be, as a count or in percent")
  func moreThanAll() throws {
    func fits(_ count: Int?, _ percent: String?, _ people: Int) throws -> [ClaimReading.Fit] {
      var share = PublishedClaim.Share(label: "improved")
      (share.count, share.people) = (count, people)
      share.percent = try percent.map(figure)
      return examine { $0.shares = [share] }.readings.map(\.fit)
    }
    #expect(try fits(31, nil, 30) == [.cannotBe])
    #expect(try fits(31, "103", 30) == [.cannotBe])
    #expect(try fits(nil, "103", 30) == [.cannotBe])
    #expect(try fits(30, "100", 30) == [.follows])
  }

  @Test("scores: a spread that is printed says which size was meant")
  func sizes() throws {
    let low = try figure("0")
    let range = try #require(
      PublishedClaim.EvenRange(low: low, high: figure("60"), step: figure("1"), itemsAveraged: 1))
    var score = PublishedClaim.Score(
      scale: "QPR", people: 75, before: try figure("27.2"), range: .even(range))
    score.after = try figure("38.8")
    score.size = PublishedClaim.Score.Size(name: .g, value: try figure("1.03"))
    func fit() -> ClaimReading.Fit? {
      examine { $0.scores = [score] }.readings.first {
        if case .sizeByScores = $0.says { true } else { false }
      }?.fit
    }
    #expect(fit() == .open)
    score.sdBefore = try figure("11.1")
    #expect(fit() == .follows)
    score.sdBefore = try figure("14.9")
    #expect(fit() == .doesNotFollow)
    // Where lower is better the change is below 0, and the size is printed without its sign.
    score.before = try figure("38.8")
    score.after = try figure("27.2")
    score.sdBefore = try figure("11.1")
    #expect(fit() == .follows)
    let turned = examine { $0.scores = [score] }.readings.compactMap { reading in
      if case .sizeByChanges(_, _, let sd, let t, _) = reading.says { (sd, t) } else { nil }
    }
    expectClose(turned[0].0, 11.147540820799536)
    expectClose(turned[0].1, -9.011758598053705)
  }

  @Test("percentages: counts, bases, and shares of the same people")
  func shares() throws {
    func share(_ label: String, _ count: Int?, _ percent: String, _ people: Int? = nil) throws
      -> PublishedClaim.Share
    {
      var share = PublishedClaim.Share(label: label)
      share.count = count
      share.percent = try figure(percent)
      share.people = people
      share.samePeople = "all"
      return share
    }
    let shares = try [
      share("one", 53, "69", 80), share("two", 19, "24.4"), share("three", nil, "50", 7),
      share("four", 39, "50.0"),
    ]
    let readings = examine { $0.shares = shares }.readings
    #expect(readings.prefix(4).map(\.fit) == [.cannotBe, .follows, .cannotBe, .follows])
    // 53 as 69% is of 77, 19 as 24.4% and 39 as 50.0% of 78.
    #expect(readings.suffix(3).map(\.fit) == [.doesNotFollow, .doesNotFollow, .follows])
    #expect(
      readings.last?.says == .samePeople(first: "two", second: "four", low: 78, high: 78))
  }

  @Test("figures keep the decimals that are printed, and nothing else is a figure", .tags(.edge))
  func figures() throws {
    #expect(PrintedFigure("17.30")?.decimals == 2)
    #expect(PrintedFigure("17.30")?.value == 17.3)
    #expect(PrintedFigure("-0.5")?.value == -0.5)
    for text in ["", ".", "1.", ".5", "1e3", "+4", "1,200", "1.2.3", "0.1234567", "12345678901234"]
    {
      #expect(PrintedFigure(text) == nil, "\(text)")
    }
    #expect(
      PublishedClaim.EvenRange(
        low: try figure("0"), high: try figure("1"), step: try figure("0.3"), itemsAveraged: 1)
        == nil)
  }

  private func examine(
    _ comparison: PublishedClaim.Comparison = .none, _ fill: (inout PublishedClaim) -> Void
  ) -> ClaimExamination {
    var claim = PublishedClaim(
      title: "a claim", source: PublishedClaim.Source(who: "A", doi: nil, place: "B"),
      people: PublishedClaim.People(), comparison: comparison)
    fill(&claim)
    return ClaimExaminer().examine(claim)
  }

  private func money(
    _ amount: String, per base: PublishedClaim.Base = .registered
  ) throws -> PublishedClaim.Money {
    PublishedClaim.Money(label: "saved", amount: try figure(amount), per: base)
  }

  private func figure(_ text: String) throws -> PrintedFigure {
    try #require(PrintedFigure(text))
  }
}
