import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// What others publish of the same counts, beside what is found here: never subtracted.
struct ContextBlocks {
  /// What is counted here, and what others publish of it.
  private struct Entry {
    /// `Contacts here, per person-year`.
    var label: Prose
    var prefix: String
    var before: ReleasedAnswer
    var after: ReleasedAnswer
    var ratio: ReleasedAnswer
    var series: [ContextFinding<Released>]
  }

  private let entries: [Entry]
  private let caption: Prose
  /// Who is in the others' numbers: `people`, `wards`.
  private let others: String
  private let rate = AnswerWording(.rate)
  private let ratio = AnswerWording(.ratio)

  /// Beside events of people, over the days on which they were watched.
  init(_ outcomes: [ServiceUseFinding<Released>.Outcome], material: ReportMaterial) {
    let told = outcomes.filter { !$0.context.isEmpty }
    entries = told.compactMap { outcome in
      outcome.rows.first { $0.group == .everyone }.map { row in
        Entry(
          label: "\(Prose(outcome.name(among: told).capitalised)) here, per person-year",
          prefix: ServiceUseWording(outcome, material).prefix, before: row[.rateBefore],
          after: row[.rateAfter], ratio: row[.ratio], series: outcome.context)
      }
    }
    caption =
      "Beside what others publish, over the very days on which these \(Prose(material.study.people.many)) were watched"
    others = "people"
  }

  /// Beside a count of units, over the months that are counted of them.
  init(
    _ outcome: UnitRatesFinding<Released>.Outcome, of found: UnitRatesFinding<Released>,
    material: ReportMaterial
  ) {
    let wording = UnitRatesWording(outcome, found, material)
    let all = outcome.context.isEmpty ? nil : outcome.rows.first
    entries = [all].compactMap { $0 }.map { row in
      Entry(
        label: Prose("\(wording.many.capitalised) here, \(wording.per)"),
        prefix: "unit_rates.\(outcome.count.id)", before: row[.rateBefore], after: row[.rateAfter],
        ratio: row[.ratio], series: outcome.context)
    }
    caption =
      "Beside what others publish, over the very months that are counted on these \(Prose(found.many))"
    others = found.many
  }

  /// A table, and what it may and may not say; nothing where the plan names no series.
  var blocks: [Block] {
    guard !entries.isEmpty else { return [] }
    return [.table(table), .paragraph(limit)]
  }

  private var table: Table {
    Table(
      caption: caption, rowsHeading: "What is counted",
      columns: [
        Table.Column("Before"), Table.Column("After"), Table.Column("After as a share of before"),
      ],
      rows: entries.flatMap { entry in [own(entry)] + entry.series.map { series(entry, $0) } },
      notes: sources
    ).withNotes
  }

  private func own(_ entry: Entry) -> Table.Row {
    let fact = "\(entry.prefix).beside"
    return Table.Row(
      entry.label,
      [
        plain(rate, entry.before, "\(fact).rate_before"),
        plain(rate, entry.after, "\(fact).rate_after"),
        plain(ratio, entry.ratio, "\(fact).rate_ratio"),
      ])
  }

  private func series(_ entry: Entry, _ series: ContextFinding<Released>) -> Table.Row {
    let fact = "\(entry.prefix).\(series.id)"
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
    entries.flatMap(\.series).reduce(into: [Prose]()) { sources, series in
      let source: Prose = "\(Prose(series.what.capitalised)): \(Prose(series.source))."
      if !sources.contains(source) { sources.append(source) }
    }
  }

  private var limit: Prose {
    let comparison: Prose =
      "What others publish is no comparison group: its \(Prose(others)) are others and are counted in another way, so nothing is subtracted."
    return
      "\(comparison) Where both went the same way, what went on everywhere may be the reason. Where they did not, that alone shows no effect."
  }
}
