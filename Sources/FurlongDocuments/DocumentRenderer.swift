/// Turns a document into the bytes of a file: the same document gives the same bytes.
public protocol DocumentRenderer: Sendable {
  /// Renders the document.
  ///
  /// - Throws: whatever a program throws that a form is made with; forms that are text throw nothing.
  func render(_ document: Document) throws -> [UInt8]
}

/// A renderer whose form is text.
public protocol TextRenderer: DocumentRenderer {
  /// Renders the document as text that ends with a newline.
  func text(of document: Document) -> String

  /// Renders the document as text in UTF-8.
  func render(_ document: Document) -> [UInt8]
}

extension TextRenderer {
  /// Renders the document as text in UTF-8.
  public func render(_ document: Document) -> [UInt8] { Array(text(of: document).utf8) }
}
