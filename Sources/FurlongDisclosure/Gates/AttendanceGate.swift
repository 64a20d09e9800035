import FurlongEvaluation

extension SmallGroupsGate {
  /// Attendance month by month, as it may be shown.
  ///
  /// Attendances of 1 to 4 people are hidden. A reader who knows the mean, the limits and the total of all
  /// months could work one of them out: so the lines are rounded to multiples of 5 as soon as a month is hidden, and
  /// at least two months are unknown.
  mutating func release(
    _ series: AttendanceSeries, came: PeopleCount, printed: [PeopleCount]
  ) -> AttendanceSeries {
    var released = series
    let hidden = hiddenMonths(of: series, came: came.exact ?? 0)
    for place in series.months.indices {
      let month = series.months[place]
      if let people = month.people.exact, isFew(people) {
        released.months[place].people = .fewerThan(threshold)
        countsHidden += 1
      } else if hidden.contains(place), month.people.exact != nil {
        released.months[place].people = .hidden
        countsHidden += 1
      }
      released.months[place].attended = answer(
        month.attended, isHidden: hidden.contains(place), printed: printed)
    }
    for line in [\AttendanceSeries.centre, \.low, \.high] {
      released[keyPath: line] = answer(
        hidden.isEmpty ? series[keyPath: line] : rounded(series[keyPath: line]), printed: printed)
    }
    // Without the months there is nothing that a signal could be seen in.
    if released.months.allSatisfy({ $0.attended.estimate == nil }) { released.signals = [] }
    if !hidden.isEmpty {
      released.isRounded = true
      released.leftOutOfLimits = 0
    }
    return released
  }

  /// Months on few people, and those that keep the others from giving them away.
  private func hiddenMonths(of series: AttendanceSeries, came: Int) -> Set<Int> {
    var hidden = Set(
      series.months.indices.filter { series.months[$0].people.exact.map(isFew) ?? true })
    func attended(_ place: Int) -> Int {
      Int(series.months[place].attended.estimate?.value ?? 0)
    }
    // The months less the places of the population are those of the others: not to be known of few.
    let others = (series.months.first?.attended.estimate?.used ?? 0) - came
    let needed = !hidden.isEmpty ? 2 : isFew(others) ? 1 : 0
    // A month that is covered in part is as unknown as a hidden one.
    while hidden.count + series.partial.count < needed {
      let open = series.months.indices.filter { !hidden.contains($0) && attended($0) > 0 }
      let next =
        open.filter { attended($0) >= leastForEstimates }.min { attended($0) < attended($1) }
        ?? open.min { attended($0) < attended($1) }
      guard let next else { break }
      hidden.insert(next)
    }
    return hidden
  }

  private func rounded(_ answer: Answer) -> Answer {
    guard case .estimated(var estimate) = answer else { return answer }
    estimate.value = (estimate.value / 5).rounded() * 5
    return .estimated(estimate)
  }
}
