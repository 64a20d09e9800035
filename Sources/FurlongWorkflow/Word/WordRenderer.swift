import FurlongDocuments

/// Renders a document as a Word file through pandoc.
struct WordRenderer: DocumentRenderer {
  /// The machine's programs, pandoc among them.
  let programs: Programs

  /// Renders the document.
  ///
  /// - Throws: what is missing and the command that mends it, or why pandoc failed.
  func render(_ document: Document) throws -> [UInt8] {
    let pandoc = try Pandoc(programs)
    return try pandoc.typeset(WordManuscript(of: document, version: try pandoc.version()))
  }
}
