import FurlongForms
import FurlongStudy

/// Reads a story with its consent and review; its words only where its teller agreed that they may be quoted.
struct StoryReader: ContentReader {
  let columns: StoryMapping
  /// Whether words are kept that may never be quoted: for those who code them, never for the study file.
  let keepsAllWords: Bool
  private var rowsOfStory: [String: [Int]] = [:]

  /// Gives the words in a file of `stories/`.
  private let texts: StoryTexts?

  init(columns: StoryMapping, keepsAllWords: Bool, texts: StoryTexts?) {
    self.texts = texts
    self.columns = columns
    self.keepsAllWords = keepsAllWords
  }

  var holdsBack: Bool { true }

  mutating func read(
    _ cells: RowCells, into row: inout KeptRow, notes: inout ImportNotes
  ) throws(RowRefusal) {
    guard let id = cells.text(columns.id) else { throw cells.blank(columns.id) }
    let level = try consentLevel(cells)
    let told = try past(columns.date, cells, &notes)
    let given = try past(columns.consentGivenOn, cells, &notes)
    let until = try columns.consentUntil.map { column throws(RowRefusal) in
      try cells.day(cells.rules.column(column))
    }
    let withdrawn = try past(columns.withdrawnOn, cells, &notes)
    var reviewed = try past(columns.reviewedOn, cells, &notes)
    let reviewer = columns.reviewedBy.flatMap(cells.value)
    if (reviewer == nil) != (reviewed == nil) {
      notes.halfReviewed += 1
      reviewed = nil
    }
    // Themes need no words, so words that may never be quoted go no further.
    let mayBeQuoted = keepsAllWords || level >= StoryRecord.ownWords && withdrawn == nil
    row.row.story = StoryRecord(
      id: id, toldOn: told, text: mayBeQuoted ? try words(cells) : "",
      consentLevel: level,
      consentGivenOn: given, consentUntil: until ?? nil, withdrawnOn: withdrawn,
      reviewedOn: reviewed)
    row.storyFile = columns.namesFiles ? cells.text(columns.text) : nil
    rowsOfStory[id, default: []].append(cells.sourceRow)
  }

  mutating func finish(_ rows: inout [KeptRow]) -> [Int: RowRefusal] {
    var refused: [Int: RowRefusal] = [:]
    for same in rowsOfStory.values where same.count > 1 {
      for row in same {
        refused[row] = RowRefusal(
          .contradiction, columns.id, "\(same.count) rows have the same story id.",
          fix: "Give each story an id of its own where it was exported from.")
      }
    }
    return refused
  }

  /// The story's words: of its cell, or of the file that the cell names; none where it is blank.
  private func words(_ cells: RowCells) throws(RowRefusal) -> String {
    guard let cell = cells.text(columns.text) else { return "" }
    guard columns.namesFiles else { return cell }
    switch texts?(cell) {
    case .success(let words)?: return words
    case .failure(let fault)?:
      throw RowRefusal(.storyFile, columns.text, fault.what, fix: fault.fix)
    case nil: return ""
    }
  }

  private func past(
    _ column: String?, _ cells: RowCells, _ notes: inout ImportNotes
  ) throws(RowRefusal) -> CalendarDay? {
    guard let column else { return nil }
    return try cells.pastDay(cells.rules.column(column), &notes)
  }

  /// The consent level; blank means that nothing was agreed to.
  private func consentLevel(_ cells: RowCells) throws(RowRefusal) -> Int {
    let column = cells.rules.column(columns.consentLevel)
    if !columns.consentWords.isEmpty {
      return try cells.word(column, CellWords(columns.consentWords)) ?? 0
    }
    let level = try cells.whole(column) ?? 0
    if (0...6).contains(level) { return level }
    throw RowRefusal(
      .scoreRange, columns.consentLevel,
      "\(cells.subject(cells.value(columns.consentLevel) ?? "", columns.consentLevel, .number)) is not "
        + "a consent level; allowed are 0 to 6.", fix: "Correct it where it was exported from.")
  }
}

/// Reads a code that a coder gave to a story.
struct CodingReader: ContentReader {
  let columns: CodingColumns
  let codes: [String]?

  mutating func read(
    _ cells: RowCells, into row: inout KeptRow, notes: inout ImportNotes
  ) throws(RowRefusal) {
    guard let story = cells.text(columns.story) else { throw cells.blank(columns.story) }
    guard let coder = cells.text(columns.coder) else { throw cells.blank(columns.coder) }
    guard let code = cells.text(columns.code) else { throw cells.blank(columns.code) }
    if code == columns.nothingFound {
      row.row.coding = CodingRecord(story: story, coder: coder, code: nil)
      return
    }
    if let codes, !codes.contains(code) {
      let nearest = NearestWord(among: codes).to(code).map { "Did you mean '\($0)'? " } ?? ""
      throw RowRefusal(
        .unknownWord, columns.code,
        "\(cells.subject(code, columns.code, .words(codes))) is not a code of the codebook.",
        fix: nearest + "The codes are \(codes.joined(separator: ", ")).")
    }
    row.row.coding = CodingRecord(story: story, coder: coder, code: code)
  }
}
