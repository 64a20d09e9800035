import FurlongEvaluation
import FurlongStudy

extension SmallGroupsGate {
  /// Service use, as it may be shown.
  mutating func release(_ use: ServiceUseFinding) -> ServiceUseFinding {
    ServiceUseFinding(outcomes: use.outcomes.map { release($0) })
  }

  /// The name under which it is remembered how many are not in an event's figures.
  static func leftOut(_ event: String) -> String { "left out of \(event)" }

  private mutating func release(
    _ outcome: ServiceUseFinding.Outcome
  ) -> ServiceUseFinding.Outcome {
    let keys = ServiceUseKeys(outcome, names)
    var released = outcome
    released.notLinkable = count(outcome.notLinkable) { keys.left("not linkable", $0) }
    released.notKnown = count(outcome.notKnown) { keys.left("not known", $0) }
    released.noTimeAtRisk = count(outcome.noTimeAtRisk) { keys.left("no time", $0) }
    released.runningOnDayZero = count(outcome.runningOnDayZero) { keys.own("running", "", $0) }
    for row in outcome.rows.indices {
      released.rows[row].people = count(outcome.rows[row].people) {
        keys.counted(outcome.rows[row].group.id, $0)
      }
      released.rows[row].eligible = count(outcome.rows[row].eligible) { [names] in
        names.population(outcome.rows[row].group.id, $0)
      }
    }
    if let unlinked = released.notLinkable.exact, let unknown = released.notKnown.exact {
      remember(.exactly(unlinked + unknown), of: Self.leftOut(outcome.event.id))
    }
    for row in released.rows { remember(row.people, of: outcome.event.many, row.group) }
    let closed = hiddenRows(
      outcome.rows.indices.map {
        (outcome.rows[$0].group, outcome.rows[$0].people, released.rows[$0].people)
      })
    for row in outcome.rows.indices {
      release(&released.rows[row], keys, isHidden: closed.contains(row))
    }
    let everyone = outcome.rows.firstIndex { $0.group == .everyone }
    let isClosed = everyone.map(closed.contains) ?? false
    let printed = everyone.map { [released.rows[$0].people] } ?? []
    for bin in outcome.timeline.indices {
      release(&released.timeline[bin], keys, isHidden: isClosed, printed: printed)
    }
    return released
  }

  private mutating func release(
    _ row: inout ServiceUseFinding.Row, _ keys: ServiceUseKeys, isHidden: Bool
  ) {
    let group = row.group.id
    let printed = [row.people, row.eligible]
    var isEitherHidden = isHidden
    for side in ServiceUseSide.allCases {
      let events = row[keyPath: side.events].estimate
      let isOpen = events.map {
        decisions.shows(keys.own("events \(side)", group, Int($0.value)))
      }
      let isClosed = isHidden || isOpen == false
      isEitherHidden = isEitherHidden || isClosed
      row[keyPath: side.any] = count(row[keyPath: side.any]) {
        keys.own("any \(side)", group, $0)
      }
      row[keyPath: side.events] = answer(
        row[keyPath: side.events], isHidden: isClosed, printed: printed)
      // Events are the rate times the person-time.
      row[keyPath: side.rate] = answer(
        row[keyPath: side.rate], isHidden: isClosed, printed: printed)
    }
    for path in [\ServiceUseFinding.Row.personTimeBefore, \.personTimeAfter] {
      row[keyPath: path] = answer(row[keyPath: path], isHidden: isHidden, printed: printed)
    }
    // With one side's rate, a ratio or difference gives the other's.
    for path in [\ServiceUseFinding.Row.rateReduction, \.differencePerPerson, \.wilcoxon] {
      row[keyPath: path] = answer(row[keyPath: path], isHidden: isEitherHidden, printed: printed)
    }
    row.rateRatios = row.rateRatios.map {
      answer($0, isHidden: isEitherHidden, printed: printed)
    }
  }

  private mutating func release(
    _ bin: inout ServiceUseFinding.Bin, _ keys: ServiceUseKeys, isHidden: Bool,
    printed: [PeopleCount]
  ) {
    let place = "\(bin.from)"
    let isOpen = bin.events.estimate.map {
      decisions.shows(keys.own("bin events", place, Int($0.value)))
    }
    bin.peopleWithAny = count(bin.peopleWithAny) { keys.own("bin any", place, $0) }
    let isClosed = isHidden || isOpen == false || bin.peopleWithAny.exact == nil
    bin.events = answer(bin.events, isHidden: isClosed, printed: printed)
    bin.rate = answer(bin.rate, isHidden: isClosed, printed: printed)
  }
}
