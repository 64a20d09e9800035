extension ResultRows {
  mutating func add<N: Numbers>(_ finding: LifeOutcomesFinding<N>) {
    for outcome in finding.outcomes {
      func place(_ occasion: TimeName, _ group: String) -> Place {
        Place(
          outcome: outcome.outcome.id, label: outcome.outcome.label, occasion: occasion.id,
          group: group)
      }
      for row in outcome.rows { add(row.answers, at: place(row.occasion, row.group.id)) }
      for moves in outcome.moves {
        let everyone = place(moves.occasion, GroupName.everyone.id)
        add(LifePeople.answeredBefore, moves.answeredBefore, at: everyone)
        add(LifePeople.answeredAfter, moves.answeredAfter, at: everyone)
        for state in moves.states {
          let here = place(moves.occasion, state.name)
          add(LifePeople.before, state.before, at: here)
          add(LifePeople.after, state.after, at: here)
          for (next, people) in zip(moves.states, state.became) {
            add(
              LifePeople.moved, people, at: place(moves.occasion, "\(state.name) > \(next.name)"))
          }
        }
      }
    }
  }

  mutating func add<N: Numbers>(_ finding: FeedbackFinding<N>) {
    for outcome in finding.outcomes {
      func place(_ group: String?) -> Place {
        Place(outcome.scale, group: group)
      }
      for row in outcome.rows {
        let here = place(row.course.map { "course=\($0)" })
        if let reached = row.reached { add(FeedbackMeasure.reached.declared, reached, at: here) }
        if let mean = row.mean { add(FeedbackMeasure.mean.declared, mean, at: here) }
      }
      for score in outcome.scores {
        add(
          FeedbackMeasure.people, score.people,
          at: place("score=\(ResultRow.text(score.score))"))
      }
    }
  }
}
