/// Turns a document into text: the same document gives the same bytes, ending with a newline.
public protocol DocumentRenderer: Sendable {
  /// Renders the document.
  func render(_ document: Document) -> String
}
