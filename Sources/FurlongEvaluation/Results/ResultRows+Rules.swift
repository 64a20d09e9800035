extension ResultRows {
  mutating func add<N: Numbers>(_ finding: RuleFinding<N>) {
    let stated = Method.rules(finding.rules)
    let made = Method.rules(finding.rules, interval: Method.wilson.interval)
    for scale in finding.scales {
      let place = Place(scale.ruled.scale)
      // What was published stands whatever the data; what rests on their spread is an answer.
      if let points = scale.ruled.reliability.points {
        add(
          RuleMeasure.threshold, stated: points, method: stated,
          note: scale.ruled.reliability.source, at: place)
      } else {
        add(RuleMeasure.threshold, scale.threshold, by: stated, at: place)
      }
      if let cutOff = scale.ruled.cutOff {
        add(
          RuleMeasure.cutOff, stated: cutOff.score, method: stated, note: cutOff.source, at: place)
      }
    }
    for line in finding.lines {
      for row in line.rows {
        var place =
          line.scale.map { Place($0, row.occasion) } ?? Place(occasion: row.occasion.id)
        if line.scale == nil {
          place.label = finding.scales.map(\.ruled.scale.name).joined(separator: ", ")
        }
        place.group = row.group.id
        for (measure, answer) in row.changes.all {
          add(measure.declared, answer, by: made, at: place)
        }
        for (measure, answer) in row.recovery?.all ?? [] {
          add(measure.declared, answer, by: made, at: place)
        }
        if let recovered = row.recovered {
          add(RuleRecoveryMeasure.recovered, recovered, by: made, at: place)
        }
        for (measure, answer) in row.ofDue?.all ?? [] {
          add(measure.declared, answer, by: made, at: place)
        }
      }
    }
  }
}
