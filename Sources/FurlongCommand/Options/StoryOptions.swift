import ArgumentParser
import Foundation
import FurlongWorkflow

/// The study of a command on stories, with what it names behind it.
struct StoryOptions: ParsableArguments {
  @Argument(
    help:
      "A study folder (default: FURLONG_STUDY, or the nearest study.yaml upward), then what is named."
  )
  var words: [String] = []

  @OptionGroup var talk: TalkOptions

  /// What is named behind the study folder.
  var names: [String] { study == nil ? words : Array(words.dropFirst()) }

  private var study: String? {
    guard let first = words.first else { return nil }
    let plan = URL(fileURLWithPath: first, relativeTo: Surroundings.folder)
      .appendingPathComponent("study.yaml")
    return FileManager.default.fileExists(atPath: plan.path) ? first : nil
  }

  /// The steps on the study.
  func workflow(_ console: Console) throws -> Workflow {
    var options = StudyOptions()
    options.study = study
    options.talk = talk
    return try options.workflow(console)
  }

  /// Refuses more or fewer names than a command takes.
  func requireNames(_ count: ClosedRange<Int>, _ what: String) throws {
    guard count.contains(names.count) else { throw ValidationError(what) }
  }
}
