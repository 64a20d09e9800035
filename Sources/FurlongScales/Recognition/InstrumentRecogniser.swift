/// Tells which instruments of a catalogue stand in which columns of a table.
///
/// An instrument is recognised by its name, its SNOMED code, or answer words and a number of columns that no other has;
/// never by the range of numbers. Where two fit alike, or too little speaks for one, it is said what it could be.
public struct InstrumentRecogniser: Sendable {
  let instruments: [Instrument]
  private let names: InstrumentNames
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
    var work = Work(columns: columns, instruments: instruments, words: words)
    let long = LongColumns(instruments, names)
    for (place, column) in columns.enumerated() {
      guard let found = long.read(column, place: place) else { continue }
      work.result.long.append(found)
      work.free.remove(place)
    }
    let byHeading = GroupsByHeading(
      headings: headings.filter { work.free.contains($0.place) }, names: names
    ) { id in
      instruments.first { $0.id == id }?.itemCount
    }
    for group in byHeading.groups() { work.place(group) }
    for heading in headings where work.free.contains(heading.place) { work.placeTotal(heading) }
    let byAnswers = GroupsByAnswers(
      columns: columns, headings: headings, instruments: instruments)
    for group in byAnswers.byWords(free: work.free) { work.place(group) }
    for group in byAnswers.byNumber(free: work.free) { work.place(group) }
    return work.settled()
  }
}

/// What has been placed so far.
private struct Work {
  let columns: [ReadColumn]
  let instruments: [Instrument]
  let words: [String: AnswerWords]
  var result = Recognition()
  var free: Set<Int>

  init(columns: [ReadColumn], instruments: [Instrument], words: [String: AnswerWords]) {
    self.words = words
    self.columns = columns
    self.instruments = instruments
    free = Set(columns.indices)
  }

  private func column(_ place: Int) -> Recognition.Column {
    Recognition.Column(place: place, heading: columns[place].sample.heading)
  }

  mutating func place(_ group: ColumnGroup) {
    switch GroupJudge(columns: columns, instruments: instruments, words: words).judge(group) {
    case .nothing: return
    case .several(let rivals):
      var sets: [[String]] = []
      if group.numbers == nil, rivals.allSatisfy(\.isContradicted) {
        sets = together(group.places.count, rivals)
      }
      result.possible.append(
        Recognition.Possible(
          columns: group.places.map(column), occasion: group.occasion,
          rivals: rivals.map(\.rival), together: sets))
    case .one(let best, let runnerUp):
      var doubts = best.reading.doubts
      if group.numbers == nil { doubts.append(.orderOfFile) }
      if let items = best.instrument.items, !items.reversed.isEmpty {
        doubts.append(.reversedItems(items.reversed))
      }
      if best.instrument.scales.allSatisfy({ $0.rule == .total || $0.items.isEmpty }) {
        doubts.append(.onlyTotalIsScored)
      }
      result.forms.append(
        Recognition.Form(
          scale: best.instrument.id, instrument: best.instrument.id, occasion: group.occasion,
          answers: .items(columns: group.places.map(column)), coding: best.reading.coding,
          evidence: best.evidence, doubts: doubts, runnerUp: runnerUp))
    }
    free.subtract(group.places)
  }

  /// Pairs of instruments with these words whose items together are as many as the columns.
  private func together(_ count: Int, _ rivals: [GroupJudge.Candidate]) -> [[String]] {
    let sized = rivals.compactMap { rival in
      rival.instrument.itemCount.map { (rival.instrument.id, $0) }
    }
    return sized.enumerated().flatMap { place, one in
      sized[(place + 1)...].filter { $0.1 + one.1 == count }.map { [one.0, $0.0] }
    }
  }

  /// A column that names a score and is no item.
  mutating func placeTotal(_ heading: ReadHeading) {
    guard let name = heading.found.first?.name,
      let instrument = instruments.first(where: { $0.id == name.instrument })
    else { return }
    let found = columns[heading.place]
    let word = name.tokens.joined()
    let isCode = instrument.scales.contains { $0.snomed == word }
    let naming: RecognitionEvidence = isCode ? .snomed(word) : .named(as: name.text)
    let id = name.scale ?? instrument.id
    guard let scale = instrument.scales.first(where: { $0.id == id }) else {
      // An instrument without a total of its own.
      if heading.isTotal, heading.rest.isEmpty {
        let items = instrument.itemCount ?? instrument.scales.count
        possible(
          heading,
          Recognition.Rival(scale: id, evidence: [naming, .otherCount(found: 1, items: items)]))
      }
      return
    }
    let reading = TotalReading(found, as: scale)
    let isPlain =
      InstrumentNames.plainWords.contains(word) && !heading.isTotal && heading.occasion == nil
    var evidence = [naming] + reading.evidence
    let saysMore = !isCode && (!heading.rest.isEmpty || !heading.numbers.isEmpty || isPlain)
    if saysMore { evidence.append(.otherWordsInHeading) }
    let isNumeric = found.texts.filter { Double($0.text) != nil }.map(\.cells).reduce(0, +) * 2
    let fits = reading.evidence.contains(.possibleTotals)
    if fits || reading.doubts.contains(.noAnswers), !saysMore {
      result.forms.append(
        Recognition.Form(
          scale: id, instrument: instrument.id, occasion: heading.occasion,
          answers: .total(column: column(heading.place)), coding: reading.coding,
          evidence: evidence, doubts: reading.doubts))
      free.remove(heading.place)
    } else if isNumeric > found.sample.filled, saysMore ? fits && !isPlain : true {
      possible(heading, Recognition.Rival(scale: id, evidence: evidence))
    }
  }

  private mutating func possible(_ heading: ReadHeading, _ rival: Recognition.Rival) {
    result.possible.append(
      Recognition.Possible(
        columns: [column(heading.place)], occasion: heading.occasion, rivals: [rival], together: [])
    )
    free.remove(heading.place)
  }

  /// Totals beside their items, everything in the order of the columns.
  func settled() -> Recognition {
    var settled = result
    for (index, form) in settled.forms.enumerated() {
      guard case .items = form.answers,
        let total = settled.forms.first(where: { other in
          guard case .total = other.answers else { return false }
          return other.scale == form.scale && other.occasion == form.occasion
        }), case .total(let column) = total.answers, !form.doubts.contains(.onlyTotalIsScored)
      else { continue }
      settled.forms[index].checkedTotal = column
    }
    let checked = Set(settled.forms.compactMap(\.checkedTotal))
    settled.forms.removeAll { form in
      if case .total(let column) = form.answers { checked.contains(column) } else { false }
    }
    settled.forms.sort { $0.firstPlace < $1.firstPlace }
    settled.possible.sort { ($0.columns.first?.place ?? 0) < ($1.columns.first?.place ?? 0) }
    settled.others = free.sorted()
    return settled
  }
}

extension Recognition.Form {
  fileprivate var firstPlace: Int { answers.columns.map(\.place).min() ?? 0 }
}
