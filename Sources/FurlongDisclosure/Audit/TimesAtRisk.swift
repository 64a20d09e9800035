import Foundation
import FurlongEvaluation
import FurlongStudy

/// What a reader knows of the time at risk of each row of an outcome.
///
/// Its print; that nobody has more of it than the window; and, since all events of the same people are counted over the
/// same time, what each of their rates leaves open.
struct TimesAtRisk {
  private typealias Row = ServiceUseFinding<Unreleased>.Row
  typealias Outcome = ServiceUseFinding<Unreleased>.Outcome

  /// A leap year's days over those of a year.
  private static let longestYear = 366 / 365.25

  private var ranges: [PeopleSet.Side: [ClosedRange<Double>?]] = [:]

  init(_ outcome: Outcome, beside outcomes: [Outcome], _ rule: RoundingRule) {
    let printed = outcomes.map { Self.printed($0, rule) }
    let own = Set(Self.printed(outcome, rule).map(\.group))
    for side in PeopleSet.Side.allCases {
      ranges[side] = outcome.rows.map { row in
        let time = side == .before ? ServiceUseMeasure.timeBefore : .timeAfter
        guard own.contains(row.group), let truth = row[time].estimate?.value,
          var range = rule.printed(row[time], time)
        else { return nil }
        func narrow(_ other: ClosedRange<Double>) {
          // What the truth itself does not fulfil is no knowledge.
          if other.contains(truth) { range = range.clamped(to: other) }
        }
        if let years = Self.years(outcome, side) {
          narrow(0...(Double(row.people.count) * years * Self.longestYear))
        }
        for rows in printed {
          guard
            let same = rows.first(where: {
              $0.group == row.group && $0.people.count == row.people.count
                && $0[time].estimate?.value == truth
            }), let told = Self.told(same, side, rule)
          else { continue }
          narrow(told)
        }
        return range
      }
    }
  }

  /// Of the row at an index; nil where its time is not printed.
  subscript(index: Int, side: PeopleSet.Side) -> ClosedRange<Double>? { ranges[side]?[index] }

  /// The rows whose numbers are not held back for others' sake.
  private static func printed(_ outcome: Outcome, _ rule: RoundingRule) -> [Row] {
    let closed = rule.closedRows(outcome.rows.map { ($0.group, $0.people) })
    return outcome.rows.indices.filter { !closed.contains($0) }.map { outcome.rows[$0] }
  }

  /// The window's length on a side, where months are drawn.
  private static func years(_ outcome: Outcome, _ side: PeopleSet.Side) -> Double? {
    let months = outcome.timeline.filter { ($0.to <= 0) == (side == .before) }.count
    return outcome.timelineUnit == .months && months > 0 ? Double(months) / 12 : nil
  }

  /// The time is the events by the rate.
  private static func told(
    _ row: Row, _ side: PeopleSet.Side, _ rule: RoundingRule
  ) -> ClosedRange<Double>? {
    let measures: (events: ServiceUseMeasure, rate: ServiceUseMeasure) =
      side == .before ? (.eventsBefore, .rateBefore) : (.eventsAfter, .rateAfter)
    guard let events = rule.printed(row[measures.events], measures.events),
      let rate = rule.printed(row[measures.rate], measures.rate), rate.lowerBound > 0
    else { return nil }
    return (events.lowerBound / rate.upperBound)...(events.upperBound / rate.lowerBound)
  }
}

extension RoundingRule {
  /// What a printed number leaves open of the true one; nil where none is printed.
  func printed(_ answer: FoundAnswer, _ measure: ServiceUseMeasure) -> ClosedRange<Double>? {
    guard let shown = self.answer(answer, of: measure.declared).estimate else { return nil }
    let half =
      switch measure.declared.kind {
      case .time, .count: Double(rounding.rules.base) / 2
      case .rate, .money: 0.5 * pow(10, -Double(Rounding.decimalsForTwoFigures(of: shown.value)))
      case .share, .mean, .median, .ratio, .statistic, .stated:
        0.5 * pow(10, -Double(shown.decimals ?? 0))
      }
    return max(0, shown.value - half)...(shown.value + half)
  }
}
