import FurlongStatistics
import FurlongStudy

/// Question 4, asked of time: how long after day 0 people first had an event.
///
/// Who is lost from view before counts as long as they were watched (Kaplan & Meier). Nobody is watched beyond the last of
/// the months that the step names.
struct TimeToEvent {
  static let daysInWeek = 7.0

  var material: Material
  var step: EvaluationStep

  func answer(
    events ids: [String], months: [Int]
  ) throws(EvaluationError) -> TimeToEventFinding<Unreleased> {
    let events = try material.events(ids, step: step)
    let groups = try PeopleGroup.all(of: material.cohort, plan: material.plan, step: step)
    let months = TimeToEventMonths.asked(months)
    return TimeToEventFinding(outcomes: events.map { outcome($0, groups, months) })
  }

  private func outcome(
    _ event: EventKind, _ groups: [PeopleGroup], _ months: [Int]
  ) -> TimeToEventFinding<Unreleased>.Outcome {
    let first = material.cohort.firstEvents.first { $0.event == event.id }
    let reason: NotEstimable? =
      first.map { $0.notPossible.map(NotEstimable.notCountable) } ?? .noData
    // Where no export speaks of the event, these can be nothing but 0.
    func count(_ people: Int, _ set: PeopleSet) -> PeopleCount {
      PeopleCount(people, set, isGiven: reason != nil && people == 0)
    }
    return TimeToEventFinding.Outcome(
      event: event,
      notLinkable: count(first?.notLinkable ?? 0, .notLinkable(event: event.id)),
      notKnown: count(first?.notKnown ?? 0, .notKnown(event: event.id)),
      notWatched: count(first?.notWatched ?? 0, .notWatched(event: event.id)),
      hadBefore: count(first?.running ?? 0, .hadBefore(event: event.id)),
      rows: groups.map { group in
        guard let first, reason == nil else {
          return empty(group, event, months, reason ?? .noData)
        }
        return row(
          group, event, months,
          WatchedPeople(of: group.members, first, dayZero: material.cohort.dayZero))
      })
  }

  private func row(
    _ group: PeopleGroup, _ event: EventKind, _ months: [Int], _ watched: WatchedPeople
  ) -> TimeToEventFinding<Unreleased>.Row {
    let last = months.last ?? 0
    let sample = sample(watched.people.count, group, event)
    func people(_ standing: TimeStanding, _ month: Int) -> PeopleCount {
      PeopleCount(
        watched.count(standing, at: month),
        .byMonth(standing, event: event.id, month: month, group: group.name.id))
    }
    let stood = months.map {
      Estimate.Timed.Month(had: people(.had, $0), still: people(.still, $0))
    }
    let method = KaplanMeier(confidence: material.plan.confidence)
    let byMonths = Result { () throws(StatisticsError) in
      try method.curve(of: watched.people.map { $0.months(within: last) })
    }
    return TimeToEventFinding.Row(
      group: group.name, people: sample.used, eligible: sample.eligible,
      lost: people(.lost, last),
      months: zip(months.indices, months).map { place, month in
        TimeToEventFinding.Month(
          month: month, had: stood[place].had, still: stood[place].still,
          answers: Answers { measure in
            switch measure {
            case .share:
              share(
                by: month, byMonths, sample,
                Estimate.Timed(months: Array(stood.prefix(place + 1))))
            }
          })
      },
      answers: Answers { measure in
        switch measure {
        case .median:
          median(of: watched.people.map { $0.days(within: last) }, method, sample, stood)
        }
      })
  }

  private func share(
    by month: Int, _ curve: Result<SurvivalCurve, StatisticsError>, _ sample: Sample,
    _ timed: Estimate.Timed
  ) -> FoundAnswer {
    // What came on the day on which the month is over came later.
    let time = Double(month).nextDown
    if case .success(let curve) = curve, curve.lastTime < time,
      (curve.points.last?.without ?? 1) > 0
    {
      return sample.none(.nobodyWatchedSoLong)
    }
    return sample.answer { () throws(StatisticsError) in
      let share = try curve.get().share(by: time)
      var estimate = sample.estimate(
        share.share, caveats: share.interval == nil ? [.allAlike] : [])
      estimate.standardError = share.standardError
      estimate.interval = share.interval.map { Interval($0) }
      estimate.timed = timed
      return estimate
    }
  }

  /// In weeks of whole days.
  private func median(
    of times: [WatchedTime], _ method: KaplanMeier, _ sample: Sample,
    _ stood: [Estimate.Timed.Month]
  ) -> FoundAnswer {
    let found: MedianTime
    do throws(StatisticsError) {
      found = try method.curve(of: times).median()
    } catch {
      return sample.none(NotEstimable(error))
    }
    guard let median = found.median else { return sample.none(.halfNotReached) }
    func had(_ isMeant: (Double) -> Bool) -> Int {
      times.count { $0.happened && isMeant($0.time) }
    }
    var estimate = sample.estimate(median / Self.daysInWeek)
    var timed = Estimate.Timed(
      months: stood, before: had { $0 <= median }, after: had { $0 > median })
    if let low = found.low, let high = found.high {
      estimate.interval = Interval(
        low: low / Self.daysInWeek, high: high / Self.daysInWeek, level: found.level)
      timed.outside = min(had { $0 < low }, had { $0 > high })
    } else {
      estimate.caveats = [.noUpperLimit]
    }
    estimate.timed = timed
    return .estimated(estimate)
  }

  private func sample(_ people: Int, _ group: PeopleGroup, _ event: EventKind) -> Sample {
    material.sample(
      used: PeopleCount(people, .watched(event: event.id, group: group.name.id)),
      eligible: group.count)
  }

  /// A row where no export can speak of the event's days.
  private func empty(
    _ group: PeopleGroup, _ event: EventKind, _ months: [Int], _ reason: NotEstimable
  ) -> TimeToEventFinding<Unreleased>.Row {
    var sample = sample(0, group, event)
    sample.used.isGiven = true
    func nobody(_ standing: TimeStanding, _ month: Int) -> PeopleCount {
      PeopleCount(
        0, .byMonth(standing, event: event.id, month: month, group: group.name.id), isGiven: true)
    }
    return TimeToEventFinding.Row(
      group: group.name, people: sample.used, eligible: sample.eligible,
      lost: nobody(.lost, months.last ?? 0),
      months: months.map { month in
        TimeToEventFinding.Month(
          month: month, had: nobody(.had, month), still: nobody(.still, month),
          answers: Answers { _ in sample.none(reason) })
      }, answers: Answers { _ in sample.none(reason) })
  }
}

/// The months by which shares are given.
public enum TimeToEventMonths {
  /// Where the plan names none.
  public static let usual = [3, 6, 12, 18]

  /// Those that a step means, in order.
  static func asked(_ months: [Int]) -> [Int] { (months.isEmpty ? usual : months).sorted() }
}

extension Interval {
  /// The share who had an event by the end of the last of several stretches of time, with its interval, of counts as they
  /// are published: whoever has them can make it again; nil where they make none.
  ///
  /// - Parameter stretches: how many were watched at the beginning of each, and had the event or were lost from view in it.
  public static func lifeTable(
    _ stretches: [(watched: Int, events: Int, lost: Int)], level: Double
  ) -> (share: Double, interval: Interval?)? {
    (try? LifeTable(confidence: level).share(
      after: stretches.map {
        .init(watched: Double($0.watched), events: Double($0.events), lost: Double($0.lost))
      })).map { ($0.share, $0.interval.map { Interval($0) }) }
  }
}
