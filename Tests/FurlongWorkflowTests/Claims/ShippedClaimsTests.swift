import Foundation
import FurlongEvaluation
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// Each published claim of datasets/claims, with each reading named that must come out of it.
@Suite("The published claims that are shipped")
struct ShippedClaimsTests {
  static let names = [
    "allard-2024", "barrett-2013", "bourne-2018", "business-case", "flood-2006", "hayes-2023",
    "invented-impossible", "north-west-2019", "peer-support", "rinaldi-2012",
  ]

  @Test("are told as they were read and approved", .tags(.golden), arguments: names)
  func golden(name: String) throws {
    try expectGolden(check(name).text, "\(name).txt")
  }

  @Test("are all among these")
  func all() throws {
    let folder = projectFolder().appendingPathComponent("datasets/claims")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(files == Self.names.map { $0 + ".yaml" })
  }

  @Test("£1,200 × 463 is £555,600 over 18 months, £800 a year, gross, without an interval")
  func bourne() throws {
    let (readings, lacks, verdict) = try parts("bourne-2018")
    let each = "for each who registered"
    let completed = "for each who completed"
    #expect(
      readings == [
        Found(each, .total(amount: 1_200, people: 463, months: 18, total: 555_600), .follows),
        Found(each, .yearly(amount: 1_200, months: 18, yearly: 800), .follows),
        Found(
          completed, .yearly(amount: 1_760, months: 18, yearly: 1_760.0 * 12 / 18), .follows),
      ])
    for lack: ClaimLack in [
      .comparison(with: .ownPast), .completers(of: [completed]), .interval(of: [each, completed]),
      .deliveryCost(of: [each, completed]), .notCashable(of: [each, completed]),
    ] {
      #expect(lacks.contains(lack), "\(lack)")
    }
    #expect(verdict == .nothingToCompare)
  }

  @Test(
    "18 months told as a year is 1.5 times the source, and net of what the source never took off")
  func businessCase() throws {
    let (readings, _, verdict) = try parts("business-case")
    let each = "for each who registered"
    #expect(
      readings == [
        Found(
          each, .timeBase(amount: 1_200, said: 12, source: 18, yearly: 800, factor: 1.5),
          .doesNotFollow),
        Found(each, .netOfDelivery(source: .notStated), .doesNotFollow),
      ])
    #expect(verdict == .notInSource)
  }

  @Test("£845 is of one year, of those who completed, and the least that it could be")
  func rinaldi() throws {
    let (readings, lacks, verdict) = try parts("rinaldi-2012")
    let each = "for each who completed"
    #expect(readings == [Found(each, .oneYear(amount: 845), .follows)])
    for lack: ClaimLack in [
      .bound(of: each, meant: .atLeast), .completers(of: [each]), .peopleCount,
      .deliveryCost(of: [each]),
    ] {
      #expect(lacks.contains(lack), "\(lack)")
    }
    #expect(verdict == .nothingToCompare)
  }

  @Test(
    "an interval from −£2,814 to £5,004: standard error £1,994, P(saving) 0.71 and not 78%; cannot tell"
  )
  func flood() throws {
    let (readings, _, verdict) = try parts("flood-2006")
    #expect(
      readings.first?.says
        == .difference(with: 7_264, without: 8_359, difference: 1_095, said: 1_095))
    #expect(readings.map(\.fit) == [.follows, .follows, .doesNotFollow])
    for reading in readings {
      switch reading.says {
      case .standardError(_, _, _, let error): expectClose(error, 1_994.4244031184724)
      case .probability(let normal, let said):
        expectClose(normal, 0.7085077702554766)
        #expect(said == 78)
      default: break
      }
    }
    #expect(verdict == .cannotTell)
  }

  @Test("a group that was not planned, as far as the source says")
  func barrett() throws {
    let (readings, lacks, verdict) = try parts("barrett-2013")
    #expect(readings.isEmpty)
    #expect(
      lacks.contains(
        .subgroup(of: "cost to services in one ethnic group", planning: .notStated)))
    #expect(lacks.contains(.notFound(what: "cost to society")))
    #expect(verdict == .foundAfterwards)
  }

  @Test("£387 on average beside a median of £518, and a total that is the median budget times 88")
  func hayes() throws {
    let (readings, _, verdict) = try parts("hayes-2023")
    #expect(
      readings == [
        Found(
          "cost a student",
          .mean(
            total: 17_600_000, count: 45_500, of: "students", mean: 17_600_000.0 / 45_500,
            median: 518), .follows),
        Found(
          "budget of a college",
          .mean(
            total: 17_600_000, count: 88, of: "colleges", mean: 200_000, median: 200_000), .follows),
        Found(
          "budget of a college",
          .medianTimesCount(
            median: 200_000, count: 88, of: "colleges", product: 17_600_000, total: 17_600_000),
          .open),
      ])
    #expect((17_600_000.0 / 45_500).rounded() == 387)
    #expect(verdict == .describes)
  }

  @Test(
    "137 of 1,214, chosen for having been in care; up to £1.3 million is no estimate, £1,071 if shared by all"
  )
  func northWest() throws {
    let (readings, lacks, _) = try parts("north-west-2019")
    #expect(readings.first?.says == .part(count: 137, all: 1_214))
    #expect(
      readings.dropFirst() == [
        Found(
          "saved a year",
          .spread(
            total: 1_300_000, months: 12, people: 1_214, of: .all, each: 1_300_000.0 / 1_214),
          .open),
        Found(
          "saved a year",
          .spread(
            total: 1_300_000, months: 12, people: 137, of: .counted, each: 1_300_000.0 / 137),
          .open),
      ])
    #expect((1_300_000.0 / 1_214).rounded() == 1_071)
    for lack: ClaimLack in [
      .chosenForCare(count: 137, all: 1_214), .bound(of: "saved a year", meant: .upTo),
      .countInWords(of: "had fewer contacts", words: "nearly two thirds"),
    ] {
      #expect(lacks.contains(lack), "\(lack)")
    }
  }

  @Test("28% and 53% less: uncontrolled, and whose costs at nine months?")
  func peerSupport() throws {
    let (readings, lacks, verdict) = try parts("peer-support")
    let label = "cost of contacts"
    #expect(
      readings == [
        Found(label, .left(percent: 28, months: 6, left: 72), .follows),
        Found(label, .left(percent: 53, months: 9, left: 47), .follows),
        Found(label, .fellAgain(first: 6, second: 9, percent: 100 - 100 * 47.0 / 72), .open),
      ])
    for lack: ClaimLack in [.comparison(with: .ownPast), .samePeople(of: label), .peopleCount] {
      #expect(lacks.contains(lack), "\(lack)")
    }
    #expect(verdict == .nothingToCompare)
  }

  @Test("two readings of each g, and shares of 77 and of 78 people")
  func allard() throws {
    let (readings, lacks, verdict) = try parts("allard-2024")
    var spreads: [Double] = []
    var tests: [Double] = []
    for reading in readings {
      switch reading.says {
      case .sizeByScores(_, _, let sd): spreads.append(sd)
      case .sizeByChanges(_, _, _, let t, _): tests.append(t)
      default: continue
      }
      #expect(reading.fit == .open)
    }
    expectClose(spreads[0], 4.218673360399583)
    expectClose(spreads[1], 11.147540820799536)
    expectClose(tests[0], 9.752746247720655)
    expectClose(tests[1], 9.011758598053705)
    #expect(
      readings.suffix(3).map(\.says) == [
        .base(count: 53, percent: try figure("69"), low: 77, high: 77, said: nil),
        .base(count: 19, percent: try figure("24.4"), low: 78, high: 78, said: nil),
        .samePeople(
          first: "economically inactive before", second: "economically inactive after", low: nil,
          high: nil),
      ])
    #expect(readings.last?.fit == .doesNotFollow)
    for lack: ClaimLack in [
      .completers(of: []), .lost(counted: 80, began: 101), .uneven(of: ["SWEMWBS"]),
      .standardDeviation(of: ["SWEMWBS", "QPR-15"]),
    ] {
      #expect(lacks.contains(lack), "\(lack)")
    }
    #expect(verdict == .nothingToCompare)
  }

  @Test("figures that cannot be: a mean, a spread, a percentage")
  func impossible() throws {
    let (readings, _, verdict) = try parts("invented-impossible")
    let wrong = readings.filter { $0.fit == .cannotBe }
    #expect(wrong.count == 3)
    guard case .meanScore(let mean) = wrong[0].says,
      case .spreadOfScores(let spread) = wrong[1].says
    else {
      Issue.record("\(wrong)")
      return
    }
    expectClose(try #require(mean.below), 61.0 / 28)
    expectClose(try #require(mean.above), 62.0 / 28)
    // 98 points over 28 people, the ends as far apart as they can be: 17 on 5, 10 on 1, one on 3.
    let squares: Double = 17 * 25 + 10 + 9
    let highest = ((squares - 98 * 98 / 28) / 27).squareRoot()
    expectClose(try #require(spread.highest), highest)
    #expect(
      wrong[2].says == .base(count: 23, percent: try figure("83"), low: nil, high: nil, said: 28))
    #expect(verdict == .figuresCannotBe)
  }

  private func check(_ name: String) throws -> ClaimCheck {
    try ClaimCheck(
      file: projectFolder().appendingPathComponent("datasets/claims/\(name).yaml"))
  }

  private func parts(
    _ name: String
  ) throws -> (readings: [Found], lacks: [ClaimLack], verdict: ClaimExamination.Verdict) {
    let check = try check(name)
    return (
      check.readings.map { Found($0.reading.about, $0.reading.says, $0.reading.fit) },
      check.lacks.map(\.lack), check.verdict
    )
  }

  private func figure(_ text: String) throws -> PrintedFigure { try #require(PrintedFigure(text)) }
}

/// A reading as a test writes it.
private struct Found: Equatable {
  let about: String
  let says: ClaimReading.Says
  let fit: ClaimReading.Fit

  init(_ about: String, _ says: ClaimReading.Says, _ fit: ClaimReading.Fit) {
    (self.about, self.says, self.fit) = (about, says, fit)
  }
}
