import FurlongEvaluation
import FurlongReports
import FurlongTestSupport
import Testing

/// What must hold for every sentence about a published claim.
@Suite("The wording of claims")
struct ClaimWordingTests {
  @Test("every reading, lack and verdict is told in short plain sentences", arguments: Self.claims)
  func sentences(claim: PublishedClaim) {
    let examination = ClaimExaminer().examine(claim)
    let wording = ClaimWording(examination)
    let told =
      [wording.verdict] + examination.readings.map(wording.words)
      + examination.lacks.map(wording.words)
    for words in told {
      #expect(words.hasSuffix("."), "\(words)")
      #expect(words.first?.isLowercase == false, "\(words)")
      for sentence in words.split(separator: ". ") {
        #expect(sentence.split(separator: " ").count <= 30, "\(sentence)")
      }
      for word in ReportLintTests.banned { #expect(!words.lowercased().contains(word), "\(words)") }
      for trace in ReportLintTests.traces where !trace.allSatisfy(\.isLetter) {
        #expect(!words.contains(trace), "\(words)")
      }
    }
  }

  @Test("every kind of reading and of lack is among them")
  func kinds() {
    let examinations = Self.claims.map { ClaimExaminer().examine($0) }
    let readings = Set(examinations.flatMap(\.readings).map { name($0.says) })
    let lacks = Set(examinations.flatMap(\.lacks).map(name))
    #expect(readings.count == 25, "\(readings.sorted())")
    #expect(lacks.count == 21, "\(lacks.sorted())")
    #expect(Set(examinations.map(\.verdict)).count == 7)
  }

  /// The name of a case.
  private func name(_ value: some Any) -> String {
    String("\(value)".prefix { $0 != "(" })
  }

  /// Invented claims that hold every kind of figure, right and wrong.
  static var claims: [PublishedClaim] {
    [everything(.none), everything(.ownPast), everything(.notStated)]
      + [trial(), trial(isClear: true), found(), restated(), described(), plain()]
  }

  private static func figure(_ text: String) -> PrintedFigure {
    guard let figure = PrintedFigure(text) else { fatalError("no figure: \(text)") }
    return figure
  }

  private static func claim(
    _ comparison: PublishedClaim.Comparison, _ people: PublishedClaim.People = .init()
  ) -> PublishedClaim {
    PublishedClaim(
      title: "A claim", source: PublishedClaim.Source(who: "An author", doi: nil, place: "a place"),
      people: people, comparison: comparison)
  }

  private static func everything(_ comparison: PublishedClaim.Comparison) -> PublishedClaim {
    var claim = claim(
      comparison,
      PublishedClaim.People(count: 137, all: 1_214, began: 200, isChosenForCare: true))
    for base in PublishedClaim.Base.allCases {
      var money = PublishedClaim.Money(label: base.rawValue, amount: figure("1200.50"), per: base)
      money.months = base == .attending ? nil : base == .person ? 12 : 18
      money.people = base == .together ? nil : 30
      money.meant = base == .together ? .upTo : .atLeast
      money.cashable = base == .together ? .no : .notStated
      claim.money.append(money)
    }
    claim.totals = [("518", 45_500), ("387", 45_500), ("200000", 88)].map { median, count in
      PublishedClaim.Total(
        label: "cost", total: figure("17600000"), count: count, of: "students",
        median: figure(median))
    }
    let whole = PublishedClaim.EvenRange(
      low: figure("1"), high: figure("5"), step: figure("1"), itemsAveraged: 1)
    for (mean, sd) in [("2.19", "0.90"), ("3.50", "2.40"), ("3.50", "1.10"), ("6.00", "1.00")] {
      var score = PublishedClaim.Score(
        scale: "hope", people: 28, before: figure(mean), range: whole.map { .even($0) } ?? .uneven)
      score.sdBefore = figure(sd)
      score.after = figure("3.9")
      score.size = PublishedClaim.Score.Size(
        name: mean == "2.19" ? .g : .d, value: figure("0.40"))
      claim.scores.append(score)
    }
    claim.scores.append(
      PublishedClaim.Score(scale: "table", people: 80, before: figure("17.3"), range: .uneven))
    claim.scores.append(
      PublishedClaim.Score(scale: "unknown", people: 80, before: figure("17.3"), range: .notStated))
    for (count, percent, people) in [
      (53, "69", nil), (19, "24.4", 80), (1, "70", nil), (nil, "50", 7), (nil, "66", 137),
      (39, "50.0", nil),
    ] as [(Int?, String, Int?)] {
      var share = PublishedClaim.Share(label: percent)
      (share.count, share.percent, share.people) = (count, figure(percent), people)
      share.samePeople = "all"
      claim.shares.append(share)
    }
    var vague = PublishedClaim.Share(label: "fewer contacts")
    vague.words = "nearly two thirds"
    claim.shares.append(vague)
    claim.falls = [("28", 6), ("53", 9), ("40", 12)].map { percent, months in
      PublishedClaim.Fall(label: "costs", percent: figure(percent), months: months, people: nil)
    }
    return claim
  }

  private static func trial(isClear: Bool = false) -> PublishedClaim {
    var claim = claim(.randomised, PublishedClaim.People(count: 160))
    for (said, low, probability) in [
      ("1095", "-2814", 78.0), ("1095", "-2814", 71), ("1095", "800", 99),
    ] {
      var saving = PublishedClaim.Saving(label: "cost")
      (saving.with, saving.without, saving.saving) = (figure("7264"), figure("8359"), figure(said))
      saving.interval = PublishedClaim.Interval(low: figure(low), high: figure("5004"), level: 95)
      saving.probability = probability
      claim.savings.append(saving)
    }
    claim.savings = isClear ? claim.savings.suffix(1) : claim.savings.dropLast()
    return claim
  }

  private static func found() -> PublishedClaim {
    var claim = claim(.randomised)
    claim.savings = [
      PublishedClaim.Saving(label: "one group", group: .notStated),
      PublishedClaim.Saving(label: "another", group: .notPlanned),
    ]
    claim.notFound = ["cost to society"]
    return claim
  }

  private static func restated() -> PublishedClaim {
    var claim = claim(.ownPast, PublishedClaim.People(who: .registered))
    for (amount, months, per, source) in [
      ("1200", 12, .registered, 18), ("800", 12, .registered, 18), ("1200", nil, .registered, 18),
      ("1200", 12, .registered, nil), ("1300", 18, .completing, 18),
    ] as [(String, Int?, PublishedClaim.Base, Int?)] {
      var money = PublishedClaim.Money(label: amount, amount: figure(amount), per: per)
      money.months = months
      money.delivery = per == .completing ? .takenOff : .notStated
      money.cashable = per == .completing ? .yes : .notStated
      money.basis = PublishedClaim.Basis(
        source: PublishedClaim.Source(who: "B", doi: nil, place: "C"), amount: figure("1200"),
        per: .registered, months: source, delivery: .notTakenOff)
      claim.money.append(money)
    }
    return claim
  }

  private static func described() -> PublishedClaim {
    var claim = claim(.none)
    claim.totals = [
      PublishedClaim.Total(
        label: "cost", total: figure("1000"), count: 10, of: "students", median: nil)
    ]
    return claim
  }

  private static func plain() -> PublishedClaim {
    var claim = claim(.ownPast, PublishedClaim.People(count: 9, who: .registered))
    claim.falls = [
      PublishedClaim.Fall(label: "costs", percent: figure("28"), months: 1, people: 9)
    ]
    return claim
  }
}
