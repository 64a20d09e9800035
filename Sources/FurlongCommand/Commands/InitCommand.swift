import ArgumentParser
import Foundation
import FurlongWorkflow

/// `furlong init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a new study folder: a commented plan and a commented mapping of each kind.",
    discussion: """
      EXAMPLES
        furlong init our-college-2025
        furlong init our-college-2025 --id our-college
      """)

  @Argument(help: "The folder to make.", completion: .directory)
  var folder = "."

  @Option(help: "The study's id: small letters, digits, hyphens (default: from the folder's name).")
  var id: String?

  @Flag(name: [.customShort("n"), .long], help: "Say what would be written, and write nothing.")
  var dryRun = false

  @OptionGroup var talk: TalkOptions

  func run() throws {
    try running("init", talk) { console in
      let place = URL(fileURLWithPath: folder, relativeTo: Surroundings.folder)
      let study = NewStudy(id: id, folder: place)
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
