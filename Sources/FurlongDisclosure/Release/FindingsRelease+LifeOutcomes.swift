import FurlongEvaluation

extension FindingsRelease {
  func release(_ life: LifeOutcomesFinding<Unreleased>) -> LifeOutcomesFinding<Released> {
    LifeOutcomesFinding(
      outcomes: life.outcomes.map { outcome in
        LifeOutcomesFinding.Outcome(
          outcome: outcome.outcome,
          rows: outcome.rows.map { row in
            LifeOutcomesFinding.Row(
              occasion: row.occasion, group: row.group, used: rule.count(row.used),
              eligible: rule.count(row.eligible),
              answers: row.group != .everyone && rule.isFewForEstimates(row.used)
                ? small(row.answers) : rule.answers(row.answers))
          },
          moves: outcome.moves.map { moves in
            LifeOutcomesFinding.Moves(
              occasion: moves.occasion, answeredBefore: rule.count(moves.answeredBefore),
              answeredAfter: rule.count(moves.answeredAfter),
              states: moves.states.map { state in
                LifeOutcomesFinding.State(
                  name: state.name, isSought: state.isSought, before: rule.count(state.before),
                  after: rule.count(state.after), became: state.became.map(rule.count))
              })
          })
      })
  }

  /// Of a group too small for shares the counts go too: beside everyone's they would leave too little open.
  private func small(
    _ answers: Answers<LifeMeasure, Unreleased>
  ) -> Answers<LifeMeasure, Released> {
    answers.map { measure, answer in
      let released = rule.answer(answer, of: measure.declared, key: nil, closed: .fewPeople)
      return ReleasedAnswer(
        released.shown, used: released.used, eligible: released.eligible)
    }
  }

  func release(_ feedback: FeedbackFinding<Unreleased>) -> FeedbackFinding<Released> {
    FeedbackFinding(
      outcomes: feedback.outcomes.map { outcome in
        FeedbackFinding.Outcome(
          scale: outcome.scale, reaching: outcome.reaching, label: outcome.label,
          eligible: rule.count(outcome.eligible),
          rows: outcome.rows.map { row in
            FeedbackFinding.Row(
              course: row.course, used: rule.count(row.used),
              reached: row.reached.map { rule.answer($0, of: FeedbackMeasure.reached.declared) },
              mean: row.mean.map { rule.answer($0, of: FeedbackMeasure.mean.declared) })
          },
          scores: outcome.scores.map {
            FeedbackFinding.Score(score: $0.score, people: rule.count($0.people))
          })
      })
  }
}
