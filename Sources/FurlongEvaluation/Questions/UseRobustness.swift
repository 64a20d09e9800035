import FurlongStatistics
import FurlongStudy

/// Whether what is found of the use of a service hangs on few people.
struct UseRobustness {
  var event: String
  var window: String
  var confidence: Double
  /// Everyone counted.
  var people: EventSample
  var sample: Sample
  /// Those of them watched as long after as before.
  var watched: EventSample
  var ofWatched: Sample
  var caveat: Caveat

  func answer() -> ServiceUseFinding<Unreleased>.Robustness {
    let changes = watched.differences
    func count(_ direction: RobustUseMeasure.Direction, _ isOne: (Double) -> Bool) -> PeopleCount {
      PeopleCount(
        changes.count(where: isOne), .usedService(direction, event: event, window: window))
    }
    return ServiceUseFinding.Robustness(
      watched: ofWatched.used, less: count(.less) { $0 < 0 }, same: count(.same) { $0 == 0 },
      more: count(.more) { $0 > 0 },
      answers: Answers { measure in
        switch measure {
        case .ratioWithoutFive: ratioWithoutFive()
        case .shareOfFive: shareOfFive()
        case .trimmedDifference: trimmed()
        case .signTest: signs(changes)
        }
      })
  }

  private var isEnough: Bool { people.size > RobustUseMeasure.heaviest }

  private var tooFew: FoundAnswer {
    sample.none(.tooFew(needed: RobustUseMeasure.heaviest + 1, found: people.size))
  }

  private func both(_ people: EventSample) -> [Int] {
    zip(people.eventsBefore, people.eventsAfter).map(+)
  }

  private func ratioWithoutFive() -> FoundAnswer {
    guard isEnough else { return tooFew }
    let (heaviest, others) = people.split(heaviest: RobustUseMeasure.heaviest)
    return sample.answer { () throws(StatisticsError) in
      let ratio = try PersonDeltaRatio(confidence: confidence)
        .compare(before: others.before, after: others.after)
      return Estimate(
        ratio.ratio, used: sample.used, eligible: sample.eligible,
        standardError: ratio.logStandardError, interval: Interval(ratio.interval),
        // Beside the ratio of everyone, and what share is theirs, it tells what these five had on each side.
        contributors: [others, heaviest].flatMap { [$0.eventsBefore, $0.eventsAfter] }.map {
          Estimate.Contributors(to: $0)
        })
    }
  }

  private func shareOfFive() -> FoundAnswer {
    guard isEnough else { return tooFew }
    let theirs = both(people.split(heaviest: RobustUseMeasure.heaviest).heaviest)
    let all = both(people).reduce(0, +)
    guard all > 0 else { return sample.none(.nothingHappened) }
    var share = sample.estimate(Double(theirs.reduce(0, +)) / Double(all))
    // Where few have any on one side it would tell of them, beside the events of the other.
    share.contributors = [theirs, people.eventsBefore, people.eventsAfter].map {
      Estimate.Contributors(to: $0)
    }
    return .estimated(share)
  }

  /// The mean of people's own changes a year, without the fifth of people at each end.
  private func trimmed() -> FoundAnswer {
    let changes = zip(watched.differences, watched.daysBefore).map {
      $0 / EventSample.personYears([$1])
    }
    return ofWatched.answer { () throws(StatisticsError) in
      let middle = try TrimmedMean(confidence: confidence).estimate(of: changes)
      if middle.standardError == 0 { throw .noVariation(in: "changes", count: middle.kept) }
      return Estimate(
        middle.mean, used: ofWatched.used, eligible: ofWatched.eligible,
        standardError: middle.standardError, interval: Interval(middle.interval),
        caveats: [caveat],
        contributors: [watched.eventsBefore, watched.eventsAfter].map {
          Estimate.Contributors(to: $0)
        })
    }
  }

  private func signs(_ changes: [Double]) -> FoundAnswer {
    ofWatched.answer { () throws(StatisticsError) in
      let signs = try SignTest().test(changes)
      return Estimate(
        Double(signs.down), used: ofWatched.used, eligible: ofWatched.eligible, pValue: signs.p,
        caveats: [caveat])
    }
  }
}
