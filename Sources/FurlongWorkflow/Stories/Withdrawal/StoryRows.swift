import FurlongImport
import FurlongTables

/// The rows of an export that hold the words of stories, or name the file that does: as they stand in it, those too that an
/// import sets aside.
struct StoryRows {
  /// A row that holds words.
  struct Row {
    /// The story's id.
    var story: String
    /// The row, as a spreadsheet counts.
    var row: Int
    /// The file in stories/ that holds the words; nil where the row does.
    var file: String?
  }

  let folder: StudyFolder

  /// The rows of some stories in an export; none where it holds no stories or is not there.
  ///
  /// - Throws: where the export is no table.
  func rows(of stories: Set<String>, in export: ExportList.Export) throws -> [Row] {
    guard let source = export.source, case .stories(let columns) = source.map.content else {
      return []
    }
    var found: [Row] = []
    try source.walk(name: export.file).each { piece in
      guard let words = piece.column(columns.text) else { return }
      let id = columns.id.flatMap(piece.column)
      if id == nil, columns.id != nil { return }
      for row in 0..<piece.rowCount where !piece.isBlank(row: row, column: words) {
        let cell = piece.text(row: row, column: words)
        let file = columns.namesFiles ? cell : nil
        let story =
          id.map { piece.text(row: row, column: $0) } ?? told(cell, file).flatMap(StoryName.of)
        guard let story, stories.contains(story) else { continue }
        if let file, !isThere(file) { continue }
        found.append(Row(story: story, row: piece.sourceRow(row), file: file))
      }
    }
    return found
  }

  /// The words of a cell, or of the file that it names; nil where that cannot be read.
  private func told(_ cell: String, _ file: String?) -> String? {
    file.map { try? StoryFiles(folder: folder).texts($0).get() } ?? cell
  }

  private func isThere(_ file: String) -> Bool {
    folder.files(in: StoryFiles.name).contains("\(StoryFiles.name)/\(file)")
  }
}
