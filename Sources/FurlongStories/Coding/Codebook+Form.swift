public import FurlongForms

extension Codebook {
  /// The codebooks that come with Furlong, and the files that hold them.
  private static let shippedFiles: [(id: String, bytes: [UInt8])] = [
    ("chime-d", PackageResources.chime_d_yaml), ("recollect", PackageResources.recollect_yaml),
    ("co-production", PackageResources.co_production_yaml),
  ]

  /// The ids of the codebooks that come with Furlong.
  public static let shippedIDs = shippedFiles.map(\.id)

  /// The text of a codebook that comes with Furlong; nil where there is none of this id.
  public static func shippedText(_ id: String) -> String? {
    shippedFiles.first { $0.id == id }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// The codebook that comes with Furlong under an id; nil where there is none.
  ///
  /// - Throws: an error only where a shipped file is broken; tests read them all.
  public static func shipped(_ id: String) throws(FormError) -> Codebook? {
    guard let text = shippedText(id) else { return nil }
    return try read(text, file: "\(id).yaml")
  }

  /// Reads a codebook from the text of its file.
  ///
  /// - Parameters:
  ///   - text: YAML; docs/guides/stories.md has every key.
  ///   - file: the file's name, for errors.
  /// - Throws: an error at the first mistake: an unknown key, no codes, an id or a key that means two codes.
  public static func read(_ text: String, file: String) throws(FormError) -> Codebook {
    try FormNode.read(text, file: file).table { (table: FormTable) throws(FormError) -> Codebook in
      let version = try table.required("furlong_codebook")
      if try version.whole() != 1 {
        throw version.error("this form of codebook is not known", fix: "write furlong_codebook: 1")
      }
      var codes = CodeList()
      let (id, name) = (try table.text("id"), try table.text("name"))
      let (source, doi) = (try table.text("source"), try table.optionalText("doi"))
      try codes.read(table.required("codes"), parent: nil)
      let codebook = Codebook(
        id: id, name: name, source: source, doi: doi, codes: codes.withKeys())
      for (code, node) in codes.opposed { try codebook.check(code, at: node) }
      return codebook
    }
  }

  /// A key for a code: the first letter of its id that no other has, or else its first letter and another; nil where none is left.
  static func freeKey(of id: String, besides taken: Set<String>) -> String? {
    let letters = id.lowercased().filter { $0.isASCII && $0.isLetter }.map(String.init)
    let pairs = letters.dropFirst().map { letters[0] + $0 }
    return (letters + pairs).first { !taken.contains($0) }
  }

  /// What is found of a code is found of those above it, so that none speaks against its own theme.
  private func check(_ code: Code, at node: FormNode) throws(FormError) {
    guard let theme = themeAgainst(code) else {
      throw node.error(
        "there is no code '\(code.against ?? "")' to speak against",
        fix: "write the id of a code of this codebook")
    }
    if theme.id == self.theme(of: code).id {
      throw node.error(
        "'\(code.id)' cannot speak against '\(theme.id)', for what is found of it is found of '\(theme.id)' too",
        fix: "put it under another code, or at the top")
    }
  }
}

/// The codes of a codebook while they are read.
private struct CodeList {
  private var codes: [Codebook.Code] = []
  /// The codes that speak against another, and where they say so.
  private(set) var opposed: [(code: Codebook.Code, node: FormNode)] = []

  mutating func read(_ node: FormNode, parent: String?) throws(FormError) {
    let list = try node.list()
    if list.isEmpty { throw node.error("there are no codes here", fix: "add at least one") }
    for node in list {
      let children = try node.table { (table: FormTable) throws(FormError) -> FormNode? in
        var code = Codebook.Code(
          id: try table.text("id"), label: try table.text("label"),
          description: try table.text("description"))
        code.include = try table.optionalText("include")
        code.exclude = try table.optionalText("exclude")
        code.example = try table.optionalText("example")
        code.key = try table.optionalText("key")?.lowercased()
        code.was = try table.optional("was")?.texts() ?? []
        code.isRetired = try table.yes("retired", default: false)
        code.parent = parent
        let against = try table.optional("against")
        code.against = try against?.text()
        try check(code, at: node)
        codes.append(code)
        if let against { opposed.append((code, against)) }
        return try table.optional("codes")
      }
      if let children { try read(children, parent: codes.last?.id) }
    }
  }

  private func check(_ code: Codebook.Code, at node: FormNode) throws(FormError) {
    if code.id == Coding.readWord || code.id == "none" {
      throw node.error(
        "'\(code.id)' says in codings that a story was read, so it can be no code",
        fix: "give the code another id")
    }
    for name in [code.id] + code.was
    where codes.contains(where: { $0.id == name || $0.was.contains(name) }) {
      throw node.error(
        "two codes have the id '\(name)', today's or an earlier one",
        fix: "give one of them another id")
    }
    guard let key = code.key else { return }
    if !key.unicodeScalars.allSatisfy({ $0.isASCII && $0.properties.isAlphabetic }) {
      throw node.error("a key is made of letters a to z", fix: "write one like 'h'")
    }
    if codes.contains(where: { $0.key == key }) {
      throw node.error("two codes have the key '\(key)'", fix: "give one of them another key")
    }
  }

  /// The codes, each with a key: its own, or else one that is free.
  func withKeys() -> [Codebook.Code] {
    var taken = Set(codes.compactMap(\.key))
    return codes.map { code in
      guard code.key == nil, !code.isRetired else { return code }
      var code = code
      code.key = Codebook.freeKey(of: code.id, besides: taken)
      if let key = code.key { taken.insert(key) }
      return code
    }
  }
}
