import ArgumentParser
import Foundation
import FurlongWorkflow

/// The study that a command means, and how it talks.
struct StudyOptions: ParsableArguments {
  @Argument(
    help: "A study folder (default: FURLONG_STUDY, or the nearest study.yaml upward).",
    completion: .directory)
  var study: String?

  @OptionGroup var talk: TalkOptions

  /// The study folder that is meant.
  func folder() throws -> StudyFolder {
    try StudyFolder.find(
      given: study, environment: ProcessInfo.processInfo.environment, from: Surroundings.folder)
  }

  /// The steps on it.
  func workflow(_ console: Console) throws -> Workflow {
    Workflow(
      folder: try folder(), keys: Surroundings.keys, tool: Version.text,
      today: Surroundings.today, threads: Surroundings.threads, programs: Surroundings.programs,
      progress: console.progress)
  }
}

/// How a command talks.
struct TalkOptions: ParsableArguments {
  @Flag(name: .long, help: "Print one JSON envelope of what happened on stdout.")
  var json = false

  @Flag(name: .shortAndLong, help: "Say nothing on stderr but errors.")
  var quiet = false
}
