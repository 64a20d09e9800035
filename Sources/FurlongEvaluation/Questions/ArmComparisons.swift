import FurlongStatistics
import FurlongStudy

/// What the two arms of a randomised study differ by: treated minus, or over, control.
///
/// Everyone counts in the arm that they were assigned to, whatever they then did; people without an arm are in neither.
struct ArmComparisons {
  var material: Material
  var arms: PeopleGroup.Arms

  /// People of one arm, and of both.
  private struct Side {
    var used: PeopleCount
    var eligible: PeopleCount
  }

  /// How far the arms lie apart on a scale at a follow-up, adjusted for the score before.
  func change(
    _ scale: String, _ first: ScoredCohort.Scores?, _ occasion: Occasion
  ) -> ArmComparison<ArmChangeMeasure, Unreleased> {
    let second = material.scored.scores(scale: scale, occasion: occasion.id)
    func pairs(_ group: PeopleGroup) -> PairedScores {
      PairedScores(of: group.members, baseline: first, followUp: second)
    }
    func arm(_ pairs: PairedScores) -> ArmScores {
      ArmScores(before: pairs.before, after: pairs.after)
    }
    let (treated, control) = (pairs(arms.treated), pairs(arms.control))
    let sides = paired(
      treated: (treated.used, treated.eligible), control: (control.used, control.eligible), scale,
      occasion)
    let sample = material.sample(used: sides.both.used, eligible: sides.both.eligible)
    let found = Result { () throws(StatisticsError) in
      try AdjustedArmDifference(confidence: sample.confidence)
        .compare(treated: arm(treated), control: arm(control))
    }
    func mean(_ side: Side, _ value: (ArmDifference) -> Double) -> FoundAnswer {
      let sample = material.sample(used: side.used, eligible: side.eligible)
      return sample.answer { () throws(StatisticsError) in
        sample.estimate(value(try found.get()))
      }
    }
    return comparison(
      TimeName(occasion), sides,
      Answers { measure in
        switch measure {
        case .difference:
          sample.answer { () throws(StatisticsError) in
            let found = try found.get()
            return Estimate(
              found.difference, used: sample.used, eligible: sample.eligible,
              standardError: found.test.standardError, degreesOfFreedom: found.test.df,
              interval: Interval(found.test.interval), pValue: found.test.p)
          }
        case .treatedMean: mean(sides.treated, \.treatedMean)
        case .controlMean: mean(sides.control, \.controlMean)
        }
      })
  }

  /// By how much the shares of a follow-up differ, from the arms' own rows.
  func meaning(
    _ rows: [MeaningFinding<Unreleased>.Row], _ scale: String, _ occasion: Occasion
  ) -> ArmComparison<ArmMeaningMeasure, Unreleased> {
    func row(_ group: PeopleGroup) -> MeaningFinding<Unreleased>.Row? {
      rows.first { $0.group == group.name && $0.occasion.id == occasion.id }
    }
    let (treated, control) = (row(arms.treated), row(arms.control))
    let counts = [treated, control].map { ($0?.used.count ?? 0, $0?.eligible.count ?? 0) }
    let sides = paired(treated: counts[0], control: counts[1], scale, occasion)
    let sample = material.sample(used: sides.both.used, eligible: sides.both.eligible)
    return comparison(
      TimeName(occasion), sides,
      Answers { measure in
        let shares = [treated, control].map { $0?[measure.ofEach] }
        for case .notEstimable(let reason, _, _)? in shares { return sample.none(reason) }
        guard let one = shares[0]?.estimate?.parts, let other = shares[1]?.estimate?.parts else {
          return sample.none(
            .tooFew(needed: 1, found: min(counts[0].0, counts[1].0)))
        }
        return sample.difference(of: one, minus: other)
      })
  }

