import FurlongScales
import FurlongTables

/// Columns of scores that no scale of the catalogue has: numbers under headings that name an occasion, or numbers that change from one
/// form of a person to the next.
struct OwnColumns {
  /// A score's columns, by occasion.
  struct Group {
    var scale: OwnScaleDraft
    /// Without occasion where a column of the export says when.
    var columns: [(occasion: String?, heading: String)]
    /// Words that stand for 0 among counts.
    var zeros: [String] = []
  }

  /// Ranges that ladders and single questions usually have.
  private static let usual = [0...10, 1...10, 0...5, 1...5, 0...4, 1...7, 0...7, 1...6, 0...100]

  /// The groups among columns in which nothing else was recognised.
  ///
  /// - Parameter waves: the numbered occasions of the export.
  static func groups(_ profiles: [ColumnProfile], _ waves: Waves) -> [Group] {
    var groups: [Group] = []
    for column in profiles where column.isCounts && !column.isRowNumber {
      guard let heading = HeadingOccasion(column.heading), !heading.rest.isEmpty else { continue }
      let id = heading.rest.map { String($0.filter { $0.isASCII }) }.filter { !$0.isEmpty }
        .joined(separator: "-")
      guard id.first?.isLetter == true else { continue }
      if let place = groups.firstIndex(where: { $0.scale.id == id }) {
        groups[place].columns.append((waves.id(heading.label), column.heading))
      } else {
        let name = heading.written
        groups.append(
          Group(
            scale: OwnScaleDraft(
              id: id, name: name.prefix(1).uppercased() + name.dropFirst(), scores: 0...0,
              step: 1, better: better(name)),
            columns: [(waves.id(heading.label), column.heading)]))
      }
    }
    return groups.compactMap { group in
      guard Set(group.columns.map(\.occasion)).count == group.columns.count,
        group.columns.count > 1
      else { return nil }
      let cells = profiles.filter { column in
        group.columns.contains { $0.heading == column.heading }
      }
      return range(cells).map { range in
        var group = group
        group.zeros = zeros(cells)
        group.scale.scores =
          group.zeros.isEmpty ? range : min(0, range.lowerBound)...range.upperBound
        return group
      }
    }
  }

  /// Scores of which each form has one, in a row of its own: what stays the same for every person is no score.
  ///
  /// - Parameter catalogue: what it has is no scale of the college's own.
  static func changing(
    _ sheet: ExportSheet, notIn taken: Set<String>, _ catalogue: ScaleCatalogue
  ) -> [Group] {
    guard let person = sheet.identifiers.first?.column,
      let whose = sheet.table.column(person.heading)
    else { return [] }
    let items = numbered(sheet)
    return sheet.profiles.indices.compactMap { place in
      let column = sheet.profiles[place]
      let words = HeadingText(column.heading).words.map { String($0.filter(\.isASCII)) }.filter {
        !$0.isEmpty
      }
      let id = words.joined(separator: "-")
      guard sheet.roles[place] == .other, !taken.contains(column.heading), column.isCounts,
        column.heading != person.heading, id.first?.isLetter == true,
        (try? catalogue.instrument(id)) == nil, !column.words.says("age", "year"),
        !sheet.countsRows(place), !items.contains(column.heading)
      else { return nil }
      var first: [String: String] = [:]
      var changed: Set<String> = []
      for row in 0..<sheet.table.rowCount where !sheet.table.isBlank(row: row, column: place) {
        let (name, text) = (
          sheet.table.text(row: row, column: whose), sheet.table.text(row: row, column: place)
        )
        if let before = first[name] {
          if before != text { changed.insert(name) }
        } else {
          first[name] = text
        }
      }
      guard changed.count * 5 > first.count, let range = range([column]) else { return nil }
      let scale = OwnScaleDraft(
        id: id, name: column.question.isEmpty ? column.heading : column.question, scores: range,
        step: step(column), better: better(column.heading))
      return Group(scale: scale, columns: [(nil, column.heading)], zeros: zeros([column]))
    }
  }

