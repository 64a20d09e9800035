import FurlongArchives
import FurlongStudy

/// Writes what other tools for qualitative data read: projects (`.qdpx`) and codebooks (`.qdc`) of REFI-QDA 1.0.
///
/// The same project gives the same bytes. Texts are plain, UTF-8, with LF and without a byte-order mark; places count code points and
/// the end does not belong to a stretch; elements stand in the order of the schema.
public struct QDAWriter: Sendable {
  /// When it is written, as `2026-11-29T14:05:30Z`.
  public var at: String
  /// The version of Furlong.
  public var version: String

  /// A writer.
  ///
  /// - Parameters:
  ///   - at: when it is written, as `2026-11-29T14:05:30Z`.
  ///   - version: the version of Furlong.
  public init(at: String, version: String) {
    precondition(QDAMoment.isOne(at), "a moment is written as 2026-11-29T14:05:30Z")
    self.at = at
    self.version = version
  }

  /// The project, packed.
  ///
  /// - Parameter name: the file's name, for errors.
  /// - Throws: where there is too little memory.
  public func qdpx(_ project: QDAProject, name: String) throws(QDAError) -> [UInt8] {
    let entries =
      [("project.qde", Array(qde(project).utf8))]
      + project.sources.map { ("sources/\($0.guid).txt", Array($0.text.text.utf8)) }
    guard let bytes = ZipPacking.pack(entries) else { throw QDAError(file: name, .noMemory) }
    return bytes
  }

  /// The codebook alone.
  ///
  /// - Parameter name: the file's name, for errors.
  /// - Throws: where there are no codes, which the format does not know.
  public func qdc(_ project: QDAProject, name: String) throws(QDAError) -> [UInt8] {
    if project.codes.isEmpty { throw QDAError(file: name, .nothingToWrite) }
    var xml = MarkupWriting()
    xml.element("CodeBook", ["xmlns": "urn:QDA-XML:codebook:1.0", "origin": origin]) { xml in
      codes(project.codes, &xml)
      if let heading = project.heading {
        xml.element("Sets") { set(heading, of: project, member: "guid", &$0) }
      }
    }
    return Array(xml.text.utf8)
  }

  private var origin: String { "\(QDAProject.ourName) \(version)" }

  /// The project's XML.
  func qde(_ project: QDAProject) -> String {
    var xml = MarkupWriting()
    let attributes: KeyValuePairs<String, String?> = [
      "xmlns": "urn:QDA-XML:project:1.0", "name": project.name, "origin": origin,
      "creationDateTime": at,
    ]
    xml.element("Project", attributes) { xml in
      xml.list("Users", project.users) { user, xml in
        xml.element("User", ["guid": "\(user.guid)", "name": user.name])
      }
      if !project.codes.isEmpty { xml.element("CodeBook") { codes(project.codes, &$0) } }
      xml.list("Sources", project.sources, source)
      xml.list("Notes", notes(project)) { note, xml in
        xml.element("Note", ["guid": "\(note.guid)", "name": note.name, "creationDateTime": at]) {
          $0.words("PlainTextContent", note.words)
        }
      }
      if !project.readings.isEmpty || project.heading != nil && !project.codes.isEmpty {
        xml.element("Sets") { sets(project, &$0) }
      }
    }
    return xml.text
  }

  private func codes(_ codes: [QDAProject.Code], _ xml: inout MarkupWriting) {
    xml.list("Codes", codes, code)
  }

  private func code(_ code: QDAProject.Code, _ xml: inout MarkupWriting) {
    xml.element(
      "Code",
      [
        "guid": "\(code.guid)", "name": code.name, "isCodable": code.isCodable ? "true" : "false",
        "color": code.colour.flatMap(Self.colour),
      ]
    ) { xml in
      xml.words("Description", code.description)
      for child in code.children { self.code(child, &xml) }
    }
  }

  /// A colour as the schema has it; nil for other ways of writing one.
  private static func colour(_ text: String) -> String? {
    let digits = text.dropFirst()
    return text.hasPrefix("#") && [3, 6].contains(digits.utf8.count)
      && digits.allSatisfy { $0.isASCII && $0.isHexDigit } ? text : nil
  }

