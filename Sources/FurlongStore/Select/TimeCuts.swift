import FurlongStudy

/// The days around one day 0 at which a window, a rule or a month begins or ends, in order.
///
/// Between two of them lies a piece: whatever is asked of days and events is a sum of whole pieces.
struct TimeCuts {
  private var days: [Int]

  /// All cuts of the windows of a plan around a day 0.
  init(around dayZero: CalendarDay, plan: CohortPlan) {
    var all: Set<Int> = [dayZero.number]
    for window in plan.allWindows {
      for span in plan.rules(in: window).map({ WindowSpan(window, rule: $0, around: dayZero) }) {
        all.formUnion([span.begins, span.lastDay, span.starts, span.ends])
      }
      for month in Self.months(of: window) {
        all.insert(dayZero.adding(months: month).number)
        all.insert(dayZero.adding(months: month + 1).number)
      }
    }
    days = all.sorted()
  }

  /// How many pieces there are.
  var count: Int { days.count - 1 }

  /// The pieces between two cuts; none where the later comes first.
  func pieces(from: Int, to: Int) -> Range<Int> {
    let first = place(of: from)
    return first..<max(first, place(of: to))
  }

  /// Calls with each piece that a span of days meets, and how many of its days lie there.
  func meet(from: Int, to: Int, _ found: (_ piece: Int, _ days: Int) -> Void) {
    guard let first = days.first, let last = days.last else { return }
    var day = max(from, first)
    let end = min(to, last)
    guard day < end else { return }
    var piece = place(of: day + 1) - 1
    while day < end {
      let next = min(end, days[piece + 1])
      found(piece, next - day)
      day = next
      piece += 1
    }
  }

  /// The months of a window's timeline, numbered from day 0: as many as the window has, else enough to hold it.
  static func months(of window: ServiceWindow) -> Range<Int> {
    func months(_ length: TimeLength) -> Int {
      guard let days = length.days else { return length.amount }
      return max(1, (days + 29) / 30)
    }
    return -months(window.before)..<months(window.after)
  }

  /// How many cuts lie before a day.
  private func place(of day: Int) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The two sides of a window around one day 0, as a rule takes them: [begins, last day) and [starts, ends).
struct WindowSpan {
  var begins: Int
  var lastDay: Int
  var dayZero: Int
  /// Day 0, or the window's landmark.
  var starts: Int
  var ends: Int

  init(_ window: ServiceWindow, rule: ServiceUseRule, around day: CalendarDay) {
    begins = window.before.before(day).number
    dayZero = day.number
    let start = window.from?.after(day) ?? day
    starts = start.number
    ends = window.after.after(start).number
    lastDay = rule.monthsLeftOut == 0 ? day.number : day.adding(months: -rule.monthsLeftOut).number
  }
}
