import FurlongEvaluation

extension SmallGroupsGate {
  /// Flow, attendance, casemix and those missing, as they may be shown.
  mutating func release(_ reach: ReachFinding) -> ReachFinding {
    var reach = reach
    for index in reach.flows.indices { reach.flows[index] = release(reach.flows[index]) }
    if let attendance = reach.attendance { reach.attendance = release(attendance) }
    for column in reach.casemix.indices {
      for value in reach.casemix[column].values.indices {
        let known = reach.casemix[column].values[value]
        reach.casemix[column].values[value].people = count(known.people) { [names] in
          names.population("\(reach.casemix[column].column)=\(known.value)", $0)
        }
      }
    }
    for index in reach.missing.indices { reach.missing[index] = release(reach.missing[index]) }
    for index in reach.unusedForms.indices {
      let forms = reach.unusedForms[index]
      reach.unusedForms[index].onlyUnscorable = count(forms.onlyUnscorable) { [names] in
        names.named("unscorable", forms.scale, forms.occasion.id, value: $0)
      }
      reach.unusedForms[index].severalForms = count(forms.severalForms) { [names] in
        names.named("several", forms.scale, forms.occasion.id, value: $0)
      }
    }
    return reach
  }

  private mutating func release(_ flow: ReachFinding.Flow) -> ReachFinding.Flow {
    var released = flow
    var before: String?
    for (index, stage) in flow.stages.enumerated() {
      guard let value = stage.people.exact else { continue }
      let key = names.stage(stage, in: flow, value)
      released.stages[index].people = count(stage.people) { _ in key }
      if let lost = stage.lost {
        let lostKey = before.map { names.lost(before: $0, after: key) } ?? ""
        released.stages[index].lost = count(lost) { _ in lostKey }
      }
      before = key
    }
    return released
  }

  private mutating func release(_ attendance: ReachFinding.Attendance) -> ReachFinding.Attendance {
    let came = count(attendance.attendedAny) { [names] in names.attendedAny($0) }
    return ReachFinding.Attendance(
      offered: answer(attendance.offered), attended: answer(attendance.attended),
      missed: answer(attendance.missed), cancelledByStudent: answer(attendance.cancelledByStudent),
      cancelledByCollege: answer(attendance.cancelledByCollege), attendedAny: came,
      medianAttended: answer(attendance.medianAttended, printed: [came]),
      series: attendance.series.map { release($0, came: attendance.attendedAny, printed: [came]) })
  }

  private mutating func release(
    _ comparison: ReachFinding.MissingComparison
  ) -> ReachFinding.MissingComparison {
    var released = comparison
    let scale = comparison.scale.id
    let occasion = comparison.occasion.id
    released.present = count(comparison.present) { [names] in names.present(scale, occasion, $0) }
    released.missing = count(comparison.missing) { [names] in
      names.named("missing", scale, occasion, value: $0)
    }
    // Without one of the two sides the other and the difference would give it away.
    let sideHidden = released.present.exact == nil || released.missing.exact == nil
    for (index, variable) in comparison.variables.enumerated() {
      var isHidden = sideHidden || isOnFew(variable.present) || isOnFew(variable.missing)
      if case .value(let column, let value) = variable.kind,
        variable.present.estimate != nil, variable.missing.estimate != nil
      {
        let key = SharePeople.key(comparison, column, value)
        isHidden =
          isHidden || !decisions.shows(key + "|present") || !decisions.shows(key + "|missing")
        released.variables[index].present = share(
          variable.present, isHidden: isHidden, printed: [released.present])
        released.variables[index].missing = share(
          variable.missing, isHidden: isHidden, printed: [released.missing])
        let isEither =
          released.variables[index].present == .hidden
          || released.variables[index].missing == .hidden
        if isEither {
          released.variables[index].present = hide(released.variables[index].present)
          released.variables[index].missing = hide(released.variables[index].missing)
        }
        isHidden = isHidden || isEither
      } else {
        released.variables[index].present = answer(
          variable.present, isHidden: isHidden, printed: [released.present])
        released.variables[index].missing = answer(
          variable.missing, isHidden: isHidden, printed: [released.missing])
      }
      released.variables[index].standardisedDifference = answer(
        variable.standardisedDifference, isHidden: isHidden,
        printed: [released.present, released.missing])
      if released.variables[index].standardisedDifference != .hidden {
        shownDifferences.append(
          ShownDifference(scale: scale, occasion: comparison.occasion, variable: variable.kind))
      }
    }
    return released
  }

  private func isOnFew(_ answer: Answer) -> Bool {
    answer.estimate.map { $0.used < leastForEstimates } ?? false
  }
}