  private func source(_ source: QDAProject.Source, _ xml: inout MarkupWriting) {
    let attributes: KeyValuePairs<String, String?> = [
      "guid": "\(source.guid)", "name": source.name,
      "plainTextPath": "internal://\(source.guid).txt", "creationDateTime": at,
    ]
    xml.element("TextSource", attributes) { xml in
      for selection in QDASelection.all(of: source) {
        let name = source.text[selection.span].map(Self.cut) ?? ""
        xml.element(
          "PlainTextSelection",
          [
            "guid": "\(selection.guid)", "name": name,
            "startPosition": "\(selection.span.start)", "endPosition": "\(selection.span.end)",
            "creatingUser": selection.user.map { "\($0)" }, "creationDateTime": selection.at,
          ]
        ) { xml in
          xml.words("Description", selection.memo)
          for coding in selection.codings { self.coding(coding, &xml) }
        }
      }
      for coding in QDASelection.whole(of: source) { self.coding(coding, &xml) }
    }
  }

  private func coding(_ numbered: QDASelection.Numbered, _ xml: inout MarkupWriting) {
    let coding = numbered.coding
    let attributes: KeyValuePairs<String, String?> = [
      "guid": "\(numbered.guid)", "creatingUser": coding.user.map { "\($0)" },
      "creationDateTime": coding.at.isEmpty ? nil : coding.at,
    ]
    xml.element("Coding", attributes) { xml in
      xml.element("CodeRef", ["targetGUID": "\(coding.code)"])
      for note in notes(of: coding) { xml.element("NoteRef", ["targetGUID": "\(note.guid)"]) }
    }
  }

  // MARK: what only Furlong says

  private struct Note: Hashable {
    var name: String
    var words: String
    var guid: QDAGUID { QDAGUID("note", [name, words]) }
  }

  private func notes(of coding: QDAProject.Coding) -> [Note] {
    var notes: [Note] = []
    if coding.span == nil, !coding.memo.isEmpty {
      notes.append(Note(name: QDAWords.memo, words: coding.memo))
    }
    if !coding.decidedBy.isEmpty {
      notes.append(Note(name: QDAWords.decided, words: coding.decidedBy))
    }
    return notes
  }

  /// The notes of all codings, each once, in the order in which they come.
  private func notes(_ project: QDAProject) -> [Note] {
    var seen: Set<Note> = []
    return project.sources.flatMap(\.codings).flatMap { notes(of: $0) }
      .filter { seen.insert($0).inserted }
  }

  private func sets(_ project: QDAProject, _ xml: inout MarkupWriting) {
    if let heading = project.heading, !project.codes.isEmpty {
      set(heading, of: project, member: "targetGUID", &xml)
    }
    let names = Dictionary(
      project.sources.map { ($0.guid, $0.name) }, uniquingKeysWith: { first, _ in first })
    var readers: [String] = []
    for reading in project.readings where !readers.contains(reading.user) {
      readers.append(reading.user)
    }
    for reader in readers {
      let read = project.readings.filter { $0.user == reader }
      let name = QDAWords.set(ofReader: reader)
      xml.element("Set", ["guid": "\(QDAGUID("set", [name]))", "name": name]) { xml in
        xml.words(
          "Description", QDAWords.written(read.map { ($0, names[$0.source] ?? "") }))
        var seen: Set<QDAGUID> = []
        for reading in read where seen.insert(reading.source).inserted {
          xml.element("MemberSource", ["targetGUID": "\(reading.source)"])
        }
      }
    }
  }

  /// The set of what the codebook is called; its members are the codes that stand for themselves.
  private func set(
    _ heading: CodebookHeading, of project: QDAProject, member: String,
    _ xml: inout MarkupWriting
  ) {
    let guid = QDAGUID("set", [QDAWords.codebook, heading.id])
    xml.element("Set", ["guid": "\(guid)", "name": QDAWords.codebook]) { xml in
      xml.words("Description", QDAWords.written(heading))
      for code in project.codes { xml.element("MemberCode", [member: "\(code.guid)"]) }
    }
  }

  /// Words as the name of a stretch, which other tools cut too.
  private static func cut(_ words: String) -> String {
    let points = words.unicodeScalars
    return points.count <= 100 ? words : String(points.prefix(100)) + "…"
  }
}
