import FurlongEvaluation

extension SmallGroupsGate {
  /// Change of each scale, as it may be shown.
  mutating func release(_ change: ChangeFinding) -> ChangeFinding {
    var change = change
    for index in change.outcomes.indices {
      let outcome = change.outcomes[index]
      var rows: [ChangeFinding.Row] = []
      var hidden: [Bool] = []
      for together in byOccasion(outcome.rows, \.occasion) {
        let counts = together.map {
          base(outcome.scale.id, $0.occasion.id, $0.group, $0.used, $0.eligible)
        }
        let closed = hiddenRows(
          together.indices.map { (together[$0].group, together[$0].used, counts[$0].used) })
        for (place, row) in together.enumerated() {
          var row = row
          row.used = counts[place].used
          row.eligible = counts[place].eligible
          remember(row.used, of: row.eligible, outcome.scale, row.occasion, row.group)
          rows.append(row)
          hidden.append(closed.contains(place))
        }
      }
      change.outcomes[index].rows = outcome.rows.map { row in
        guard
          let place = rows.firstIndex(where: {
            $0.occasion == row.occasion && $0.group == row.group
          })
        else { return row }
        return release(rows[place], isHidden: hidden[place])
      }
      change.outcomes[index].filledIn = share(outcome.filledIn)
    }
    return change
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
    _ row: ChangeFinding.Row, isHidden: Bool
  ) -> ChangeFinding.Row {
    var row = row
    let answers: [WritableKeyPath<ChangeFinding.Row, Answer>] = [
      \.meanBefore, \.sdBefore, \.meanAfter, \.sdAfter, \.correlation, \.meanChange, \.sdChange,
      \.tStatistic, \.wilcoxon, \.dAv, \.gAv, \.dZ,
    ]
    for path in answers {
      row[keyPath: path] = answer(
        row[keyPath: path], isHidden: isHidden, printed: [row.used, row.eligible])
    }
    return row
  }
}
