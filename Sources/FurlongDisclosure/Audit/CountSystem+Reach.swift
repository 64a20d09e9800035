import FurlongEvaluation

extension CountSystem {
  mutating func enter(_ reach: ReachFinding<Unreleased>, _ rule: RoundingRule) {
    for flow in reach.flows { enter(flow) }
    for casemix in reach.casemix {
      let values = casemix.values.map { enter($0.people) }
      if let all = place(of: .people(.population(group: GroupName.everyone.id))) {
        relate(all, isSumOf: values)
        for (value, place) in zip(casemix.values, values) where value.beside != nil {
          tellAbsence(of: place, used: all)
        }
      }
    }
    for comparison in reach.missing { enter(comparison) }
    for unused in reach.unusedForms {
      enter(unused.onlyUnscorable)
      enter(unused.severalForms)
      enter(unused.notDue)
    }
    if let attendance = reach.attendance { enter(attendance, rule) }
  }

  private mutating func enter(_ flow: ReachFinding<Unreleased>.Flow) {
    var before: Int?
    var population: Int?
    for stage in flow.stages {
      let place = enter(stage.people)
      if let lost = stage.lost, let before {
        let all = enter(lost)
        relate(before, isSumOf: [place, all])
        let others = stage.others.map { enter($0.people) }
        if !others.isEmpty { relate(all, isSumOf: others) }
      }
      before = place
      switch stage.kind {
      case .registered, .registeredInPeriod, .meets, .hasDayZero: population = place
      case .attendedAny, .withBaseline, .dueFollowUp, .withFollowUp, .analysed: break
      }
    }
    // The last stage before sessions and forms is everyone whom the report is about.
    if let population {
      let all = imply(
        .people(.population(group: GroupName.everyone.id)), counts[population].truth,
        isHidden: false)
      relate(population, isSumOf: [all])
    }
  }

  private mutating func enter(_ comparison: ReachFinding<Unreleased>.MissingComparison) {
    let present = enter(comparison.present)
    let missing = enter(comparison.missing)
    let due = imply(
      .people(.due(occasion: comparison.occasion.id, group: GroupName.everyone.id)),
      counts[present].truth + counts[missing].truth, isHidden: false)
    relate(due, isSumOf: [present, missing])
    for place in [present, missing] { tellFew(place) }
    // The numbers of people beside the averages are printed too.
    for variable in comparison.variables where variable.kind == .firstScore {
      let sides = [MissingMeasure.present, .missing, .difference].compactMap {
        variable[$0].estimate.map { enter($0.used) }
      }
      for place in sides { tellFew(place) }
      if sides.count == 3 { relate(sides[2], isSumOf: [sides[0], sides[1]]) }
    }
    var sides: [String: (present: [Int], missing: [Int])] = [:]
    for variable in comparison.variables {
      guard case .value(let column, _) = variable.kind else { continue }
      let (scale, occasion) = (comparison.scale.id, comparison.occasion.id)
      let id = variable.kind.groupID
      guard
        let here = count(
          variable[.present], .returnedOf(scale: scale, occasion: occasion, group: id)),
        let gone = count(
          variable[.missing], .missingOf(scale: scale, occasion: occasion, group: id))
      else { continue }
      sides[column, default: ([], [])].present.append(here)
      sides[column, default: ([], [])].missing.append(gone)
      // Those with the value who are due, and those of the population who are not.
      let group = variable.kind.groupID
      let together = imply(
        .people(.due(occasion: comparison.occasion.id, group: group)),
        counts[here].truth + counts[gone].truth, isHidden: false)
      relate(together, isSumOf: [here, gone])
    }
    for column in sides.keys.sorted() {
      relate(present, isSumOf: sides[column]?.present ?? [])
      relate(missing, isSumOf: sides[column]?.missing ?? [])
    }
  }

  /// The count behind a share of people; where nobody came back, or nobody did not, there is no share, and of whom is not
  /// to be worked out.
  private mutating func count(_ answer: FoundAnswer, _ people: PeopleSet) -> Int? {
    if answer.used.count == 0 { return imply(.people(people), 0, isHidden: true) }
    guard let parts = answer.estimate?.parts, let people = parts.people else { return nil }
    return enter(.people(people), Int(parts.count))
  }
}

extension MissingVariable {
  /// The group that has the value.
  var groupID: String {
    guard case .value(let column, let value) = self else { return GroupName.everyone.id }
    return "\(column)=\(value)"
  }
}
