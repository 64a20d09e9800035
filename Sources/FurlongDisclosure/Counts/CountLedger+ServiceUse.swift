import FurlongEvaluation

extension CountLedger {
  /// Enters people and events before and after, and how they add up.
  mutating func enter(_ use: ServiceUseFinding, _ names: CountNames) {
    for outcome in use.outcomes {
      let keys = ServiceUseKeys(outcome, names)
      let counted = outcome.rows.map { row in
        enter(row.people, usefulness: row.group == .everyone ? 90 : 50) {
          keys.counted(row.group.id, $0)
        }
      }
      let eligible = outcome.rows.map { row in
        enter(row.eligible, usefulness: row.group == .everyone ? 98 : 40) {
          names.population(row.group.id, $0)
        }
      }
      for row in outcome.rows.indices { add(counted[row], within: eligible[row]) }
      let groups = outcome.rows.map(\.group)
      addGroups(groups, counted)
      addGroups(groups, eligible)
      let left = [
        enter(outcome.notLinkable, usefulness: 20) { keys.left("not linkable", $0) },
        enter(outcome.notKnown, usefulness: 20) { keys.left("not known", $0) },
        enter(outcome.noTimeAtRisk, usefulness: 15) { keys.left("no time", $0) },
      ].compactMap(\.self)
      let running = enter(outcome.runningOnDayZero, usefulness: 15) { keys.own("running", "", $0) }
      if let all = groups.firstIndex(of: .everyone) {
        if let total = eligible[all], let part = counted[all] { add(total, is: [part] + left) }
        add(running, within: counted[all])
      }
      enterEvents(of: outcome, keys, counted: counted)
    }
  }

  private mutating func enterEvents(
    of outcome: ServiceUseFinding.Outcome, _ keys: ServiceUseKeys, counted: [Int?]
  ) {
    let groups = outcome.rows.map(\.group)
    for side in ServiceUseSide.allCases {
      var anyone: [Int?] = []
      var totals: [Int?] = []
      for (place, row) in outcome.rows.enumerated() {
        let isAll = row.group == .everyone
        let any = enter(row[keyPath: side.any], usefulness: isAll ? 60 : 40) {
          keys.own("any \(side)", row.group.id, $0)
        }
        add(any, within: counted[place])
        anyone.append(any)
        totals.append(
          row[keyPath: side.events].estimate.map {
            let few = row[keyPath: side.any].exact.map(isFew) ?? false
            return enter(
              keys.own("events \(side)", row.group.id, Int($0.value)), Int($0.value),
              usefulness: isAll ? 60 : 40, role: .events(fewPeople: few))
          })
      }
      addGroups(groups, anyone)
      addGroups(groups, totals)
      let bins = outcome.timeline.filter { side == .before ? $0.to <= 0 : $0.from >= 0 }
      let parts = bins.compactMap { bin -> Int? in
        enter(bin.peopleWithAny, usefulness: 10) { keys.own("bin any", "\(bin.from)", $0) }
        return bin.events.estimate.map {
          let few = bin.peopleWithAny.exact.map(isFew) ?? false
          return enter(
            keys.own("bin events", "\(bin.from)", Int($0.value)), Int($0.value), usefulness: 5,
            role: .events(fewPeople: few))
        }
      }
      if let all = groups.firstIndex(of: .everyone), let total = totals[all] {
        add(total, is: parts)
      }
    }
  }
}
