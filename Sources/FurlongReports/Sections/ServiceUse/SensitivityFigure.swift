import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// The figure of one ratio under other choices: how far the answer hangs on them.
struct SensitivityFigure {
  private let outcome: ServiceUseFinding<Released>.Outcome
  private let row: ServiceUseFinding<Released>.Row
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let wording: ServiceUseWording
  private let ratio = AnswerWording(.ratio)

  init(
    _ outcome: ServiceUseFinding<Released>.Outcome, row: ServiceUseFinding<Released>.Row,
    step: Findings<Released>.Step,
    material: ReportMaterial
  ) {
    self.outcome = outcome
    self.row = row
    self.step = step
    self.material = material
    wording = ServiceUseWording(outcome, material)
  }

  /// One choice.
  private struct Choice {
    var label: String
    /// Its word in facts.
    var word: String
    /// Whether it is another interval of the same ratio, which the chart leaves to the table.
    var isSameRatio = false
  }

  /// The place of each measure of service use in this figure; nil where it has none.
  private static func choice(_ measure: ServiceUseMeasure) -> Choice? {
    switch measure {
    case .ratio: Choice(label: "All days (headline)", word: "rate_ratio")
    case .ratioByDelta:
      Choice(label: "All days, interval by formula", word: "rate_ratio.delta", isSameRatio: true)
    case .ratioByPercentiles:
      Choice(
        label: "All days, plain percentiles", word: "rate_ratio.percentile", isSameRatio: true)
    case .ratioWithoutLastMonth:
      Choice(label: "Without the last month before", word: "rate_ratio.without_1_month")
    case .ratioWithoutLastThreeMonths:
      Choice(label: "Without the last 3 months before", word: "rate_ratio.without_3_months")
    case .ratioOfWholeWindows:
      Choice(label: "Both windows whole", word: "rate_ratio.both_windows_whole")
    case .eventsBefore, .eventsAfter, .timeBefore, .timeAfter, .rateBefore, .rateAfter,
      .reduction, .difference, .wilcoxon:
      nil
    }
  }

  private var answers: [(choice: Choice, answer: ReleasedAnswer)] {
    row.answers.all.compactMap { measure, answer in
      Self.choice(measure).map { ($0, answer) }
    }
  }

  /// The figure.
  var block: Block {
    FigureDraft(
      id: "figure-sensitivity-\(step.id)-\(outcome.event.id)-\(outcome.window.id)", title: title,
      subtitle: Prose(
        "\(outcome.event.many.capitalised), after as a share of before, \(outcome.window.label) before and after \(material.study.dayZero); 1 means no difference"
      ), spoken: "Ratios with intervals under each choice.", chart: chart, table: table,
      source: [
        Prose(
          "Leaving out the months before day 0 takes away the run-up; “both windows whole” keeps only those watched for the whole time on both sides."
        ), TooSureWording(answers.map { ($0.choice.label, $0.answer) }).sentence,
      ].joined().noting(step, material)
    ).block
  }

  private var title: Prose {
    let headline = row[.ratio]
    guard headline.estimate != nil else {
      return "\(outcome.event.many.capitalised): the ratio cannot be shown"
    }
    let value = ratio.value(headline, wording.fact(row, "rate_ratio"))
    guard row.cautious.estimate != nil else {
      return
        "The ratio for \(outcome.event.many) is \(value); it cannot be worked out without the run-up"
    }
    let isInDoubt =
      headline.interval(holds: 1) == false && row.cautious.interval(holds: 1) == true
    let doubt: Prose = isInDoubt ? ", where the data also fit no change" : Prose()
    let other = ratio.value(row.cautious, wording.fact(row, "rate_ratio.without_3_months"))
    return
      "The ratio for \(outcome.event.many) is \(value) over all days, and \(other) without the last 3 months before\(doubt)"
  }

  private var chart: any Chart {
    IntervalRows(
      rows: answers.filter { !$0.choice.isSameRatio }.enumerated().map { index, entry in
        IntervalRows.Row(entry.choice.label, ratio.plotted(entry.answer), isOverall: index == 0)
      }, axisLabel: "After as a share of before", axis: .logarithmic, reference: 1,
      sides: IntervalRows.Sides(below: "fewer after", above: "more after"))
  }

  private var table: Table {
    Table(
      caption: Prose("Ratio for \(outcome.event.many) under other choices"), rowsHeading: "Choice",
      columns: [Table.Column("People"), Table.Column("Ratio (interval)")],
      rows: answers.map { choice, answer in
        let fact = wording.fact(row, choice.word)
        let cell: Prose =
          answer.notEstimable.map {
            Prose(
              ReportedNumber("[x]", fact: "\(fact).people", value: .withheld(reason: $0.words)))
          } ?? material.people.cell(answer.used, "\(fact).people")
        return Table.Row(Prose(choice.label), [cell, ratio.cell(answer, fact)])
      })
  }
}
