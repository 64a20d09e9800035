import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Who the people are, beside those who could have come.
struct CasemixBlocks {
  private let found: ReachFinding<Released>
  private let material: ReportMaterial
  private let numbers = NumberWording()

  init(_ found: ReachFinding<Released>, _ material: ReportMaterial) {
    self.found = found
    self.material = material
  }

  private typealias Row = (
    column: String, value: Casemix<Released>.Value, beside: Casemix<Released>.Beside
  )

  /// Everything of which the plan states the same of those who could have come.
  private var compared: [Row] {
    found.casemix.flatMap { casemix in
      casemix.values.compactMap { value in value.beside.map { (casemix.column, value, $0) } }
    }
  }

  /// The sentences and tables.
  var blocks: [Block] {
    var blocks: [Block] = []
    if let population = found.population, !compared.isEmpty {
      if compared.contains(where: { $0.beside[.share].estimate != nil }) {
        blocks.append(.paragraph(sentence(population)))
      }
      let title = "Who came, beside \(population.who)"
      blocks.append(.details(Details(title, [.table(besideTable(population))])))
    } else if material.study.design == .beforeAfter {
      // Trials recruit: whom they did not is another question.
      blocks.append(
        .paragraph(
          "Who is not coming: not collected. Counts of those who could have come, under “population” in the plan, would show it."
        ))
    }
    if !alone.isEmpty {
      let title = "Who the \(material.study.people.many) are"
      blocks.append(.details(Details(title, [.table(table)])))
    }
    return blocks
  }

  /// The value furthest below its share of those who could have come; no reason why.
  private func sentence(_ population: PopulationSource) -> Prose {
    let below = compared.filter { ($0.beside[.difference].estimate?.interval?.high ?? 0) < 0 }
    let least = below.min {
      ($0.beside[.difference].estimate?.value ?? 0)
        < ($1.beside[.difference].estimate?.value ?? 0)
    }
    guard let least else {
      return
        "No group that can be shown is clearly rarer among the \(material.study.people.many) than among \(population.who)."
    }
    let points = AnswerWording(.percentagePoints)
    let share = AnswerWording(.percentage).value(
      least.beside[.share], "\(fact(least)).share")
    let difference = points.magnitude(
      least.beside[.difference], "\(fact(least)).difference")
    return
      "\(strong: "Furthest below its share is \(label(least)):") \(share) of the \(material.study.people.many) and \(stated(least)) of \(population.who), \(difference) percentage points less. These numbers do not show why."
  }

  private func besideTable(_ population: PopulationSource) -> Table {
    let many = material.study.people.many
    var table = Table(
      caption: Prose("\(many.capitalised) beside \(population.who)"),
      rowsHeading: "What is known",
      columns: [
        Table.Column("Share of the \(many)"),
        Table.Column("Share of those who could have come", isContext: true),
        Table.Column("Difference, percentage points"),
      ],
      rows: compared.map { row in
        Table.Row(
          Prose(rowLabel(row.column, row.value)),
          [
            material.people.countedCell(row.beside[.share], "\(fact(row)).share"), stated(row),
            AnswerWording(.percentagePoints).cell(
              row.beside[.difference], "\(fact(row)).difference"),
          ])
      }
    ).withNotes
    table.notes.append(Prose("Those who could have come: \(population.source)."))
    table.notes.append(
      Prose("Shares are of all \(many), with those of whom it is not recorded."))
    return table
  }

  /// What is known of people and does not stand beside those who could have come, where its count is in the share.
  private var alone: [(column: String, value: Casemix<Released>.Value)] {
    found.casemix.flatMap { casemix in
      casemix.values.filter { value in
        found.population == nil || value.beside?[.share].estimate == nil
          || value.beside?[.share].parts?.count?.shown != value.people.shown
      }.map { (casemix.column, $0) }
    }
  }

  private var table: Table {
    Table(
      caption: Prose("What is known about the \(material.study.people.many) of this report"),
      rowsHeading: "What is known",
      columns: [Table.Column(material.study.people.many.capitalised)],
      rows: alone.map { column, value in
        Table.Row(
          Prose(rowLabel(column, value)),
          [material.people.cell(value.people, "reach.casemix.\(column)=\(value.value)")])
      }
    ).withNotes
  }

  /// `47%`: the share that the plan states, with as many decimals as the other.
  private func stated(_ row: Row) -> Prose {
    let decimals = (row.beside[.share].estimate?.decimals ?? 2) - 2
    let text = numbers.percentage(row.beside.share, decimals: decimals)
    let printed = numbers.rounded(row.beside.share, decimals: decimals + 2)
    return Prose(
      ReportedNumber(text, fact: "\(fact(row)).population", value: .released(printed)))
  }

  private func fact(_ row: Row) -> String {
    "reach.casemix.\(row.column)=\(row.value.value)"
  }

  /// `“man” (gender)`.
  private func label(_ row: Row) -> String {
    "“\(material.words(for: row.value.value, of: row.column))” (\(row.column.asWords))"
  }

  private func rowLabel(_ column: String, _ value: Casemix<Released>.Value) -> String {
    "\(column.asWords.capitalised): \(material.words(for: value.value, of: column))"
  }
}
