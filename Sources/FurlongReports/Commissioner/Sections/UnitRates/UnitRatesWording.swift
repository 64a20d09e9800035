import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says whether a count of wards, teams or courses changed.
struct UnitRatesWording {
  private let outcome: UnitRatesFinding<Released>.Outcome
  private let found: UnitRatesFinding<Released>
  private let material: ReportMaterial
  private let count = AnswerWording(.count)
  private let rate = AnswerWording(.rate)
  private let ratio = AnswerWording(.ratio)
  private let numbers = NumberWording()

  init(
    _ outcome: UnitRatesFinding<Released>.Outcome, _ found: UnitRatesFinding<Released>,
    _ material: ReportMaterial
  ) {
    self.outcome = outcome
    self.found = found
    self.material = material
  }

  /// `restraints`.
  var many: String { outcome.count.many }
  /// `per 1,000 bed days`.
  var per: String { "per \(numbers.count(outcome.count.per)) \(outcome.count.over)" }

  /// The fact of one measure of a row.
  func fact(_ row: UnitRatesFinding<Released>.Row, _ measure: String) -> String {
    "unit_rates.\(outcome.count.id).\(row.unit ?? GroupName.everyone.id).\(measure)"
  }

  /// The fact of one measure of a month.
  func fact(_ month: UnitRatesFinding<Released>.Month, _ measure: String) -> String {
    "unit_rates.\(outcome.count.id).month.\(month.number).\(measure)"
  }

  /// Where nothing can be counted.
  var nothing: Prose {
    "Of \(many) nothing can be said: no \(found.one) has whole months before and after. \(leftOut)"
  }

  /// What the ratio says, for figures.
  func finding(_ row: UnitRatesFinding<Released>.Row) -> Prose {
    let answer = row[.ratio]
    func words(_ value: Double) -> RatioInWords { RatioInWords(ratio.printed(value, in: answer)) }
    switch Call(answer, printedAs: ratio, noChange: 1) {
    case .notShown:
      return
        "Whether \(many) changed cannot be told: the ratio \(ratio.predicate(row[.ratio], fact(row, "ratio")))"
    case .cannotTell:
      let fits: String =
        answer.estimate?.interval.map {
          ": anything from \(words($0.low).compared) to \(words($0.high).compared) fits"
        } ?? ""
      return "\(Prose("Whether \(many) changed cannot be told\(fits)"))\(range(row))"
    case .up, .down:
      let value = answer.estimate?.value ?? 1
      return
        "\(Prose("\(many.capitalised) \(value > 1 ? "rose" : "fell") \(words(value).moved)"))\(range(row))"
    }
  }

  /// What the ratio says, on how many units, for page one.
  func headline(_ row: UnitRatesFinding<Released>.Row) -> Prose {
    let number = max(1, units.count)
    let on = number == 1 ? "one \(found.one)" : "\(numbers.count(number)) \(found.many)"
    return
      "\(strong: finding(row)), on \(on) with \(found.what). They are counts of \(found.many), not of people, and nothing is compared with them."
  }

  /// Counts, rates and the ratio of all units, and what becomes of it without the one that has most.
  func comparison(_ row: UnitRatesFinding<Released>.Row) -> Prose {
    let before = side(row, .countBefore, .overBefore, .rateBefore, "before", per)
    let after = side(row, .countAfter, .overAfter, .rateAfter, "after", "")
    return [
      "\(strong: finding(row)).",
      "In the \(months(row.monthsBefore)) before \(found.what) began there were \(before); in the \(months(row.monthsAfter)) after, \(after).",
      withoutLargest,
    ].joined()
  }

  /// `12 months`, or of several units `36 ward-months`.
  private func months(_ count: Int) -> String {
    let number = numbers.count(count)
    if units.count > 1 { return "\(number) \(found.one)-months" }
    return count == 1 ? "month" : "\(number) months"
  }

  private func side(
    _ row: UnitRatesFinding<Released>.Row, _ number: UnitMeasure, _ over: UnitMeasure,
    _ rate: UnitMeasure, _ word: String, _ unit: String
  ) -> Prose {
    let counted = count.count(row[number], of: many, fact(row, "count_\(word)"))
    let exposure = count.count(
      row[over], of: outcome.count.over, fact(row, "exposure_\(word)"))
    guard row[rate].estimate != nil else { return "\(counted) over \(exposure)" }
    let value = self.rate.value(row[rate], fact(row, "rate_\(word)"))
    return "\(counted) over \(exposure) (\([value, Prose(unit)].joined()))"
  }

  private func range(_ row: UnitRatesFinding<Released>.Row) -> Prose {
    guard row[.ratio].estimate != nil else { return Prose() }
    let value = ratio.value(row[.ratio], fact(row, "ratio"))
    guard let level = row[.ratio].level,
      let range = ratio.range(row[.ratio], fact(row, "ratio"))
    else { return " (\(value) times)" }
    return " (\(value) times, \(level) confidence interval \(range))"
  }

  private var withoutLargest: Prose {
    guard let largest = outcome.largest else { return Prose() }
    let fact = "unit_rates.\(outcome.count.id).without_\(largest.unit).ratio"
    guard largest.ratioWithout.estimate != nil else {
      return
        "\(largest.unit) has the most \(many); the ratio without it \(ratio.predicate(largest.ratioWithout, fact))."
    }
    return
      "\(largest.unit) has the most \(many); without it the ratio is \(ratio.withRange(largest.ratioWithout, fact))."
  }

  /// The units in the numbers.
  private var units: [UnitRatesFinding<Released>.Row] { outcome.rows.filter { $0.unit != nil } }

  /// On which units it began when, and which are in no number.
  var who: Prose {
    let named = units.compactMap { row -> Prose? in
      guard let unit = row.unit, let began = row.began else { return nil }
      return "\(unit) (began \(material.days.when(began)))"
    }
    let first: Prose =
      named.count == 1
      ? "These are counts of one \(found.one) by calendar month: \(named.listed)."
      : "These are counts of \(numbers.count(named.count)) \(found.many) by calendar month: \(named.listed)."
    return [
      first, "A month in which it began is on neither side, unless it began on the first.", leftOut,
    ].joined()
  }

  private var leftOut: Prose {
    let reasons = outcome.leftOut.sorted { $0.key < $1.key }.map { unit, reason -> Prose in
      switch reason {
      case .noBeginning: "\(unit), for which the plan has no day on which it began"
      case .oneSide: "\(unit), which has no whole months on one side"
      case .noData: "\(unit), of which no export has anything"
      }
    }
    return reasons.isEmpty ? "No \(found.one) is left out." : "Left out: \(reasons.joined("; "))."
  }

  /// Months that stand out, without a full stop; nil where none do.
  func sentence(_ signal: UnitRatesFinding<Released>.Signal) -> Prose {
    guard let isUp = signal.isUp, let first = signal.months.first, let last = signal.months.last
    else { return "the middle month before is crossed too seldom for chance" }
    let side = isUp ? "above" : "below"
    return Prose(
      "\(numbers.count(signal.months.count)) months in a row \(side) the middle month before: \(name(first)) to \(name(last))"
    )
  }

  /// `month 3 after`, `month 2 before`.
  func name(_ month: Int) -> String {
    month < 0 ? "month \(-month) before" : "month \(month) after"
  }
}
