import FurlongStudy

extension ResultRows {
  mutating func add(_ finding: ServiceUseFinding) {
    for outcome in finding.outcomes {
      let everyone = Place(outcome: outcome.event.id, occasion: outcome.window.id)
      add("not_linkable", outcome.notLinkable, at: everyone)
      add("not_known", outcome.notKnown, at: everyone)
      add("no_time_at_risk", outcome.noTimeAtRisk, at: everyone)
      add("running_on_day_0", outcome.runningOnDayZero, at: everyone)
      for row in outcome.rows {
        add(
          row,
          at: Place(
            outcome: outcome.event.id, occasion: outcome.window.id, group: row.group.id))
      }
      for bin in outcome.timeline {
        let unit = outcome.timelineUnit == .months ? "months" : "days"
        let place = Place(
          outcome: outcome.event.id,
          occasion: "\(outcome.window.id): \(bin.from) to \(bin.to) \(unit)")
        add("timeline_events", bin.events, unit: .events, at: place)
        add("timeline_people_with_any", bin.peopleWithAny, at: place)
        add("timeline_rate", bin.rate, unit: .perPersonYear, at: place)
      }
    }
  }

  private mutating func add(_ row: ServiceUseFinding.Row, at place: Place) {
    let bca = MethodWords.personBCa(draws: Material.draws)
    add("people", row.people, eligible: row.eligible, at: place)
    add("events_before", row.eventsBefore, unit: .events, at: place)
    add("events_after", row.eventsAfter, unit: .events, at: place)
    add("person_time_before", row.personTimeBefore, unit: .personYears, at: place)
    add("person_time_after", row.personTimeAfter, unit: .personYears, at: place)
    add(
      "people_with_any_before", row.anyBefore, used: row.people, eligible: row.eligible, at: place)
    add("people_with_any_after", row.anyAfter, used: row.people, eligible: row.eligible, at: place)
    add("rate_before", row.rateBefore, unit: .perPersonYear, method: bca, at: place)
    add("rate_after", row.rateAfter, unit: .perPersonYear, method: bca, at: place)
    addRatios(row.rateRatios, at: place)
    add("rate_reduction", row.rateReduction, unit: .ratio, method: bca, at: place)
    add(
      "difference_per_person", row.differencePerPerson, unit: .perPersonYear, method: bca,
      at: place)
    add(
      "wilcoxon_signed_rank", row.wilcoxon, unit: .rankSum,
      method: MethodWords.signedRanksExact, at: place)
  }

  private mutating func addRatios(_ ratios: [Answer], at place: Place) {
    let bca = MethodWords.personBCa(draws: Material.draws)
    let words =
      [bca, MethodWords.personDelta, MethodWords.personPercentile(draws: Material.draws)]
      + RateRatios.rules.map { MethodWords.with($0, bca) }
    let headline = ratios.first?.estimate?.method
    for (index, (ratio, method)) in zip(ratios, words).enumerated() {
      // Where the headline is the percentile interval, it is not written twice.
      if index > 0 && headline != nil && ratio.estimate?.method == headline { continue }
      add("rate_ratio", ratio, unit: .ratio, method: method, at: place)
    }
  }
}
