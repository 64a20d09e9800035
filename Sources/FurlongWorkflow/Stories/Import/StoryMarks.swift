import FurlongStories
import FurlongStudy

/// What people said of stories beside the exports: what is never shown, what was withdrawn, and the files that hold words.
struct StoryMarks {
  let redactions: StoryRedactions
  let withdrawn: WithdrawnStories
  let files: StoryFiles
  /// SHA-256 of all of it.
  private let digest: String

  init(_ folder: StudyFolder) throws {
    redactions = try StoryRedactions(folder)
    withdrawn = try WithdrawnStories(folder)
    files = StoryFiles(folder: folder)
    digest = redactions.digest + withdrawn.digest + files.digest
  }

  /// An export that depends on them, where it holds stories.
  func added(to export: ExportList.Export) -> ExportList.Export {
    guard export.kind == .stories else { return export }
    var marked = export
    marked.marks = self
    marked.ruleDigest = Digest.of(Array((export.ruleDigest + digest).utf8))
    return marked
  }

  /// A story as it is kept.
  func applied(to story: StoryRecord) -> StoryRecord {
    withdrawn.applied(to: redactions.applied(to: story))
  }

  /// The rows of an export that still hold stories that were withdrawn.
  func withdrawnRows(in export: ExportList.Export) throws -> [Problem] {
    guard !withdrawn.days.isEmpty else { return [] }
    return try StoryRows(folder: files.folder).rows(of: Set(withdrawn.days.keys), in: export).map {
      Problem(
        severity: .warning, code: .withdrawnStory, file: export.file, row: $0.row,
        message: "This row still holds the words of a story that was withdrawn; they are not read.",
        fix:
          "Take the row, or its words, out of the export and out of the system that it comes from."
      )
    }
  }
}
