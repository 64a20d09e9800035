import ArgumentParser
import FurlongWorkflow

/// `furlong stories codebook`.
struct StoriesCodebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook",
    abstract: "Show the study's codes, or write a shipped codebook into the study to change it.",
    discussion: """
      EXAMPLES
        furlong stories codebook our-college-2025
        furlong stories codebook our-college-2025 --write recollect
      """)

  @OptionGroup var options: StudyOptions

  @Option(help: "A shipped codebook to write to codebooks/: chime-d, recollect or co-production.")
  var write: String?

  func run() throws {
    try running("stories codebook", options.talk) { console in
      let workflow = try options.workflow(console)
      if let write {
        let file = try workflow.writeCodebook(write)
        if options.talk.json { return try console.envelope(ok: true, ["file": file]) }
        console.result(file + "\n")
        return console.say(
          "Change it as you like; name it in study.yaml: stories: { codebook: \(write), … }.")
      }
      let codes = try workflow.codes()
      if options.talk.json { return try console.envelope(ok: true, codes) }
      console.result(StoryWords.codes(codes))
    }
  }
}
