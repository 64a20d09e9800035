/// Tells which instruments of a catalogue stand in which columns of a table.
///
/// An instrument is recognised by its name, its SNOMED code, or answer words and a number of columns that no other has;
/// never by the range of numbers. Where two fit alike, or too little speaks for one, it is said what it could be.
public struct InstrumentRecogniser: Sendable {
  let instruments: [Instrument]
  let names: InstrumentNames
  private let words: [String: AnswerWords]

  /// A recogniser of a catalogue's instruments.
  public init(_ catalogue: ScaleCatalogue) {
    instruments = catalogue.instruments
    names = InstrumentNames(instruments)
    words = Dictionary(
      instruments.compactMap { instrument in
        instrument.items.map { (instrument.id, AnswerWords($0)) }
      }
    ) { first, _ in first }
  }

  /// Recognises the instruments in a table.
  ///
  /// - Parameter columns: all columns of the table, in order.
  /// - Returns: what was recognised; the same for the same columns, whatever the order of their rows.
  /// - Complexity: linear in columns × different texts × instruments.
  public func recognise(_ columns: [ColumnSample]) -> Recognition {
    let columns = columns.map(ReadColumn.init)
    let headings = columns.enumerated().map {
      ReadHeading($1.sample.heading, place: $0, names: names)
    }
    var work = ColumnPlacing(
      columns: columns, instruments: instruments, words: words, stems: names.stems)
    let long = LongColumns(instruments, names)
    for (place, column) in columns.enumerated() {
      guard let found = long.read(column, place: place) else { continue }
      work.result.long.append(found)
      work.free.remove(place)
    }
    let byQuestion = GroupsByQuestion(headings: headings, instruments: instruments)
    for group in byQuestion.groups(free: work.free) { work.place(group) }
    let byHeading = GroupsByHeading(
      headings: headings.filter { work.free.contains($0.place) }, names: names,
      count: { id in instruments.first { $0.id == id }?.itemCount },
      isSingleItem: { id in
        instruments.contains { $0.scales.contains { $0.id == id && $0.items.count == 1 } }
      })
    for group in byHeading.groups() { work.place(group) }
    for heading in headings where work.free.contains(heading.place) { work.placeTotal(heading) }
    let byAnswers = GroupsByAnswers(
      columns: columns, headings: headings, instruments: instruments)
    for group in byAnswers.byWords(free: work.free) { work.place(group) }
    for group in byAnswers.byNumber(free: work.free) { work.place(group) }
    for heading in headings where work.free.contains(heading.place) {
      work.placePlainTotal(heading)
    }
    return work.settled()
  }
}
