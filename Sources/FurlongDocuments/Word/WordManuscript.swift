/// What pandoc needs to make a Word file of a document: its own form of the text, the drawings as SVG
/// files, and a file that the styles, the margins and the running head are taken from.
///
/// The words and numbers are those of the tree, in its order, but that the tables behind the figures, and
/// whatever opens on a screen, stand in an annex. The same document gives the same bytes.
public struct WordManuscript: Sendable {
  /// A file that pandoc reads.
  public struct File: Sendable {
    /// Its name, without a folder.
    public var name: String
    /// What is in it.
    public var bytes: [UInt8]
  }

  /// The text, as pandoc's JSON.
  public let text: File
  /// The file that the look is taken from.
  public let reference: File
  /// The drawings, under the names by which the text calls them.
  public let drawings: [File]

  /// The manuscript of a document.
  ///
  /// - Parameters:
  ///   - document: what it says.
  ///   - version: the version of pandoc's form that the text is for, as `pandoc --to json` states it; from 1.22 on.
  public init(of document: Document, version: [Int]) {
    var writer = PandocWriter()
    let text = writer.write(document, version: version)
    self.text = File(name: "report.json", bytes: Array((text.write() + "\n").utf8))
    drawings = writer.drawings
    reference = File(
      name: "reference.docx", bytes: WordReference(banner: document.banner).bytes)
  }
}
