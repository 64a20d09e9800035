import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// The run chart of a count of units: all together, month by month around the day on which something began on each.
struct UnitMonthsFigure {
  private let outcome: UnitRatesFinding<Released>.Outcome
  private let found: UnitRatesFinding<Released>
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let wording: UnitRatesWording
  private let count = AnswerWording(.count)
  private let rate = AnswerWording(.rate)

  init(
    _ outcome: UnitRatesFinding<Released>.Outcome, _ found: UnitRatesFinding<Released>,
    step: Findings<Released>.Step, material: ReportMaterial
  ) {
    self.outcome = outcome
    self.found = found
    self.step = step
    self.material = material
    wording = UnitRatesWording(outcome, found, material)
  }

  /// The figure.
  var block: Block {
    FigureDraft(
      id: "figure-unit-months-\(step.id)-\(outcome.count.id)", title: title, subtitle: subtitle,
      spoken: "A line of the rate in each month, with the middle month before the beginning.",
      chart: chart, table: table, source: source
    ).block
  }

  private var title: Prose {
    guard outcome.median.estimate != nil else {
      return "\(wording.many.capitalised) month by month, with no middle month to read them by"
    }
    let after = outcome.signals.first { ($0.months.last ?? 0) > 0 } ?? outcome.signals.first
    guard let signal = after else {
      return "\(wording.many.capitalised): no row of months stands out"
    }
    return "\(wording.many.capitalised): \(wording.sentence(signal))"
  }

  private var subtitle: Prose {
    Prose(
      "\(wording.many.capitalised) \(wording.per) in each month, from the month in which \(found.what) began on each \(found.one); months that all \(found.many) have"
    )
  }

  private var chart: any Chart {
    var sides: [Int: MonthLine.Side] = [:]
    for signal in outcome.signals {
      for month in signal.months { sides[month] = signal.isUp == false ? .down : .up }
    }
    let numbers = outcome.months.map(\.number)
    let shown = Dictionary(
      outcome.months.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let all = numbers.isEmpty ? [] : Array((numbers.min() ?? 0)...(numbers.max() ?? 0))
    let axis = all.filter { $0 != 0 }
    return MonthLine(
      months: axis.map { number in
        MonthLine.Month(
          number < 0 ? "−\(-number)" : "\(number)",
          shown[number].map { rate.plottedValue($0[.rate]) }, side: sides[number])
      },
      centre: outcome.median.estimate.map {
        MonthLine.Level(
          $0.value, name: "middle before", label: rate.value(outcome.median, "").plainText)
      },
      valueLabel: "\(wording.many.capitalised) \(wording.per)",
      markLabel:
        "months in a row above or below the middle month before, more than chance would have",
      start: axis.firstIndex { $0 > 0 }.map { MonthLine.Start($0, label: "began") })
  }

  private var table: Table {
    let standing = Set(outcome.signals.flatMap(\.months))
    return Table(
      caption: Prose("\(wording.many.capitalised) in each month"), rowsHeading: "Month",
      columns: [
        Table.Column(wording.many.capitalised),
        Table.Column(outcome.count.over.capitalised),
        Table.Column("Rate \(wording.per)"), Table.Column("In a row that stands out"),
      ],
      rows: outcome.months.map { month in
        Table.Row(
          Prose(wording.name(month.number)),
          [
            count.cell(month[.count], wording.fact(month, "count")),
            count.cell(month[.over], wording.fact(month, "exposure")),
            rate.cell(month[.rate], wording.fact(month, "rate")),
            Prose(standing.contains(month.number) ? "yes" : "no"),
          ])
      })
  }

  private var source: Prose {
    if case .limitsNeedMonths(let months)? = outcome.median.notEstimable {
      return Prose(
        "There are fewer than \(NumberWording().count(months)) months before, too few for a middle month to read the others by."
      ).noting(step, material)
    }
    let median: Prose =
      outcome.median.estimate == nil
      ? "The middle month before \(rate.predicate(outcome.median, "unit_rates.\(outcome.count.id).median_rate_before"))."
      : "Method: run chart about the middle month before, \(rate.value(outcome.median, "unit_rates.\(outcome.count.id).median_rate_before")) \(wording.per); a row of months stands out where it is longer, or the middle is crossed less often, than Anhøj and Olesen allow for so many months."
    let isRounded = outcome.median.estimate?.decimals != nil && !outcome.signals.isEmpty
    let rounded: Prose =
      isRounded
      ? "Months were read before they were rounded, so that one in a row may be drawn on the other side of the line."
      : Prose()
    return [
      median, rounded, "The month in which it began is left out, unless it began on the first.",
    ].joined().noting(step, material)
  }
}
