import FurlongEvaluation
import FurlongStudy

extension CountSystem {
  /// Whoever is followed from a landmark is counted from day 0 too, and before day 0 the time is the same: what is left are
  /// those who were gone by the landmark, and what they had before.
  mutating func relateFollowed(_ findings: Findings<Unreleased>) {
    let landmarks = findings.steps.compactMap { step -> Landmark? in
      guard case .serviceUse(let use) = step.finding else { return nil }
      return use.landmark
    }
    if let landmark = landmarks.first { relateLaterMonths(landmark) }
    for followed in counts.indices {
      guard let whole = counts[followed].key.fromDayZero.flatMap({ place(of: $0) }) else {
        continue
      }
      relate(whole, holds: followed, restIsHidden: true)
      relateTimes(counts[followed].key, followed, counts[whole].key, whole)
    }
  }

  /// What happened in a month after the landmark happened to those who are followed from it.
  private mutating func relateLaterMonths(_ landmark: Landmark) {
    let all = GroupName.everyone.id
    for followed in counts.indices {
      guard case .events(.after, let event, let window, all) = counts[followed].key,
        let whole = ServiceWindow.original(of: window)
      else { continue }
      let months = (0..<(monthsOfWindows[whole]?[.after] ?? 0)).filter(landmark.isOver)
      let events = months.compactMap {
        place(of: .eventsIn(event: event, window: whole, from: $0))
      }
      relate(followed, holds: events)
      let any = PeopleSet.withAny(.after, event: event, window: window, group: all)
      guard let any = place(of: .people(any)) else { continue }
      for month in months {
        let people = PeopleSet.withAnyIn(event: event, window: whole, from: month)
        if let people = place(of: .people(people)) { relate(any, holds: [people]) }
      }
    }
  }

  /// Whoever was gone by the landmark had a day before day 0 at least, and nobody has more than the window's: what is left
  /// of the time tells how many they are.
  private mutating func relateTimes(
    _ followed: CountKey, _ part: Int, _ everyone: CountKey, _ whole: Int
  ) {
    guard let before = followed.eventsBefore, let beforeAll = everyone.eventsBefore,
      case .events(_, _, let window, _) = beforeAll,
      let months = monthsOfWindows[window]?[.before]
    else { return }
    let (most, least) = (Double(months) / 12 * 366 / 365.25, 1 / 365.25)
    for all in knownTimes(beforeAll) {
      for theirs in knownTimes(before) {
        let needs = [part, whole] + all.needs + theirs.needs
        let fewest = all.range.lowerBound - theirs.range.upperBound
        let longest = all.range.upperBound - theirs.range.lowerBound
        relate([(whole, most), (part, -most)], in: fewest...Double(Self.endless), needs: needs)
        relate([(whole, least), (part, -least)], in: 0...max(0, longest), needs: needs)
      }
    }
  }

  /// What is known of the time over which events are counted: all of it by their rates, while they are shown, and what its
  /// own print leaves open.
  private func knownTimes(_ events: CountKey) -> [(range: ClosedRange<Double>, needs: [Int])] {
    guard let time = times[events], let place = place(of: events) else { return [] }
    let (printed, half) = (rounding.time(time), Double(rounding.rules.base) / 2)
    return [(time...time, [place]), ((printed - half)...(printed + half), [])]
  }
}

extension Landmark {
  /// Whether a month after day 0 begins no earlier, as nearly as months tell.
  fileprivate func isOver(by month: Int) -> Bool {
    switch day.unit {
    case .days: Double(month) * 30.5 >= Double(day.amount)
    case .weeks: Double(month) * 30.5 >= Double(7 * day.amount)
    case .months: month >= day.amount
    }
  }
}

extension CountKey {
  /// The events before day 0 of people who are counted.
  fileprivate var eventsBefore: CountKey? {
    guard case .people(.counted(let event, let window, let group, .wholeWindow)) = self else {
      return nil
    }
    return .events(.before, event: event, window: window, group: group)
  }

  /// The same of everyone from day 0 on, of what is known of those who are followed from a landmark; nil of all else, and of
  /// what came after day 0, where the days are others.
  fileprivate var fromDayZero: CountKey? {
    let all = GroupName.everyone.id
    switch self {
    case .people(.counted(let event, let window, all, .wholeWindow)):
      return ServiceWindow.original(of: window).map {
        .people(.counted(event: event, window: $0, group: all, rule: .wholeWindow))
      }
    case .people(.withAny(.before, let event, let window, all)):
      return ServiceWindow.original(of: window).map {
        .people(.withAny(.before, event: event, window: $0, group: all))
      }
    case .events(.before, let event, let window, all):
      return ServiceWindow.original(of: window).map {
        .events(.before, event: event, window: $0, group: all)
      }
    default: return nil
    }
  }
}
