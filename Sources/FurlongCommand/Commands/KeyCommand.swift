import ArgumentParser
import Foundation
import FurlongWorkflow

/// `furlong key`.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Take a study's key to another computer, or into a safe.",
    discussion: """
      The key lies outside the study folder. Without it later exports are linked only by reading all of them again, and \
      what people decided is lost.

      EXAMPLES
        furlong key export our-college-2025 --to ~/our-college.furlong-key
        furlong key import our-college-2025 --from ~/our-college.furlong-key
      """,
    subcommands: [KeyExportCommand.self, KeyImportCommand.self])
}

/// Where a passphrase comes from.
struct PassphraseOptions: ParsableArguments {
  @Option(
    help: "A file whose first line is the passphrase (default: ask at the terminal).",
    completion: .file())
  var passphraseFile: String?
}

/// `furlong key export`.
struct KeyExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the study's key to a file, encrypted under a passphrase.",
    discussion: """
      Encrypted by AES-256-GCM under a key that scrypt (N = 131072, r = 8, p = 1) makes of the passphrase. The file is \
      yours alone (0600) and is never written into the study folder.

      EXAMPLES
        furlong key export our-college-2025 --to ~/our-college.furlong-key
        furlong key export --to /media/safe/our-college.furlong-key --passphrase-file ~/passphrase
      """)

  @OptionGroup var options: StudyOptions
  @OptionGroup var passphrase: PassphraseOptions

  @Option(help: "The file to write; one that is there is left as it is.", completion: .file())
  var to: String

  func run() throws {
    try running("key export", options.talk) { console in
      let words = try Passphrase.read(from: passphrase.passphraseFile, twice: true)
      try options.workflow(console).exportKey(
        to: URL(fileURLWithPath: to, relativeTo: Surroundings.folder), passphrase: words)
      if options.talk.json { return try console.envelope(ok: true, ["files": [to]]) }
      console.result("\(to)\n")
      console.say("Keep the passphrase apart from the file: nobody can open it without.")
    }
  }
}

/// `furlong key import`.
struct KeyImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take the study's key from a file that `furlong key export` wrote.",
    discussion: """
      A key that the study has here already is left as it is.

      EXAMPLES
        furlong key import our-college-2025 --from ~/our-college.furlong-key
        furlong key import --from ~/our-college.furlong-key --passphrase-file ~/passphrase
      """)

  @OptionGroup var options: StudyOptions
  @OptionGroup var passphrase: PassphraseOptions

  @Option(help: "The file to read.", completion: .file())
  var from: String

  func run() throws {
    try running("key import", options.talk) { console in
      let words = try Passphrase.read(from: passphrase.passphraseFile, twice: false)
      let isNew = try options.workflow(console).importKey(
        from: URL(fileURLWithPath: from, relativeTo: Surroundings.folder), passphrase: words)
      if options.talk.json { return try console.envelope(ok: true, ["new": isNew]) }
      console.result(isNew ? "The key is here now.\n" : "The key was here already.\n")
    }
  }
}
