public import FurlongForms
public import FurlongStudy

/// What coders look for in a story.
public struct Codebook: Codable, Sendable, Equatable {
  /// One thing to look for.
  public struct Code: Codable, Sendable, Equatable {
    /// Its id in codings and results.
    public var id: String
    /// Its words in a report.
    public var label: String
    /// What belongs to it.
    public var description: String
  }

  /// Its id in plans.
  public var id: String
  /// Its name.
  public var name: String
  /// Where it was published.
  public var source: String
  /// Its DOI.
  public var doi: String?
  /// The codes, in the order in which a report shows them.
  public var codes: [Code]

  /// The ids of the codebooks that come with Furlong.
  public static let shippedIDs = ["chime-d"]

  /// The codebook that comes with Furlong under an id; nil where there is none.
  ///
  /// - Throws: an error only where a shipped file is broken; tests read them all.
  public static func shipped(_ id: String) throws(FormError) -> Codebook? {
    guard id == "chime-d" else { return nil }
    let text = String(decoding: PackageResources.chime_d_yaml, as: UTF8.self)
    return try read(text, file: "chime-d.yaml")
  }

  /// Reads a codebook from the text of its file.
  ///
  /// - Parameters:
  ///   - text: YAML; the shipped codebook shows every key.
  ///   - file: the file's name, for errors.
  /// - Throws: an error at the first mistake: an unknown key, no codes, two codes with the same id.
  public static func read(_ text: String, file: String) throws(FormError) -> Codebook {
    try FormNode.read(text, file: file).table { (table: FormTable) throws(FormError) -> Codebook in
      let version = try table.required("furlong_codebook")
      if try version.whole() != 1 {
        throw version.error("this form of codebook is not known", fix: "write furlong_codebook: 1")
      }
      return Codebook(
        id: try table.text("id"), name: try table.text("name"), source: try table.text("source"),
        doi: try table.optionalText("doi"), codes: try codes(table.required("codes")))
    }
  }

  /// Whether the codebook has a code of this id.
  public func has(_ code: String) -> Bool { codes.contains { $0.id == code } }

  /// The codes in codings that the codebook does not have, each once, in alphabetical order.
  public func unknownCodes(in codings: [CodingRecord]) -> [String] {
    Set(codings.compactMap(\.code)).filter { !has($0) }.sorted()
  }

  private static func codes(_ node: FormNode) throws(FormError) -> [Code] {
    var codes: [Code] = []
    for node in try node.list() {
      let code = try node.table { (table: FormTable) throws(FormError) -> Code in
        Code(
          id: try table.text("id"), label: try table.text("label"),
          description: try table.text("description"))
      }
      if codes.contains(where: { $0.id == code.id }) {
        throw node.error("two codes have the id '\(code.id)'", fix: "give one of them another id")
      }
      codes.append(code)
    }
    if codes.isEmpty { throw node.error("the codebook has no codes", fix: "add at least one") }
    return codes
  }
}
