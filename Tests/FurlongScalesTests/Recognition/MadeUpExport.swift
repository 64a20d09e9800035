import FurlongScales

/// An export that nobody made: planted forms between columns that hold no form.
///
/// Shares no code with recognition: answers and headings are written out here.
struct MadeUpExport {
  static let rows = 40

  private(set) var columns: [(heading: String, cells: [String])] = []

  /// Columns that hold no form, as exports have them.
  mutating func addDecoys() {
    add("NHS Number") { "99900\(10_000 + $0 * 37)" }
    add("Student ID") { "\($0 + 1)" }
    add("Start time") { "2026-01-\(10 + $0 % 18) 10:0\($0 % 10)" }
    add("Age") { "\(18 + $0 * 7 % 60)" }
    add("Postcode area") { "ZZ\($0 % 10) \($0 % 9)AA" }
    add("Sessions attended") { "\($0 % 13)" }
    add("gadget7") { "\($0 % 4)" }
    add("Choice") { "\($0 % 3 + 1)" }
    add("PHQ-9 completed by") { ["nurse", "self", "peer"][$0 % 3] }
    add("Date of GAD-7") { "0\($0 % 9 + 1)/02/2026" }
    add("Who told you about us?") { ["a friend", "my GP", "a poster"][$0 % 3] }
    add("Which wsas helped?") { "Made-up remark number \($0)" }
  }

  /// A column of which each cell is made from the row's number.
  mutating func add(_ heading: String, _ cell: (Int) -> String) {
    columns.append((heading, (0..<Self.rows).map(cell)))
  }

  /// The items of an instrument: a heading for each, and what is written for an answer.
  mutating func plant(
    _ items: Instrument.ItemSet, heading: (Int) -> String, writes: (Int) -> String
  ) -> [Int] {
    let first = columns.count
    for item in 1...items.count {
      let range = items.otherAnswers[item] ?? items.answers
      add(heading(item)) { row in
        writes(range.lowerBound + (row * 7 + item * 3 + row / 5) % range.count)
      }
    }
    return Array(first..<columns.count)
  }

  /// The columns as recognition takes them, rows in order or turned round.
  func samples(reversed: Bool = false) -> [ColumnSample] {
    columns.map { column in
      var sample = ColumnSample(heading: column.heading)
      for cell in reversed ? column.cells.reversed() : column.cells { sample.add(cell) }
      return sample
    }
  }
}