  /// Whether events fell further in the treated arm.
  func use(
    _ event: EventKind, _ window: ServiceWindow, _ columns: ServiceUseColumns?, name: [String]
  ) -> ArmComparison<ArmUseMeasure, Unreleased> {
    let isCountable = columns.map { $0.notPossible == nil } ?? false
    func people(_ group: PeopleGroup) -> EventSample? {
      isCountable ? columns.map { EventSample(of: group.members, $0) } : nil
    }
    func side(_ used: Int, _ eligible: Int, _ group: String) -> Side {
      Side(
        used: PeopleCount(
          used,
          .counted(event: event.id, window: window.id, group: group, rule: .wholeWindow),
          isGiven: !isCountable),
        eligible: PeopleCount(eligible, .population(group: group)))
    }
    let (treated, control) = (people(arms.treated), people(arms.control))
    let sizes = (treated?.size ?? 0, control?.size ?? 0)
    let sides = (
      treated: side(sizes.0, arms.treated.size, arms.treated.name.id),
      control: side(sizes.1, arms.control.size, arms.control.name.id),
      both: side(sizes.0 + sizes.1, arms.treated.size + arms.control.size, arms.plan.id)
    )
    let sample = material.sample(used: sides.both.used, eligible: sides.both.eligible)
    let time = TimeName(window)
    guard let treated, let control else {
      let reason = columns?.notPossible.map { NotEstimable.notCountable($0) } ?? .noData
      return comparison(time, sides, Answers { _ in sample.none(reason) })
    }
    let fewest = min(treated.size, control.size)
    guard fewest >= 2 else {
      return comparison(
        time, sides, Answers { _ in sample.none(.tooFew(needed: 2, found: fewest)) })
    }
    let bootstrap = material.bootstrap(for: name + [arms.plan.id, "ratio"])
    let found = Result { () throws(StatisticsError) in
      try ArmRateRatio(bootstrap: bootstrap).compare(
        treated: ArmEvents(before: treated.before, after: treated.after),
        control: ArmEvents(before: control.before, after: control.after))
    }
    // Whose interval is too sure follows from the smaller arm.
    func noted(_ estimate: Estimate) -> Estimate {
      var noted = FewPeopleRatios.noted(estimate, fewest: fewest)
      noted.contributors = [treated, control].flatMap {
        [Estimate.Contributors(to: $0.eventsBefore), .init(to: $0.eventsAfter)]
      }
      return noted
    }
    return comparison(
      time, sides,
      Answers { measure in
        sample.answer { () throws(StatisticsError) in
          let found = try found.get()
          return switch measure {
          case .ratio: noted(sample.drawn(found.bootstrap))
          case .ratioByDelta:
            noted(
              Estimate(
                found.ratio, used: sample.used, eligible: sample.eligible,
                standardError: found.logStandardError, interval: Interval(found.interval)))
          case .ratioByPercentiles: noted(sample.drawnPercentile(found.bootstrap))
          }
        }
      })
  }

  /// Those with both forms of those due: of each arm, and of both.
  private func paired(
    treated: (used: Int, eligible: Int), control: (used: Int, eligible: Int), _ scale: String,
    _ occasion: Occasion
  ) -> (treated: Side, control: Side, both: Side) {
    func side(_ counts: (used: Int, eligible: Int), _ group: String) -> Side {
      Side(
        used: PeopleCount(
          counts.used, .paired(scale: scale, occasion: occasion.id, group: group)),
        eligible: PeopleCount(counts.eligible, .due(occasion: occasion.id, group: group)))
    }
    return (
      side(treated, arms.treated.name.id), side(control, arms.control.name.id),
      side(
        (treated.used + control.used, treated.eligible + control.eligible), arms.plan.id)
    )
  }

  private func comparison<Measures: FindingMeasure>(
    _ time: TimeName, _ sides: (treated: Side, control: Side, both: Side),
    _ answers: Answers<Measures, Unreleased>
  ) -> ArmComparison<Measures, Unreleased> {
    func arm(
      _ group: PeopleGroup, _ side: Side
    ) -> ArmComparison<Measures, Unreleased>.Arm {
      .init(group: group.name, used: side.used, eligible: side.eligible)
    }
    return ArmComparison(
      time: time, arms: arms.plan, treated: arm(arms.treated, sides.treated),
      control: arm(arms.control, sides.control), used: sides.both.used,
      eligible: sides.both.eligible, answers: answers)
  }
}
