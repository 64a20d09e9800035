import FurlongEvaluation

extension CountLedger {
  /// Enters every count of the findings and how they add up.
  mutating func enter(_ findings: Findings) {
    let names = CountNames(findings)
    for step in findings.steps {
      switch step.finding {
      case .reach(let reach): enter(reach, names)
      case .change(let change): enter(change, names)
      case .meaning(let meaning): enter(meaning, names)
      case .serviceUse(let use): enter(use, names)
      case .experience(let experience): enter(experience, names)
      // Limits repeat counts of other sections; the gate compares them with what was hidden.
      case .certainty: break
      }
    }
  }

  /// Enters a count of people, where it is one.
  @discardableResult
  mutating func enter(
    _ count: PeopleCount, usefulness: Int, key: (Int) -> String
  ) -> Int? {
    guard let value = count.exact else { return nil }
    return enter(key(value), value, usefulness: usefulness)
  }

  /// Says that a count is part of another: the remainder can be worked out.
  mutating func add(_ part: Int?, within whole: Int?) {
    guard let part, let whole else { return }
    add(whole, is: [part])
  }

  /// Says that everyone is the sum of the groups of each column.
  mutating func addGroups(_ groups: [GroupName], _ places: [Int?]) {
    guard let everyone = groups.firstIndex(of: .everyone), let total = places[everyone] else {
      return
    }
    for (_, members) in placesByColumn(groups) {
      let parts = members.compactMap { places[$0] }
      if parts.count == members.count { add(total, is: parts) }
    }
  }
}

// Usefulness, greatest first: who is in the numbers, what changed, who was lost, side counts.

extension CountLedger {
  private mutating func enter(_ reach: ReachFinding, _ names: CountNames) {
    for flow in reach.flows { enter(flow, names) }
    let population = names.population.map {
      enter(names.population("all", $0), $0, usefulness: 98)
    }
    if let attendance = reach.attendance {
      let any = enter(attendance.attendedAny, usefulness: 60, key: names.attendedAny)
      add(any, within: population)
    }
    for casemix in reach.casemix {
      let parts = casemix.values.compactMap { value in
        enter(value.people, usefulness: 30) {
          names.population("\(casemix.column)=\(value.value)", $0)
        }
      }
      if let population { add(population, is: parts) }
    }
    for comparison in reach.missing { enter(comparison, names) }
    for forms in reach.unusedForms {
      enter(forms.onlyUnscorable, usefulness: 10) {
        names.named("unscorable", forms.scale, forms.occasion.id, value: $0)
      }
      enter(forms.severalForms, usefulness: 10) {
        names.named("several", forms.scale, forms.occasion.id, value: $0)
      }
    }
  }

  private mutating func enter(_ flow: ReachFinding.Flow, _ names: CountNames) {
    var before: (place: Int, key: String, value: Int)?
    var due: Int?
    for stage in flow.stages {
      guard let value = stage.people.exact else { continue }
      let key = names.stage(stage, in: flow, value)
      let usefulness =
        switch stage.kind {
        case .analysed: 100
        case .registered: 95
        case .dueFollowUp: 70
        default: 60
        }
      let place = enter(key, value, usefulness: usefulness)
      if case .dueFollowUp = stage.kind { due = place }
      if case .analysed = stage.kind { add(place, within: due) }
      if let lost = stage.lost?.exact, let before {
        let gone = enter(names.lost(before: before.key, after: key), lost, usefulness: 20)
        if before.value - value == lost { add(before.place, is: [place, gone]) }
      }
      before = (place, key, value)
    }
  }

