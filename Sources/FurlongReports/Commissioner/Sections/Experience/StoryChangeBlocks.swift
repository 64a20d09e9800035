import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Themes by change on the leading scale, folded: a table a follow-up, and what it cannot show.
struct StoryChangeBlocks {
  private let found: StoriesByChange<Released>
  private let material: ReportMaterial

  init(_ found: StoriesByChange<Released>, _ material: ReportMaterial) {
    self.found = found
    self.material = material
  }

  /// The tables; of follow-ups with too few of those who told a story, that alone.
  var blocks: [Block] {
    let shown = found.rows.filter(isAnyTellerShown)
    let times = found.rows.filter { !isAnyTellerShown($0) }.map { Prose($0.occasion.when) }
    let few: [Block] =
      times.isEmpty
      ? []
      : [
        .paragraph(
          "Of those who told a story too few have both forms of \(Prose(found.scale.name)) \(times.listed) to show themes beside change."
        )
      ]
    if shown.isEmpty { return few }
    let inside: [Block] =
      [.paragraph(intro)]
      + shown.map { .table(table($0)) } + few + [.paragraph(limit)]
    return [.details(Details("\(found.scale.name): change by what people told", inside))]
  }

  private func isAnyTellerShown(_ row: StoriesByChange<Released>.Row) -> Bool {
    row.themes.flatMap { [$0.with, $0.without] }.contains { group in
      group.answers.all.contains { $1.estimate != nil || $1.parts?.count?.number != nil }
    }
  }

  private var intro: Prose {
    let scale = ScaleWording(found.scale)
    let real: Prose =
      found.threshold.estimate == nil
      ? "whether single people changed by more than the form’s error cannot be judged"
      : "better and worse count changes of \(reached) \(scale.points.value(found.threshold, "experience.change.reliable_change_threshold")) points"
    return
      "Those with both forms, by what they told: \(real). Means and mean changes are in points of \(Prose(found.scale.name)), later minus earlier; \(Prose(scale.direction))."
  }

  private var reached: Prose { found.reliability?.points == nil ? "more than" : "at least" }

  /// What the tables cannot show.
  private var limit: Prose {
    "Who tells a story chose to, and may differ from others in more than that: compare the first scores. Stories told after the later form count too, and “no story” are those too whose story nobody has read. Nothing here shows that a theme brought about a change."
  }

  private func table(_ row: StoriesByChange<Released>.Row) -> Table {
    let points = ScaleWording(found.scale).points
    func line(
      _ heading: String, _ group: StoriesByChange<Released>.Group, _ key: String
    ) -> Table.Row {
      func fact(_ measure: String) -> String {
        "experience.change.\(row.occasion.id).\(key).\(measure)"
      }
      func count(_ measure: StoryChangeMeasure, _ word: String) -> Prose {
        guard let count = group[measure].parts?.count else {
          return AnswerWording(.percentage).cell(group[measure], fact(word))
        }
        return material.people.cell(count, fact(word))
      }
      return Table.Row(
        Prose(heading),
        [
          material.people.cell(group.used, fact("people")),
          count(.improved, "improved_reliably"), count(.unchanged, "unchanged"),
          count(.deteriorated, "deteriorated_reliably"),
          points.cell(group[.meanBefore], fact("mean_before")),
          points.cell(group[.meanChange], fact("mean_change")),
        ])
    }
    return Table(
      caption: Prose("Themes by change on \(found.scale.name), \(row.occasion.label)"),
      rowsHeading: "What they told",
      columns: [
        "With both forms", "Better", "No real change", "Worse", "Mean first score",
        "Mean change (interval)",
      ].map { Table.Column($0) },
      rows: row.themes.flatMap { theme in
        [
          line(theme.label, theme.with, "\(theme.id).with"),
          line("\(theme.label): a story without it", theme.without, "\(theme.id).without"),
        ]
      } + [line("No story", row.noStory, "no_story")]
    ).withNotes
  }
}
