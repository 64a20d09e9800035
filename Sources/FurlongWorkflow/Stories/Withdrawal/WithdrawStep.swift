import Foundation
import FurlongStories
import FurlongStudy

/// What a withdrawal did, and what is left to do.
public struct WithdrawnStory: Codable, Sendable, Equatable {
  /// The story's id.
  public var story: String
  /// The files that were changed or removed, from the study folder.
  public var files: [String]
  /// The rows of exports that still hold it, such as `exports/stories.csv:14`; exports are never edited by the tool.
  public var stillThere: [String]
  /// Files that cannot be read, so that nobody can tell whether they hold it.
  public var notLookedInto: [String]

  /// Whether nothing of it is left where the tool can look, and it could look everywhere.
  public var isGone: Bool { stillThere.isEmpty && notLookedInto.isEmpty }
}

/// Takes a story out of everything that the tool wrote: codings, redactions, reports, the study file.
struct WithdrawStep {
  let workflow: Workflow
  let by: String

  private var folder: StudyFolder { workflow.folder }

  func run(_ story: String) throws -> WithdrawnStory {
    let plan = try workflow.plan()
    var withdrawn = try WithdrawnStories(folder)
    let files = try codingFiles(of: story)
    let rows = try lookThrough(story).rows
    guard !rows.isEmpty || !files.isEmpty || withdrawn.days[story] != nil else {
      let known = (try? StoryShelf(workflow: workflow, plan: plan))?.stories.map(\.record.id)
      throw StoryShelf.unknown(story, among: known ?? [])
    }
    // The bar comes first: whatever breaks off behind it, the story does not come back.
    withdrawn.add(story, on: workflow.today, by: by)
    try withdrawn.write(in: folder)
    var changed = [WithdrawnStories.file]
    for var file in files {
      try file.write([], of: story)
      changed.append(file.file)
    }
    changed += try remove(rows.compactMap { $0.row.file.map { "\(StoryFiles.name)/\($0)" } })
    changed += try removeReports()
    if FileManager.default.fileExists(atPath: folder.studyFile.path) {
      _ = try ImportStep(workflow: workflow, plan: plan).run(dryRun: false)
      changed.append(folder.studyFile.lastPathComponent)
    }
    let left = try lookThrough(story)
    return WithdrawnStory(
      story: story, files: changed, stillThere: left.rows.map { "\($0.file):\($0.row.row)" },
      notLookedInto: left.unknown)
  }

  /// The rows of exports that hold its words, with the export, and the files of which nobody can tell.
  private func lookThrough(_ story: String) throws -> (
    rows: [(file: String, row: StoryRows.Row)], unknown: [String]
  ) {
    var rows: [(String, StoryRows.Row)] = []
    var unknown: [String] = []
    for export in try ExportList(folder: folder, rules: []).exports() {
      if let stop = export.stop {
        // What is not there holds nothing.
        if stop.code != ProblemCode.missingExport.rawValue { unknown.append(stop.file) }
      } else if let found = try? StoryRows(folder: folder).rows(of: [story], in: export) {
        rows += found.map { (export.file, $0) }
      } else {
        unknown.append(export.file)
      }
    }
    return (rows, unknown)
  }

  /// The files in which coders and those who looked it through wrote something of it.
  private func codingFiles(of story: String) throws -> [CoderFile] {
    try [CoderFile.folder, StoryRedactions.folder].flatMap { place in
      try CoderFile.names(in: folder, folder: place).map {
        try CoderFile($0, in: folder, folder: place)
      }
    }.filter { $0.stories[story] != nil }
  }

  /// Removes every report and evaluation that was made here: any may quote it.
  private func removeReports() throws -> [String] {
    let names = Set(ReportForm.allCases.map(\.file) + ResultsForm.allCases.map(\.file))
    return try remove(
      folder.files(in: "reports").filter { names.contains(String($0.dropFirst(8))) })
  }

  private func remove(_ files: [String]) throws -> [String] {
    for file in files {
      do {
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent(file))
      } catch {
        throw WorkflowError(
          "\(file) could not be removed, and may hold words of the story", at: file,
          fix: "remove it, then run this again")
      }
    }
    return files
  }
}
