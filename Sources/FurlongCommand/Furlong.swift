import ArgumentParser
import CVersion
import Foundation
import FurlongWorkflow

/// The command line of Furlong: the root, a table of contents.
@main
struct Furlong: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "furlong",
    abstract: "From a recovery college's exports to evidence that a commissioner can trust.",
    discussion: """
      A study is a folder with a study.yaml, exports/ and maps/. Commands take such a folder; without one they use \
      FURLONG_STUDY, or the nearest study.yaml upward. Nothing is sent anywhere: no telemetry.

      EXAMPLES
        furlong example saltmarsh saltmarsh      write the invented study
        furlong report saltmarsh                 evaluate it and write its report

      EXIT STATUS
        0 done · 1 done, with findings at or above --fail-on · 2 could not do it · 3 refused · 64 usage
      """,
    version: Version.text,
    subcommands: [
      InitCommand.self, ExampleCommand.self, ScalesCommand.self, InspectCommand.self,
      MapCommand.self, ImportCommand.self,
      ProblemsCommand.self, PeopleCommand.self, UndoCommand.self, StoriesCommand.self,
      PlanCommand.self,
      EvaluateCommand.self, ReportCommand.self, ClaimCommand.self, ServeCommand.self,
      KeyCommand.self, DoctorCommand.self, HelpCommand.self,
    ])

  /// Runs what was typed; a command that there is not is told with the one that was probably meant.
  static func main() {
    // A file beyond what the account may write is an error of writing, which is told, and not an end without a word.
    signal(SIGXFSZ, SIG_IGN)
    if let error = unknown(CommandLine.arguments.dropFirst()) {
      FileHandle.standardError.write(Data((ErrorWords(error).text + "\n").utf8))
      exit(withError: ExitCode(EX_USAGE))
    }
    main(nil)
  }

  /// What is wrong with the first words of what was typed; nil where they are commands.
  ///
  /// Where a group does something by itself, a word after it may be a study's folder: only one that is none and near a
  /// command was meant to be that.
  private static func unknown(_ words: ArraySlice<String>) -> WorkflowError? {
    var group: any ParsableCommand.Type = Self.self
    var path: [String] = []
    for word in words {
      let commands = group.configuration.subcommands
      let names = commands.compactMap { $0.configuration.commandName }
      if names.isEmpty || word.hasPrefix("-") { return nil }
      if let place = commands.firstIndex(where: { $0.configuration.commandName == word }) {
        group = commands[place]
        path.append(word)
        continue
      }
      let mayBeFolder =
        group.configuration.defaultSubcommand != nil
        && (FileManager.default.fileExists(atPath: word)
          || WorkflowError.nearestCommand(to: word, among: names) == nil)
      return mayBeFolder ? nil : .unknownCommand(word, of: path, among: names)
    }
    return nil
  }
}

/// The version that provenance names, with the commit that it was built from where `make` built it.
enum Version {
  static let text = ["0.1.0", String(cString: furlong_commit())].filter { !$0.isEmpty }
    .joined(separator: "+")
}
