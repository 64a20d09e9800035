import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// The figure of paired change: means on the whole scale, and the change on its own axis.
struct ChangeFigure {
  private let outcome: ChangeFinding<Released>.Outcome
  private let rows: [ChangeFinding<Released>.Row]
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let wording: ChangeWording

  init(
    _ outcome: ChangeFinding<Released>.Outcome, rows: [ChangeFinding<Released>.Row],
    step: Findings<Released>.Step,
    material: ReportMaterial
  ) {
    self.outcome = outcome
    self.rows = rows
    self.step = step
    self.material = material
    wording = ChangeWording(outcome, material)
  }

  private var scale: ScaleWording { wording.scale }
  private var isOfGroups: Bool { rows.contains { $0.group != .everyone } }

  /// The figure.
  var block: Block {
    let kind = isOfGroups ? "groups" : "everyone"
    return FigureDraft(
      id: "figure-change-\(step.id)-\(outcome.scale.id)-\(kind)", title: title, subtitle: subtitle,
      spoken:
        "Mean \(outcome.scale.name) before and after with the middle half of people, and the change with its interval.",
      chart: chart, table: table, source: source
    ).block
  }

  /// The numbers alone.
  var folded: Details {
    let whose = isOfGroups ? ", by \(material.groupWord)" : ""
    return Details(
      "\(outcome.scale.name): before and after\(whose)",
      [.table(table.withNotes), .paragraph(source)])
  }

  /// The finding: of the first follow-up, or of each arm.
  private var title: Prose {
    guard isOfGroups else {
      return rows.first.map(finding) ?? "No change can be shown"
    }
    let first = rows.filter { $0.occasion == rows.first?.occasion }
    let when = first.first?.occasion.when ?? "at the follow-up"
    let title: Prose = "\(when.capitalised): \(first.map(short).joined("; "))"
    guard title.plainText.count > FigureDraft.longestTitle else { return title }
    return Prose("Change in \(outcome.scale.name) scores \(when), by \(material.groupWord)")
  }

  private func finding(_ row: ChangeFinding<Released>.Row) -> Prose {
    let fact = wording.fact(row, "mean_change")
    guard let estimate = row[.meanChange].estimate else {
      return
        "\(row.occasion.when.capitalised) the average change \(scale.points.predicate(row[.meanChange], fact))"
    }
    if !wording.verdict(row).call.isTold {
      return
        "\(row.occasion.when.capitalised) we cannot tell whether \(outcome.scale.name) scores changed"
    }
    let amount = scale.points.magnitude(row[.meanChange], fact)
    return
      "On average, \(outcome.scale.name) scores went \(scale.way(estimate.value)) by \(amount) points \(row.occasion.when), which is \(wording.verdict(row).worthWord)"
  }

  private func short(_ row: ChangeFinding<Released>.Row) -> Prose {
    let fact = wording.fact(row, "mean_change")
    guard let estimate = row[.meanChange].estimate else { return "\(row.group.label), not shown" }
    if !wording.verdict(row).call.isTold { return "\(row.group.label), cannot be told" }
    return
      "\(row.group.label), \(scale.way(estimate.value)) by \(scale.points.magnitude(row[.meanChange], fact)) points"
  }

  /// Of up to how many follow-ups the subtitle has the people.
  private static let mostMarked = 3

  private var subtitle: Prose {
    let level = rows.lazy.compactMap { $0[.meanChange].level }.first
    let bars = level.map { "; bars are \($0) intervals" } ?? ""
    let people = material.study.people.many
    let direction = "\(outcome.scale.name) (\(scale.direction))"
    // Who is in it, of those due, stands above the drawing where there is room.
    guard !isOfGroups, rows.count <= Self.mostMarked else {
      return Prose("\(direction), \(people) with both forms at each follow-up\(bars)")
    }
    let better = outcome.scale.higherIsBetter ? "higher is better" : "lower is better"
    let marks = rows.enumerated().map { place, row -> Prose in
      let due = place == 0 ? " due" : ""
      return "\(wording.mark(row))\(Prose("\(due) \(row.occasion.when)"))"
    }
    return "\(Prose("\(outcome.scale.name), \(better)")): \(marks.listed)\(Prose(bars))"
  }

