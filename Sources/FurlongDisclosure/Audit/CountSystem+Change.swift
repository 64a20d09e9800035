import FurlongEvaluation

extension CountSystem {
  mutating func enter(_ change: ChangeFinding<Unreleased>, _ rule: RoundingRule) {
    for outcome in change.outcomes {
      for rows in Dictionary(grouping: outcome.rows, by: \.occasion.id).sorted(by: {
        $0.key < $1.key
      }).map(\.value) {
        // Intervals and sizes of the same change tell how many people it is of.
        let used = rows.map { ($0.group, enter($0.used, isKnown: hasInterval($0, rule))) }
        for (_, place) in used { tellFew(place) }
        relateGroups(used.map { (group: $0.0, place: $0.1) })
        relateGroups(rows.map { (group: $0.group, place: enter($0.eligible)) })
      }
      for arms in outcome.arms {
        enter(
          arms,
          isKnown: arms[.difference].estimate?.interval != nil
            && ![arms.treated, arms.control].contains { rule.isFewForEstimates($0.used) })
      }
      for (_, answer) in outcome.forms.all { enter(answer.used) }
      for (measure, answer) in outcome.forms.all where measure.declared.kind == .count {
        if let estimate = answer.estimate {
          enter(.forms(measure, scale: outcome.scale.id), Int(estimate.value))
        }
      }
      if let forms = place(of: .forms(.inUse, scale: outcome.scale.id)),
        let filled = place(of: .forms(.filledIn, scale: outcome.scale.id))
      {
        relate(forms, holds: filled, restIsHidden: true)
      }
    }
  }

  /// Holds those who moved to the better end against those who got reliably better and worse, whichever step came first.
  mutating func relateMovedUp(_ change: ChangeFinding<Unreleased>) {
    for outcome in change.outcomes {
      for row in outcome.rows { enter(row, enter(row.used), outcome.scale.id) }
    }
  }

  private func hasInterval(_ row: ChangeFinding<Unreleased>.Row, _ rule: RoundingRule) -> Bool {
    row[.meanChange].estimate?.interval != nil && row.used.count >= rule.rounding.rules.leastPeople
  }

  /// Those who moved to the better end of the scale, with halves: at least those who got reliably better, and at most
  /// those who did not get worse.
  private mutating func enter(
    _ row: ChangeFinding<Unreleased>.Row, _ used: Int, _ scale: String
  ) {
    guard let parts = row[.probabilityOfImprovement].estimate?.parts,
      parts.count >= Double(rounding.rules.threshold),
      Double(parts.of) - parts.count >= Double(rounding.rules.threshold)
    else { return }
    let group = row.group.id
    let twice = imply(
      .movedUp(scale: scale, occasion: row.occasion.id, group: group), Int(2 * parts.count),
      isHidden: false)
    let printed = Double(rounding.count(parts.count))
    let half = Double(rounding.rules.base)
    relate([(twice, 1)], in: (2 * printed - half)...(2 * printed + half), needs: [used])
    func judged(_ measure: MeaningMeasure) -> Int? {
      place(
        of: .people(
          .judged(measure, scale: scale, occasion: row.occasion.id, group: group)))
    }
    let endless = Double(Self.endless)
    if let improved = judged(.improved) {
      relate([(twice, 1), (improved, -2)], in: 0...endless, needs: [used])
    }
    if let worse = judged(.deteriorated) {
      relate([(used, 2), (twice, -1), (worse, -1)], in: 0...endless, needs: [used])
    }
  }

