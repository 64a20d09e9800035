import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// The figure of reliable change: worse, no reliable change, better.
struct MeaningFigure {
  private let outcome: MeaningFinding<Released>.Outcome
  private let rows: [MeaningFinding<Released>.Row]
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let wording: MeaningWording

  init(
    _ outcome: MeaningFinding<Released>.Outcome, rows: [MeaningFinding<Released>.Row],
    step: Findings<Released>.Step,
    material: ReportMaterial
  ) {
    self.outcome = outcome
    self.rows = rows
    self.step = step
    self.material = material
    wording = MeaningWording(outcome, material)
  }

  private var isOfGroups: Bool { rows.contains { $0.group != .everyone } }

  /// The figure.
  var block: Block {
    let kind = isOfGroups ? "groups" : "everyone"
    return FigureDraft(
      id: "figure-meaning-\(step.id)-\(outcome.scale.id)-\(kind)", title: title,
      subtitle:
        "\(Prose("Shares of \(material.study.people.many) with both forms, by reliable change on \(outcome.scale.name), threshold")) \(wording.scale.points.value(outcome.threshold, "meaning.\(outcome.scale.id).reliable_change_threshold")) points",
      spoken: "Stacked bars: worse, no reliable change, better.", chart: chart, table: table,
      source: source
    ).block
  }

  private var source: Prose {
    [
      Prose(
        outcome.reliability?.points == nil
          ? "Method: reliable change after Jacobson and Truax; intervals of shares by Wilson."
          : "Method: a published threshold, reached or not; intervals of shares by Wilson.")
    ].joined().noting(step, material)
  }

  /// The numbers alone.
  var folded: Details {
    let whose = isOfGroups ? ", by \(material.groupWord)" : ""
    return Details(
      "\(outcome.scale.name): better and worse\(whose)",
      [.table(table.withNotes), .paragraph(source)])
  }

  private var title: Prose {
    let first = rows.filter { $0.occasion == rows.first?.occasion }
    let when = first.first?.occasion.when ?? "at the follow-up"
    guard !isOfGroups, let row = first.first else {
      let title: Prose =
        "\(when.capitalised): \(first.map { "\($0.group.label), \(betterAndWorse($0))" }.joined("; "))"
      guard title.plainText.count > FigureDraft.longestTitle else { return title }
      return Prose("Better and worse \(when), by \(material.groupWord)")
    }
    return "\(when.capitalised), \(betterAndWorse(row))"
  }

  private func betterAndWorse(_ row: MeaningFinding<Released>.Row) -> Prose {
    let people = material.people
    let better = people.share(count: row[.improved], wording.fact(row, "improved_reliably"))
    let worse = people.share(count: row[.deteriorated], wording.fact(row, "deteriorated_reliably"))
    if case .withheld = row[.improved].shown, row[.improved].parts?.count == nil,
      case .withheld = row[.deteriorated].shown, row[.deteriorated].parts?.count == nil
    {
      return "how many got better or worse is not shown"
    }
    guard row[.improved].parts?.count?.number != nil, row.used.number != nil else {
      return "\(better) got better and \(worse) got worse"
    }
    let used = people.plain(row.used, wording.fact(row, "n_used"))
    return "\(better) of \(used) got better and \(worse) got worse"
  }

  private func otherRow(
    _ other: MeaningFinding<Released>.Other, _ row: MeaningFinding<Released>.OtherRow
  ) -> Table.Row {
    let people = material.people
    let kind = other.reliability.kind
    func cell(_ judgement: OtherJudgement) -> Prose {
      let answer = row[judgement]
      return people.shareCell(
        answer, of: answer.used,
        wording.otherFact(kind, row.occasion.id, judgement.rawValue))
    }
    return Table.Row(
      "\(Prose("\(row.occasion.label.capitalised), by \(other.reliability.kindWords)")), \(threshold(other))",
      [
        cell(.deteriorated), "the others", cell(.improved),
      ])
  }

  private var chart: any Chart {
    StackedShares(
      rows: rows.map { row in
        StackedShares.Row(
          isOfGroups ? "\(row.group.label), \(row.occasion.label)" : row.occasion.label.capitalised,
          detail: material.people.mark(row.used, of: row.eligible, "due"),
          worse: material.people.plotted(row[.deteriorated]),
          unchanged: material.people.plotted(row[.unchanged]),
          better: material.people.plotted(row[.improved]))
      }
        // Of the others those that rest on a reliability or on what matters, at the headline's follow-up; the table has all.
        + others.filter { other, row in
          row.occasion == rows.first?.occasion
            && (other.reliability.points == nil || other.reliability.isOfImportance)
        }.map { other, row in
          StackedShares.Row(
            "\(row.occasion.label.capitalised), by \(other.reliability.kindWords)",
            detail: threshold(other).plainText,
            worse: material.people.plotted(row[.deteriorated]),
            unchanged: rest(row), better: material.people.plotted(row[.improved]))
        })
  }

  /// What the other published reliabilities say of everyone, a row each.
  private var others: [(MeaningFinding<Released>.Other, MeaningFinding<Released>.OtherRow)] {
    isOfGroups
      ? [] : outcome.others.flatMap { other in other.rows.map { (other, $0) } }
  }

  /// Where the other reliabilities come from.
  private var sources: Prose {
    guard !others.isEmpty else { return Prose() }
    let list = outcome.others.map { other in
      let coefficient = other.reliability.coefficient.map {
        " \(NumberWording().fixed($0, decimals: 2))"
      }
      return
        "\(other.reliability.kindWords)\(coefficient ?? ""), \(other.reliability.sourceWords)"
    }
    return Prose(
      "Other published figures (reliabilities with the spread of all first scores here): \(list.joined(separator: "; "))."
    )
  }

  /// `more than 5.5 points`.
  private func threshold(_ other: MeaningFinding<Released>.Other) -> Prose {
    let fact = "meaning.\(outcome.scale.id).by_\(other.reliability.kind).threshold"
    let points = wording.scale.points.value(other.threshold, fact)
    return other.reliability.points == nil
      ? "more than \(points) points" : "at least \(points) points"
  }

  /// What is left of the bar, of the shares as they are printed.
  private func rest(_ row: MeaningFinding<Released>.OtherRow) -> PlottedValue {
    guard let better = row[.improved].estimate?.value,
      let worse = row[.deteriorated].estimate?.value
    else { return .hidden(label: "[c]") }
    return .shown(1 - better - worse, label: "the others")
  }

  private var table: Table {
    let people = material.people
    return Table(
      caption: Prose("Reliable change on \(outcome.scale.name): people (share; interval)"),
      rowsHeading: "Follow-up",
      columns: [
        Table.Column("Worse"), Table.Column("No reliable change"), Table.Column("Better"),
      ],
      rows: rows.map { row in
        let heading =
          isOfGroups ? "\(row.group.label), \(row.occasion.label)" : row.occasion.label.capitalised
        return Table.Row(
          Prose(heading),
          [
            people.shareCell(
              row[.deteriorated], of: row.used, wording.fact(row, "deteriorated_reliably")),
            // What is left needs no interval of its own.
            people.shareCell(
              row[.unchanged], of: row.used, wording.fact(row, "unchanged"), hasRange: false),
            people.shareCell(row[.improved], of: row.used, wording.fact(row, "improved_reliably")),
          ])
      } + others.map(otherRow), notes: [sources].filter { !$0.isEmpty })
  }
}
