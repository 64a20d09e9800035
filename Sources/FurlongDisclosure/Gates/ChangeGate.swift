import FurlongEvaluation

extension SmallGroupsGate {
  /// Change of each scale, as it may be shown.
  mutating func release(_ change: ChangeFinding) -> ChangeFinding {
    var change = change
    for index in change.outcomes.indices {
      let outcome = change.outcomes[index]
      var rows: [ChangeFinding.Row] = []
      var hidden: [Bool] = []
      var improvement: [Bool] = []
      for together in byOccasion(outcome.rows, \.occasion) {
        let counts = together.map {
          base(outcome.scale.id, $0.occasion.id, $0.group, $0.used, $0.eligible)
        }
        let closed = hiddenRows(
          together.indices.map { (together[$0].group, together[$0].used, counts[$0].used) })
        let closedImprovement = hiddenImprovement(together, of: outcome.scale.id, closed: closed)
        for (place, row) in together.enumerated() {
          var row = row
          row.used = counts[place].used
          row.eligible = counts[place].eligible
          remember(row.used, of: row.eligible, outcome.scale, row.occasion, row.group)
          rows.append(row)
          hidden.append(closed.contains(place))
          improvement.append(closedImprovement.contains(place))
        }
      }
      change.outcomes[index].rows = outcome.rows.map { row in
        guard
          let place = rows.firstIndex(where: {
            $0.occasion == row.occasion && $0.group == row.group
          })
        else { return row }
        return release(
          rows[place], isHidden: hidden[place], hidesImprovement: improvement[place])
      }
      let isFilledInShown = showsFilledIn(outcome)
      if isFilledInShown { shownFilledIn.insert(outcome.scale.id) }
      change.outcomes[index].forms = answer(outcome.forms)
      change.outcomes[index].formsFilledIn = answer(
        outcome.formsFilledIn, isHidden: !isFilledInShown)
      change.outcomes[index].filledIn = answer(outcome.filledIn, isHidden: !isFilledInShown)
    }
    return change
  }

  /// Whether it may be said how many forms were filled in: a few forms are of a few people.
  private func showsFilledIn(_ outcome: ChangeFinding.Outcome) -> Bool {
    guard let forms = outcome.forms.estimate?.value,
      let filled = outcome.formsFilledIn.estimate?.value
    else { return true }
    return !isFew(Int(filled)) && !isFew(Int(forms - filled))
  }

  /// The counts that stand at the head of a row of change or meaning.
  mutating func base(
    _ scale: String, _ occasion: String, _ group: GroupName, _ used: PeopleCount,
    _ eligible: PeopleCount
  ) -> (used: PeopleCount, eligible: PeopleCount) {
    (
      count(used) { [names] in names.used(scale, occasion, group.id, $0) },
      count(eligible) { [names] in names.due(occasion, group.id, $0) }
    )
  }

  private mutating func release(
    _ row: ChangeFinding.Row, isHidden: Bool, hidesImprovement: Bool
  ) -> ChangeFinding.Row {
    var row = row
    let answers: [WritableKeyPath<ChangeFinding.Row, Answer>] = [
      \.meanBefore, \.sdBefore, \.meanAfter, \.sdAfter, \.correlation, \.meanChange, \.sdChange,
      \.tStatistic, \.wilcoxon, \.dAv, \.gAv, \.dZ, \.dRm, \.dB, \.gB,
    ]
    for path in answers {
      row[keyPath: path] = answer(
        row[keyPath: path], isHidden: isHidden, printed: [row.used, row.eligible])
    }
    // A median and the ends of its interval are the numbers of single people: as many must lie on either side as an
    // estimate needs.
    for path in [\ChangeFinding.Row.medianBefore, \.medianAfter, \.medianChange] {
      let people = row[keyPath: path].estimate?.used ?? 0
      row[keyPath: path] = answer(
        row[keyPath: path], isHidden: isHidden || people < 2 * leastForEstimates,
        printed: [row.used, row.eligible])
    }
    row.probabilityOfImprovement = answer(
      row.probabilityOfImprovement, isHidden: isHidden || hidesImprovement,
      printed: [row.used, row.eligible])
    return row
  }

  /// Rows of one follow-up whose probability of improvement would tell what is hidden.
  ///
  /// Times the people it gives those who rose less those who fell. So it is hidden where it counts few, or all but
  /// few; where the report holds back how many got reliably better or worse; and, because everyone's is the sum
  /// of the groups', in all groups of a column where it is hidden in one, and in all rows where it is in everyone's.
  private func hiddenImprovement(
    _ rows: [ChangeFinding.Row], of scale: String, closed: Set<Int>
  ) -> Set<Int> {
    var hidden = closed
    for (place, row) in rows.enumerated() {
      let isHeldBack = heldBackMeaning.contains(
        MeaningPlace(scale: scale, occasion: row.occasion.id, group: row.group.id))
      let isFew = row.probabilityOfImprovement.estimate.map { estimate in
        let better = estimate.value * Double(estimate.used)
        return [better, Double(estimate.used) - better].contains {
          // Halves of those who stayed make half counts.
          $0 > 0.25 && $0 < Double(threshold) - 0.25
        }
      }
      if isHeldBack || isFew == true { hidden.insert(place) }
    }
    if let everyone = rows.firstIndex(where: { $0.group == .everyone }), hidden.contains(everyone) {
      return Set(rows.indices)
    }
    for (_, members) in placesByColumn(rows.map(\.group))
    where members.contains(where: hidden.contains) {
      hidden.formUnion(members)
    }
    return hidden
  }
}
