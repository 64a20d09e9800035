import FurlongStudy

/// A published series over the very months of units that are counted before and after something began on each.
///
/// ```
/// mean = Σ days(unit, month) · value(month) / Σ days(unit, month)
/// ```
///
/// It begins on units in different months, so that a month may lie before it for one and after it for another. Weighted by the
/// days of months and not by what the units are counted over: it says what others had in that time, not what these would have.
struct ContextOverMonths {
  var series: ContextSeries
  /// The first days of the months before, one a unit and month.
  var before: [CalendarDay]
  /// The first days of the months after.
  var after: [CalendarDay]
  var sample: Sample

  func answer() -> ContextFinding<Unreleased> {
    ContextFinding(
      id: series.id, what: series.what, source: series.source,
      answers: Answers { measure in
        if before.isEmpty || after.isEmpty { return sample.none(.noData) }
        guard let earlier = mean(before), let later = mean(after) else {
          return sample.none(.seriesTooShort)
        }
        return switch measure {
        case .before: sample.number(earlier)
        case .after: sample.number(later)
        case .ratio:
          earlier > 0 ? sample.number(later / earlier) : sample.none(.nothingHappened)
        }
      })
  }

  /// Nil where the series does not have every month.
  private func mean(_ months: [CalendarDay]) -> Double? {
    var (sum, days) = (0.0, 0)
    for first in months.sorted() {
      let place = ContextSeries.Month(of: first).index - series.from.index
      guard series.values.indices.contains(place) else { return nil }
      let length = first.adding(months: 1).number - first.number
      sum += Double(length) * series.values[place]
      days += length
    }
    return sum / Double(days)
  }
}
