import FurlongStories
import FurlongStudy

/// What people marked in stories as never to be shown, and which stories they have looked through: `redactions/NAME.csv`.
///
/// The form is that of codings: the code says what kind of thing it is, the memo what is shown in its place, and a story that was
/// read to its end was looked through for names and places.
struct StoryRedactions {
  /// The folder of these files.
  static let folder = "redactions"

  /// Story → what people marked.
  private var marks: [String: [Coding]] = [:]
  /// SHA-256 of all files, with their names.
  let digest: String

  init(_ study: StudyFolder) throws {
    var bytes: [UInt8] = []
    for name in CoderFile.names(in: study, folder: Self.folder) {
      let file = try CoderFile(name, in: study, folder: Self.folder)
      for (story, codings) in file.stories { marks[story, default: []] += codings }
      bytes += Array("\(name)\n".utf8) + CodingFile.rows(file.all, decided: false)
    }
    digest = bytes.isEmpty ? "" : Digest.of(bytes)
  }

  /// What is not shown of a story; a mark that lost its place is found wherever its words stand.
  func redactions(of story: String, in text: StoryText) -> [Redaction] {
    (marks[story] ?? []).flatMap { mark -> [Redaction] in
      guard let anchor = mark.anchor, let code = mark.code else { return [] }
      let shown = mark.memo.isEmpty ? "[\(code)]" : mark.memo
      // A name is hidden rather once too often than left.
      let places = anchor.hold(in: text).span.map { [$0] } ?? text.places(of: anchor.quote)
      return places.map { Redaction(span: $0, replacement: shown) }
    }
  }

  /// The day on which somebody looked a story through; nil where nobody did.
  func reviewedOn(_ story: String) -> CalendarDay? {
    (marks[story] ?? []).filter { $0.mark == .read }
      .compactMap { CalendarDay(iso: String($0.at.prefix(10))) }.max()
  }

  /// The story as it is kept: what may not be shown is not in its words.
  func applied(to record: StoryRecord) -> StoryRecord {
    var record = record
    let text = StoryText(record.text)
    record.text = RedactedText(text, redactions(of: record.id, in: text)).text
    record.reviewedOn = record.reviewedOn ?? reviewedOn(record.id)
    return record
  }
}
