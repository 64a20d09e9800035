public import ArgumentParser
import Foundation
public import FurlongWorkflow

/// `furlong init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract:
      "Write a new study folder: from a folder of exports, or a commented plan and mapping of each kind.",
    discussion: """
      With --from each export is copied, looked at, and given a drafted mapping; a first plan is drafted out of all. DECIDE \
      stands where only a person can tell. Without it, examples of a plan and of each kind of mapping are written.

      EXAMPLES
        furlong init our-college-2025 --from Downloads/exports
        furlong init our-college-2025 --id our-college
        furlong init our-college-2025 --template 18-months   (18 months before and after, with what they cost)
      """)

  @Argument(help: "The folder to make.", completion: .directory)
  var folder = "."

  @Option(help: "A folder of exports (.csv, .xlsx, .sav) to begin from.", completion: .directory)
  var from: String?

  @Option(help: "The study's id: small letters, digits, hyphens (default: from the folder's name).")
  var id: String?

  @Option(help: "What the commented plan begins as: usual or 18-months.")
  var template = NewStudy.Template.usual

  @Flag(name: [.customShort("n"), .long], help: "Say what would be written, and write nothing.")
  var dryRun = false

  @OptionGroup var talk: TalkOptions

  func validate() throws {
    if from != nil, template != .usual {
      throw ValidationError(
        "--template is of the commented plan, and --from drafts one out of the exports: leave one of them out; "
          + "windows and costs are changed in the drafted study.yaml (docs/guides/money.md).")
    }
  }

  func run() throws {
    try running("init", talk) { console in
      let place = URL(fileURLWithPath: folder, relativeTo: Surroundings.folder)
      let study = NewStudy(id: id, folder: place, template: template)
      if let from {
        let exports = URL(fileURLWithPath: from, relativeTo: Surroundings.folder)
        let made = try StudyFromExports(exports: exports, study: study)
          .make(in: place, dryRun: dryRun)
        let words = MadeWords(made, folder: folder)
        if talk.json {
          try console.envelope(ok: true, ["files": made.files])
        } else {
          console.result(words.files)
          console.say(words.next)
        }
        return
      }
      let files = try study.write(to: place, dryRun: dryRun)
      if talk.json {
        try console.envelope(ok: true, ["files": files])
      } else {
        console.result(files.map { "\(folder)/\($0)\n" }.joined())
        console.say(
          "Next: put the exports into \(folder)/exports, rename and mend the mappings in "
            + "\(folder)/maps, then `furlong import \(folder)`.")
      }
    }
  }
}

extension NewStudy.Template: ExpressibleByArgument {}
