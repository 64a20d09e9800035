import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says how long it took until people first had an event.
struct TimeToEventWording {
  private let outcome: TimeToEventFinding<Released>.Outcome
  private let material: ReportMaterial
  private let percentage = AnswerWording(.percentage)
  private let weeks = AnswerWording(.time)

  init(_ outcome: TimeToEventFinding<Released>.Outcome, _ material: ReportMaterial) {
    self.outcome = outcome
    self.material = material
  }

  /// The event that decides, or the first that is timed, with its row of everyone; nil where the plan does not ask.
  static func leading(
    _ material: ReportMaterial
  ) -> (wording: TimeToEventWording, row: TimeToEventFinding<Released>.Row)? {
    let timed = material.timeToEvent.flatMap(\.found.outcomes)
    guard let outcome = timed.first(where: { $0.event.role == .primary }) ?? timed.first,
      let row = outcome.rows.first(where: { $0.group == .everyone })
    else { return nil }
    return (TimeToEventWording(outcome, material), row)
  }

  private var people: PeopleWording { material.people }
  private var dayZero: String { material.study.dayZero }
  private var prefix: String { "time_to_event.\(outcome.event.id)" }

  /// The event as the first that somebody has: `first admission`.
  var event: String { "first \(outcome.event.one)" }

  /// The fact of one measure of a row.
  func fact(_ row: TimeToEventFinding<Released>.Row, _ measure: String) -> String {
    "\(prefix).\(row.group.id).\(measure)"
  }

  /// The fact of one measure of a month.
  func fact(
    _ row: TimeToEventFinding<Released>.Row, _ month: TimeToEventFinding<Released>.Month,
    _ measure: String
  ) -> String {
    "\(prefix).\(row.group.id).\(month.month)_months.\(measure)"
  }

  /// `12 months`.
  func time(_ month: TimeToEventFinding<Released>.Month) -> String {
    TimeLength(month.month, .months).description
  }

  /// Why no export can say; nil where one can.
  var obstacle: Prose? {
    guard let row = outcome.rows.first(where: { $0.group == .everyone }) else { return nil }
    switch row[.median].notEstimable {
    case .noData?, .notCountable?:
      return
        "How long it took until the \(event) \(weeks.predicate(row[.median], fact(row, "median_weeks_to_event")))."
    default: return nil
    }
  }

  /// When half had had it, for the section and the figure's title.
  func headline(_ row: TimeToEventFinding<Released>.Row) -> Prose {
    let answer = row[.median]
    let fact = fact(row, "median_weeks_to_event")
    if answer.estimate != nil {
      return
        "Half had had their \(event) within \(weeks.value(answer, fact)) weeks of \(dayZero)"
    }
    guard let last = row.months.last else { return "Time to the \(event)" }
    if answer.notEstimable == .halfNotReached {
      return "Fewer than half had had their \(event) within \(time(last)) of \(dayZero)"
    }
    guard let shown = row.months.last(where: { $0[.share].estimate != nil }) else {
      return "How soon after \(dayZero) people had their \(event) cannot be shown"
    }
    let share = percentage.value(shown[.share], self.fact(row, shown, "share_by_month"))
    let watched = people.count(row.people, self.fact(row, "watched"))
    return
      "Of \(watched) watched, \(share) had had their \(event) within \(time(shown)) of \(dayZero)"
  }

  /// When half had had it, and the share by the last month that shows one: all that page one says.
  func short(_ row: TimeToEventFinding<Released>.Row) -> Prose {
    var sentences: [Prose] = ["\(strong: headline(row))\(medianRange(row))."]
    if let shown = row.months.last(where: { $0[.share].estimate != nil }) {
      let fact = fact(row, shown, "share_by_month")
      let range: Prose =
        percentage.range(shown[.share], fact).flatMap { range in
          shown[.share].level.map { " (\($0) confidence interval \(range))" as Prose }
        } ?? Prose()
      sentences.append(
        "Of \(people.count(row.people, self.fact(row, "watched"))) watched, \(percentage.value(shown[.share], fact))\(range) had had it by \(time(shown))."
      )
    }
    return sentences.joined()
  }

  /// The same, and how many were lost from view before.
  func sentence(_ row: TimeToEventFinding<Released>.Row) -> Prose {
    var sentences = [short(row)]
    if let last = row.months.last {
      let lost = people.people(row.lost, fact(row, last, "lost_from_view"))
      let were = row.lost.number == 1 ? "was" : "were"
      sentences.append(
        row.lost.number == 0
          ? "Nobody was lost from view before \(time(last)) were over."
          : "\(lost.capitalised) \(were) lost from view without it before \(time(last)) were over.")
    }
    return sentences.joined()
  }

  private func medianRange(_ row: TimeToEventFinding<Released>.Row) -> Prose {
    let answer = row[.median]
    guard answer.estimate != nil, let level = answer.level else { return Prose() }
    guard let range = weeks.range(answer, fact(row, "median_weeks_to_event")) else {
      return Prose()
    }
    return " (\(level) confidence interval \(range) weeks)"
  }

  /// How many were watched, and no more: all that page one says.
  func counted(_ row: TimeToEventFinding<Released>.Row) -> Prose {
    let part = people.part(row.people, of: row.eligible, fact(row, "watched"))
    return "\(part.capitalised) were watched from \(dayZero) on."
  }

  /// How many were watched from day 0, and who was not, and why.
  func watched(_ row: TimeToEventFinding<Released>.Row) -> Prose {
    let first = counted(row)
    let reasons = [
      reason(outcome.notLinkable, "not_linkable", "cannot be linked to the export"),
      reason(
        outcome.notKnown, "not_known", "are not known to the service",
        one: "is not known to the service"),
      reason(
        outcome.notWatched, "not_watched", "are in no export on that day",
        one: "is in no export on that day"),
      reason(
        outcome.hadBefore, "had_before", "had a spell of it running on that day already"),
    ].compactMap { $0 }
    return reasons.isEmpty
      ? "\(first) Nobody is left out." : "\(first) Left out: \(reasons.listed)."
  }

  private func reason(
    _ count: ReleasedCount, _ measure: String, _ words: String, one: String? = nil
  ) -> Prose? {
    people.leftOut(count, "\(prefix).\(measure)", words, one: one)
  }
}
