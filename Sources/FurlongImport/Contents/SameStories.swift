import FurlongForms
import FurlongStudy

/// Rows of an export that hold one story, by its id, by the file that holds its words, or by its words.
///
/// Nobody can tell whose such a story is, and words that one teller did not give could be quoted through another who agreed: the rows
/// are set aside together, also where one of them is set aside for something else already.
struct SameStories {
  /// What was agreed to of a story.
  struct Consent: Equatable {
    let agreed: AgreedPurposes
    let until: CalendarDay?
    let withdrawnOn: CalendarDay?
  }

  /// What a row says of its story.
  struct Row {
    let id: String?
    /// The file that it names.
    let file: String?
    /// The name that its words give it; nil where they are so few that two people may say the same, or they stand for none.
    let words: String?
    /// What was agreed to; nil where the row is set aside for something else.
    let consent: Consent?

    init(id: String?, file: String?, words: String?, consent: Consent?) {
      self.id = id
      self.file = file
      self.consent = consent
      let isStory = (words ?? "").split(whereSeparator: \.isWhitespace).count > 7
      self.words = isStory ? words.flatMap(StoryName.of) : nil
    }
  }

  let columns: StoryMapping
  private var rows: [Int: Row] = [:]

  init(columns: StoryMapping) { self.columns = columns }

  /// Takes a row in; said again of the same row, the later holds.
  mutating func add(_ row: Row, number: Int) { rows[number] = row }

  /// Why rows are set aside that hold the same story as others, by number; rows that are set aside already are not among them.
  var refusals: [Int: RowRefusal] {
    var refused: [Int: RowRefusal] = [:]
    func refuse(_ same: [Int], _ refusal: RowRefusal) {
      for row in same where rows[row]?.consent != nil && refused[row] == nil {
        refused[row] = refusal
      }
    }
    for same in alike(\.id) { refuse(same, sameID(same.count)) }
    for same in alike({ row in row.file.map(ItemCoding.plain) }) {
      refuse(same, sameFile(same.count))
    }
    for same in alike(\.words) where differ(same) { refuse(same, sameWords(same.count)) }
    return refused
  }

  /// Rows of which something is the same, several each.
  private func alike(_ what: (Row) -> String?) -> [[Int]] {
    var found: [String: [Int]] = [:]
    for (number, row) in rows {
      if let what = what(row) { found[what, default: []].append(number) }
    }
    return found.values.filter { $0.count > 1 }
  }

  /// Whether not all tellers are known to have agreed to the same.
  private func differ(_ same: [Int]) -> Bool {
    let first = same.first.flatMap { rows[$0]?.consent }
    return first == nil || same.contains { rows[$0]?.consent != first }
  }

  private func sameID(_ count: Int) -> RowRefusal {
    RowRefusal(
      .contradiction, columns.id ?? columns.text,
      columns.id == nil
        ? "\(count) rows hold the same story, and the export gives stories no id."
        : "\(count) rows have the same story id.",
      fix: columns.id == nil
        ? "Keep one of them where they were exported from, or name a column that gives each story an id of its own."
        : "Give each story an id of its own where it was exported from.")
  }

  private func sameFile(_ count: Int) -> RowRefusal {
    RowRefusal(
      .contradiction, columns.text,
      "\(count) rows name the same file of stories/: whose words they are, and whose consent holds for them, cannot be told.",
      fix:
        "Name in each row the file of its own teller, where it was exported from; or leave the wrong row out: 'leave out' in `furlong problems --as csv`."
    )
  }

  private func sameWords(_ count: Int) -> RowRefusal {
    RowRefusal(
      .contradiction, columns.text,
      "\(count) rows hold the same words, and it is not known that the same was agreed to in each: who did not agree could be quoted through another.",
      fix:
        "Correct the words or the consent where they were exported from; or leave the wrong row out: 'leave out' in `furlong problems --as csv`."
    )
  }
}
