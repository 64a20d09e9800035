import FurlongScales
import FurlongTables

/// Columns of scores that no scale of the catalogue has: numbers under headings that name an occasion.
struct OwnColumns {
  /// A score's columns, by occasion.
  struct Group {
    var scale: OwnScaleDraft
    var columns: [(occasion: String, heading: String)]
  }

  /// Ranges that ladders and single questions usually have.
  private static let usual = [0...10, 1...10, 0...5, 1...5, 0...4, 1...7, 0...7, 1...6, 0...100]

  /// The groups among columns in which nothing else was recognised.
  static func groups(_ profiles: [ColumnProfile]) -> [Group] {
    var groups: [Group] = []
    for column in profiles where column.isNumbers && !column.isRowNumber {
      guard let heading = HeadingOccasion(column.heading), !heading.rest.isEmpty else { continue }
      let id = heading.rest.map { String($0.filter { $0.isASCII }) }.filter { !$0.isEmpty }
        .joined(separator: "-")
      guard id.first?.isLetter == true else { continue }
      if let place = groups.firstIndex(where: { $0.scale.id == id }) {
        groups[place].columns.append((heading.usual, column.heading))
      } else {
        let name = heading.rest.joined(separator: " ")
        groups.append(
          Group(
            scale: OwnScaleDraft(
              id: id, name: name.prefix(1).uppercased() + name.dropFirst(), scores: 0...0),
            columns: [(heading.usual, column.heading)]))
      }
    }
    return groups.compactMap { group in
      guard Set(group.columns.map(\.occasion)).count == group.columns.count,
        group.columns.count > 1
      else { return nil }
      let cells = profiles.filter { column in
        group.columns.contains { $0.heading == column.heading }
      }
      guard let range = range(cells) else { return nil }
      var group = group
      group.scale.scores = range
      return group
    }
  }

  /// The usual range that holds nearly all cells and both of whose ends are seen, else the smallest that holds them.
  private static func range(_ columns: [ColumnProfile]) -> ClosedRange<Int>? {
    var counts: [Int: Int] = [:]
    for column in columns {
      for (text, cells) in column.sample.texts {
        guard let number = ShortestNumber.number(text) else { continue }
        guard let whole = Int(exactly: number) else { return nil }
        counts[whole, default: 0] += cells
      }
    }
    let all = counts.values.reduce(0, +)
    func fits(_ range: ClosedRange<Int>) -> Bool {
      counts.filter { range.contains($0.key) }.values.reduce(0, +) * 100 >= all * 98
    }
    let holding = usual.filter(fits)
    return holding.first { counts[$0.lowerBound] != nil && counts[$0.upperBound] != nil }
      ?? holding.min { $0.count < $1.count }
  }
}