  mutating func enter(_ meaning: MeaningFinding<Unreleased>) {
    for outcome in meaning.outcomes {
      // Of few people no share stands in the report: neither who had which nor that there was none.
      let judged = MeaningMeasure.allCases.filter { measure in
        outcome.rows.contains { $0[measure].estimate?.parts?.people != nil }
      }
      let places = outcome.rows.map { row -> [MeaningMeasure: Int] in
        let used = enter(row.used)
        enter(row.eligible)
        var places: [MeaningMeasure: Int] = [:]
        for measure in judged where isShare(row[measure], of: used) {
          let key = CountKey.people(
            .judged(
              measure, scale: outcome.scale.id, occasion: row.occasion.id, group: row.group.id))
          places[measure] = enterShare(key, row[measure], of: used)
        }
        if let better = places[.improved], let same = places[.unchanged],
          let worse = places[.deteriorated]
        {
          relate(used, isSumOf: [better, same, worse])
        }
        return places
      }
      for arms in outcome.arms { enter(arms) }
      enterOthers(outcome)
      enterCutOffs(outcome)
      for occasion in Set(outcome.rows.map(\.occasion.id)).sorted() {
        for measure in MeaningMeasure.allCases {
          let rows = zip(outcome.rows, places).filter { $0.0.occasion.id == occasion }
          relateGroups(
            rows.compactMap { row, places in
              places[measure].map { (group: row.group, place: $0) }
            })
        }
      }
    }
    for rules in meaning.rules { enter(rules) }
  }

  /// Who got better and worse by the other reliabilities: of everyone with both forms.
  private mutating func enterOthers(_ outcome: MeaningFinding<Unreleased>.Outcome) {
    for row in outcome.rows where row.group == .everyone && !rounding.isFew(row.used.count) {
      let used = enter(row.used)
      for other in outcome.others {
        guard let judged = other.rows.first(where: { $0.occasion == row.occasion }) else {
          continue
        }
        for (judgement, answer) in judged.shares.all where answer.estimate?.parts != nil {
          let key = CountKey.people(
            .judgedBy(
              judgement, reliability: other.reliability.kind, scale: outcome.scale.id,
              occasion: row.occasion.id))
          relate(used, holds: enterShare(key, answer, of: used), restIsHidden: true)
        }
      }
    }
  }

  /// Who crossed the other cut-offs, of everyone with both forms: of no two is the one part of the other.
  private mutating func enterCutOffs(_ outcome: MeaningFinding<Unreleased>.Outcome) {
    for row in outcome.rows where row.group == .everyone {
      let used = enter(row.used)
      for cutOff in outcome.cutOffs {
        guard let other = cutOff.rows.first(where: { $0.occasion == row.occasion }) else {
          continue
        }
        let key = CountKey.people(
          .crossedBy(
            cutOff.basis.word, scale: outcome.scale.id, occasion: row.occasion.id))
        // Without a score nobody is held against it, and no count is printed.
        guard isShare(other.crossed, of: used) else { continue }
        relate(used, holds: enterShare(key, other.crossed, of: used), restIsHidden: true)
      }
    }
  }

  /// Whether the count behind a share is printed, or is of so few people that nothing of it is.
  private func isShare(_ answer: FoundAnswer, of whole: Int) -> Bool {
    answer.estimate?.parts != nil || rounding.isFew(counts[whole].truth)
  }

  /// Enters the count behind a share of some people; of few of them, or of a row that is closed, nothing of it is printed:
  /// neither how many there were nor that there was nobody.
  mutating func enterShare(
    _ key: CountKey, _ answer: FoundAnswer, of whole: Int, isClosed: Bool = false
  ) -> Int {
    let count = Int(answer.estimate?.parts?.count ?? 0)
    guard !isClosed, !rounding.isFew(counts[whole].truth) else {
      return imply(key, count, isHidden: true)
    }
    let place = enter(key, count)
    tellAbsence(of: place, used: whole)
    return place
  }

  /// A count without its share says that the rest is small, and one with it that it is not.
  mutating func tellAbsence(of place: Int, used: Int) {
    let rest = counts[used].truth - counts[place].truth
    guard !rounding.isFew(counts[place].truth) else { return }
    let threshold = Double(rounding.rules.threshold)
    relate(
      [(used, 1), (place, -1)],
      in: rounding.isFew(rest) ? 0...(threshold - 1) : threshold...Double(Self.endless),
      needs: [used, place])
  }
}
