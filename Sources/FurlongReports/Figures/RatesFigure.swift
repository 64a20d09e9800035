import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// The figure of rates before and after, and their ratio, an event a row.
struct RatesFigure {
  private let outcomes: [ServiceUseFinding<Released>.Outcome]
  private let step: Findings<Released>.Step
  private let material: ReportMaterial

  init(
    _ outcomes: [ServiceUseFinding<Released>.Outcome], step: Findings<Released>.Step,
    material: ReportMaterial
  ) {
    self.outcomes = outcomes
    self.step = step
    self.material = material
  }

  /// The figure.
  var block: Block {
    FigureDraft(
      id: "figure-rates-\(step.id)", title: title, subtitle: subtitle,
      spoken: "Rates before and after, and after as a share of before.",
      chart: RateRows.chart(rows, material),
      table: RateRows.table(rows, caption, material, hasAny: true),
      source: RateRows.source(rows, step, material),
      // Its numbers stand in sentences, and its ratios in the figure of every choice.
      isForScreens: true
    ).block
  }

  private var rows: [RateRows.Row] {
    outcomes.compactMap { outcome in
      outcome.rows.first { $0.group == .everyone }.map { row in
        let several = outcomes.contains {
          $0.event.id == outcome.event.id && $0.window.id != outcome.window.id
        }
        let label = outcome.event.many.capitalised
        return RateRows.Row(
          label: several ? "\(label), \(outcome.window.label)" : label, outcome: outcome, row: row)
      }
    }
  }

  private var caption: String { "Rates before and after \(material.study.dayZero)" }

  /// The leading event's ratio.
  private var title: Prose {
    let leading = rows.first { $0.outcome.event.role == .primary } ?? rows.first
    guard let leading else {
      return "No rates can be shown"
    }
    return ServiceUseWording(leading.outcome, material).finding(leading.row)
  }

  private var subtitle: Prose {
    let windows = outcomes.map(\.window.around).reduce(into: [String]()) { unique, around in
      if !unique.contains(around) { unique.append(around) }
    }
    let level = rows.lazy.compactMap { $0.row[.ratio].level }.first ?? "95%"
    return Prose(
      "Per person-year, \(windows.joined(separator: "; ")) \(material.study.dayZero); bars are \(level) intervals from drawing people again"
    )
  }
}

/// The figure of one event's rates in each group or arm.
struct GroupRatesFigure {
  private let outcome: ServiceUseFinding<Released>.Outcome
  private let step: Findings<Released>.Step
  private let material: ReportMaterial

  init(
    _ outcome: ServiceUseFinding<Released>.Outcome, step: Findings<Released>.Step,
    material: ReportMaterial
  ) {
    self.outcome = outcome
    self.step = step
    self.material = material
  }

  /// The figure.
  var block: Block {
    FigureDraft(
      id: "figure-rates-\(step.id)-\(outcome.event.id)-\(outcome.window.id)-groups", title: title,
      subtitle: Prose(
        "\(outcome.event.many.capitalised) per person-year by \(material.groupWord), \(outcome.window.around) \(material.study.dayZero)"
      ), spoken: "Rates before and after, and after as a share of before.",
      chart: RateRows.chart(rows, material),
      table: RateRows.table(
        rows, "\(outcome.event.many.capitalised) before and after by \(material.groupWord)",
        material),
      source: RateRows.source(rows, step, material)
    ).block
  }

  private var rows: [RateRows.Row] {
    outcome.rows.filter { $0.group != .everyone }.map {
      RateRows.Row(label: $0.group.label.capitalised, outcome: outcome, row: $0)
    }
  }

  private var title: Prose {
    let wording = ServiceUseWording(outcome, material)
    guard rows.contains(where: { $0.row[.ratio].estimate != nil }) else {
      return "How \(outcome.event.many) changed in each \(material.groupWord) is not shown"
    }
    let clauses = rows.map { row -> Prose in
      let ratio = row.row[.ratio]
      guard ratio.estimate != nil else {
        return "\(row.row.group.label) not shown"
      }
      let value = AnswerWording(.ratio).value(ratio, wording.fact(row.row, "rate_ratio"))
      return "\(row.row.group.label) \(value)"
    }
    return "After as a share of before: \(clauses.joined("; "))"
  }
}
