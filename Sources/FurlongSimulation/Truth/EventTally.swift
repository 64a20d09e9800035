import FurlongStudy

/// Days of the calendar from a first to before a last.
private struct DaySpan {
  let first: CalendarDay
  let end: CalendarDay

  var days: Int { max(0, end - first) }

  func contains(_ day: CalendarDay) -> Bool { first <= day && day < end }

  func clipped(to other: DaySpan) -> DaySpan {
    DaySpan(first: max(first, other.first), end: min(end, other.end))
  }

  func nights(of spell: SimulatedSpell) -> Int {
    DaySpan(first: spell.admitted, end: spell.discharged).clipped(to: self).days
  }
}

/// Events and days at risk before and after day 0, added up over simulated students.
///
/// A second implementation on purpose, as ``FormScale``: the windows are 12 or 18 calendar months on each
/// side of day 0, cut to the days that the extract covers, to those since the trust knew the student
/// and to those until the student left.
struct EventTally: Sendable {
  /// Which part of the windows is counted.
  enum Part: String, CaseIterable, Sendable {
    case whole = ""
    case leavingOut1 = "leaving out 1 month before day 0"
    case leavingOut3 = "leaving out 3 months before day 0"
    case bothWhole = "both windows whole"
  }

  /// The windows of the plan.
  enum Window: Int, CaseIterable, Sendable {
    case year = 12
    case yearAndHalf = 18

    /// Its id in the plan.
    var id: String { "\(rawValue)-months" }
  }

  static let events = ["admission", "bed-day", "detention", "contact"]

  private let months: Int
  private var before = [Int](repeating: 0, count: 16)
  private var after = [Int](repeating: 0, count: 16)
  private var daysBefore = [Int](repeating: 0, count: 4)
  private var daysAfter = [Int](repeating: 0, count: 4)

  init(_ window: Window) { months = window.rawValue }

  mutating func add(
    _ student: SimulatedStudent, spells: [SimulatedSpell], contacts: [SimulatedContact],
    extract: ClosedRange<CalendarDay>
  ) {
    guard student.isLinkable, let known = student.knownSince else { return }
    var last = extract.upperBound + 1
    if let left = student.leftOn { last = min(last, left) }
    let covered = DaySpan(first: max(extract.lowerBound, known), end: last)
    let day0 = student.registered
    let wholeBefore = DaySpan(first: day0.adding(months: -months), end: day0)
    let wholeAfter = DaySpan(first: day0, end: day0.adding(months: months))
    for (index, part) in Part.allCases.enumerated() {
      var earlier = wholeBefore
      switch part {
      case .whole: break
      case .leavingOut1:
        earlier = DaySpan(first: earlier.first, end: day0.adding(months: -1))
      case .leavingOut3:
        earlier = DaySpan(first: earlier.first, end: day0.adding(months: -3))
      case .bothWhole:
        let cut = wholeBefore.clipped(to: covered).days + wholeAfter.clipped(to: covered).days
        if cut < wholeBefore.days + wholeAfter.days { continue }
      }
      let sides = (earlier.clipped(to: covered), wholeAfter.clipped(to: covered))
      daysBefore[index] += sides.0.days
      daysAfter[index] += sides.1.days
      count(spells, contacts, in: sides.0, to: &before, at: 4 * index)
      count(spells, contacts, in: sides.1, to: &after, at: 4 * index)
    }
  }

  private func count(
    _ spells: [SimulatedSpell], _ contacts: [SimulatedContact], in span: DaySpan,
    to counts: inout [Int], at place: Int
  ) {
    for spell in spells {
      counts[place + 1] += span.nights(of: spell)
      guard span.contains(spell.admitted) else { continue }
      counts[place] += 1
      if spell.legalStatus > 0 { counts[place + 2] += 1 }
    }
    for contact in contacts where contact.tookPlace && span.contains(contact.day) {
      counts[place + 3] += 1
    }
  }

  /// Events per person-year of 365.25 days before and after, and their ratio.
  func rates(of event: Int, in part: Part) -> (before: Double, after: Double, ratio: Double) {
    let index = Part.allCases.firstIndex(of: part) ?? 0
    let before = Double(self.before[4 * index + event]) / Double(daysBefore[index]) * 365.25
    let after = Double(self.after[4 * index + event]) / Double(daysAfter[index]) * 365.25
    return (before, after, after / before)
  }
}
