import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// The table of how many got better and worse in two randomised arms, and by how many percentage points they differ.
struct ArmMeaningTable {
  private let outcome: MeaningFinding<Released>.Outcome
  private let material: ReportMaterial
  private let wording: MeaningWording

  init(_ outcome: MeaningFinding<Released>.Outcome, _ material: ReportMaterial) {
    self.outcome = outcome
    self.material = material
    wording = MeaningWording(outcome, material)
  }

  /// A sentence on the first follow-up and the table; empty where no arms are compared.
  var blocks: [Block] {
    guard let first = outcome.arms.first else { return [] }
    return [.paragraph(sentence(first)), .table(table(first).withNotes)]
  }

  private func fact(
    _ arms: ArmComparison<ArmMeaningMeasure, Released>, _ measure: ArmMeaningMeasure
  ) -> String {
    "arms.\(outcome.scale.id).\(arms.time.id).\(measure.declared.word)"
  }

  private func sentence(_ arms: ArmComparison<ArmMeaningMeasure, Released>) -> Prose {
    let clauses = [arms.treated, arms.control].compactMap { arm -> Prose? in
      outcome.rows.first { $0.group == arm.group && $0.occasion == arms.time }
        .map(wording.armClause)
    }
    let points = AnswerWording(.percentagePoints)
    let answer = arms[.improved]
    let who: Prose =
      "\(arms.time.when.capitalised), \(wording.beyond), \(clauses.joined("; "))."
    guard let level = answer.level, let range = points.range(answer, fact(arms, .improved)) else {
      return
        "\(who) The difference between the arms \(points.predicate(answer, fact(arms, .improved)))."
    }
    let call = Call(answer, printedAs: points, noChange: 0)
    let told: Prose =
      call.isTold ? "" : " We cannot tell from these data whether the shares differ."
    return
      "\(who) Of those who got better the share is \(points.magnitude(answer, fact(arms, .improved))) percentage points \((answer.estimate?.value ?? 0) < 0 ? "lower" : "higher") \(ArmsWording.both(arms.treated.group, arms.control.group, "than")) (\(level) confidence interval \(range)).\(told)"
  }

  private func table(_ first: ArmComparison<ArmMeaningMeasure, Released>) -> Table {
    let points = AnswerWording(.percentagePoints)
    let groups = [first.treated.group, first.control.group]
    return Table(
      caption: Prose(
        "\(wording.scale.title): better and worse, arm by arm"),
      rowsHeading: "Follow-up",
      columns: [("better", ArmMeaningMeasure.improved), ("worse", .deteriorated)].flatMap {
        what, _ in
        groups.map { Table.Column("Got \(what), \($0.label)") } + [
          Table.Column("Difference (interval)", unit: "percentage points")
        ]
      },
      rows: outcome.arms.map { arms in
        Table.Row(
          Prose(arms.time.label.capitalised),
          ArmMeaningMeasure.allCases.flatMap { measure -> [Prose] in
            groups.map { share(measure, $0, arms.time) } + [
              points.cell(arms[measure], fact(arms, measure))
            ]
          })
      })
  }

  private func share(_ measure: ArmMeaningMeasure, _ group: GroupName, _ time: TimeName) -> Prose {
    guard let row = outcome.rows.first(where: { $0.group == group && $0.occasion == time }) else {
      return "–"
    }
    return material.people.shareCell(
      row[measure.ofEach], of: row.used, wording.fact(row, measure.ofEach.declared.word))
  }
}
