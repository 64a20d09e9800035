import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// The figure of every event's ratio under every choice: how far the answers hang on them.
struct SensitivityFigure {
  private let outcomes: [ServiceUseFinding<Released>.Outcome]
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let ratio = AnswerWording(.ratio)

  init(
    _ outcomes: [ServiceUseFinding<Released>.Outcome], step: Findings<Released>.Step,
    material: ReportMaterial
  ) {
    self.outcomes = outcomes
    self.step = step
    self.material = material
  }

  /// One choice.
  private struct Choice {
    var label: String
    /// Its word in facts.
    var word: String
    /// Whether it is another interval of the same ratio, which results.csv has.
    var isSameRatio = false
    /// Whether it is the event's headline, drawn even where it cannot be estimated.
    var isHeadline = false
  }

  /// One event under one choice.
  private struct Entry {
    var outcome: ServiceUseFinding<Released>.Outcome
    var row: ServiceUseFinding<Released>.Row
    var choice: Choice
    var answer: ReleasedAnswer
    var label: String
  }

  /// The place of each measure of service use in this figure; nil where it has none.
  private static func choice(_ measure: ServiceUseMeasure) -> Choice? {
    switch measure {
    case .ratio: Choice(label: "all days (headline)", word: "rate_ratio", isHeadline: true)
    case .ratioByDelta:
      Choice(label: "all days, interval by formula", word: "rate_ratio.delta", isSameRatio: true)
    case .ratioByPercentiles:
      Choice(
        label: "all days, plain percentiles", word: "rate_ratio.percentile", isSameRatio: true)
    case .ratioWithoutLastMonth:
      Choice(label: "without the last month before", word: "rate_ratio.without_1_month")
    case .ratioWithoutLastThreeMonths:
      Choice(label: "without the last 3 months before", word: "rate_ratio.without_3_months")
    case .ratioOfWholeWindows:
      Choice(label: "both windows whole", word: "rate_ratio.both_windows_whole")
    case .eventsBefore, .eventsAfter, .timeBefore, .timeAfter, .rateBefore, .rateAfter,
      .reduction, .difference, .wilcoxon:
      nil
    }
  }

  private var rows:
    [(outcome: ServiceUseFinding<Released>.Outcome, row: ServiceUseFinding<Released>.Row)]
  {
    outcomes.compactMap { outcome in
      outcome.rows.first { $0.group == .everyone }.map { (outcome, $0) }
    }
  }

  private var entries: [Entry] {
    rows.flatMap { outcome, row in
      row.answers.all.compactMap { measure, answer in
        Self.choice(measure).map { choice in
          Entry(
            outcome: outcome, row: row, choice: choice, answer: answer,
            label: "\(outcome.name(among: outcomes).capitalised): \(choice.label)")
        }
      }
    }
  }

  /// The figure.
  var block: Block {
    FigureDraft(
      id: "figure-sensitivity-\(step.id)", title: title,
      subtitle: Prose(
        "After as a share of before, before and after \(material.study.dayZero), for every event and every choice; 1 means no difference"
      ), spoken: "Ratios with intervals under each choice.", chart: chart, table: table,
      source: [
        Prose(
          "Leaving out the months before day 0 takes away the run-up, the bad time after which people often join; “both windows whole” keeps only those watched for the whole time on both sides."
        ), TooSureWording(entries.map { ($0.label, $0.answer) }).sentence,
      ].joined().noting(step, material)
    ).block
  }

  /// What the headlines become once the run-up is left out.
  private var title: Prose {
    let verdicts = rows.map { ($0.outcome, ServiceUseVerdict($0.outcome, $0.row, material)) }
    let told = verdicts.filter { $0.1.call.isTold }
    func names(_ correction: ServiceUseVerdict.Correction) -> [Prose] {
      told.filter { $0.1.correction == correction }.map { Prose($0.0.name(among: outcomes)) }
    }
    let stands = names(.saysTheSame)
    let falls = names(.doesNot)
    var clauses: [Prose] = []
    if told.isEmpty {
      return "No event is shown to have changed over all days"
    }
    if !stands.isEmpty {
      clauses.append("\(stands.listed) still changed without the months before")
    }
    if !falls.isEmpty {
      clauses.append(
        "\(falls.listed) changed over all days, but not once the months before are left out")
    }
    if clauses.isEmpty {
      return "What leaving out the months before makes of the ratios cannot be worked out"
    }
    return clauses.joined("; ").capitalised
  }

  private var chart: any Chart {
    let shown = entries.filter {
      $0.choice.isHeadline || !$0.choice.isSameRatio && $0.answer.notEstimable == nil
    }
    return IntervalRows(
      rows: shown.map { entry in
        // The headline names its event; the choices below it are of the same.
        IntervalRows.Row(
          entry.choice.isHeadline ? entry.label : "– \(entry.choice.label)",
          ratio.plotted(entry.answer), isOverall: entry.choice.isHeadline)
      }, axisLabel: "After as a share of before", axis: .logarithmic, reference: 1,
      sides: IntervalRows.Sides(below: "fewer after", above: "more after"), isDense: true)
  }

  private var table: Table {
    Table(
      caption: "Ratios under every choice", rowsHeading: "Event and choice",
      columns: [Table.Column("People", isContext: true), Table.Column("Ratio (interval)")],
      // Other intervals of the same ratio are read by few, and stand in results.csv.
      rows: entries.filter { !$0.choice.isSameRatio }.map { entry in
        let fact = ServiceUseWording(entry.outcome, material).fact(entry.row, entry.choice.word)
        let cell: Prose =
          entry.answer.notEstimable.map {
            Prose(
              ReportedNumber("[x]", fact: "\(fact).people", value: .withheld(reason: $0.words)))
          } ?? material.people.cell(entry.answer.used, "\(fact).people")
        return Table.Row(Prose(entry.label), [cell, ratio.cell(entry.answer, fact)])
      })
  }
}

extension ServiceUseFinding<Released>.Outcome {
  /// The event, with its window where it is counted in several.
  func name(among outcomes: [Self]) -> String {
    isOneOfSeveral(among: outcomes) ? "\(event.many) (\(window.label))" : event.many
  }

  /// Whether its event is counted in several windows.
  func isOneOfSeveral(among outcomes: [Self]) -> Bool {
    outcomes.contains { $0.event.id == event.id && $0.window.id != window.id }
  }
}
