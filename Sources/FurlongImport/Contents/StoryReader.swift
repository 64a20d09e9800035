import FurlongForms
import FurlongStudy

/// Reads a story with its consent and review; its words only where its teller agreed that they may be quoted.
struct StoryReader: ContentReader {
  let columns: StoryMapping
  /// Whether words are kept that may never be quoted: for those who code them, never for the study file.
  let keepsAllWords: Bool
  private let consent: ConsentReader
  private var same: SameStories

  /// Gives the words in a file of `stories/`.
  private let texts: StoryTexts?

  init(columns: StoryMapping, keepsAllWords: Bool, texts: StoryTexts?) {
    self.texts = texts
    self.columns = columns
    consent = ConsentReader(columns: columns.consent)
    same = SameStories(columns: columns)
    self.keepsAllWords = keepsAllWords
  }

  var holdsBack: Bool { true }

  mutating func read(
    _ cells: RowCells, into row: inout KeptRow, notes: inout ImportNotes
  ) throws(RowRefusal) {
    let id = try id(cells)
    let agreed = isWithdrawn(cells) ? [] : try consent.agreed(cells)
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
    let mayBeQuoted = keepsAllWords || agreed.allowsWords && withdrawn == nil
    row.row.story = StoryRecord(
      id: id, toldOn: told, text: mayBeQuoted ? try words(cells) : "",
      agreed: agreed, consentGivenOn: given, consentUntil: until ?? nil,
      withdrawnOn: withdrawn, reviewedOn: reviewed)
    see(
      cells,
      SameStories.Consent(agreed: agreed, until: until ?? nil, withdrawnOn: withdrawn))
  }

  /// Whether the column of those who changed their minds holds anything but no, or a dash in its place.
  private func isWithdrawn(_ cells: RowCells) -> Bool {
    columns.withdrawn.flatMap(cells.value).map { !KnownWords.isNotTakenBack($0) } ?? false
  }

  mutating func setAside(_ cells: RowCells) { see(cells, nil) }

  mutating func finish(_ rows: inout [KeptRow]) -> [Int: RowRefusal] { same.refusals }

  /// Notes whose story a row holds, with words that may never be quoted too: of these only what they are called.
  private mutating func see(_ cells: RowCells, _ agreed: SameStories.Consent?) {
    same.add(
      SameStories.Row(
        id: try? id(cells), file: columns.namesFiles ? cells.text(columns.text) : nil,
        words: try? words(cells), consent: agreed),
      number: cells.sourceRow)
  }

  /// The story's id, which its words give where the export has none.
  private func id(_ cells: RowCells) throws(RowRefusal) -> String {
    if let column = columns.id {
      guard let id = cells.text(column) else { throw cells.blank(column) }
      return id
    }
    guard let id = StoryName.of(try words(cells)) else { throw cells.blank(columns.text) }
    return id
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
