import FurlongScales
import FurlongStudy
import FurlongTables

/// A column that says at which occasion a form was filled in, by words or by counting.
struct OccasionColumn {
  let column: ColumnProfile
  /// What stands in it, in the order of time as far as that is known, and the plan's id for each.
  let values: [(word: String, id: String?)]
  /// How many texts are left out, as they are few people's or look like a name, and say more than an occasion.
  let hidden: Int
  /// Words of which each seems to be the same occasion as another, so that a person must say which they are.
  let alike: [(id: String, words: [String])]
  /// The numbered occasions in it.
  let waves: Waves

  /// The occasions of the plan that it names.
  var ids: Set<String> { Set(values.compactMap(\.id)) }

  /// The column of a sheet; nil where none says so.
  init?(_ sheet: ExportSheet) {
    if let column = sheet.first(.occasion) {
      self.init(column, of: sheet)
    } else if let column = sheet.profiles.first(where: { Self.counts($0, sheet) }) {
      self.init(column, of: sheet)
    } else {
      return nil
    }
  }

  private init(_ column: ColumnProfile, of sheet: ExportSheet) {
    self.column = column
    let meanings = sheet.meanings(of: column)
    let shown = ShownWords(sheet)
    let isAsked = Self.asks(column)
    let all = column.byFrequency.map { word in
      (word: word, found: OccasionPhrase(meanings[word] ?? word, isAsked: isAsked))
    }
    let read = all.filter { word, found in
      shown.mayShow(word, of: column, isKnown: found?.isWhole ?? false)
    }
    let numbers = column.sample.texts.keys.compactMap { Int($0) }
    if numbers.count == column.sample.texts.count, all.contains(where: { $0.found == nil }) {
      // Counted: the first is the start, the others are named by what is counted.
      hidden = 0
      alike = []
      waves = Waves([])
      let unit = HeadingText(column.heading).words.joined(separator: "-")
      values = numbers.sorted().map { number in
        (String(number), number == numbers.min() ? "start" : "\(unit)-\(number)")
      }
      return
    }
    hidden = all.count - read.count
    // The second of more than two is not the end.
    let hasMore = read.contains { $0.found.map { !["start", "end"].contains($0.id) } ?? false }
    let waves = Waves(read.compactMap { $0.found?.label })
    self.waves = waves
    let named = read.map { word, found in
      (
        word, found,
        id: found.map {
          if waves.knows($0.label) { return waves.id($0.label) }
          return hasMore && $0.id == "end" && $0.label.last?.isNumber == true ? $0.label : $0.id
        }
      )
    }
    // Two words for one occasion may be two occasions: only what differs in no more than filling words is one.
    var cores: [String: Set<Set<String>>] = [:]
    for (_, found, id) in named {
      if let id, let found { cores[id, default: []].insert(found.core) }
    }
    let doubtful = Set(cores.filter { $0.value.count > 1 }.keys)
    values = named.map { word, _, id in (word, id.flatMap { doubtful.contains($0) ? nil : $0 }) }
    alike = doubtful.sorted().map { id in (id, named.filter { $0.id == id }.map(\.0)) }
  }

  /// Whether a column's words are occasions: all of them, or some of a column that asks when, or most with a start among them.
  static func isOne(_ column: ColumnProfile) -> Bool {
    guard column.isWords, column.different < 9, !column.words.says("type", "status") else {
      return false
    }
    let texts = column.sample.texts.keys
    if texts.allSatisfy({ HeadingOccasion($0) != nil }) { return true }
    let isAsked = asks(column)
    let found = texts.compactMap { OccasionPhrase($0, isAsked: isAsked)?.id }
    return found.contains("start") && texts.count > 1
      && (isAsked || found.count * 3 >= texts.count * 2)
      || isAsked && Set(found).count > 1
  }

  /// Whether a heading asks when a form was filled in.
  static func asks(_ column: ColumnProfile) -> Bool {
    column.words.says(
      "when", "occasion", "time point", "timepoint", "what point", "which point", "stage")
  }

  /// Whether a column counts occasions: 1, 2, 3 under `time`, each person having each at most once.
  private static func counts(_ column: ColumnProfile, _ sheet: ExportSheet) -> Bool {
    let texts = column.sample.texts
    guard column.isWords, (2...12).contains(texts.count),
      texts.keys.allSatisfy({ Int($0).map { (0..<200).contains($0) } ?? false }),
      HeadingText(column.heading).isOnly(
        "time", "timepoint", "time point", "wave", "visit", "occasion", "assessment", "month",
        "months", "week", "weeks", "phase", "round", "measurement"),
      let person = sheet.identifiers.first?.column,
      let place = sheet.table.column(column.heading),
      let whose = sheet.table.column(person.heading)
    else { return false }
    var seen: Set<[String]> = []
    let isOnce = (0..<sheet.table.rowCount).allSatisfy { row in
      seen.insert([
        sheet.table.text(row: row, column: whose), sheet.table.text(row: row, column: place),
      ]).inserted
    }
    return isOnce && person.different < person.filled
  }
}
