import FurlongEvaluation

extension CountSystem {
  /// Enters who is counted by a named set of rules: better, neither and worse are those judged, and who recovered was in the
  /// clinical range.
  mutating func enter(_ finding: RuleFinding<Unreleased>) {
    for line in finding.lines {
      var groups: [String: [(group: GroupName, place: Int)]] = [:]
      for row in line.rows {
        let due = enter(row.eligible)
        let used = enter(row.used)
        relate(due, holds: used, restIsHidden: true)
        var entered: [RuleCount: Int] = [.judged: used]
        func key(_ count: RuleCount) -> CountKey {
          .people(
            .ruled(
              count, rules: finding.rules, scale: line.scale?.id ?? "", occasion: row.occasion.id,
              group: row.group.id))
        }
        for (measure, answer) in row.changes.all {
          let count = RuleCount(measure)
          entered[count] = enter(key(count), answer, among: used)
        }
        if let better = entered[.improved], let same = entered[.unchanged],
          let worse = entered[.deteriorated]
        {
          relate(used, isSumOf: [better, same, worse])
        }
        for (measure, _) in row.ofDue?.all ?? [] {
          // Of all who are due a share stands in the report too, or its absence does.
          if let place = entered[RuleCount(measure.counted)] { tellAbsence(of: place, used: due) }
        }
        enterRecovery(row, used, key, &entered)
        for (count, place) in entered.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
          groups["\(row.occasion.id) \(count.rawValue)", default: []].append((row.group, place))
        }
      }
      for key in groups.keys.sorted() { relateGroups(groups[key] ?? []) }
    }
  }

  private mutating func enterRecovery(
    _ row: RuleFinding<Unreleased>.Row, _ used: Int, _ key: (RuleCount) -> CountKey,
    _ entered: inout [RuleCount: Int]
  ) {
    guard let recovery = row.recovery else { return }
    let clinical = enter(key(.caseness), recovery[.caseness], among: used)
    entered[.caseness] = clinical
    let left = row.recovered.map { enter(key(.recovered), $0, among: clinical) }
    entered[.recovered] = left
    let reliably = enter(key(.reliablyRecovered), recovery[.reliablyRecovered], among: clinical)
    entered[.reliablyRecovered] = reliably
    if let left { relate(left, holds: reliably, restIsHidden: true) }
    if let better = entered[.improved] { relate(better, holds: reliably, restIsHidden: true) }
  }

  private mutating func enter(_ key: CountKey, _ answer: FoundAnswer, among whole: Int) -> Int {
    let place = enterShare(key, answer, of: whole)
    relate(whole, holds: place, restIsHidden: true)
    return place
  }
}