  private mutating func enter(
    _ comparison: ReachFinding.MissingComparison, _ names: CountNames
  ) {
    let scale = comparison.scale.id
    let occasion = comparison.occasion.id
    guard let presentCount = comparison.present.exact, let missingCount = comparison.missing.exact
    else { return }
    let dueCount = presentCount + missingCount
    let present = enter(
      names.present(scale, occasion, presentCount), presentCount, usefulness: 65)
    let missing = enter(
      names.named("missing", scale, occasion, value: missingCount), missingCount, usefulness: 25)
    let due = enter(names.due(occasion, "all", dueCount), dueCount, usefulness: 70)
    add(due, is: [present, missing])
    var columns: [String: (present: [Int], missing: [Int])] = [:]
    for variable in comparison.variables {
      guard case .value(let column, let value) = variable.kind,
        let there = variable.present.estimate, let gone = variable.missing.estimate
      else { continue }
      let key = SharePeople.key(comparison, column, value)
      let here = enter(
        key + "|present", SharePeople.count(there), usefulness: 15)
      let lost = enter(
        key + "|missing", SharePeople.count(gone), usefulness: 15)
      columns[column, default: ([], [])].present.append(here)
      columns[column, default: ([], [])].missing.append(lost)
      guard names.isEverybodyDue(occasion) else { continue }
      let both = cells[here].value + cells[lost].value
      if let whole = place(of: names.population("\(column)=\(value)", both)) {
        add(whole, is: [here, lost])
      }
    }
    for (_, shares) in columns.sorted(by: { $0.key < $1.key }) {
      add(present, is: shares.present)
      add(missing, is: shares.missing)
    }
  }

  private mutating func enter(_ change: ChangeFinding, _ names: CountNames) {
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
  private mutating func enterBase(
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

  private mutating func enter(_ meaning: MeaningFinding, _ names: CountNames) {
    for outcome in meaning.outcomes {
      for rows in byOccasion(outcome.rows, \.occasion) {
        let scale = outcome.scale.id
        let occasion = rows[0].occasion.id
        let used = enterBase(
          scale, occasion, rows.map { ($0.group, $0.used, $0.eligible) }, names)
        var kinds: [MeaningKind: [Int?]] = [:]
        for row in rows {
          for kind in MeaningKind.allCases {
            let place = enter(
              row[keyPath: kind.share].people,
              usefulness: kind.usefulness + (row.group == .everyone ? 10 : 0)
            ) { kind.key(scale, occasion, row.group.id, $0) }
            kinds[kind, default: []].append(place)
          }
        }
        func places(_ kind: MeaningKind) -> [Int?] { kinds[kind] ?? [] }
        for row in rows.indices {
          if let used = used[row], let better = places(.improved)[row],
            let same = places(.unchanged)[row], let worse = places(.deteriorated)[row]
          {
            add(used, is: [better, same, worse])
          }
          add(places(.crossed)[row], within: used[row])
          add(places(.recovered)[row], within: places(.improved)[row])
          add(places(.recovered)[row], within: places(.crossed)[row])
          add(places(.harmed)[row], within: places(.deteriorated)[row])
        }
        for kind in MeaningKind.allCases { addGroups(rows.map(\.group), places(kind)) }
      }
    }
  }

  private mutating func enter(_ use: ServiceUseFinding, _ names: CountNames) {
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

  private mutating func enter(_ experience: ExperienceFinding, _ names: CountNames) {
    let tellers = enter(experience.storytellers, usefulness: 60) {
      names.named("storytellers", value: $0)
    }
    if let count = names.population {
      add(tellers, within: enter(names.population("all", count), count, usefulness: 98))
    }
    let coded = experience.themes.compactMap { $0.share.estimate?.used }.first.map {
      enter(names.named("coded", value: $0), $0, usefulness: 55)
    }
    add(coded, within: tellers)
    let nothing = enter(experience.nothingFound, usefulness: 20) {
      names.named("nothing found", value: $0)
    }
    add(nothing, within: coded)
    add(nothing, within: tellers)
    add(
      enter(experience.quotable, usefulness: 15) { names.named("quotable", value: $0) },
      within: tellers)
    for theme in experience.themes {
      let people = enter(theme.people, usefulness: 40) {
        names.named("theme", theme.id, value: $0)
      }
      add(people, within: coded)
      // The report names those who told a story beside those who told the theme.
      add(people, within: tellers)
      let all = enter(theme.peopleAllCoders, usefulness: 20) {
        names.named("theme by all", theme.id, value: $0)
      }
      add(all, within: people)
    }
  }
}

/// Rows of each occasion together, in the order in which occasions first appear.
func byOccasion<Row>(_ rows: [Row], _ occasion: (Row) -> TimeName) -> [[Row]] {
  var order: [String] = []
  var grouped: [String: [Row]] = [:]
  for row in rows {
    let id = occasion(row).id
    if grouped[id] == nil { order.append(id) }
    grouped[id, default: []].append(row)
  }
  return order.compactMap { grouped[$0] }
}
