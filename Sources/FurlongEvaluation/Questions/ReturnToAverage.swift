import FurlongStudy

/// Whether people joined when things were worst, so that some return would be expected anyway.
///
/// Service use: events rose before day 0, or nobody is compared with. Scales: nobody is compared with.
struct ReturnToAverage {
  /// How many times the rate of the last months must be that of the months before them.
  static let rise = 1.5
  /// How many months before day 0 are held against the rest.
  static let lastMonths = 3

  var material: Material
  var found: [Finding<Unreleased>]

  func limits(_ scales: [JudgedScale]) -> [CertaintyFinding<Unreleased>.Limit] {
    let alone = material.plan.design == .beforeAfter
    var events: [String] = []
    for case .serviceUse(let finding) in found {
      for outcome in finding.outcomes
      where (alone || rises(outcome)) && !events.contains(outcome.event.id) {
        events.append(outcome.event.id)
      }
    }
    var limits: [CertaintyFinding<Unreleased>.Limit] = []
    if !events.isEmpty { limits.append(.regressionToTheMean(what: events)) }
    let judged = found.contains { finding in
      switch finding {
      case .change, .meaning: true
      default: false
      }
    }
    if alone && judged && !scales.isEmpty {
      limits.append(.regressionToTheMean(what: scales.map(\.id)))
    }
    return limits
  }

  /// Whether the rate of the three months before day 0 is more than 1.5 times that of the months before them.
  private func rises(_ outcome: ServiceUseFinding<Unreleased>.Outcome) -> Bool {
    guard
      let timeline = material.cohort.timelines.first(where: {
        $0.event == outcome.event.id && $0.window == outcome.window.id
      }), timeline.unit == .months
    else { return false }
    func rate(_ bins: [EventTimeline.Bin]) -> Double? {
      let days = bins.reduce(0) { $0 + $1.days }
      return days > 0 ? Double(bins.reduce(0) { $0 + $1.events }) / Double(days) : nil
    }
    let last = timeline.bins.filter { $0.to <= 0 && $0.from >= -Self.lastMonths }
    let rest = timeline.bins.filter { $0.to <= -Self.lastMonths }
    guard let recent = rate(last), let earlier = rate(rest) else { return false }
    return recent > Self.rise * earlier
  }
}
