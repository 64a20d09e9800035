import FurlongForms
import FurlongScales
import FurlongStudy

/// What is needed of an instrument, or of one of its scores, to read its forms.
struct ScaleSheet {
  /// Its short name.
  let name: String
  /// The answers that each item allows.
  let answers: [ClosedRange<Int>]
  /// The items, by place, whose answers are turned round before adding.
  let reversed: Set<Int>
  /// The usual words of the answers, in small letters.
  let words: [String: Int]
  /// Codes that systems write where nothing was answered.
  let missing: [Int]
  /// The scores that are made of the items, each with the places of its own.
  let parts: [(scale: Scale, places: [Int])]
  /// The score that a total is of; nil where the instrument has several and no total.
  let total: Scale?

  /// The sheet of an instrument's form, or of one score's items.
  init(_ id: String, in catalogue: ScaleCatalogue) throws(ScaleError) {
    total = try? catalogue.scale(id)
    // One score is answered in the words of its instrument.
    let owner = catalogue.instruments.first { $0.id == id || $0.scales.contains { $0.id == id } }
    let form = owner?.items
    words = Dictionary(
      (form?.words ?? []).enumerated().map { place, word in
        (ItemCoding.plain(word), (form?.answers.lowerBound ?? 0) + place)
      }, uniquingKeysWith: { first, _ in first })
    missing = form?.missing ?? []
    if let owner, owner.id == id {
      name = owner.name
      answers = form.map { form in (1...form.count).map(form.answers) } ?? []
      reversed = Set((form?.reversed ?? []).map { $0 - 1 })
      parts = owner.scales.filter { !$0.items.isEmpty }.map { ($0, $0.items.map { $0 - 1 }) }
    } else {
      let scale = try catalogue.scale(id)
      name = scale.name
      answers = scale.itemAnswers
      reversed = Set(scale.reversedItems.map { $0 - 1 })
      parts = scale.items.isEmpty ? [] : [(scale, Array(scale.items.indices))]
    }
  }
}

/// The items of a form as an export has them: their columns, how it writes answers, and what cells turned out to say.
struct ItemCells {
  let columns: [CellColumn]
  let coding: ItemCoding
  let written = CellMemo<Int?>()

  init(_ columns: [String], _ coding: ItemCoding, _ rules: CellRules) {
    self.columns = columns.map(rules.column)
    self.coding = coding
  }
}

extension ScaleSheet {
  /// What an item's cell says, in the export's own coding; nil where blank.
  func written(
    _ place: Int, of items: ItemCells, _ cells: RowCells
  ) throws(RowRefusal) -> Int? {
    let column = items.columns[place]
    let cell = cells.bytes(column)
    if cell.isEmpty { return nil }
    return try items.written.value(of: cell) { () throws(RowRefusal) -> Int? in
      try written(column, items.coding, cells)
    }
  }

  private func written(
    _ column: CellColumn, _ coding: ItemCoding, _ cells: RowCells
  ) throws(RowRefusal) -> Int? {
    if let value = cells.value(column) {
      let plain = ItemCoding.plain(value)
      if let answer = coding.words[plain] { return answer }
      // A word of the scale's own is the scale's answer, whatever the coding of numbers.
      if let answer = words[plain] {
        return answer + (coding.from.map { $0 - (answers.first?.lowerBound ?? 0) } ?? 0)
      }
      if let word = MissingWord.known(value) { throw MissingWord.refusal(column.name, word) }
      if value.contains(where: \.isLetter), !words.isEmpty || !coding.words.isEmpty {
        throw refusal(of: value, column.name, coding, cells)
      }
    }
    return try cells.whole(column)
  }

  /// Why a word that is no answer is refused, with the nearest that is one.
  private func refusal(
    of value: String, _ column: String, _ coding: ItemCoding, _ cells: RowCells
  ) -> RowRefusal {
    let known = Set(words.keys).union(coding.words.keys).sorted()
    let nearest = NearestWord(among: known).to(ItemCoding.plain(value))
      .map { "Did you mean '\($0)'? " }
    return RowRefusal(
      .unknownWord, column,
      "\(cells.subject(value, column, .words(known))) is not an answer of \(name).",
      fix: (nearest ?? "") + "Correct it where it was exported from, or say under 'answers' in the "
        + "mapping which answer it is; a word for no answer goes under 'missing'.")
  }

  /// The scale's answer for what the export wrote; nil where that is a code for "not answered".
  func answer(_ written: Int, at place: Int, _ coding: ItemCoding) -> Int? {
    let allowed = answers[place]
    // A cell may hold any whole number; one that cannot be shifted is no answer as it is.
    let (answer, isBeyond) = written.addingReportingOverflow(
      coding.from.map { allowed.lowerBound - $0 } ?? 0)
    if isBeyond { return written }
    if !allowed.contains(answer), missing.contains(written) { return nil }
    guard coding.isTurned, reversed.contains(place), allowed.contains(answer) else { return answer }
    return allowed.lowerBound + allowed.upperBound - answer
  }
}
