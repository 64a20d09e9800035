import FurlongScales
import FurlongStudy

extension Meaning {
  /// What a named set of rules makes of everyone and of each group, at every follow-up.
  func answer(
    by rules: RuleSet, outcomes: [String], groups: [PeopleGroup], baseline: Occasion
  ) throws(EvaluationError) -> RuleFinding<Unreleased> {
    let scales = try scales(of: rules, outcomes, from: baseline)
    let together = rules.isOfSeveral ? [scales] : scales.map { [$0] }
    let ids = scales.map(\.ruled.scale.id)
    let others = planned(outcomes).map(\.scale).filter { !ids.contains($0) }
    return RuleFinding(
      rules: rules, scales: scales,
      leftOut: others.compactMap { try? material.catalogue.scale($0).name },
      lines: together.map { scales in
        RuleFinding.Line(
          scale: rules.isOfSeveral ? nil : scales.first?.ruled.scale,
          rows: groups.flatMap { group in
            followUps(of: scales, for: group.name).map { occasion in
              row(by: rules, scales, group, from: baseline, to: occasion)
            }
          })
      })
  }

  /// Who is in the denominators of a set of rules, by the name of the number.
  func whoIsJudged(
    by rules: RuleSet, _ outcomes: [String], _ groups: [PeopleGroup]
  ) throws(EvaluationError) -> [String: [Int]] {
    guard let baseline = material.cohortPlan.baseline else { return [:] }
    let scales = try scales(of: rules, outcomes, from: baseline)
    var found: [String: [Int]] = [:]
    for together in rules.isOfSeveral ? [scales] : scales.map({ [$0] }) {
      let which = rules.isOfSeveral ? rules.word : "\(rules.word) \(together[0].ruled.scale.id)"
      for group in groups {
        for occasion in followUps(of: together, for: group.name) {
          let tally = tally(rules, together, group, from: baseline, to: occasion)
          let place = "\(which) \(occasion.id) \(group.name.id)"
          // Of one scale they are those paired.
          if rules.isOfSeveral { found["judged \(place)"] = tally.who(.judged).sorted() }
          if together.allSatisfy({ $0.ruled.cutOff != nil }) {
            found["caseness \(place)"] = tally.who(.caseness).sorted()
          }
        }
      }
    }
    return found
  }

  private func scales(
    of rules: RuleSet, _ outcomes: [String], from baseline: Occasion
  ) throws(EvaluationError) -> [RuleFinding<Unreleased>.Scale] {
    let planned = planned(outcomes)
    if let lack = rules.lacks(among: planned, material.catalogue) {
      throw .rulesLack(step: step.id, what: lack.what, fix: lack.fix)
    }
    return rules.judged(planned, by: material.catalogue).map { ruled in
      let first = material.scored.scores(scale: ruled.scale.id, occasion: baseline.id)
      return RuleFinding<Unreleased>.Scale(
        ruled, threshold: threshold(by: ruled.reliability, of: ruled.scale.id, first))
    }
  }

  /// The follow-ups at which one of the scales is asked.
  private func followUps(
    of scales: [RuleFinding<Unreleased>.Scale], for group: GroupName
  ) -> [Occasion] {
    material.cohortPlan.followUps.filter { occasion in
      scales.contains {
        material.followUps(of: $0.ruled.scale.id, for: group).contains { $0.id == occasion.id }
      }
    }
  }

  /// The plan's outcomes of the step, in the step's order; all where it names none.
  private func planned(_ outcomes: [String]) -> [OutcomePlan] {
    guard !outcomes.isEmpty else { return material.plan.outcomes }
    return outcomes.compactMap { id in material.plan.outcomes.first { $0.scale == id } }
  }

  private func tally(
    _ rules: RuleSet, _ scales: [RuleFinding<Unreleased>.Scale], _ group: PeopleGroup,
    from baseline: Occasion, to occasion: Occasion
  ) -> RuleTally {
    RuleTally(
      rules, of: scales.map { PersonalChanges($0, material, from: baseline, to: occasion) },
      group.members)
  }

  private func row(
    by rules: RuleSet, _ scales: [RuleFinding<Unreleased>.Scale], _ group: PeopleGroup,
    from baseline: Occasion, to occasion: Occasion
  ) -> RuleFinding<Unreleased>.Row {
    let tally = tally(rules, scales, group, from: baseline, to: occasion)
    let scale = rules.isOfSeveral ? nil : scales.first?.ruled.scale.id
    func people(_ count: RuleCount) -> PeopleSet {
      .ruled(
        count, rules: rules, scale: scale ?? "", occasion: occasion.id, group: group.name.id)
    }
    let due = PeopleCount(tally.due.count, .due(occasion: occasion.id, group: group.name.id))
    let used = PeopleCount(
      tally[.judged],
      scale.map { .paired(scale: $0, occasion: occasion.id, group: group.name.id) }
        ?? people(.judged))
    let judged = material.sample(used: used, eligible: due)
    let clinical = material.sample(
      used: PeopleCount(tally[.caseness], people(.caseness)), eligible: used)
    let all = material.sample(used: due, eligible: due)
    let noThreshold = scales.allSatisfy { $0.threshold.estimate == nil } ? scales.first : nil
    func share(_ count: RuleCount, of sample: Sample) -> FoundAnswer {
      if case .notEstimable(let reason, _, _)? = noThreshold?.threshold {
        return sample.none(reason)
      }
      return sample.share(tally[count], people(count))
    }
    let hasCutOffs = scales.allSatisfy { $0.ruled.cutOff != nil }
    return RuleFinding.Row(
      occasion: TimeName(occasion), group: group.name, used: used, eligible: due,
      changes: Answers { share(RuleCount($0), of: judged) },
      recovery: hasCutOffs
        ? Answers { measure in
          switch measure {
          case .caseness: share(.caseness, of: judged)
          case .reliablyRecovered: share(.reliablyRecovered, of: clinical)
          }
        } : nil,
      recovered: hasCutOffs && rules == .nhsTalkingTherapies
        ? share(.recovered, of: clinical) : nil,
      ofDue: rules == .nhsCommunity
        ? Answers { share(RuleCount($0.counted), of: all) } : nil)
  }
}
