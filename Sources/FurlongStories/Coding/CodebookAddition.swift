import FurlongForms

/// Why a code cannot be added to a codebook.
public struct CodebookAdditionError: Error, Sendable, Equatable {
  /// What is in its way.
  public var what: String
  /// What mends it.
  public var fix: String
}

/// A code that is added to the text of a codebook; everything that stands there stays as it is, comments too.
public struct CodebookAddition: Sendable, Equatable {
  /// So many signs a name may have.
  public static let longestLabel = 60
  /// So many signs a definition may have.
  public static let longestDescription = 1_000

  /// The code.
  public let code: Codebook.Code
  private let codebook: Codebook

  /// A code for a codebook, with an id and a key of its own.
  ///
  /// - Parameters:
  ///   - label: its name; white space within counts as one blank.
  ///   - description: what belongs to it.
  ///   - parent: the code that it is a kind of, by id, key or label; nil for a theme.
  /// - Throws: where name or definition are blank or long, a code is called so already, or there is no such parent.
  public init(
    _ label: String, description: String, under parent: String?, in codebook: Codebook
  ) throws(CodebookAdditionError) {
    self.codebook = codebook
    let label = try Self.words(label, "name", atMost: Self.longestLabel)
    let description = try Self.words(
      description, "definition", atMost: Self.longestDescription)
    let id = label.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    let isTaken =
      codebook.names.contains { $0.lowercased() == id }
      || codebook.codes.contains { $0.label.lowercased() == label.lowercased() }
    guard !id.isEmpty, !isTaken, id != Coding.readWord, id != "none" else {
      throw CodebookAdditionError(
        what: "'\(label)' cannot be a new code of \(codebook.name)",
        fix: isTaken ? "a code is called so already: choose another name" : "choose another name")
    }
    var code = Codebook.Code(id: id, label: label, description: description)
    if let parent {
      guard let above = codebook.meant(by: parent) else {
        throw CodebookAdditionError(
          what: "'\(parent)' is no code of \(codebook.name)",
          fix: "name a code that is there: "
            + codebook.inUse.map(\.id).joined(separator: ", "))
      }
      code.parent = above.id
    }
    code.key = Codebook.freeKey(of: id, besides: Set(codebook.codes.compactMap(\.key)))
    self.code = code
  }

  /// The codebook's text with the code.
  ///
  /// - Throws: where the text is not laid out so that the code can be put into it; the error has the lines to put there by hand.
  public func added(to text: String) throws(CodebookAdditionError) -> String {
    let added = CodebookLines(text).adding(entry, under: code.parent)
    if let added, let read = try? Codebook.read(added, file: codebook.id), read == grown {
      return added
    }
    throw CodebookAdditionError(
      what: "the codebook's file is laid out in a way of its own, so the code was not put into it",
      fix: "write there yourself: { \(entry.joined(separator: ", ")) }")
  }

  /// The codebook with the code: the last of its parent's, or the last theme.
  private var grown: Codebook {
    var grown = codebook
    let parent = code.parent.flatMap(codebook.code)
    let last = codebook.codes.lastIndex { one in
      parent.map { codebook.isSame(one, orBelow: $0) } ?? true
    }
    grown.codes.insert(code, at: (last ?? -1) + 1)
    return grown
  }

  /// The code's keys and values.
  private var entry: [String] {
    [
      "id: \(YAMLText.word(code.id))", "label: \(YAMLText.quoted(code.label))",
      "description: \(YAMLText.quoted(code.description))",
    ] + (code.key.map { ["key: \(YAMLText.quoted($0))"] } ?? [])
  }

  private static func words(
    _ text: String, _ what: String, atMost longest: Int
  ) throws(CodebookAdditionError) -> String {
    let plain = text.split { $0.isWhitespace || $0.unicodeScalars.contains { $0.value < 32 } }
      .joined(separator: " ")
    guard (1...longest).contains(plain.count) else {
      throw CodebookAdditionError(
        what: plain.isEmpty ? "the code has no \(what)" : "the code's \(what) is too long",
        fix: "write one of up to \(longest) signs")
    }
    return plain
  }
}
