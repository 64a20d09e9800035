import FurlongStudy

/// A published series over the very days on which people were watched before and after day 0.
///
/// ```
/// mean = Σ days(person, month) · value(month) / Σ days(person, month)
/// ```
///
/// People begin in different months, so what happened to everybody in some month lies before day 0 for some and after it for
/// others: a series that is read straight off the calendar would be held against other days.
struct ContextOverDays {
  var series: ContextSeries
  var columns: ServiceUseColumns
  var dayZero: [CalendarDay?]
  var sample: Sample

  func answer() -> ContextFinding<Unreleased> {
    let (before, after) = days()
    return ContextFinding(
      id: series.id, what: series.what, source: series.source,
      answers: Answers { measure in
        if !columns.isUnbroken { return sample.none(.daysNotKnown) }
        guard let before, let after else { return sample.none(.seriesTooShort) }
        guard let earlier = mean(before), let later = mean(after) else {
          return sample.none(.tooFew(needed: 1, found: 0))
        }
        return switch measure {
        case .before: sample.number(earlier)
        case .after: sample.number(later)
        case .ratio:
          earlier > 0 ? sample.number(later / earlier) : sample.none(.nothingHappened)
        }
      })
  }

  /// Days watched in each month of the series, over all who are counted; nil where some lie outside of it.
  private func days() -> (before: [Int]?, after: [Int]?) {
    let starts = (0...series.values.count).map {
      ContextSeries.Month(index: series.from.index + $0).firstDay.number
    }
    var before: [Int]? = [Int](repeating: 0, count: series.values.count)
    var after = before
    for person in columns.counted.indices where columns.counted[person] {
      guard let day = dayZero[person]?.number else { continue }
      Self.add(day - columns.daysBefore[person], day, starts, to: &before)
      Self.add(day, day + columns.daysAfter[person], starts, to: &after)
    }
    return (before, after)
  }

  private static func add(_ from: Int, _ to: Int, _ starts: [Int], to days: inout [Int]?) {
    guard days != nil, from < to else { return }
    guard let first = starts.first, let last = starts.last, from >= first, to <= last else {
      days = nil
      return
    }
    var month =
      ContextSeries.Month(of: CalendarDay(number: from)).index
      - ContextSeries.Month(of: CalendarDay(number: first)).index
    var day = from
    while day < to {
      let next = min(to, starts[month + 1])
      days?[month] += next - day
      day = next
      month += 1
    }
  }

  private func mean(_ days: [Int]) -> Double? {
    let all = days.reduce(0, +)
    guard all > 0 else { return nil }
    return zip(days, series.values).reduce(0) { $0 + Double($1.0) * $1.1 } / Double(all)
  }
}
