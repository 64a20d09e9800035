import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// What use of services cost those who completed and the others, from the landmark on.
struct CompletersCostTable {
  private let found: MoneyFinding<Released>
  private let landmark: Landmark
  private let material: ReportMaterial
  private let pounds = AnswerWording(.pounds)

  /// Nil where completers are not told apart.
  init?(_ found: MoneyFinding<Released>, _ material: ReportMaterial) {
    guard let landmark = found.landmark, !found.completers.isEmpty else { return nil }
    self.found = found
    self.landmark = landmark
    self.material = material
  }

  /// The tables, by each book of prices, folded; the first alone on paper.
  var blocks: [Block] {
    let tables = found.completers.map { Block.table(table($0)) }
    let others = tables.dropFirst()
    return [
      .details(
        Details(
          "What use cost those who had completed, and the others",
          tables.prefix(1) + (isShown ? [.paragraph(reading)] : [])))
    ]
      + (others.isEmpty
        ? []
        : [
          .details(
            Details("The same by the other books of prices", isSeldomRead: true, Array(others)))
        ])
  }

  private var isShown: Bool {
    found.completers.contains { completers in
      completers.rows.contains { row in
        [GroupCostMeasure.costBefore, .costAfter, .difference].contains { row[$0].estimate != nil }
      }
    }
  }

  private var day: String { "\(landmark.day) after \(material.study.dayZero)" }

  private func table(_ completers: MoneyFinding<Released>.Completers) -> Table {
    // A year and a window are two numbers, unless the window is a year.
    let overWindow = completers.years != 1
    return Table(
      caption: Prose(
        "Cost of use by what \(material.study.people.many) had done \(day): \(completers.window.label) before \(material.study.dayZero), and as long from that day on; \(completers.bookName), prices of \(found.priceYear.text)"
      ), rowsHeading: "Group",
      columns: [
        Table.Column("People", isContext: true), Table.Column("Cost before"),
        Table.Column("Cost after"),
        Table.Column("Difference a year watched (interval)"),
      ] + (overWindow ? [Table.Column("Over \(completers.window.label)")] : []),
      rows: completers.rows.map { row in
        let group = row.group == .everyone ? "all who were still there" : row.group.label
        return Table.Row(
          Prose(group.capitalised),
          [
            material.people.cell(row.people, fact(completers, row, "people")),
            plain(completers, row, .costBefore), plain(completers, row, .costAfter),
            cell(completers, row, .difference),
          ] + (overWindow ? [cell(completers, row, .differenceOverWindow)] : []))
      })
  }

  private func cell(
    _ completers: MoneyFinding<Released>.Completers, _ row: MoneyFinding<Released>.GroupCost,
    _ measure: GroupCostMeasure
  ) -> Prose {
    pounds.cell(row[measure], fact(completers, row, measure.declared.word))
  }

  /// Without its interval, for which a wide table has no room.
  private func plain(
    _ completers: MoneyFinding<Released>.Completers, _ row: MoneyFinding<Released>.GroupCost,
    _ measure: GroupCostMeasure
  ) -> Prose {
    row[measure].estimate == nil
      ? cell(completers, row, measure)
      : pounds.value(row[measure], fact(completers, row, measure.declared.word))
  }

  private func fact(
    _ completers: MoneyFinding<Released>.Completers, _ row: MoneyFinding<Released>.GroupCost,
    _ word: String
  ) -> String {
    "money.\(completers.book).\(completers.window.id).\(row.group.id).\(word)"
  }

  private var reading: Prose {
    "A figure for each who completed is not what completing saves: \(Prose(material.study.people.many)) who complete are not like the others to begin with. The service’s own cost is in none of these."
  }
}
