import FurlongStatistics
import FurlongStudy

/// The ratio of rates of one group: the headline, two other intervals, and one row a sensitivity rule.
///
/// Always six answers in the same places: headline, delta method, percentiles, then the rules in their order. The headline
/// is BCa; where there is no BCa interval it is the percentile one and says why.
struct RateRatios {
  /// Sensitivity rules in their order.
  static let rules = ServiceUseRule.allCases.filter { $0 != .wholeWindow }
  /// How many of the answers are about the whole window.
  static let wholeCount = 3
  static let count = wholeCount + rules.count

  var material: Material
  var group: PeopleGroup
  var event: EventKind
  var window: ServiceWindow
  var name: [String]
  var columns: (ServiceUseRule) -> ServiceUseColumns?

  func answers() -> [Answer] {
    var answers = whole()
    for rule in Self.rules { answers.append(sensitivity(rule)) }
    return answers
  }

  /// 1 − ratio: its interval is that of the ratio turned round.
  static func reduction(of ratio: Answer) -> Answer {
    guard case .estimated(var estimate) = ratio else { return ratio }
    estimate.value = 1 - estimate.value
    estimate.standardError = nil
    estimate.interval = estimate.interval.map {
      Interval(low: 1 - $0.high, high: 1 - $0.low, level: $0.level)
    }
    return .estimated(estimate)
  }

  private func whole() -> [Answer] {
    guard let columns = columns(.wholeWindow) else {
      let none = material.sample(used: 0, eligible: group.size).none(.noData)
      return Array(repeating: none, count: Self.wholeCount)
    }
    let (sample, ratio) = compare(columns)
    switch ratio {
    case .failure(let reason):
      return Array(repeating: sample.none(reason), count: Self.wholeCount)
    case .success(let ratio):
      let delta = Estimate(
        ratio.ratio, unit: .ratio, used: sample.used, eligible: sample.eligible,
        method: MethodWords.personDelta, standardError: ratio.logStandardError,
        interval: Interval(ratio.interval))
      return [
        sample.drawn(ratio.bootstrap, unit: .ratio), delta,
        sample.drawnPercentile(ratio.bootstrap, unit: .ratio),
      ].map { .estimated(FewPeopleRatios.noted($0)) }
    }
  }

  private func sensitivity(_ rule: ServiceUseRule) -> Answer {
    guard let columns = columns(rule) else {
      return material.sample(used: 0, eligible: group.size).none(.noData)
    }
    if let why = columns.notPossible {
      let dateless = material.cohortPlan.dayZero == .none && rule != .bothWindowsWhole
      return material.sample(used: 0, eligible: group.size)
        .none(dateless ? .noDates : .because(why))
    }
    let (sample, ratio) = compare(columns)
    switch ratio {
    case .failure(let reason):
      return sample.none(reason)
    case .success(let ratio):
      var estimate = sample.drawn(ratio.bootstrap, unit: .ratio)
      estimate.method = MethodWords.with(rule, estimate.method)
      return .estimated(FewPeopleRatios.noted(estimate))
    }
  }

  private enum Ratio {
    case success(RateRatio)
    case failure(NotEstimable)
  }

  private func compare(_ columns: ServiceUseColumns) -> (Sample, Ratio) {
    let people = EventSample(of: group.members, columns)
    let sample = material.sample(used: people.size, eligible: group.size)
    if people.size < 2 { return (sample, .failure(.tooFew(needed: 2, found: people.size))) }
    let bootstrap = material.bootstrap(for: name + ["ratio", columns.rule.rawValue])
    do throws(StatisticsError) {
      return (
        sample,
        .success(
          try PersonRateRatio(bootstrap: bootstrap)
            .compare(before: people.before, after: people.after))
      )
    } catch {
      return (sample, .failure(NotEstimable(error)))
    }
  }
}
