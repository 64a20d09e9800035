import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// The rates and ratios of events over a time other than that of the figures.
struct OtherWindowTable {
  private let outcomes: [ServiceUseFinding<Released>.Outcome]
  private let material: ReportMaterial
  private let rate = AnswerWording(.rate)
  private let ratio = AnswerWording(.ratio)

  init(_ outcomes: [ServiceUseFinding<Released>.Outcome], material: ReportMaterial) {
    self.outcomes = outcomes
    self.material = material
  }

  var table: Table {
    Table(
      caption:
        "Events per person-year \(Prose(around)) \(Prose(material.study.dayZero)), and after as a share of before",
      rowsHeading: "Event",
      columns: [
        Table.Column("People", isContext: true), Table.Column("Rate before"),
        Table.Column("Rate after"), Table.Column("Ratio (interval)"),
        Table.Column("Without the last 3 months before"), Table.Column("Both windows whole"),
      ],
      rows: outcomes.compactMap { outcome in
        outcome.rows.first { $0.group == .everyone }.map { self.row(outcome, $0) }
      }
    ).withNotes
  }

  private var around: String {
    outcomes.map(\.window.around).reduce(into: [String]()) { unique, around in
      if !unique.contains(around) { unique.append(around) }
    }.joined(separator: "; ")
  }

  private func row(
    _ outcome: ServiceUseFinding<Released>.Outcome, _ row: ServiceUseFinding<Released>.Row
  ) -> Table.Row {
    let wording = ServiceUseWording(outcome, material)
    func fact(_ word: String) -> String { wording.fact(row, word) }
    func plain(_ answer: ReleasedAnswer, _ word: String) -> Prose {
      answer.estimate == nil ? rate.cell(answer, fact(word)) : rate.value(answer, fact(word))
    }
    return Table.Row(
      Prose(outcome.name(among: outcomes).capitalised),
      [
        material.people.cell(row.people, fact("people")),
        plain(row[.rateBefore], "rate_before"), plain(row[.rateAfter], "rate_after"),
        ratio.cell(row[.ratio], fact("rate_ratio")),
        ratio.cell(row[.ratioWithoutLastThreeMonths], fact("rate_ratio.without_3_months")),
        ratio.cell(row[.ratioOfWholeWindows], fact("rate_ratio.both_windows_whole")),
      ])
  }
}
