import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// What others publish of the same events, beside what is found here: never subtracted.
struct ContextBlocks {
  private let outcomes: [ServiceUseFinding<Released>.Outcome]
  private let material: ReportMaterial
  private let rate = AnswerWording(.rate)
  private let ratio = AnswerWording(.ratio)

  init(_ outcomes: [ServiceUseFinding<Released>.Outcome], material: ReportMaterial) {
    self.outcomes = outcomes.filter { !$0.context.isEmpty }
    self.material = material
  }

  /// A table, and what it may and may not say; nothing where the plan names no series.
  var blocks: [Block] {
    guard !outcomes.isEmpty else { return [] }
    return [.table(table), .paragraph(limit)]
  }

  private var many: String { material.study.people.many }

  private var table: Table {
    Table(
      caption:
        "Beside what others publish, over the very days on which these \(Prose(many)) were watched",
      rowsHeading: "What is counted",
      columns: [
        Table.Column("Before"), Table.Column("After"), Table.Column("After as a share of before"),
      ],
      rows: outcomes.flatMap { outcome in
        outcome.rows.filter { $0.group == .everyone }.map { own(outcome, $0) }
          + outcome.context.map { series(outcome, $0) }
      },
      notes: sources
    ).withNotes
  }

  private func own(
    _ outcome: ServiceUseFinding<Released>.Outcome, _ row: ServiceUseFinding<Released>.Row
  ) -> Table.Row {
    let fact = "\(ServiceUseWording(outcome, material).prefix).beside"
    return Table.Row(
      "\(Prose(outcome.name(among: outcomes).capitalised)) here, per person-year",
      [
        plain(rate, row[.rateBefore], "\(fact).rate_before"),
        plain(rate, row[.rateAfter], "\(fact).rate_after"),
        plain(ratio, row[.ratio], "\(fact).rate_ratio"),
      ])
  }

  private func series(
    _ outcome: ServiceUseFinding<Released>.Outcome, _ series: ServiceUseFinding<Released>.Context
  ) -> Table.Row {
    let fact = "\(ServiceUseWording(outcome, material).prefix).\(series.id)"
    return Table.Row(
      Prose(series.what.capitalised),
      [
        plain(rate, series[.before], "\(fact).context_before"),
        plain(rate, series[.after], "\(fact).context_after"),
        plain(ratio, series[.ratio], "\(fact).context_ratio"),
      ])
  }

  /// Without its interval: a published series has none, and two that stand side by side are to be read alike.
  private func plain(_ wording: AnswerWording, _ answer: ReleasedAnswer, _ fact: String) -> Prose {
    answer.estimate == nil ? wording.cell(answer, fact) : wording.value(answer, fact)
  }

  private var sources: [Prose] {
    outcomes.flatMap(\.context).reduce(into: [Prose]()) { sources, series in
      let source: Prose = "\(Prose(series.what.capitalised)): \(Prose(series.source))."
      if !sources.contains(source) { sources.append(source) }
    }
  }

  private var limit: Prose {
    let comparison: Prose =
      "What others publish is no comparison group: its people are others and are counted in another way, so nothing is subtracted."
    return
      "\(comparison) Where both went the same way, what went on everywhere may be the reason. Where they did not, that alone shows no effect."
  }
}
