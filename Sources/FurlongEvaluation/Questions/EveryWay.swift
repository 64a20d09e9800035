import FurlongStatistics
import FurlongStudy

/// The ratio of rates of everyone in every way of counting that the data allow, the usual ones first, those from another day
/// than the plan's day 0 last.
///
/// Their order says nothing of what was found.
/// Intervals are by formula: many ways of counting the same events need no draws of their own.
struct EveryWay {
  var material: Material
  var event: EventKind
  var window: ServiceWindow

  func answer() -> [ServiceUseFinding<Unreleased>.Way] {
    guard material.cohortPlan.countsEveryWay, window.from == nil else { return [] }
    let ways = material.cohort.serviceUse.filter {
      $0.event == event.id && $0.window == window.id && $0.notPossible == nil
    }
    return ways.enumerated().map { place, columns in
      var way = way(columns, of: ways)
      way.apart = ways.prefix(place).map { Self.apart(columns, $0) }
      return way
    }
  }

  /// In how many people's events two ways differ, on the side where it is fewer; of who is not counted in one it has none.
  private static func apart(_ one: ServiceUseColumns, _ other: ServiceUseColumns) -> Int {
    [
      zip(one.eventsBefore, other.eventsBefore).count { $0 != $1 },
      zip(one.eventsAfter, other.eventsAfter).count { $0 != $1 },
    ].filter { $0 > 0 }.min() ?? 0
  }

  /// The nights at home on leave between a way and the plan's: both tell them, as they tell the events.
  ///
  /// None of a way that has home leave as the plan does; a side without any is not among them.
  private func leave(_ columns: ServiceUseColumns, of ways: [ServiceUseColumns]) -> [[Int]] {
    var asPlanned = columns.rule
    asPlanned.homeLeave = nil
    guard columns.rule.homeLeave != nil, let plans = ways.first(where: { $0.rule == asPlanned })
    else { return [] }
    return [
      zip(plans.eventsBefore, columns.eventsBefore).map { abs($0 - $1) },
      zip(plans.eventsAfter, columns.eventsAfter).map { abs($0 - $1) },
    ].filter { $0.contains { $0 > 0 } }
  }

  /// - Parameter ways: all that are possible, among them the same way with home leave as the plan has it.
  private func way(
    _ columns: ServiceUseColumns, of ways: [ServiceUseColumns]
  ) -> ServiceUseFinding<Unreleased>.Way {
    let leave = leave(columns, of: ways)
    let everyone = PeopleGroup.everyone(in: material.cohort)
    let people = EventSample(of: everyone.members, columns)
    let sample = material.sample(
      used: PeopleCount(
        people.size,
        .counted(
          event: event.id, window: window.id, group: everyone.name.id, rule: columns.rule)),
      eligible: everyone.count)
    if people.size < 2 {
      return .init(
        rule: columns.rule, ratio: sample.none(.tooFew(needed: 2, found: people.size)))
    }
    let ratio = sample.answer { () throws(StatisticsError) in
      let ratio = try PersonDeltaRatio(confidence: material.plan.confidence)
        .compare(before: people.before, after: people.after)
      return Estimate(
        ratio.ratio, used: sample.used, eligible: sample.eligible,
        standardError: ratio.logStandardError, interval: Interval(ratio.interval),
        contributors: ([people.eventsBefore, people.eventsAfter] + leave).map {
          Estimate.Contributors(to: $0)
        })
    }
    return .init(rule: columns.rule, ratio: ratio)
  }
}
