import FurlongCharts
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// The figure of one ratio under other choices: how far the answer hangs on them.
struct SensitivityFigure {
  private let outcome: ServiceUseFinding.Outcome
  private let row: ServiceUseFinding.Row
  private let step: Findings.Step
  private let material: ReportMaterial
  private let wording: ServiceUseWording
  private let ratio = AnswerWording(.ratio)

  init(
    _ outcome: ServiceUseFinding.Outcome, row: ServiceUseFinding.Row, step: Findings.Step,
    material: ReportMaterial
  ) {
    self.outcome = outcome
    self.row = row
    self.step = step
    self.material = material
    wording = ServiceUseWording(outcome, material)
  }

  /// One choice, as the evaluation lists them: always these, in this order.
  private struct Choice {
    var label: String
    var measure: String
    /// Whether it is another interval of the same ratio, which the chart leaves to the table.
    var isSameRatio = false
  }

  private static let choices = [
    Choice(label: "All days (headline)", measure: "rate_ratio"),
    Choice(
      label: "All days, interval by formula", measure: "rate_ratio.delta", isSameRatio: true),
    Choice(
      label: "All days, plain percentiles", measure: "rate_ratio.percentile", isSameRatio: true),
    Choice(label: "Without the last month before", measure: "rate_ratio.without_1_month"),
    Choice(label: "Without the last 3 months before", measure: "rate_ratio.without_3_months"),
    Choice(label: "Both windows whole", measure: "rate_ratio.both_windows_whole"),
  ]

  private var answers: [(choice: Choice, answer: FurlongEvaluation.Answer)] {
    zip(SensitivityFigure.choices, row.rateRatios).map { ($0, $1) }
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
      ].joined().noting(step)
    ).block
  }

  private var title: Prose {
    guard let headline = answers.first, headline.answer.estimate != nil else {
      return "\(outcome.event.many.capitalised): the ratio cannot be shown"
    }
    let value = ratio.value(headline.answer, wording.fact(row, headline.choice.measure))
    guard let cautious = row.cautious, cautious.estimate != nil, answers.count > 4 else {
      return
        "The ratio for \(outcome.event.many) is \(value); it cannot be worked out without the run-up"
    }
    let isInDoubt =
      headline.answer.interval(holds: 1) == false && cautious.interval(holds: 1) == true
    let doubt: Prose = isInDoubt ? ", where the data also fit no change" : Prose()
    let other = ratio.value(cautious, wording.fact(row, answers[4].choice.measure))
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
        let fact = wording.fact(row, choice.measure)
        // The gate writes 0 where the number of people would give a hidden count away.
        let people =
          answer.estimate.flatMap { $0.used > 0 ? .exactly($0.used) : nil } ?? PeopleCount.hidden
        let cell: Prose =
          if case .notEstimable(let reason, _, _) = answer {
            Prose(
              ReportedNumber("[x]", fact: "\(fact).people", value: .withheld(reason: reason.words)))
          } else {
            material.people.cell(people, "\(fact).people")
          }
        return Table.Row(Prose(choice.label), [cell, ratio.cell(answer, fact)])
      })
  }
}
