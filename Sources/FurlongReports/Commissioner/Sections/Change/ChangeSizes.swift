import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// The change in medians and probabilities, and in standard deviations, each named for what it divides by.
struct ChangeSizes {
  private let outcome: ChangeFinding<Released>.Outcome
  private let wording: ChangeWording
  private let material: ReportMaterial

  init(_ outcome: ChangeFinding<Released>.Outcome, _ material: ReportMaterial) {
    self.outcome = outcome
    self.material = material
    wording = ChangeWording(outcome, material)
  }

  /// The middle of scores and changes, folded: those of the leading follow-up stand in a sentence.
  var middle: Details {
    Details(
      "\(outcome.scale.name): medians and probability of improvement", isSeldomRead: true,
      [
        .table(typical),
        .paragraph(
          "All changes are later minus earlier. The interval of a median change runs from one change that occurred to another, so its level is not exactly that of the other intervals. The probability of improvement is the share whose score moved to the better end of the scale, and half of those whose score did not change."
        ),
      ])
  }

  /// The sizes in standard deviations, which few read: off paper, and in results.csv.
  var inDeviations: Details {
    Details(
      "\(outcome.scale.name): the change in standard deviations", isSeldomRead: true,
      [
        .table(sizes),
        .paragraph(
          "Each size divides the mean change by another standard deviation: d_z by that of the changes; d_rm by that of the changes over √(2(1 − r)); d_av by the root mean square of those before and after; d_b by that before. g_av and g_b are d_av and d_b corrected for small samples. r is the correlation of before and after. They are not interchangeable: compare only sizes of one name."
        ),
      ])
  }

  private var typical: Table {
    let points = wording.scale.points
    let ratio = AnswerWording(.ratio)
    return Table(
      caption: Prose("\(wording.scale.title): the middle of the scores and of the changes"),
      rowsHeading: "Follow-up",
      columns: [
        Table.Column("Median before"), Table.Column("Median after"),
        Table.Column("Median change (interval)"),
        Table.Column("Probability of improvement (interval)"),
      ],
      rows: outcome.rows.map { row in
        Table.Row(
          heading(row),
          [
            points.cell(row[.medianBefore], wording.fact(row, "median_before")),
            points.cell(row[.medianAfter], wording.fact(row, "median_after")),
            points.cell(row[.medianChange], wording.fact(row, "median_change")),
            ratio.cell(
              row[.probabilityOfImprovement], wording.fact(row, "probability_of_improvement")),
          ])
      }
    ).withNotes
  }

  private var sizes: Table {
    let deviations = AnswerWording(.deviations)
    return Table(
      caption: Prose("\(wording.scale.title): the change in standard deviations, with intervals"),
      rowsHeading: "Follow-up",
      columns: ["d_z", "d_rm", "d_av", "g_av", "d_b", "g_b", "r"].map { Table.Column($0) },
      rows: outcome.rows.map { row in
        Table.Row(
          heading(row),
          [
            deviations.cell(row[.dZ], wording.fact(row, "d_z")),
            deviations.cell(row[.dRm], wording.fact(row, "d_rm")),
            deviations.cell(row[.dAv], wording.fact(row, "d_av")),
            deviations.cell(row[.gAv], wording.fact(row, "g_av")),
            deviations.cell(row[.dB], wording.fact(row, "d_b")),
            deviations.cell(row[.gB], wording.fact(row, "g_b")),
            AnswerWording(.ratio).cell(row[.correlation], wording.fact(row, "correlation")),
          ])
      }
    ).withNotes
  }

  private func heading(_ row: ChangeFinding<Released>.Row) -> Prose {
    Prose(
      row.group == .everyone
        ? row.occasion.label.capitalised : "\(row.group.label), \(row.occasion.label)")
  }
}
