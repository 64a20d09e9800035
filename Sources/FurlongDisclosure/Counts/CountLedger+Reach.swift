import FurlongEvaluation

extension CountLedger {
  /// Enters who came and who is missing, and how they add up.
  mutating func enter(_ reach: ReachFinding, _ names: CountNames) {
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

  mutating func enter(_ flow: ReachFinding.Flow, _ names: CountNames) {
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

  mutating func enter(
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
}
