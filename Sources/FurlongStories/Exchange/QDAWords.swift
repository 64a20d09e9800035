/// How Furlong says, in a file for other tools, what their format has no place for: as sets and notes that a person can read.
enum QDAWords {
  /// The name of the set that says what the codebook is called.
  static let codebook = "Furlong codebook"
  /// The name of a note that says who decided a coding.
  static let decided = "Decided by"
  /// The name of a note on a coding of a whole text.
  static let memo = "Memo"
  private static let read = "Read to the end: "

  /// What the codebook is called, as the description of its set.
  static func written(_ heading: CodebookHeading) -> String {
    FieldLines.written(
      "",
      [("Id", heading.id), ("Name", heading.name), ("Source", heading.source)]
        + (heading.doi.map { [("DOI", $0)] } ?? []))
  }

  /// What the codebook is called; nil where the description lacks it.
  static func heading(_ description: String) -> CodebookHeading? {
    let fields = FieldLines.read(description, labels: ["Id", "Name", "Source", "DOI"]).fields
    let values = Dictionary(fields.map { ($0.label, $0.value) }) { first, _ in first }
    guard let id = values["Id"], let name = values["Name"] else { return nil }
    return CodebookHeading(
      id: id, name: name, source: values["Source"] ?? "", doi: values["DOI"])
  }

  /// The name of the set of what one person read to its end.
  static func set(ofReader name: String) -> String { read + name }

  /// Whose set it is; nil where it is another set.
  static func reader(_ set: String) -> String? {
    let points = set.unicodeScalars
    return points.starts(with: read.unicodeScalars)
      ? String(points.dropFirst(read.unicodeScalars.count)) : nil
  }

  /// When each text of such a set was read, with the notes: a line each.
  static func written(_ readings: [(reading: QDAProject.Reading, source: String)]) -> String {
    readings.map { reading, source in
      [source, reading.at, reading.memo, reading.decidedBy].map(CellEscape.written)
        .joined(separator: "\t")
    }.joined(separator: "\n")
  }

  /// What such a description says.
  ///
  /// - Parameter sources: the GUIDs of the texts by their names.
  static func readings(
    _ description: String, by user: String, sources: [String: QDAGUID]
  ) -> [QDAProject.Reading] {
    StoryText(description).points.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
        var words = String.UnicodeScalarView()
        words.append(contentsOf: cell)
        return CellEscape.plain(String(words))
      }
      guard (2...4).contains(cells.count), let source = sources[cells[0]] else { return nil }
      // Tools that trim descriptions take empty cells from the end.
      let rest = cells[1...] + ["", ""]
      return QDAProject.Reading(
        user: user, source: source, at: rest[1], memo: rest[2], decidedBy: rest[3])
    }
  }
}
