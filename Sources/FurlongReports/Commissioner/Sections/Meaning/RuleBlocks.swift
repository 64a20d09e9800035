import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// The part of the section on meaning that counts by a named set of rules: the rules, sentences and one table.
struct RuleBlocks {
  private let finding: RuleFinding<Released>
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let wording: RuleWording

  init(
    _ finding: RuleFinding<Released>, _ step: Findings<Released>.Step, _ material: ReportMaterial
  ) {
    self.finding = finding
    self.step = step
    self.material = material
    wording = RuleWording(finding, material)
  }

  /// The part, as a section of its own.
  var section: Section {
    let everyone = finding.lines.flatMap { line in
      line.rows.filter { $0.group == .everyone }.map { wording.sentence(line, $0) }
    }
    return Section(
      id: "rules-\(step.id)-\(finding.rules.word)", heading: RuleWording.heading(finding.rules),
      blocks: [
        .paragraph(wording.rules.noting(step, material)), .list(everyone), .table(table.withNotes),
        .paragraph(wording.limits),
      ])
  }

  /// Everyone, and those groups and follow-ups of which anything is shown.
  private var rows: [(line: RuleFinding<Released>.Line, row: RuleFinding<Released>.Row)] {
    finding.lines.flatMap { line in
      line.rows.filter { $0.group == .everyone || $0.used.number != nil }.map { (line, $0) }
    }
  }

  /// What is said where groups are not in the table.
  private var leftOut: [Prose] {
    let all = finding.lines.reduce(0) { $0 + $1.rows.count }
    return rows.count == all
      ? []
      : ["Groups and follow-ups of which the rules judge too few to show a number are left out."]
  }

  private var hasRecovery: Bool { rows.contains { $0.row.recovery != nil } }
  private var hasRecovered: Bool { rows.contains { $0.row.recovered != nil } }
  private var hasDue: Bool { rows.contains { $0.row.ofDue != nil } }

  private var table: Table {
    var columns = [
      Table.Column("Judged"), Table.Column("Improved"), Table.Column("Got worse"),
      Table.Column("Neither"),
    ]
    if hasDue {
      columns += [Table.Column("Improved, of all due"), Table.Column("Got worse, of all due")]
    }
    if hasRecovery { columns.append(Table.Column("In the clinical range at the start")) }
    if hasRecovered { columns.append(Table.Column("Of these, recovered")) }
    if hasRecovery { columns.append(Table.Column("Of these, reliably recovered")) }
    return Table(
      caption: Prose("\(RuleWording.heading(finding.rules)): improved and got worse"),
      rowsHeading: finding.rules.isOfSeveral ? "Follow-up" : "Scale and follow-up",
      columns: columns,
      rows: rows.map { Table.Row(heading($0.line, $0.row), cells($0.line, $0.row)) },
      notes: leftOut)
  }

  private func heading(
    _ line: RuleFinding<Released>.Line, _ row: RuleFinding<Released>.Row
  ) -> Prose {
    let group = row.group == .everyone ? nil : row.group.label
    return Prose(
      [line.scale?.name, row.occasion.label, group].compactMap { $0 }.joined(separator: ", ")
        .capitalised)
  }

  private func cells(
    _ line: RuleFinding<Released>.Line, _ row: RuleFinding<Released>.Row
  ) -> [Prose] {
    let people = material.people
    func cell(_ answer: ReleasedAnswer, of whole: ReleasedCount?, _ measure: Measure) -> Prose {
      let fact = wording.fact(line, row, measure.word)
      guard let whole else { return AnswerWording(.percentage).cell(answer, fact) }
      return people.shareCell(answer, of: whole, fact)
    }
    var cells = [people.cell(row.used, wording.fact(line, row, "n_used"))]
    cells += [RuleMeasure.improved, .deteriorated, .unchanged].map {
      cell(row.changes[$0], of: row.used, $0.declared)
    }
    if hasDue {
      cells += RuleDueMeasure.allCases.map { measure in
        row.ofDue.map { cell($0[measure], of: row.eligible, measure.declared) } ?? "–"
      }
    }
    guard hasRecovery else { return cells }
    let clinical = row.recovery?[.caseness].parts?.count
    cells.append(
      row.recovery.map { cell($0[.caseness], of: row.used, RuleRecoveryMeasure.caseness.declared) }
        ?? "–")
    if hasRecovered {
      cells.append(
        row.recovered.map { cell($0, of: clinical, RuleRecoveryMeasure.recovered) } ?? "–")
    }
    cells.append(
      row.recovery.map {
        cell(
          $0[.reliablyRecovered], of: clinical, RuleRecoveryMeasure.reliablyRecovered.declared)
      } ?? "–")
    return cells
  }
}
