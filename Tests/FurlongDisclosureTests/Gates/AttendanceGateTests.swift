import FurlongDisclosure
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("The gate on attendance by month")
struct AttendanceGateTests {
  /// Mean and mean moving range times 2.66, wide ranges left out once, as the evaluation makes them.
  private func lines(_ attended: [Int]) -> (centre: Double, high: Double) {
    let mean = Double(attended.reduce(0, +)) / Double(attended.count)
    let ranges = zip(attended, attended.dropFirst()).map { Double(abs($1 - $0)) }
    func average(_ values: [Double]) -> Double {
      values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
    let kept = ranges.filter { $0 < 3.267 * average(ranges) }
    return (mean, mean + 2.66 * average(kept.isEmpty ? ranges : kept))
  }

  private func release(
    _ months: [(attended: Int, people: Int)], partial: Int = 0, came: Int = 40, used: Int = 60,
    policy: DisclosurePolicy = .smallGroups()
  ) throws -> AttendanceSeries {
    let lines = lines(months.map(\.attended))
    func number(_ value: Double) -> Answer {
      .estimated(Estimate(value, unit: .events, used: used, eligible: used))
    }
    let first = CalendarDay(number: 19_000)
    let series = AttendanceSeries(
      kind: .controlChart, rules: "rules/1",
      months: months.enumerated().map { place, month in
        .init(
          first: first.adding(months: place), attended: number(Double(month.attended)),
          people: .exactly(month.people))
      }, partial: (0..<partial).map { first.adding(months: -1 - $0) },
      centre: number(lines.centre), low: .notEstimable(.noVariation, used: used, eligible: used),
      high: number(lines.high), leftOutOfLimits: 1, signals: [])
    let places = number(500)
    let reach = ReachFinding(
      flows: [],
      attendance: .init(
        offered: places, attended: places, missed: places, cancelledByStudent: places,
        cancelledByCollege: places, attendedAny: .exactly(came), medianAttended: places,
        series: series), casemix: [], missing: [], unusedForms: [])
    let findings = Findings(
      study: StudyDescription(
        id: "s", title: "t", about: "", fictional: true,
        people: .init(one: "person", many: "people"), design: .beforeAfter, involvement: "",
        registered: nil, dataTo: nil, dayZero: "", outcomes: 1),
      provenance: Provenance(tool: "test", planSHA256: "", seed: 1, inputs: []),
      steps: [.init(id: "who", planned: .yes, finding: .reach(reach))])
    let released = DisclosureGate(policy: policy).release(findings).findings.steps[0].finding
    guard case .reach(let found) = released else { throw Missing() }
    return try #require(found.attendance?.series)
  }

  private struct Missing: Error {}

  private let months: [(attended: Int, people: Int)] = [
    (40, 20), (44, 22), (38, 19), (5, 3), (47, 21), (41, 20), (39, 18), (0, 0), (36, 17), (43, 22),
    (45, 23), (37, 18), (42, 21), (12, 8),
  ]

  @Test("shows everything where no month is on few people")
  func shown() throws {
    let open = months.filter { $0.people == 0 || $0.people > 4 }
    let series = try release(open)
    #expect(series.months.allSatisfy { $0.attended.estimate != nil })
    #expect(series.months[6].people == .exactly(0))
    #expect(series.centre.estimate?.value == lines(open.map(\.attended)).centre)
    #expect(!series.isRounded)
  }

  @Test("hides a month on few people and another, and rounds the lines to 5")
  func hidden() throws {
    let series = try release(months)
    #expect(series.months[3].people == .fewerThan(5))
    #expect(series.months[3].attended == .hidden)
    // The next to go has the fewest attendances that are 10 or more.
    #expect(series.months[13].attended == .hidden && series.months[13].people == .hidden)
    #expect(series.months.count { $0.attended == .hidden } == 2)
    #expect(series.isRounded)
    let centre = try #require(series.centre.estimate).value
    #expect(centre.truncatingRemainder(dividingBy: 5) == 0)
    #expect(series.leftOutOfLimits == 0)
  }

  @Test("a month that is covered in part is as unknown as a second hidden one")
  func partial() throws {
    let series = try release(months, partial: 1)
    #expect(series.months.count { $0.attended == .hidden } == 1)
    #expect(series.isRounded)
  }

  @Test("hides a month where the others than the population would be few")
  func others() throws {
    let open = months.filter { $0.people > 4 }
    #expect(try release(open, came: 58, used: 60).months.count { $0.attended == .hidden } == 1)
    #expect(try release(open, came: 50, used: 60).months.count { $0.attended == .hidden } == 0)
    let inside = try release(open, came: 58, used: 60)
    #expect(inside.months.compactMap(\.attended.estimate).allSatisfy { $0.used == 0 })
  }

  @Test("no reader can work a hidden month out of the lines", .tags(.law))
  func attack() throws {
    for few in [1, 2, 5, 9] {
      var months = months
      months[3] = (few, 2)
      let series = try release(months)
      let shown = try #require(series.centre.estimate).value
      let high = try #require(series.high.estimate).value
      var fits: Set<Int> = []
      // A reader tries every number for both hidden months.
      for guess in 1...30 {
        for other in 5...60 {
          var tried = months.map(\.attended)
          tried[3] = guess
          tried[13] = other
          let found = lines(tried)
          if (found.centre / 5).rounded() * 5 == shown, (found.high / 5).rounded() * 5 == high {
            fits.insert(guess)
          }
        }
      }
      #expect(fits.contains(few) && fits.count >= 5, "\(few): \(fits.sorted())")
    }
  }

  @Test("open data hide nothing", .tags(.law))
  func open() throws {
    let series = try release(months, policy: .openData)
    #expect(series.months.allSatisfy { $0.attended.estimate != nil })
    #expect(!series.isRounded)
  }

  @Test("of fewer than 10 people nothing is left", .tags(.edge))
  func small() throws {
    let series = try release(months, came: 8, used: 8)
    #expect(series.months.allSatisfy { $0.attended == .hidden })
    #expect(series.centre == .hidden && series.high == .hidden)
  }
}
