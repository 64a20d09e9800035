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
}

/// Takes a story out of everything that the tool wrote: codings, redactions, reports, the study file.
struct WithdrawStep {
  let workflow: Workflow
  let by: String

  private var folder: StudyFolder { workflow.folder }

  func run(_ story: String) throws -> WithdrawnStory {
    let plan = try workflow.plan()
    var withdrawn = try WithdrawnStories(folder)
    let shelf = try? StoryShelf(workflow: workflow, plan: plan)
    let files = try codingFiles(of: story)
    guard shelf?[story] != nil || !files.isEmpty || withdrawn.days[story] != nil else {
      throw (try? shelf?.opened(story)).map { _ in StudyFolder.unreadable(story) }
        ?? WorkflowError("there is no story '\(story)'", fix: "`furlong stories` lists them")
    }
    // The bar comes first: whatever breaks off behind it, the story does not come back.
    withdrawn.add(story, on: workflow.today, by: by)
    try withdrawn.write(in: folder)
    var changed = [WithdrawnStories.file]
    for var file in files {
      try file.write([], of: story)
      changed.append(file.file)
    }
    if let file = shelf?[story]?.file { changed += try remove(["\(StoryFiles.name)/\(file)"]) }
    changed += try removeReports()
    if FileManager.default.fileExists(atPath: folder.studyFile.path) {
      _ = try ImportStep(workflow: workflow, plan: plan).run(dryRun: false)
      changed.append(folder.studyFile.lastPathComponent)
    }
    return WithdrawnStory(
      story: story, files: changed, stillThere: shelf?.places(holding: story) ?? [])
  }

  /// The files in which coders and those who looked it through wrote something of it.
  private func codingFiles(of story: String) throws -> [CoderFile] {
    try [CoderFile.folder, StoryRedactions.folder].flatMap { place in
      try CoderFile.names(in: folder, folder: place).map {
        try CoderFile($0, in: folder, folder: place)
      }
    }.filter { $0.stories[story] != nil }
  }

  /// Removes every report that was made here: any may quote it.
  private func removeReports() throws -> [String] {
    let names = Set(ReportForm.allCases.map(\.file))
    return try remove(
      folder.files(in: "reports").filter { names.contains(String($0.dropFirst(8))) })
  }

  private func remove(_ files: [String]) throws -> [String] {
    for file in files where folder.files(in: String(file.prefix { $0 != "/" })).contains(file) {
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
