extension ResultRows {
  mutating func add<N: Numbers>(_ finding: ChangeFinding<N>) {
    for outcome in finding.outcomes {
      for row in outcome.rows {
        add(row.answers, at: Place(outcome.scale, row.occasion, group: row.group.id))
      }
      for arms in outcome.arms {
        add(arms.answers, at: Place(outcome.scale, arms.time, group: arms.arms.id))
      }
      add(outcome.forms, at: Place(outcome.scale))
    }
  }

  mutating func add<N: Numbers>(_ finding: MeaningFinding<N>) {
    for outcome in finding.outcomes {
      add(MeaningMeasure.threshold, outcome.threshold, at: Place(outcome.scale))
      for row in outcome.rows {
        add(row.shares, at: Place(outcome.scale, row.occasion, group: row.group.id))
      }
      for arms in outcome.arms {
        add(arms.answers, at: Place(outcome.scale, arms.time, group: arms.arms.id))
      }
      for other in outcome.others {
        add(OtherJudgement.threshold, other.threshold, at: Place(outcome.scale))
        for row in other.rows {
          for (measure, answer) in row.shares.all {
            add(measure.declared, answer, at: Place(outcome.scale, row.occasion))
          }
        }
      }
      for cutOff in outcome.cutOffs {
        let word = cutOff.basis.word
        add(
          MeaningMeasure.cutOff, cutOff.score, by: .cutOff(word), at: Place(outcome.scale))
        for row in cutOff.rows {
          add(
            MeaningMeasure.crossedByOther, row.crossed,
            by: .cutOff(word, interval: Method.wilson.interval),
            at: Place(outcome.scale, row.occasion))
        }
      }
    }
    for rules in finding.rules { add(rules) }
  }
}