  private var chart: any Chart {
    let scale = outcome.scale
    var groups: [GroupName] = []
    for row in rows where !groups.contains(row.group) { groups.append(row.group) }
    return ScoreTravel(
      scoreLabel: "Mean \(scale.name) score (scale runs from \(self.scale.range))",
      range: PlottedInterval(scale.low, scale.high),
      bands: scale.bands.map { PlottedBand(from: $0.low, to: $0.high, label: $0.label) },
      panels: groups.map { group in
        ScoreTravel.Panel(
          isOfGroups ? group.label.capitalised : nil,
          journeys: rows.filter { $0.group == group }.map(journey))
      }, changeLabel: "Change in points")
  }

  private func journey(_ row: ChangeFinding<Released>.Row) -> ScoreTravel.Journey {
    ScoreTravel.Journey(
      to: row.occasion.label, detail: material.people.mark(row.used, of: row.eligible, "due"),
      time: row.occasion.day.map(Double.init),
      before: spread(row[.meanBefore], row[.lowerQuartileBefore], row[.upperQuartileBefore]),
      after: spread(row[.meanAfter], row[.lowerQuartileAfter], row[.upperQuartileAfter]),
      change: scale.points.plotted(row[.meanChange]))
  }

  private func spread(
    _ mean: ReleasedAnswer, _ lower: ReleasedAnswer, _ upper: ReleasedAnswer
  ) -> ScoreTravel.Spread {
    let ends = [lower, upper].compactMap { scale.points.plottedValue($0).number }
    return ScoreTravel.Spread(
      scale.points.plotted(mean, showsRange: false),
      middle: ends.count == 2 ? PlottedInterval(ends[0], ends[1]) : nil)
  }

  private var table: Table {
    let scale = scale
    let rows = rows.map { row in
      let heading =
        isOfGroups ? "\(row.group.label), \(row.occasion.label)" : row.occasion.label.capitalised
      return Table.Row(
        Prose(heading),
        [
          material.people.cell(row.used, wording.fact(row, "n_used")),
          material.people.cell(row.eligible, wording.fact(row, "n_eligible")),
          scale.points.cell(row[.meanBefore], wording.fact(row, "mean_before")),
          scale.points.cell(row[.meanAfter], wording.fact(row, "mean_after")),
          middle(row, row[.lowerQuartileBefore], row[.upperQuartileBefore], "before"),
          middle(row, row[.lowerQuartileAfter], row[.upperQuartileAfter], "after"),
          scale.points.cell(row[.meanChange], wording.fact(row, "mean_change")),
          scale.points.cell(row[.sdChange], wording.fact(row, "sd_change")),
          AnswerWording(.deviations).cell(row[.gAv], wording.fact(row, "g_av")),
        ])
    }
    return Table(
      caption: Prose("\(scale.title) before and after, later minus earlier"),
      rowsHeading: "Follow-up",
      columns: [
        Table.Column("With both forms", isContext: true), Table.Column("Due", isContext: true),
        Table.Column("Mean before"),
        Table.Column("Mean after"),
        Table.Column("Middle half before"), Table.Column("Middle half after"),
        Table.Column("Mean change (interval)"),
        Table.Column("Standard deviation of change"), Table.Column("Hedges’ g_av (interval)"),
      ], rows: rows)
  }

  /// The scores between which the middle half of people lies.
  private func middle(
    _ row: ChangeFinding<Released>.Row, _ lower: ReleasedAnswer, _ upper: ReleasedAnswer,
    _ when: String
  ) -> Prose {
    let low = scale.points.cell(lower, wording.fact(row, "lower_quartile_\(when)"))
    guard lower.estimate != nil, upper.estimate != nil else { return low }
    return "\(low) to \(scale.points.cell(upper, wording.fact(row, "upper_quartile_\(when)")))"
  }

  private var source: Prose {
    let size: Prose =
      rows.count == 1
      ? (rows.first.map { row in
        row[.gAv].estimate == nil
          ? Prose()
          : "Hedges’ g_av (the mean change divided by the average standard deviation of before and after): \(AnswerWording(.deviations).withRange(row[.gAv], wording.fact(row, "g_av")))."
      } ?? Prose())
      : Prose()
    return [
      Prose("Method: paired change, later minus earlier; interval by Student’s t."), size,
      Prose("Scoring: \(outcome.scale.source.withoutFullStop)."),
    ].joined().noting(step, material)
  }
}
