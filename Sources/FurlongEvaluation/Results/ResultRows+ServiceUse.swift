import FurlongStudy

extension ResultRows {
  mutating func add<N: Numbers>(_ finding: ServiceUseFinding<N>) {
    for outcome in finding.outcomes {
      let everyone = Place(outcome.event, outcome.window.id)
      add(ServiceUseMeasure.notLinkable, outcome.notLinkable, at: everyone)
      add(ServiceUseMeasure.notKnown, outcome.notKnown, at: everyone)
      add(ServiceUseMeasure.noTimeAtRisk, outcome.noTimeAtRisk, at: everyone)
      add(ServiceUseMeasure.runningOnDayZero, outcome.runningOnDayZero, at: everyone)
      for row in outcome.rows {
        let place = Place(outcome.event, outcome.window.id, group: row.group.id)
        add(ServiceUseMeasure.people, row.people, eligible: row.eligible, at: place)
        for (measure, any) in [
          (ServiceUseMeasure.anyBefore, row.anyBefore), (ServiceUseMeasure.anyAfter, row.anyAfter),
        ] {
          add(measure, any, used: row.people, eligible: row.eligible, at: place)
        }
        add(row.answers, at: place)
      }
      if let arms = outcome.arms {
        add(arms.answers, at: Place(outcome.event, arms.time.id, group: arms.arms.id))
      }
      if let robustness = outcome.robustness {
        for direction in RobustUseMeasure.Direction.allCases {
          add(
            direction.declared, robustness[direction], used: robustness.watched, at: everyone)
        }
        add(robustness.answers, at: everyone)
      }
      for way in outcome.ways {
        add(
          ServiceUseMeasure.ratioInOneWay, way.ratio,
          at: Place(outcome.event, "\(outcome.window.id): \(way.rule.words)"))
      }
      for series in outcome.context {
        add(
          series.answers, at: Place(outcome.event, "\(outcome.window.id): \(series.id)"))
      }
      let unit = outcome.timelineUnit == .months ? "months" : "days"
      for bin in outcome.timeline {
        let place = Place(
          outcome.event, "\(outcome.window.id): \(bin.from) to \(bin.to) \(unit)")
        add(ServiceUseMeasure.withAnyInBin, bin.withAny, at: place)
        add(bin.answers, at: place)
      }
    }
  }
}
