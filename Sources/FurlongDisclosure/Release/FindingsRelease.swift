import FurlongEvaluation

/// Makes findings of released numbers, one number after the other.
struct FindingsRelease {
  let rule: any NumberRule

  func release(_ findings: Findings<Unreleased>) -> Findings<Released> {
    Findings(
      study: findings.study, provenance: findings.provenance,
      steps: findings.steps.map { step in
        Findings.Step(id: step.id, planned: step.planned, finding: release(step.finding))
      })
  }

  private func release(_ finding: Finding<Unreleased>) -> Finding<Released> {
    switch finding {
    case .reach(let reach): .reach(release(reach))
    case .change(let change): .change(release(change))
    case .meaning(let meaning): .meaning(release(meaning))
    case .serviceUse(let use): .serviceUse(release(use))
    case .experience(let experience): .experience(release(experience))
    case .certainty(let certainty): .certainty(release(certainty))
    }
  }
}
