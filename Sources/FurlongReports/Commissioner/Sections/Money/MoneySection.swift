import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Question 5: what the service cost, and what use of services cost before and after it.
///
/// Quantities stand before prices, and prices before sums, so that a reader can follow each with a pencil.
struct MoneySection {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The section; nil where the plan does not ask.
  var section: Section? {
    let steps = material.money
    guard !steps.isEmpty else { return nil }
    // What is asked again over another time is told after the rest, and before what must be read with care.
    let others = steps.filter { material.isToldBefore($0.found, $0.step) }
    let inFull = steps.filter { !material.isToldBefore($0.found, $0.step) }
    let again = others.flatMap { _, found in found.windows.flatMap { other(found, $0) } }
    return Section(
      id: "money", heading: Question.money.heading,
      blocks: inFull.enumerated().flatMap { place, asked in
        blocks(asked.found, asked.step) + (place == inFull.count - 1 ? again : [])
          + [limit(asked.found)]
      })
  }

  private func blocks(_ found: MoneyFinding<Released>, _ step: Findings<Released>.Step) -> [Block] {
    var blocks: [Block] = [.paragraph(DeliveryWording(found, material).inFull)]
    if found.windows.isEmpty {
      blocks.append(
        .paragraph("What use of services cost is not told: the plan names no prices for it."))
    }
    blocks += found.windows.flatMap { self.blocks(found, $0, step) }
    blocks += ArmCostBlocks(found, step, material).blocks
    blocks += CompletersCostTable(found, material)?.blocks ?? []
    if let improved = found.improved {
      blocks.append(.paragraph(ImprovedCostWording(improved, material).sentence))
    }
    return blocks
  }

  private func blocks(
    _ found: MoneyFinding<Released>, _ window: MoneyFinding<Released>.Window,
    _ step: Findings<Released>.Step
  ) -> [Block] {
    guard let lead = window.books.first else { return [] }
    let wording = MoneyWording(found, window, lead, material)
    let tables = MoneyTables(wording, material)
    return [
      .table(tables.quantities),
      .paragraph([wording.comparison, wording.difference].joined()),
      .paragraph(
        [wording.together, wording.draws, wording.five].filter { !$0.isEmpty }.joined()),
      .table(tables.perPerson),
    ] + WaveTable(wording, material).blocks + [
      MoneyFigure(found, window, step: step, material: material).block,
      .details(
        Details(
          "What one of each costs, and who pays", [.table(tables.prices), .table(tables.holders)])),
    ]
  }

  /// What it comes to over another time than that of the figures, and the tables where somebody looks for them.
  private func other(
    _ found: MoneyFinding<Released>, _ window: MoneyFinding<Released>.Window
  ) -> [Block] {
    guard let lead = window.books.first else { return [] }
    let wording = MoneyWording(found, window, lead, material)
    let tables = MoneyTables(wording, material)
    return [
      .paragraph("\(Prose(window.window.around.capitalised)): \(wording.inShort)"),
      .details(
        Details(
          "The same over another time", [.table(tables.quantities), .table(tables.perPerson)])),
    ]
  }

  private func limit(_ found: MoneyFinding<Released>) -> Block {
    if found.windows.isEmpty {
      return .limit(
        LimitBox([
          "Nothing is said of what was saved or freed, nor of what a better life is worth: this is what was paid."
        ]))
    }
    let cash: Prose =
      found.cashable.map { "The plan says that it is cash: \(Prose($0))" }
      ?? "What is freed is not cash: a bed that is not used is staffed all the same, and may be used by somebody else."
    let estimates = found.windows.flatMap(\.books).flatMap(\.answers.all).compactMap {
      $0.answer.estimate
    }
    let caveats = Set(estimates.flatMap(\.caveats))
    let few: [Prose] =
      caveats.contains(.costsOfFewPeople)
      ? [
        "With fewer than \(Prose(NumberWording().count(CostsOfFewPeople.people))) \(Prose(material.study.people.many)) an interval of a cost is not to be relied on."
      ] : []
    // Where the plan says what a point is worth, that stands beside the arms.
    let worth: [Prose] =
      found.arms.allSatisfy(\.worths.isEmpty)
      ? ["Nothing is said of what a better life is worth."] : []
    let both: [Prose] =
      found.arms.isEmpty
      ? []
      : [
        "Before and after are of both arms together, of which one did not have the service: only the arms held against each other say what it cost more."
      ]
    let apart: [Prose] =
      caveats.contains(.servicesOfDifferentPeople)
      ? ["Not every service is known of the same \(Prose(material.study.people.many))."] : []
    return .limit(
      LimitBox(
        [
          cash, material.comparison,
          "What the service cost is of the time for which it was paid, and use is of each person’s own window: who stays for longer costs more.",
          "Only the services of the table are counted: what others spent, such as general practices, councils, families and police, is not.",
        ] + both + worth + few + apart))
  }
}
