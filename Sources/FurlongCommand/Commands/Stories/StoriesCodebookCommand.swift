import ArgumentParser
import FurlongWorkflow

/// `furlong stories codebook`.
struct StoriesCodebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook",
    abstract: "Show the study's codes, add one, or write a shipped codebook into the study.",
    discussion: """
      A code that is added goes into codebooks/ for every coder; what else stands in the file stays as it is. Stories that were \
      read before it was there may have to be read for it again.

      EXAMPLES
        furlong stories codebook our-college-2025
        furlong stories codebook our-college-2025 --write recollect
        furlong stories codebook our-college-2025 --add "Getting there" --definition "Buses, money, stairs." --under d
      """)

  @OptionGroup var options: StudyOptions

  @Option(help: "A shipped codebook to write to codebooks/: chime-d, recollect or co-production.")
  var write: String?

  @Option(help: "A code to add, by its name.")
  var add: String?

  @Option(help: "What belongs to the code that is added.")
  var definition: String?

  @Option(help: "The code that it is a kind of; none where it is a theme of its own.")
  var under: String?

  func validate() throws {
    guard (add == nil) == (definition == nil), add != nil || under == nil else {
      throw ValidationError("A code is added with --add NAME and --definition WORDS.")
    }
    if add != nil, write != nil { throw ValidationError("Name either --add or --write.") }
  }

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
      if let add, let definition {
        let added = try workflow.addCode(add, description: definition, under: under)
        if options.talk.json { return try console.envelope(ok: true, added) }
        console.result(StoryWords.codes([added.code]))
        return console.say("Written to \(added.file), for every coder.")
      }
      let codes = try workflow.codes()
      if options.talk.json { return try console.envelope(ok: true, codes) }
      console.result(StoryWords.codes(codes))
    }
  }
}
