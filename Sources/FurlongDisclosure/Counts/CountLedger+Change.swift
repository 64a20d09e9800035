import FurlongEvaluation

extension CountLedger {
  /// Enters whose change is known, and how groups add up.
  mutating func enter(_ change: ChangeFinding, _ names: CountNames) {
    for outcome in change.outcomes {
      for rows in byOccasion(outcome.rows, \.occasion) {
        enterBase(
          outcome.scale.id, rows[0].occasion.id,
          rows.map { ($0.group, $0.used, $0.eligible) }, names)
      }
    }
  }

  /// Enters who is used and due of each group at one occasion; gives the places of those used.
  @discardableResult
  mutating func enterBase(
    _ scale: String, _ occasion: String,
    _ rows: [(group: GroupName, used: PeopleCount, eligible: PeopleCount)], _ names: CountNames
  ) -> [Int?] {
    var used: [Int?] = []
    var due: [Int?] = []
    for row in rows {
      let isAll = row.group == .everyone
      let part = enter(row.used, usefulness: isAll ? 100 : 50) {
        names.used(scale, occasion, row.group.id, $0)
      }
      let whole = enter(row.eligible, usefulness: isAll ? 70 : 40) {
        names.due(occasion, row.group.id, $0)
      }
      add(part, within: whole)
      used.append(part)
      due.append(whole)
    }
    addGroups(rows.map(\.group), used)
    addGroups(rows.map(\.group), due)
    return used
  }
}
