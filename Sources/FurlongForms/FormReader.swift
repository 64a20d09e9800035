import Yams

extension FormNode {
  /// Reads one YAML document strictly.
  ///
  /// Refused: anchors, aliases, tags, merge keys, directives, duplicate keys, keys that are not text, a
  /// second document, tabs as indentation, control characters, more than 1 MB, more than 32 levels.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: the file's name, for errors.
  /// - Throws: an error at the first mistake.
  public static func read(_ text: String, file: String) throws(FormError) -> FormNode {
    let source = try FormSource(text, file: file)
    return try FormReader(source: source).read()
  }
}

/// Turns a parsed document into form nodes, refusing what forms do not hold.
struct FormReader {
  let source: FormSource

  static let deepest = 32

  func read() throws(FormError) -> FormNode {
    let root: Node?
    do {
      // Yams asserts on an empty buffer, hence the line break. The basic resolver types nothing.
      root = try Parser(yaml: source.text + "\n", resolver: .basic, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw FormSyntax(source: source).error(error)
    } catch {
      throw source.error(at: 0, "the file cannot be read as YAML", fix: "check how it was saved")
    }
    guard let root else {
      throw source.error(at: 0, "the file is empty", fix: "write its keys, or delete the file")
    }
    return try form(root, at: .root, depth: 1)
  }

  private func form(_ node: Node, at place: FormPlace, depth: Int) throws(FormError) -> FormNode {
    let mark = try mark(node)
    if depth > Self.deepest {
      throw error(
        mark, "values are nested more than \(Self.deepest) levels deep", fix: "write it flatter")
    }
    try refuseProperties(mark)
    let content: FormNode.Content
    switch node {
    case .scalar(let scalar):
      content = .scalar(try text(scalar, mark), plain: scalar.style == .plain)
    case .sequence(let sequence):
      var nodes: [FormNode] = []
      for (position, node) in sequence.enumerated() {
        nodes.append(try form(node, at: place.position(position + 1), depth: depth + 1))
      }
      content = .list(nodes)
    case .mapping(let mapping):
      content = .table(try entries(mapping, at: place, depth: depth))
    case .alias:
      throw error(mark, FormSource.anchors.what, fix: FormSource.anchors.fix)
    }
    return FormNode(
      file: source.file, line: mark.line, column: mark.column, place: place, content: content)
  }

  private func entries(
    _ mapping: Node.Mapping, at place: FormPlace, depth: Int
  ) throws(FormError) -> [FormNode.Entry] {
    var entries: [FormNode.Entry] = []
    for (key, value) in mapping {
      let mark = try mark(key)
      try refuseProperties(mark)
      guard case .scalar(let scalar) = key else {
        throw error(mark, "a key is a list or a table", fix: "a key is a text: write key: value")
      }
      let name = try text(scalar, mark)
      if scalar.style == .plain, name == "<<" {
        throw error(mark, "merge keys (<<) are not read", fix: "write the keys out")
      }
      if scalar.style == .plain, name.isEmpty {
        throw error(mark, "a key is empty", fix: "write key: value; an empty text as a key is \"\"")
      }
      let node = try form(value, at: place.key(name), depth: depth + 1)
      entries.append(.init(key: name, line: mark.line, column: mark.column, value: node))
    }
    return entries
  }

  /// Refuses anchors, aliases and tags by the sign at the node's mark, which is where its properties begin.
  ///
  /// No plain text can begin with one of these signs, and an alias carries the mark of its anchor.
  private func refuseProperties(_ mark: Mark) throws(FormError) {
    switch source.scalar(line: mark.line, column: mark.column) {
    case "&", "*":
      throw error(mark, FormSource.anchors.what, fix: FormSource.anchors.fix)
    case "!":
      throw error(
        mark, "tags (!name) are not read",
        fix: "take the tag out; put a text that begins with ! in quotes")
    default: return
    }
  }

  /// The parser marks every node that it reads from text.
  private func mark(_ node: Node) throws(FormError) -> Mark {
    guard let mark = node.mark else {
      throw source.error(at: 0, "the file cannot be read as YAML", fix: "check how it was saved")
    }
    return mark
  }

  private func text(_ scalar: Node.Scalar, _ mark: Mark) throws(FormError) -> String {
    // Escapes such as "\0" can bring in what the file itself may not hold.
    if scalar.string.unicodeScalars.contains(where: FormSource.isControl) {
      throw error(mark, "a text holds an escaped control character", fix: "delete the escape")
    }
    return scalar.string
  }

  private func error(_ mark: Mark, _ what: String, fix: String) -> FormError {
    FormError(file: source.file, line: mark.line, column: mark.column, what: what, fix: fix)
  }
}
