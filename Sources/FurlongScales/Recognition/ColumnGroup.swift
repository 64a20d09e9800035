/// Columns that belong together as the items of one form.
struct ColumnGroup {
  /// Their places in the table, in the order of the items.
  var places: [Int]
  /// The items' numbers as the headings say; nil where they do not.
  var numbers: [Int]?
  /// When the form was filled in.
  var occasion: String?
  /// The name in the headings and the instrument that it names.
  var named: (name: String, instrument: String)?
  /// The beginning of names in the headings, and the instruments whose names begin so.
  var stem: (word: String, instruments: [String])?
  /// The instrument whose questions the headings ask.
  var asks: String?

  /// Whether no heading names an instrument or asks its questions.
  var isUnnamed: Bool { named == nil && stem == nil && asks == nil }
}

/// Finds columns that belong together by their headings.
struct GroupsByHeading {
  let headings: [ReadHeading]
  let names: InstrumentNames
  /// How many items an instrument has; nil where it has none.
  let count: (String) -> Int?
  /// Whether a score is made of one item.
  let isSingleItem: (String) -> Bool

  /// The groups of columns named alike and numbered, with those that are named by a stem.
  func groups() -> [ColumnGroup] {
    let stems = byStem()
    let claimed = Set(stems.flatMap(\.places))
    return byName(headings.filter { !claimed.contains($0.place) }) + stems
  }

  private struct Key: Hashable {
    var what: String
    var occasion: String
  }

  /// `phq1` to `phq9`; of what is called PHQ9 itself too, where only that item would be missing.
  private func byStem() -> [ColumnGroup] {
    var columns: [Key: [(number: Int, place: Int)]] = [:]
    for heading in headings where !heading.isTotal {
      guard let stem = heading.stem else { continue }
      // `phq9_1` has a name and a number of its own.
      let isWhole = heading.found.first.map { $0.name.tokens.contains { Int($0) != nil } } ?? false
      if isWhole, !heading.numbers.isEmpty { continue }
      columns[Key(what: stem.word, occasion: heading.occasion ?? ""), default: []]
        .append((stem.number, heading.place))
    }
    return columns.sorted { ($0.key.what, $0.key.occasion) < ($1.key.what, $1.key.occasion) }
      .compactMap { key, found in
        var kept: [(number: Int, place: Int)] = []
        for entry in found.sorted(by: { ($0.number, $0.place) < ($1.number, $1.place) })
        where !kept.contains(where: { $0.number == entry.number }) {
          // A number far beyond the run is that of a name.
          if let last = kept.last, entry.number > last.number + 3 { continue }
          kept.append(entry)
        }
        guard kept.count >= 3, kept[0].number <= 2 else { return nil }
        return ColumnGroup(
          places: kept.map(\.place), numbers: kept.map(\.number),
          occasion: key.occasion.isEmpty ? nil : key.occasion,
          stem: (key.what, names.stems[key.what] ?? []))
      }
  }

  private func isItem(_ heading: ReadHeading) -> Bool {
    heading.scale == nil || heading.scale.map(isSingleItem) == true
  }

  private func byName(_ headings: [ReadHeading]) -> [ColumnGroup] {
    var columns: [Key: [ReadHeading]] = [:]
    for heading in headings where !heading.isTotal && isItem(heading) {
      guard let instrument = heading.instrument else { continue }
      columns[Key(what: instrument, occasion: heading.occasion ?? ""), default: []].append(heading)
    }
    return columns.sorted { ($0.key.what, $0.key.occasion) < ($1.key.what, $1.key.occasion) }
      .flatMap { key, found in
        let numbered = found.filter { !$0.numbers.isEmpty && $0.scale == nil }
        // `eq5d_vas` beside `eq5d_pain` is an item; where all are called by scores of their own, they are scores.
        var plain = found.filter { $0.numbers.isEmpty }
        if plain.allSatisfy({ $0.scale != nil }) || plain.count != count(key.what) {
          plain.removeAll { $0.scale != nil }
        }
        var groups = self.numbered(numbered, key)
        if plain.count > 2 {
          groups.append(group(plain.map { ($0.place, nil) }, key, key.occasion))
        }
        return groups
      }
  }

  /// Numbered columns of one name; where numbers repeat, what else the headings say parts them.
  private func numbered(_ found: [ReadHeading], _ key: Key) -> [ColumnGroup] {
    guard found.count > 1 else { return [] }
    let items = count(key.what)
    let readings = [false, true].map { useLast in
      var parts: [String: [(place: Int, number: Int)]] = [:]
      let firsts = found.map { useLast ? $0.numbers[$0.numbers.count - 1] : $0.numbers[0] }
      let repeats = Set(firsts).count < firsts.count
      for (heading, number) in zip(found, firsts) {
        let others = useLast ? heading.numbers.dropLast() : heading.numbers.dropFirst()
        let part =
          repeats ? (heading.rest.prefix(2) + others.map(String.init)).joined(separator: "-") : ""
        parts[part, default: []].append((heading.place, number))
      }
      return parts
    }
    func whole(_ parts: [String: [(place: Int, number: Int)]]) -> Int {
      parts.values.count { Set($0.map(\.number)) == Set(1...max(items ?? 0, 1)) }
    }
    let best = whole(readings[1]) > whole(readings[0]) ? readings[1] : readings[0]
    return best.sorted { $0.key < $1.key }.map { part, columns in
      let label = [key.occasion, part].filter { !$0.isEmpty }.joined(separator: "-")
      return group(
        columns.sorted { ($0.number, $0.place) < ($1.number, $1.place) }.map {
          ($0.place, $0.number)
        }, key, label)
    }
  }

  private func group(_ columns: [(Int, Int?)], _ key: Key, _ occasion: String) -> ColumnGroup {
    let heading = headings.first { $0.place == columns[0].0 }
    let name = heading?.found.first?.name.text ?? key.what
    let numbers = columns.compactMap(\.1)
    return ColumnGroup(
      places: columns.map(\.0), numbers: numbers.isEmpty ? nil : numbers,
      occasion: occasion.isEmpty ? nil : occasion, named: (name, key.what),
      stem: heading?.found.first.flatMap { found in
        found.name.tokens.first.flatMap { word in names.stems[word].map { (word, $0) } }
      })
  }
}
