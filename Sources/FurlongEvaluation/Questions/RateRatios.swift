import FurlongStatistics
import FurlongStudy

/// The ratio of rates of one group: the headline, two other intervals, and one answer a sensitivity rule.
///
/// The headline is BCa; where there is no BCa interval it is the percentile one and says why.
struct RateRatios {
  var material: Material
  var group: PeopleGroup
  var event: EventKind
  var window: ServiceWindow
  var columns: (ServiceUseRule) -> ServiceUseColumns?
  var counted: (ServiceUseRule) -> DrawnServiceUse.Counted?

  /// The headline with its two other intervals.
  struct Headline {
    var bca: FoundAnswer
    var delta: FoundAnswer
    var percentiles: FoundAnswer
  }

  /// 1 − ratio: its interval is that of the ratio turned round.
  static func reduction(of ratio: FoundAnswer) -> FoundAnswer {
    guard case .estimated(var estimate) = ratio else { return ratio }
    estimate.value = 1 - estimate.value
    estimate.standardError = nil
    estimate.interval = estimate.interval.map {
      Interval(low: 1 - $0.high, high: 1 - $0.low, level: $0.level)
    }
    return .estimated(estimate)
  }

  /// The ratio over the whole windows.
  func headline() -> Headline {
    guard let counted = counted(.wholeWindow) else {
      let none = nobody(.wholeWindow).none(.noData)
      return Headline(bca: none, delta: none, percentiles: none)
    }
    let (sample, contributors, ratio) = compare(counted, .wholeWindow)
    switch ratio {
    case .failure(let reason):
      let none = sample.none(reason)
      return Headline(bca: none, delta: none, percentiles: none)
    case .success(let ratio):
      let delta = Estimate(
        ratio.ratio, used: sample.used, eligible: sample.eligible,
        standardError: ratio.logStandardError, interval: Interval(ratio.interval))
      func noted(_ estimate: Estimate) -> FoundAnswer {
        var estimate = FewPeopleRatios.noted(estimate)
        estimate.contributors = contributors
        return .estimated(estimate)
      }
      return Headline(
        bca: noted(sample.drawn(ratio.bootstrap)), delta: noted(delta),
        percentiles: noted(sample.drawnPercentile(ratio.bootstrap)))
    }
  }

  /// The ratio under a rule that leaves something out.
  func sensitivity(_ rule: ServiceUseRule) -> FoundAnswer {
    guard let columns = columns(rule) else { return nobody(rule).none(.noData) }
    if let obstacle = columns.notPossible {
      let dateless = material.cohortPlan.dayZero == .none && rule != .bothWindowsWhole
      return nobody(rule).none(dateless ? .noDates : .notCountable(obstacle))
    }
    guard let counted = counted(rule) else { return nobody(rule).none(.noData) }
    let (sample, contributors, ratio) = compare(counted, rule)
    switch ratio {
    case .failure(let reason):
      return sample.none(reason)
    case .success(let ratio):
      var estimate = FewPeopleRatios.noted(sample.drawn(ratio.bootstrap))
      estimate.contributors = contributors + (rule == .bothWindowsWhole ? leftOut(columns) : [])
      return .estimated(estimate)
    }
  }

  /// Those whose windows are not whole, where there are any: beside the ratio of everyone it tells what they had.
  private func leftOut(_ whole: ServiceUseColumns) -> [Estimate.Contributors] {
    guard let all = columns(.wholeWindow) else { return [] }
    let left = group.members.filter { all.counted[$0] && !whole.counted[$0] }
    if left.isEmpty { return [] }
    return [all.eventsBefore, all.eventsAfter].map { events in
      Estimate.Contributors(to: left.map { events[$0] })
    }
  }

  private enum Ratio {
    case success(RateRatio)
    case failure(NotEstimable)
  }

  private func sample(_ people: Int, _ rule: ServiceUseRule) -> Sample {
    material.sample(
      used: PeopleCount(
        people,
        .counted(event: event.id, window: window.id, group: group.name.id, rule: rule)),
      eligible: group.count)
  }

  /// Where no data speak of the rule; that the data have nobody is no such 0.
  private func nobody(_ rule: ServiceUseRule) -> Sample {
    var sample = sample(0, rule)
    sample.used.isGiven = true
    return sample
  }

  private func compare(
    _ counted: DrawnServiceUse.Counted, _ rule: ServiceUseRule
  ) -> (Sample, [Estimate.Contributors], Ratio) {
    let people = counted.people
    let sample = sample(people.size, rule)
    let contributors = [people.eventsBefore, people.eventsAfter].map {
      Estimate.Contributors(to: $0)
    }
    if people.size < 2 {
      return (sample, contributors, .failure(.tooFew(needed: 2, found: people.size)))
    }
    do throws(StatisticsError) {
      return (sample, contributors, .success(try counted.drawn.get().ratio()))
    } catch {
      return (sample, contributors, .failure(NotEstimable(error)))
    }
  }
}
