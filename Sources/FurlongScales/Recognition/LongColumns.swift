/// Finds columns that name the instrument of each row: codes of SNOMED CT, or names.
struct LongColumns {
  let names: InstrumentNames
  let codes: [String: String]

  init(_ instruments: [Instrument], _ names: InstrumentNames) {
    self.names = names
    codes = Dictionary(
      instruments.flatMap(\.scales).compactMap { scale in scale.snomed.map { ($0, scale.id) } }
    ) { first, _ in first }
  }

  /// What a column names; nil where fewer than half of its cells name anything.
  func read(_ column: ReadColumn, place: Int) -> Recognition.LongColumn? {
    var counts: [String: Int] = [:]
    var coded = 0
    for text in column.texts {
      if let scale = codes[text.text] {
        counts[scale, default: 0] += text.cells
        coded += text.cells
      } else if let scale = named(text) {
        counts[scale, default: 0] += text.cells
      }
    }
    let known = counts.values.reduce(0, +)
    guard known * 2 > column.sample.filled, known > 1 else { return nil }
    return Recognition.LongColumn(
      column: Recognition.Column(place: place, heading: column.sample.heading),
      isSNOMED: coded * 2 > known,
      scales: counts.sorted { $0.key < $1.key }.map { .init(scale: $0.key, cells: $0.value) },
      unknown: column.sample.filled - known)
  }

  /// The score whose name the whole text is.
  private func named(_ text: AnswerText) -> String? {
    guard text.number == nil, !InstrumentNames.plainWords.contains(text.plain),
      let found = names.find(in: text.tokens).first
    else { return nil }
    let rest = text.tokens.indices.filter { !found.range.contains($0) }
      .map { text.tokens[$0] }
    guard rest.allSatisfy(HeadingWords.totalMarks.contains) else { return nil }
    return found.name.scale ?? found.name.instrument
  }
}
