import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// The figure of the difference in cost by every book and every choice: how far the answer hangs on them.
struct MoneyFigure {
  private let found: MoneyFinding<Released>
  private let window: MoneyFinding<Released>.Window
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let pounds = AnswerWording(.pounds)

  init(
    _ found: MoneyFinding<Released>, _ window: MoneyFinding<Released>.Window,
    step: Findings<Released>.Step, material: ReportMaterial
  ) {
    self.found = found
    self.window = window
    self.step = step
    self.material = material
  }

  private struct Entry {
    var label: String
    var fact: String
    var answer: ReleasedAnswer
    var isHeadline: Bool
  }

  /// The place of each measure in this figure; nil where it has none.
  private static func choice(_ measure: MoneyMeasure) -> String? {
    switch measure {
    case .difference: "all days"
    case .differenceWithoutLastMonth: "without the last month before"
    case .differenceWithoutLastThreeMonths: "without the last 3 months before"
    case .differenceOfWholeWindows: "both windows whole"
    case .differenceWithoutFive: "without the five who cost most"
    case .costBefore, .costAfter, .differenceOverWindow, .net, .netWithoutLastThreeMonths,
      .netWithoutFive, .breakEven, .fell, .fellByMore, .shareOfFive:
      nil
    }
  }

  private var entries: [Entry] {
    window.books.flatMap { book in
      let wording = MoneyWording(found, window, book, material)
      return book.answers.all.compactMap { measure, answer in
        Self.choice(measure).map { choice in
          Entry(
            label: "\(book.name.capitalised): \(choice)", fact: wording.fact(measure.declared),
            answer: answer, isHeadline: measure == .difference)
        }
      }
    }
  }

  /// The figure.
  var block: Block {
    FigureDraft(
      id: "figure-money-\(step.id)-\(window.window.id)", title: title,
      subtitle: Prose(
        "Cost of use after minus before, pounds for each \(material.study.people.one) and year watched, in prices of \(found.priceYear.text); 0 means no difference"
      ), spoken: "Differences with intervals by each book of prices and each choice.",
      chart: IntervalRows(
        rows: entries.filter { $0.isHeadline || $0.answer.notEstimable == nil }.map {
          IntervalRows.Row(
            $0.isHeadline ? $0.label : "– \($0.label.split(separator: ": ").dropFirst().joined())",
            pounds.plotted($0.answer), isOverall: $0.isHeadline)
        }, axisLabel: "Pounds, after minus before",
        sides: IntervalRows.Sides(below: "cost less after", above: "cost more after"),
        isDense: true),
      table: Table(
        caption: "Differences in cost by every book and choice", rowsHeading: "Book and choice",
        columns: [
          Table.Column("People", isContext: true),
          Table.Column("Pounds a person-year (interval)"),
        ],
        rows: entries.map { entry in
          Table.Row(
            Prose(entry.label),
            [
              material.people.cell(entry.answer.used, "\(entry.fact).people"),
              pounds.cell(entry.answer, entry.fact),
            ])
        }),
      source: Prose(
        "Each \(material.study.people.one) is drawn with all that they used, so that what hangs together in one person stays together."
      ).noting(step, material), isForScreens: true
    ).block
  }

  private var title: Prose {
    guard let lead = window.books.first else { return "Nothing was priced" }
    let verdict = MoneyVerdict(lead, of: window.books)
    let alone = verdict.booksAgree ? "" : ", but not by every book of prices"
    switch verdict.call {
    case .notShown: return "What use of services cost before and after is not shown"
    case .cannotTell:
      return Prose("The data do not show whether use of services cost less or more\(alone)")
    case .down, .up:
      let way = verdict.call == .down ? "less" : "more"
      let others: String =
        switch (verdict.withoutRunUp == verdict.call, verdict.withoutFive == verdict.call) {
        case (true, true): ", also without the months before and without the five who cost most"
        case (false, true): ", but not once the months before are left out"
        case (true, false): ", but not without the five who cost most"
        case (false, false):
          ", but not without the months before, nor without the five who cost most"
        }
      return Prose("Use of services cost \(way) after than before\(alone)\(others)")
    }
  }
}
