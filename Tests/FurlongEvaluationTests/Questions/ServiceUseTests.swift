import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite struct ServiceUseTests {
  private func draft() -> StudyDraft {
    var draft = StudyDraft(size: 8)
    draft.count(
      before: [3, 1, 0, 2, 2, 5, 9, 1], after: [1, 1, 2, 0, 0, 2, 9, 0],
      daysBefore: [365, 365, 100, 365, 200, 365, 365, 365],
      daysAfter: [365, 365, 365, 365, 200, 300, 365, 365],
      counted: [true, true, true, true, true, true, false, true])
    return draft
  }

  @Test func `only those counted are in the numbers`() throws {
    let row = try draft().serviceUse().rows[0]
    #expect(row.people.count == 7)
    #expect(row.eligible.count == 8)
    #expect(row[.eventsBefore].estimate?.value == 14)
    #expect(row[.eventsAfter].estimate?.value == 6)
    #expect(row.anyBefore.count == 6)
    #expect(row.anyAfter.count == 4)
    expectClose(
      try #require(row[.timeBefore].estimate?.value), 2125 / 365.25, relative: 1e-14)
    expectClose(
      try #require(row[.rateBefore].estimate?.value), 14 / (2125 / 365.25), relative: 1e-14)
    expectClose(
      try #require(row.rateRatios[0].estimate?.value), (6.0 / 2325) / (14.0 / 2125),
      relative: 1e-14)
    expectClose(
      try #require(row[.difference].estimate?.value),
      6 / (2325 / 365.25) - 14 / (2125 / 365.25), relative: 1e-14)
  }

  @Test func `a way of counting says in how many people's events it differs from others`() throws {
    var draft = draft()
    draft.cohortPlan.countsEveryWay = true
    // Of the second, three are other before and two after; the third is as the second but for one before.
    for place in 1..<draft.scored.cohort.serviceUse.count {
      draft.scored.cohort.serviceUse[place].eventsBefore = [2, 0, 0, 2, 2, 5, 9, 0]
      draft.scored.cohort.serviceUse[place].eventsAfter = [0, 0, 2, 0, 0, 2, 9, 0]
      if place > 1 { draft.scored.cohort.serviceUse[place].eventsBefore[3] = 0 }
    }
    let ways = try draft.serviceUse().ways
    #expect(ways.map(\.apart) == [[], [2], [2, 1], [2, 1, 0]])
  }

  @Test func `a way with home leave the other way says of whom the nights at home are`() throws {
    var draft = draft()
    draft.cohortPlan.countsEveryWay = true
    var left = draft.scored.cohort.serviceUse[0]
    left.rule = ServiceUseRule(homeLeave: .leftOut)
    // Before, two of one person's nights and one of another's were at home; after, nobody's.
    left.eventsBefore = [1, 1, 0, 2, 2, 4, 9, 1]
    draft.scored.cohort.serviceUse.append(left)
    let ways = try draft.serviceUse().ways
    let way = try #require(ways.last)
    let estimate = try #require(way.ratio.estimate)
    #expect(estimate.contributors.count == 3 && ways[0].ratio.estimate?.contributors.count == 2)
    #expect(estimate.contributors.last == Estimate.Contributors(to: [2, 1]))
    #expect(estimate.contributors.last?.mostOfTwo == 1)
  }

  @Test func `the reduction is 1 − ratio with the interval turned round`() throws {
    let row = try draft().serviceUse().rows[0]
    let ratio = try #require(row.rateRatios[0].estimate)
    let reduction = try #require(row[.reduction].estimate)
    #expect(reduction.value == 1 - ratio.value)
    #expect(reduction.interval?.low == ratio.interval.map { 1 - $0.high })
    #expect(reduction.interval?.high == ratio.interval.map { 1 - $0.low })
    #expect(reduction.method == ratio.method)
    #expect(row.answers.method(of: .reduction) == row.answers.method(of: .ratio))
  }

  @Test func `ratios stand in fixed places, told apart by measure and method`() throws {
    let row = try draft().serviceUse().rows[0]
    let bca = Method(interval: "person bootstrap, bca", draws: 9999)
    #expect(
      ServiceUseFinding<Unreleased>.Row.ratios.map(row.answers.method) == [
        bca, Method(interval: "person delta, log scale"),
        Method(interval: "person bootstrap, percentile", draws: 9999), bca, bca, bca,
      ])
    #expect(
      ServiceUseFinding<Unreleased>.Row.ratios.map(\.declared.word) == [
        "rate_ratio", "rate_ratio", "rate_ratio", "rate_ratio_without_1_month",
        "rate_ratio_without_3_months", "rate_ratio_both_windows_whole",
      ])
  }

  @Test func `days cannot be left out where the data have none`() throws {
    var draft = draft()
    draft.cohortPlan.dayZero = .none
    for index in draft.scored.cohort.serviceUse.indices
    where draft.scored.cohort.serviceUse[index].rule != .wholeWindow {
      draft.scored.cohort.serviceUse[index].notPossible = .noDates
    }
    let ratios = try draft.serviceUse().rows[0].rateRatios
    #expect(ratios[0].estimate != nil)
    #expect(ratios[3].none == NoNumber(.noDates, used: 0, eligible: 8))
    #expect(ratios[5].none == NoNumber(.notCountable(.noDates), used: 0, eligible: 8))
  }

  @Test func `ranks are of people watched as long after as before`() throws {
    var draft = draft()
    for index in draft.scored.cohort.serviceUse.indices {
      draft.scored.cohort.serviceUse[index].notPossible =
        draft.scored.cohort.serviceUse[index].rule == .wholeWindow ? nil : .noDates
    }
    let ranks = try #require(draft.serviceUse().rows[0][.wilcoxon].estimate)
    // Two of the seven have other days after than before.
    #expect(ranks.used.count == 5)
    #expect(ranks.caveats == [.equalTimeOnly])
    #expect(ranks.caveats[0].note == "people with as many days at risk after as before")
    #expect(ranks.value == 0)
  }

  @Test func `of people watched as long it is counted whose use went which way`() throws {
    var draft = draft()
    for index in draft.scored.cohort.serviceUse.indices
    where draft.scored.cohort.serviceUse[index].rule != .wholeWindow {
      draft.scored.cohort.serviceUse[index].notPossible = .noDates
    }
    let found = try #require(draft.serviceUse().robustness)
    // Of five: 3 to 1, 1 to 1, 2 to 0, 2 to 0 in 200 days, 1 to 0.
    #expect(found.watched.count == 5)
    #expect([found.less, found.same, found.more].map(\.count) == [4, 1, 0])
    let signs = try #require(found[.signTest].estimate)
    #expect(signs.value == 4)
    #expect(signs.pValue == 0.125)
    #expect(signs.caveats == [.equalTimeOnly])
    // The highest and the lowest fifth are one person each.
    let trimmed = try #require(found[.trimmedDifference].estimate)
    expectClose(trimmed.value, -(2 + 2 + 1) / 3.0 * 365.25 / 365, relative: 1e-14)
  }

  @Test func `those watched as long are those of the ratio over whole windows, by one name`() throws
  {
    let found = try draft().serviceUse()
    let whole = try #require(found.rows[0][.ratioOfWholeWindows].estimate).used
    let robustness = try #require(found.robustness)
    #expect(robustness.watched == whole)
    #expect(robustness.less.count + robustness.same.count + robustness.more.count == whole.count)
  }

  @Test func `the five with the most events before and after together are left out`() throws {
    let found = try #require(draft().serviceUse().robustness)
    // 5 + 2, 3 + 1, 2 + 0 twice, and of 1 + 1 and 0 + 2 the one with more before, of 14 + 6.
    let share = try #require(found[.shareOfFive].estimate)
    #expect(share.value == 17.0 / 20)
    #expect(
      share.contributors
        == [[7, 4, 2, 2, 2], [5, 3, 2, 2, 1, 1, 0], [2, 1, 0, 0, 1, 0, 2]].map {
          Estimate.Contributors(to: $0)
        })
    let without = try #require(found[.ratioWithoutFive].estimate)
    expectClose(without.value, (2.0 / 730) / (1.0 / 465), relative: 1e-14)
    #expect(without.used.count == 7)
    // It tells what the five had before, and what after, which must each be of no few.
    #expect(
      without.contributors.suffix(2)
        == [[5, 3, 2, 2, 1], [2, 1, 0, 0, 1]].map { Estimate.Contributors(to: $0) })
    var few = StudyDraft(size: 5)
    few.count(before: [1, 2, 3, 4, 5], after: [1, 0, 0, 0, 2])
    #expect(
      try few.serviceUse().robustness?[.ratioWithoutFive].none
        == NoNumber(.tooFew(needed: 6, found: 5), used: 5, eligible: 5))
  }

  @Test func `windows of two lengths cannot be ranked`() throws {
    var draft = draft()
    draft.cohortPlan.windows[0].after = TimeLength(6, .months)
    #expect(
      try draft.serviceUse().rows[0][.wilcoxon].none
        == NoNumber(.windowsDiffer, used: 7, eligible: 8))
    #expect(try draft.serviceUse().robustness == nil)
  }

  @Test(.tags(.edge)) func `no event on one side has no ratio`() throws {
    var draft = StudyDraft(size: 3)
    draft.count(before: [1, 2, 0], after: [0, 0, 0])
    let row = try draft.serviceUse().rows[0]
    #expect(row[.rateAfter].estimate?.value == 0)
    #expect(row[.rateAfter].estimate?.interval == nil)
    for ratio in row.rateRatios + [row[.reduction]] {
      #expect(ratio.none == NoNumber(.nothingHappened, used: 3, eligible: 3))
    }
  }

  @Test(.tags(.edge)) func `one person has counts and no rates`() throws {
    var draft = StudyDraft(size: 1)
    draft.count(before: [2], after: [1])
    let row = try draft.serviceUse().rows[0]
    #expect(row[.eventsBefore].estimate?.value == 2)
    let tooFew = NoNumber(.tooFew(needed: 2, found: 1), used: 1, eligible: 1)
    for answer in [row[.rateBefore], row[.difference], row[.wilcoxon]] + row.rateRatios {
      #expect(answer.none == tooFew)
    }
  }

  @Test(.tags(.edge)) func `an event that no export counts says so`() throws {
    var draft = StudyDraft(size: 2)
    draft.cohortPlan.events = [StudyDraft.admission]
    draft.cohortPlan.windows = [StudyDraft.year]
    let row = try draft.serviceUse().rows[0]
    #expect(row.rateRatios.count == 6)
    #expect(row[.eventsBefore].none == NoNumber(.noData, used: 0, eligible: 2))
  }

  @Test(.tags(.edge)) func `nobody counted is a number of the data, not one that is given`() throws
  {
    let sides = Array(repeating: 1, count: 4)
    var draft = StudyDraft(size: 4)
    draft.count(before: sides, after: sides, counted: Array(repeating: false, count: 4))
    let counted = try draft.serviceUse().rows[0]
    for ratio in counted.rateRatios {
      #expect(ratio.none == NoNumber(.tooFew(needed: 2, found: 0), used: 0, eligible: 4))
      #expect(ratio.used.isGiven == false)
    }
    #expect(!counted.people.isGiven && !counted.anyBefore.isGiven)
    for index in draft.scored.cohort.serviceUse.indices {
      draft.scored.cohort.serviceUse[index].notPossible = .noExport
    }
    let given = try draft.serviceUse().rows[0]
    #expect(given.rateRatios.allSatisfy { $0.used.isGiven })
    #expect(given.people.isGiven && given.anyBefore.isGiven && given.anyAfter.isGiven)
  }

  @Test(.tags(.edge)) func `a window that the export cannot fill says why`() throws {
    var draft = draft()
    for index in draft.scored.cohort.serviceUse.indices {
      draft.scored.cohort.serviceUse[index].notPossible = .monthsWithoutDates
    }
    let outcome = try draft.serviceUse()
    let why = NoNumber(.notCountable(.monthsWithoutDates), used: 0, eligible: 8)
    #expect(outcome.rows[0][.eventsBefore].none == why)
    #expect(outcome.rows[0].rateRatios.map(\.none) == Array(repeating: why, count: 6))
    #expect(outcome.noTimeAtRisk.count == 0)
  }

  @Test(.tags(.edge)) func `where few draws fail percentiles stand in, and are not written twice`()
    throws
  {
    // Five of twelve had an event before: about 0.2 % of the draws have none.
    var draft = StudyDraft(size: 12)
    draft.count(
      before: [4, 1, 2, 1, 3, 0, 0, 0, 0, 0, 0, 0], after: [1, 1, 0, 2, 0, 0, 1, 0, 0, 0, 2, 1])
    let headline = try #require(draft.serviceUse().rows[0].rateRatios[0].estimate)
    #expect(headline.method == Method(interval: "person bootstrap, percentile", draws: 9999))
    #expect(headline.interval != nil)
    #expect(headline.caveats.first?.note.hasPrefix("no bca interval: ") == true)
    draft.plan.steps = [StudyDraft.step("use", .serviceUse(events: []))]
    let keys = ResultsTable(try draft.findings()).rows
      .filter { $0.measure.hasPrefix("rate_ratio") }.map(\.key)
    #expect(keys.count == 6)
    #expect(Set(keys).count == 6)
  }

  @Test(.tags(.edge)) func `where too many draws fail there is no interval but the formula's`()
    throws
  {
    // One of six had an event before: a third of the draws have none, too many for a percentile.
    var draft = StudyDraft(size: 6)
    draft.count(before: [4, 0, 0, 0, 0, 0], after: [1, 1, 0, 2, 0, 0])
    let row = try draft.serviceUse().rows[0]
    let headline = try #require(row.rateRatios[0].estimate)
    #expect(headline.interval == nil)
    #expect(headline.caveats.first?.note.hasPrefix("no interval: ") == true)
    #expect(row.rateRatios[1].estimate?.interval != nil)
  }

  @Test func `who is not counted is told by reason`() throws {
    var draft = draft()
    for index in draft.scored.cohort.serviceUse.indices {
      draft.scored.cohort.serviceUse[index].notLinkable = 1
    }
    let outcome = try draft.serviceUse()
    #expect(outcome.notLinkable.count == 1)
    #expect(outcome.noTimeAtRisk.count == 0)
  }

  @Test func `the timeline has rates a person-year`() throws {
    var draft = draft()
    draft.scored.cohort.timelines = [
      EventTimeline(
        event: "admission", window: "year", unit: .months,
        bins: [
          .init(from: -1, to: 0, events: 6, peopleWithAny: 4, people: 7, days: 210),
          .init(from: 0, to: 1, events: 0, peopleWithAny: 0, people: 0, days: 0),
        ])
    ]
    let bins = try draft.serviceUse().timeline
    expectClose(
      try #require(bins[0][.rate].estimate?.value), 6 / (210 / 365.25), relative: 1e-14)
    #expect(bins[1][.rate].none == NoNumber(.nothingHappened, used: 0, eligible: 7))
  }
}
