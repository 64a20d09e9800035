/// Places groups of columns with the instruments that they are of; each column once.
struct ColumnPlacing {
  let columns: [ReadColumn]
  let instruments: [Instrument]
  let words: [String: AnswerWords]
  let stems: [String: [String]]
  var result = Recognition()
  var free: Set<Int>

  init(
    columns: [ReadColumn], instruments: [Instrument], words: [String: AnswerWords],
    stems: [String: [String]]
  ) {
    self.stems = stems
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
      if group.numbers == nil, group.named == nil, group.stem == nil {
        sets = together(group.places)
      }
      if let totals = totals(group, rivals) {
        result.forms += totals
        free.subtract(group.places)
        return
      }
      result.possible.append(
        Recognition.Possible(
          columns: group.places.map(column), occasion: group.occasion,
          rivals: rivals.map(\.rival), together: sets))
    case .one(let best, let runnerUp):
      var doubts = best.reading.doubts
      if group.numbers == nil, group.asks == nil { doubts.append(.orderOfFile) }
      if let items = best.instrument.items, !items.reversed.isEmpty {
        doubts.append(.reversedItems(items.reversed))
      }
      if best.instrument.isScoredByTotalOnly { doubts.append(.onlyTotalIsScored) }
      result.forms.append(
        Recognition.Form(
          scale: best.instrument.id, instrument: best.instrument.id, occasion: group.occasion,
          answers: .items(columns: group.places.map(column)), coding: best.reading.coding,
          evidence: best.evidence, doubts: doubts, runnerUp: runnerUp))
    }
    free.subtract(group.places)
  }

  /// Pairs of instruments, or one twice, answered in these words, whose items together are as many as the columns.
  private func together(_ places: [Int]) -> [[String]] {
    let sized = instruments.compactMap { instrument -> (id: String, count: Int)? in
      guard let count = instrument.itemCount, let own = words[instrument.id],
        places.allSatisfy({ own.hold(columns[$0]) })
      else { return nil }
      return (instrument.id, count)
    }
    return sized.enumerated().flatMap { place, one in
      sized[place...].filter { $0.count + one.count == places.count }.map { [one.id, $0.id] }
    }
  }

  /// `PHQ9_1` and `PHQ9_2` that hold totals: the number is that of the occasion.
  private func totals(
    _ group: ColumnGroup, _ rivals: [GroupJudge.Candidate]
  ) -> [Recognition.Form]? {
    guard let named = group.named, let numbers = group.numbers, group.occasion == nil,
      numbers == Array(1...numbers.count), numbers.count <= 6,
      let instrument = instruments.first(where: { $0.id == named.instrument }),
      let scale = instrument.scales.first(where: { $0.id == instrument.id }),
      rivals.first?.instrument.id == instrument.id, rivals.first?.reading.isForeign == true,
      numbers.count < instrument.itemCount ?? 0
    else { return nil }
    let readings = group.places.map { TotalReading(columns[$0], as: scale) }
    guard readings.allSatisfy({ $0.evidence == [.possibleTotals] }) else { return nil }
    return zip(group.places, zip(numbers, readings)).map { place, found in
      Recognition.Form(
        scale: scale.id, instrument: instrument.id, occasion: String(found.0),
        answers: .total(column: column(place)), coding: found.1.coding,
        evidence: [.named(as: named.name)] + found.1.evidence, doubts: found.1.doubts)
    }
  }

  /// A column that names a score and is no item.
  mutating func placeTotal(_ heading: ReadHeading) {
    guard let name = heading.found.first?.name,
      let instrument = instruments.first(where: { $0.id == name.instrument })
    else {
      placeFamilyTotal(heading)
      return
    }
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
          [Recognition.Rival(scale: id, evidence: [naming, .otherCount(found: 1, items: items)])])
      }
      return
    }
    let reading = TotalReading(found, as: scale)
    let isPlain =
      InstrumentNames.plainWords.contains(word) && !heading.isTotal
      && (heading.occasion == nil || !heading.rest.isEmpty)
    var evidence = [naming] + reading.evidence
    // Of totals a single number is that of the occasion.
    let number =
      heading.isTotal && heading.occasion == nil && heading.numbers.count == 1
      ? heading.numbers.first.map(String.init) : nil
    let hasNumbers = number == nil && !heading.numbers.isEmpty
    let saysMore = !isCode && (!heading.rest.isEmpty || hasNumbers || isPlain)
    if saysMore { evidence.append(.otherWordsInHeading) }
    let isNumeric = found.texts.filter { Double($0.text) != nil }.map(\.cells).reduce(0, +) * 2
    let fits = reading.evidence.contains(.possibleTotals)
    if fits || reading.doubts.contains(.noAnswers), !saysMore {
      result.forms.append(
        Recognition.Form(
          scale: id, instrument: instrument.id, occasion: heading.occasion ?? number,
          answers: .total(column: column(heading.place)), coding: reading.coding,
          evidence: evidence, doubts: reading.doubts))
      free.remove(heading.place)
    } else if isNumeric > found.sample.filled, saysMore ? fits && !isPlain : true {
      possible(heading, [Recognition.Rival(scale: id, evidence: evidence)])
    }
  }

  /// A total of which the heading names only a family, with or without a part: `PHQ total`, `RAS score`, `DASS Depression`.
  private mutating func placeFamilyTotal(_ heading: ReadHeading) {
    guard heading.numbers.isEmpty, let word = heading.rest.first, let family = stems[word],
      heading.rest.count == 2 || heading.isTotal && heading.rest.count == 1
    else { return }
    let found = columns[heading.place]
    let part = heading.rest.dropFirst().first.map { ".\($0)" } ?? ""
    let rivals = instruments.filter { family.contains($0.id) }.compactMap {
      instrument -> Recognition.Rival? in
      guard let scale = instrument.scales.first(where: { $0.id == instrument.id + part }) else {
        return nil
      }
      let reading = TotalReading(found, as: scale)
      guard reading.evidence == [.possibleTotals] else { return nil }
      return Recognition.Rival(scale: scale.id, evidence: [.stem(word)] + reading.evidence)
    }
    guard !rivals.isEmpty else { return }
    // Beside the items of one of them it is the total of these.
    let beside = result.forms.firstIndex { form in
      guard case .items = form.answers, form.checkedTotal == nil else { return false }
      return form.occasion == heading.occasion && rivals.contains { $0.scale == form.scale }
    }
    if let place = beside ?? placeUnnamed(rivals, occasion: heading.occasion) {
      giveTotal(heading.place, toItemsOf: place, rivals)
    } else {
      possible(heading, rivals)
    }
  }

  /// Makes a column the total of items that were recognised: checked against them, or read in their place where no score is made of them.
  private mutating func giveTotal(
    _ place: Int, toItemsOf form: Int, _ rivals: [Recognition.Rival]
  ) {
    free.remove(place)
    let items = result.forms[form]
    guard items.doubts.contains(.onlyTotalIsScored) else {
      result.forms[form].checkedTotal = column(place)
      return
    }
    guard
      let scale = instruments.first(where: { $0.id == items.instrument })?.scales.first(where: {
        $0.id == items.scale
      })
    else { return }
    let reading = TotalReading(columns[place], as: scale)
    let named = rivals.first { $0.scale == items.scale }?.evidence ?? reading.evidence
    result.forms.append(
      Recognition.Form(
        scale: items.scale, instrument: items.instrument, occasion: items.occasion,
        answers: .total(column: column(place)), coding: reading.coding,
        evidence: named + [.besideItems(items.answers.columns.count)], doubts: reading.doubts))
  }

  /// Places columns side by side without a name with the one of some instruments of which they hold the answers, as many as it has items.
  ///
  /// - Returns: the place of the form; nil where none or several fit.
  private mutating func placeUnnamed(
    _ rivals: [Recognition.Rival], occasion: String?
  ) -> Int? {
    let fitting = unnamedRuns.flatMap { run in
      rivals.compactMap { rival -> (instrument: Instrument, run: [Int], reading: AnswerReading)? in
        guard let instrument = instruments.first(where: { $0.id == rival.scale }),
          let items = instrument.items, items.count == run.count
        else { return nil }
        let reading = AnswerReading(
          run.map { columns[$0] }, as: items, in: words[instrument.id] ?? AnswerWords(items))
        let fits = !reading.isForeign && reading.coding.codedFrom == nil
        return fits ? (instrument, run, reading) : nil
      }
    }
    guard let found = fitting.first, fitting.count == 1 else { return nil }
    var doubts = found.reading.doubts + [.orderOfFile]
    if found.instrument.isScoredByTotalOnly { doubts.append(.onlyTotalIsScored) }
    result.forms.append(
      Recognition.Form(
        scale: found.instrument.id, instrument: found.instrument.id, occasion: occasion,
        answers: .items(columns: found.run.map(column)), coding: found.reading.coding,
        evidence: [.asManyColumns(found.run.count)] + found.reading.evidence, doubts: doubts))
    free.subtract(found.run)
    return result.forms.count - 1
  }

  /// Runs of columns, as long as they go, in which nothing was recognised and which hold small whole numbers.
  private var unnamedRuns: [[Int]] {
    var runs: [[Int]] = []
    var run: [Int] = []
    for place in columns.indices {
      let texts = columns[place].texts
      let small = texts.filter { $0.number.map { (0...10).contains($0) } == true }
      let isAnswers =
        free.contains(place)
        && small.map(\.cells).reduce(0, +) * 10 > texts.map(\.cells).reduce(0, +) * 9
      if isAnswers { run.append(place) }
      if !isAnswers || place == columns.indices.last {
        if run.count > 2 { runs.append(run) }
        run = []
      }
    }
    return runs
  }

  /// A column called `Total` and no more is that of the items right before it, or of those before it of which no score is made.
  mutating func placePlainTotal(_ heading: ReadHeading) {
    let words = HeadingWords(columns[heading.place].sample.heading).tokens
    guard !words.isEmpty, words.allSatisfy({ ["total", "score", "sum", "tot"].contains($0) })
    else { return }
    let before = result.forms.indices.filter { form in
      guard case .items(let items) = result.forms[form].answers else { return false }
      return items.allSatisfy { $0.place < heading.place }
    }
    guard
      let nearest = before.max(by: { result.forms[$0].lastPlace < result.forms[$1].lastPlace }),
      result.forms[nearest].doubts.contains(.onlyTotalIsScored)
        || result.forms[nearest].lastPlace == heading.place - 1
          && result.forms[nearest].checkedTotal == nil,
      !result.forms.contains(where: { form in
        guard case .total = form.answers else { return false }
        return form.scale == result.forms[nearest].scale
          && form.occasion == result.forms[nearest].occasion
      }),
      let scale = instruments.first(where: { $0.id == result.forms[nearest].instrument })?.scales
        .first(where: { $0.id == result.forms[nearest].scale }),
      TotalReading(columns[heading.place], as: scale).evidence == [.possibleTotals]
    else { return }
    giveTotal(heading.place, toItemsOf: nearest, [])
  }

  private mutating func possible(_ heading: ReadHeading, _ rivals: [Recognition.Rival]) {
    result.possible.append(
      Recognition.Possible(
        columns: [column(heading.place)], occasion: heading.occasion, rivals: rivals, together: [])
    )
    free.remove(heading.place)
  }

  /// Totals beside their items, everything in the order of the columns.
  func settled() -> Recognition {
    var settled = result
    for (index, form) in settled.forms.enumerated() where form.checkedTotal == nil {
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
  fileprivate var lastPlace: Int { answers.columns.map(\.place).max() ?? 0 }
}
