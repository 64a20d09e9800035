import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// The figure of events around day 0.
struct TimelineFigure {
  private let outcome: ServiceUseFinding<Released>.Outcome
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let wording: ServiceUseWording
  private let count = AnswerWording(.count)
  private let rate = AnswerWording(.rate)

  init(
    _ outcome: ServiceUseFinding<Released>.Outcome, step: Findings<Released>.Step,
    material: ReportMaterial
  ) {
    self.outcome = outcome
    self.step = step
    self.material = material
    wording = ServiceUseWording(outcome, material)
  }

  /// The figure.
  var block: Block {
    FigureDraft(
      id: "figure-timeline-\(step.id)-\(outcome.event.id)-\(outcome.window.id)", title: title,
      subtitle: subtitle,
      spoken: isMonths
        ? "Columns: rates of \(outcome.event.many) in each month before and after \(material.study.dayZero)."
        : "Rates of \(outcome.event.many) in each period before and after \(material.study.dayZero).",
      chart: chart, table: table, source: source
    ).block
  }

  private var isMonths: Bool { outcome.timelineUnit == .months }

  private func fact(_ bin: ServiceUseFinding<Released>.Bin, _ measure: String) -> String {
    "\(wording.prefix).timeline.\(bin.from).\(measure)"
  }

  /// Whether use stood highest in the run-up to day 0; anything else that single months do is noise, and no finding.
  private var title: Prose {
    let dayZero = material.study.dayZero
    let events = outcome.event.many.capitalised
    if peak == nil { return "\(events) around \(dayZero): too few to show" }
    guard saysRunUp else { return "\(events) around \(dayZero)" }
    return
      "\(events) were most frequent in the three months before \(dayZero), so some fall would be expected anyway"
  }

  private var peak: ServiceUseFinding<Released>.Bin? {
    let shown = outcome.timeline.filter { $0[.rate].estimate != nil }
    let most = shown.compactMap { $0[.rate].estimate?.value }.max()
    return shown.first { $0[.rate].estimate?.value == most }
  }

  /// Whether its title says that some fall would be expected anyway.
  ///
  /// Of months of which most are not shown none is known to be the highest; and one high month among three low ones is noise.
  var saysRunUp: Bool {
    guard isMonths, let peak, peak.to <= 0, peak.from >= -3 else { return false }
    let shown = outcome.timeline.filter { $0[.rate].estimate != nil }
    guard 2 * shown.count > outcome.timeline.count else { return false }
    func mean(_ isOne: (ServiceUseFinding<Released>.Bin) -> Bool) -> Double? {
      let rates = shown.filter(isOne).compactMap { $0[.rate].estimate?.value }
      return rates.isEmpty ? nil : rates.reduce(0, +) / Double(rates.count)
    }
    guard let runUp = mean({ $0.to <= 0 && $0.from >= -3 }), let earlier = mean({ $0.to <= -3 })
    else { return false }
    return runUp > earlier
  }

  private var subtitle: Prose {
    let row = outcome.rows.first { $0.group == .everyone }
    let people =
      row.map { material.people.people($0.people, wording.fact($0, "people")) } ?? Prose()
    return isMonths
      ? "\(outcome.event.many.capitalised) per person-year in each month, \(outcome.window.around) \(material.study.dayZero), \(people)"
      : "\(outcome.event.many.capitalised) per person-year in each period of the export (the periods differ in length), \(people)"
  }

  private var chart: any Chart {
    guard isMonths else {
      return IntervalRows(
        rows: outcome.timeline.map { bin in
          IntervalRows.Row(days(bin), rate.plotted(bin[.rate], showsRange: false))
        }, axisLabel: "\(outcome.event.many.capitalised) per person-year", reference: 0)
    }
    let isCautious = outcome.rows.first { $0.group == .everyone }?.cautious.estimate != nil
    return MonthColumns(
      months: outcome.timeline.map { bin in
        MonthColumns.Month(
          bin.from, rate.plottedValue(bin[.rate]),
          isSetApart: isCautious && bin.from >= -3 && bin.to <= 0)
      }, valueLabel: "\(outcome.event.many.capitalised) per person-year",
      axisLabel: "months from \(material.study.dayZero)", dayLabel: material.study.dayZero,
      setApartLabel: "three months before: left out of the cautious ratio")
  }

  private func days(_ bin: ServiceUseFinding<Released>.Bin) -> String {
    let numbers = NumberWording()
    let side = bin.to <= 0 ? "before" : "after"
    let near = numbers.count(min(abs(bin.from), abs(bin.to)))
    let far = numbers.count(max(abs(bin.from), abs(bin.to)))
    return "Days \(near) to \(far) \(side)"
  }

  private func heading(_ bin: ServiceUseFinding<Released>.Bin) -> String {
    let numbers = NumberWording()
    guard isMonths else { return days(bin) }
    return bin.from < 0
      ? "Month \(numbers.count(-bin.from)) before" : "Month \(numbers.count(bin.from + 1)) after"
  }

  private var table: Table {
    Table(
      caption: Prose("\(outcome.event.many.capitalised) around \(material.study.dayZero)"),
      rowsHeading: isMonths ? "Month" : "Period",
      columns: [
        Table.Column(outcome.event.many.capitalised), Table.Column("People with any"),
        Table.Column("Rate", unit: "per person-year"),
      ],
      rows: outcome.timeline.map { bin in
        Table.Row(
          Prose(heading(bin)),
          [
            count.cell(bin[.events], fact(bin, "events")),
            material.people.cell(bin.withAny, fact(bin, "people_with_any")),
            rate.cell(bin[.rate], fact(bin, "rate")),
          ])
      })
  }

  private var source: Prose {
    Prose(
      isMonths
        ? "Calendar months from day 0 (\(material.study.dayZero)); only days at risk are counted."
        : "Periods as the export has them, in days from day 0 (\(material.study.dayZero)); rates, because the periods differ in length."
    ).noting(step, material)
  }
}

extension ServiceUseFinding<Released>.Row {
  /// The ratio without the three months before day 0.
  var cautious: ReleasedAnswer { self[.ratioWithoutLastThreeMonths] }
}