  /// Words that mean 0 in columns of which everything else that is an answer is a whole number of a count.
  private static func zeros(_ columns: [ColumnProfile]) -> [String] {
    let texts = Set(columns.flatMap(\.sample.texts.keys))
    let words = texts.filter(MissingWord.mayBeZero)
    let areCounts = texts.allSatisfy { text in
      guard let number = ShortestNumber.number(text) else { return true }
      return number >= 0 && number == number.rounded()
    }
    return areCounts ? words.sorted() : []
  }

  /// Which way is better, where the words say what is good; a number of visits or a word of the college's own says nothing.
  private static func better(_ heading: String) -> String? {
    let words = HeadingText(heading)
    if words.says(
      "times", "visits", "visit", "appointments", "contacts", "calls", "nights", "days",
      "admissions",
      "attendances", "how many", "number")
    {
      return nil
    }
    let good = words.says(
      "wellbeing", "well being", "confidence", "confident", "hope", "hopeful", "recovery",
      "satisfaction", "happiness", "quality of life", "connection", "connected", "connectedness",
      "belonging", "coping", "self esteem", "ladder")
    let bad = words.says(
      "distress", "anxiety", "depression", "pain", "loneliness", "symptoms", "stress", "worry")
    return good == bad ? nil : good ? "higher" : "lower"
  }

  /// Headings that number the items of one form, such as `Q1` to `Q15`: each is no score of its own.
  private static func numbered(_ sheet: ExportSheet) -> Set<String> {
    var headings: [[String]: [String]] = [:]
    for column in sheet.profiles {
      let words = HeadingText(column.heading).words
      guard let last = words.last, Int(last) != nil else { continue }
      headings[words.dropLast(), default: []].append(column.heading)
    }
    return Set(headings.values.filter { $0.count > 3 }.joined())
  }

  /// What SPSS or a second row of headings calls a score, without its being a total; else its heading.
  private static func name(_ column: ColumnProfile) -> String {
    let said = column.question.isEmpty ? column.heading : column.question
    let ends = [" total", " total score", " raw sum", " sum", " score"]
    guard let end = ends.first(where: said.lowercased().hasSuffix) else { return said }
    let name = said.dropLast(end.count)
    return String(name.hasSuffix(",") ? name.dropLast() : name)
  }

  /// The smallest difference that the cells show, of those that scales have.
  private static func step(_ column: ColumnProfile) -> Double {
    let numbers = column.sample.texts.keys.compactMap(ShortestNumber.number)
    return [1, 0.5, 0.25, 0.1].first { step in
      numbers.allSatisfy { abs(($0 / step).rounded() - $0 / step) < 1e-9 }
    } ?? 0.01
  }

  /// Instruments of the catalogue whose ids are this one and a number: `bdi` may be `bdi2`.
  static func likely(_ id: String, _ catalogue: ScaleCatalogue) -> [String] {
    catalogue.instruments.map(\.id).filter {
      $0.hasPrefix(id) && !$0.dropFirst(id.count).isEmpty
        && $0.dropFirst(id.count).allSatisfy(\.isNumber)
    }
  }

  /// The usual range that holds nearly all cells and both of whose ends are seen, else a short one that holds them,
  /// else what was seen.
  private static func range(_ columns: [ColumnProfile]) -> ClosedRange<Int>? {
    var counts: [Double: Int] = [:]
    for column in columns {
      for (text, cells) in column.sample.texts {
        let numbers =
          ShortestNumber.number(text).map { [$0] } ?? RoughNumber(text)?.numbers.map(Double.init)
        for number in numbers ?? [] { counts[number, default: 0] += cells }
      }
    }
    let all = counts.values.reduce(0, +)
    func fits(_ range: ClosedRange<Int>) -> Bool {
      counts.filter { Double(range.lowerBound)...Double(range.upperBound) ~= $0.key }
        .values.reduce(0, +) * 100 >= all * 98
    }
    guard let least = counts.keys.min(), let most = counts.keys.max(), abs(most) < 1e6,
      abs(least) < 1e6
    else { return nil }
    let holding = usual.filter(fits)
    return holding.first {
      counts[Double($0.lowerBound)] != nil && counts[Double($0.upperBound)] != nil
    } ?? holding.filter { $0.count <= 11 }.min { $0.count < $1.count }
      ?? Int(least.rounded(.down))...Int(most.rounded(.up))
  }
}
