/// What a document holds, section by section, for a list that stands where the sections begin: after page one.
struct Contents {
  /// A section.
  struct Entry {
    let id: String
    let words: String
  }

  static let heading = "Contents"
  static let id = "list-of-contents"

  let entries: [Entry]

  /// The contents of a document; nil where there is one section at most.
  init?(_ document: Document) {
    entries = document.blocks.compactMap { block in
      guard case .section(let section) = block else { return nil }
      return Entry(id: HTMLText.identifier(section.id), words: section.citedHeading)
    }
    if entries.count < 2 { return nil }
  }
}

extension Section {
  /// The heading behind its label.
  var citedHeading: String { label.map { "\($0): \(heading)" } ?? heading }
}

extension Block {
  /// Whether it is a section.
  var isSection: Bool { if case .section = self { true } else { false } }
}
