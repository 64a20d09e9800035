import FurlongEvaluation

/// Makes findings of released numbers, one number after the other.
struct FindingsRelease {
  let rule: any NumberRule

  func release(_ findings: Findings<Unreleased>) -> Findings<Released> {
    let shown = shownDifferences(findings)
    return Findings(
      study: findings.study, provenance: findings.provenance,
      steps: findings.steps.map { step in
        Findings.Step(id: step.id, planned: step.planned, finding: release(step.finding, shown))
      })
  }

  /// In what those missing differ, as far as the tables of reach show it: what they hold back no limit may tell.
  private func shownDifferences(_ findings: Findings<Unreleased>) -> Set<MissingDifference> {
    var shown: Set<MissingDifference> = []
    for case .reach(let reach) in findings.steps.map(\.finding) {
      for comparison in reach.missing.map({ release($0) }) {
        for variable in comparison.variables where variable[.difference].estimate != nil {
          shown.insert(
            MissingDifference(
              scale: comparison.scale.id, occasion: comparison.occasion, variable: variable.kind))
        }
      }
    }
    return shown
  }

  private func release(
    _ finding: Finding<Unreleased>, _ shown: Set<MissingDifference>
  ) -> Finding<Released> {
    switch finding {
    case .reach(let reach): .reach(release(reach))
    case .change(let change): .change(release(change))
    case .meaning(let meaning): .meaning(release(meaning))
    case .lifeOutcomes(let life): .lifeOutcomes(release(life))
    case .serviceUse(let use): .serviceUse(release(use))
    case .timeToEvent(let times): .timeToEvent(release(times))
    case .unitRates(let units): .unitRates(release(units))
    case .money(let money): .money(release(money))
    case .feedback(let feedback): .feedback(release(feedback))
    case .experience(let experience): .experience(release(experience))
    case .certainty(let certainty): .certainty(release(certainty, shown))
    }
  }
}

/// In what those missing at a follow-up may differ from those present.
struct MissingDifference: Hashable {
  var scale: String
  var occasion: TimeName
  var variable: MissingVariable
}
