import FurlongScales
import FurlongTables

/// Two columns of a long export: one says which item or measure a row is of, the other holds the answer or the score.
struct LongPair {
  var which: ColumnProfile
  var holds: ColumnProfile
  /// What was recognised with each text of the first column as a heading of its own.
  var recognition: Recognition
  var isItems: Bool
  /// Headings of other columns that could as well hold the answers or scores, where none of them says that it does.
  var rivals: [String] = []

  /// Rows of the pair that are looked at.
  private static let mostRows = 20_000

  /// The pair that reads best as a long export; nil where none does.
  static func find(
    _ profiles: [ColumnProfile], roles: [ColumnRole], _ table: SourceTable,
    _ recogniser: InstrumentRecogniser
  ) -> LongPair? {
    var best: (pair: LongPair, score: Int)?
    let places = profiles.indices.filter { roles[$0] == .other }
    // What counts visits or rows holds no scores, whatever numbers these are.
    let holding = places.filter { !counts(profiles[$0]) }
    for which in places where profiles[which].sample.texts.count <= 60 {
      let column = profiles[which]
      guard column.sample.beyond == 0, column.sample.texts.count * 3 <= column.filled,
        !column.isNumbers || column.share({ $0.count > 5 }) > 0.9
      else { continue }
      for holds in holding where holds != which {
        let samples = samples(which, holds, table)
        var found = recogniser.recognise(samples)
        // By answers alone any words of a column might be questions: here the texts must name the scale.
        found.forms.removeAll { form in !form.evidence.contains { $0.isName } }
        found.possible = []
        let items = found.forms.filter {
          if case .items = $0.answers { true } else { false }
        }
        let totals = found.forms.filter { form in
          guard case .total = form.answers else { return false }
          return !form.evidence.contains { $0.isForeign }
        }
        let named = Set((items.isEmpty ? totals : items).flatMap(\.answers.columns)).count
        guard named * 2 >= samples.count, named > 0 else { continue }
        let score = 2 * named * (items.isEmpty ? 1 : 3) + (says(profiles[holds]) ? 1 : 0)
        if score > best?.score ?? 0 {
          best = (
            LongPair(
              which: column, holds: profiles[holds], recognition: found, isItems: !items.isEmpty),
            score
          )
        } else if score == best?.score, best?.pair.which.heading == column.heading {
          best?.pair.rivals.append(profiles[holds].heading)
        }
      }
    }
    return best?.pair
  }

  /// Whether a heading says that its column holds answers or scores.
  private static func says(_ column: ColumnProfile) -> Bool {
    column.words.says("value", "score", "result", "answer", "response", "total", "raw", "outcome")
  }

  /// Whether a heading says that its column counts visits, rows or people.
  private static func counts(_ column: ColumnProfile) -> Bool {
    !says(column)
      && column.words.says(
        "seq", "sequence", "no", "nr", "number", "episode", "visit", "session", "contact", "id",
        "row", "order", "age", "week", "month", "year", "wave", "time", "version")
  }

  /// A column for each text of one column, of the cells of the other.
  private static func samples(_ which: Int, _ holds: Int, _ table: SourceTable) -> [ColumnSample] {
    var columns: [String: ColumnSample] = [:]
    var order: [String] = []
    for row in 0..<min(table.rowCount, mostRows) {
      let name = table.text(row: row, column: which)
      if name.isEmpty { continue }
      if columns[name] == nil { order.append(name) }
      columns[name, default: ColumnSample(heading: name)].add(
        table.text(row: row, column: holds))
    }
    return order.compactMap { columns[$0] }
  }
}

extension RecognitionEvidence {
  /// Whether it says that a text names the scale.
  fileprivate var isName: Bool {
    switch self {
    case .named, .stem, .partOfName, .snomed: true
    default: false
    }
  }

  /// Whether it says that cells hold what cannot be.
  fileprivate var isForeign: Bool {
    switch self {
    case .outside, .freeText, .otherWords: true
    default: false
    }
  }
}
