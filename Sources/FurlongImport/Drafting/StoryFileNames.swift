/// Names of files that hold a story's words.
enum StoryFileNames {
  /// Whether a cell is the name of a text, of those that are read or that people keep stories in.
  static func isText(_ cell: String) -> Bool {
    let parts = cell.split(separator: ".")
    return parts.count > 1
      && ["docx", "txt", "md", "doc", "odt", "pdf", "rtf"].contains(parts.last?.lowercased())
  }
}
