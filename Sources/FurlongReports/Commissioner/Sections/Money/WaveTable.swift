import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// What use cost in each period of exports that count by period.
struct WaveTable {
  private let wording: MoneyWording
  private let material: ReportMaterial
  private let pounds = AnswerWording(.pounds)
  private let rate = AnswerWording(.rate)
  private let ratio = AnswerWording(.ratio)

  init(_ wording: MoneyWording, _ material: ReportMaterial) {
    self.wording = wording
    self.material = material
  }

  /// The table and how it is to be read; nothing where exports have dates.
  var blocks: [Block] {
    wording.book.waves.isEmpty ? [] : [.table(table), .paragraph(Self.limit)]
  }

  private static let limit: Prose =
    "Periods are compared as they stand, without an interval: who is missing in a later one may have used more, or less."

  private var table: Table {
    let book = wording.book
    return Table(
      caption:
        "What use cost in each period, for each \(Prose(material.study.people.one)) and year, \(Prose(book.name)), prices of \(Prose(wording.found.priceYear.text))",
      rowsHeading: "Period",
      columns: [Table.Column("People", isContext: true)]
        + book.services.map { Table.Column($0.event.many.capitalised, unit: "per person-year") }
        + [Table.Column("Cost"), Table.Column("As a share of the first")],
      rows: book.waves.enumerated().map { place, wave in row(wave, isFirst: place == 0) }
    ).withNotes
  }

  private func row(_ wave: MoneyFinding<Released>.Wave, isFirst: Bool) -> Table.Row {
    let fact =
      "money.\(wording.book.id).\(wording.window.window.id).days_\(wave.from)_to_\(wave.to)"
    let numbers = NumberWording()
    let side = wave.to <= 0 ? "before" : "after"
    let near = numbers.count(min(abs(wave.from), abs(wave.to)))
    let far = numbers.count(max(abs(wave.from), abs(wave.to)))
    let people = wave[.cost].used
    return Table.Row(
      "Days \(Prose(near)) to \(Prose(far)) \(Prose(side))",
      [material.people.cell(people, "\(fact).people")]
        + zip(wave.rates, wording.book.services).map { answer, service in
          rate.cell(answer, "\(fact).\(service.event.id)")
        } + [
          pounds.cell(wave[.cost], "\(fact).cost"),
          isFirst ? "–" : ratio.cell(wave[.ofFirst], "\(fact).cost_of_first"),
        ])
  }
}
