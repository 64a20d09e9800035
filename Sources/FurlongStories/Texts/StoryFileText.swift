import FurlongArchives

/// Reads the words of a story from its file: plain text, Markdown as it stands, or a Word file.
public enum StoryFileText {
  /// The largest file that is read.
  static let largest = 20_000_000

  /// The words of a file.
  ///
  /// Of a Word file its paragraphs, a line each; what was struck out by tracked changes is left out. Headers, footnotes, remarks and
  /// pictures are not read.
  ///
  /// - Parameters:
  ///   - bytes: the file: UTF-8, or a Word file.
  ///   - name: its name, which tells what it is.
  public static func read(_ bytes: [UInt8], name: String) throws(StoryFileError) -> String {
    if bytes.count > largest {
      throw StoryFileError("it has more than 20 MB", fix: "Save the story alone, as plain text.")
    }
    switch name.lowercased().split(separator: ".", omittingEmptySubsequences: false).dropFirst()
      .last.map(String.init)
    {
    case "txt"?, "md"?:
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw StoryFileError("it is not UTF-8 text", fix: "Save it as plain text in UTF-8.")
      }
      return StoryText(text).text
    case "docx"?: return StoryText(try word(bytes)).text
    default:
      throw StoryFileError(
        "only .txt, .md and .docx are read", fix: "Save it as one of these, and name that file.")
    }
  }

  /// The words of a Word file.
  ///
  /// - Parameter most: how many letters and line ends are held; a story never has so many.
  static func word(_ bytes: [UInt8], most: Int = 5_000_000) throws(StoryFileError) -> String {
    do throws(ArchiveError) {
      var limits = ZipArchive.Limits()
      limits.entries = 2_000
      limits.unpacked = 200_000_000
      let paragraphs = WordParagraphs(most: most)
      try MarkupReader().read(
        "word/document.xml", of: try ZipArchive(bytes, limits: limits), paragraphs)
      if paragraphs.isDone {
        throw .holdsTooMuch(entry: "word/document.xml", most: most)
      }
      return paragraphs.lines.joined(separator: "\n")
    } catch {
      throw StoryFileError(
        "it is no Word file that can be read safely",
        fix: "Open it in Word and save it as .docx or as plain text.")
    }
  }
}

/// Why a file of a story is not read.
public struct StoryFileError: Error, Equatable, Sendable {
  /// Why, without a full stop.
  public let what: String
  /// What to do, in a sentence.
  public let fix: String

  init(_ what: String, fix: String) {
    self.what = what
    self.fix = fix
  }
}

/// The paragraphs of a Word file's body.
private final class WordParagraphs: MarkupListener {
  private(set) var lines: [String] = []
  private var line = ""
  private var inText = false
  /// How many elements deep within words that were struck out.
  private var deleted = 0
  /// Letters, line ends and paragraphs, which take room where they hold no letter too.
  private var points = 0
  private let most: Int
  var isDone: Bool { points > most }

  init(most: Int) { self.most = most }

  func start(_ name: String, _ attributes: MarkupAttributes) {
    if name == "del" || deleted > 0 { deleted += 1 }
    switch name {
    case "t": inText = true
    case "tab": add("\t")
    case "br", "cr": add("\n")
    default: break
    }
  }

  private func add(_ text: String) {
    guard deleted == 0 else { return }
    points += text.unicodeScalars.count
    line += text
  }

  func end(_ name: String) {
    if deleted > 0 { deleted -= 1 }
    switch name {
    case "t": inText = false
    case "p":
      lines.append(line)
      points += 1
      line = ""
    default: break
    }
  }

  func text(_ text: String) {
    if inText { add(text) }
  }
}
