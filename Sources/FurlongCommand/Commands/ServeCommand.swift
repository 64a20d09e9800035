import ArgumentParser
import Dispatch
import Foundation
import FurlongServer
import FurlongWorkflow

/// `furlong serve`.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Open the study in a web page on this machine, to tag its stories.",
    discussion: """
      The page answers on 127.0.0.1 alone, to the browser that opens the printed address: its key is good once. Each act is \
      saved at once in codings/NAME.csv. Ctrl-C ends it.

      EXAMPLES
        furlong serve our-college-2025 --coder RO
        furlong serve our-college-2025 --coder RO --read-only --port 8123
      """)

  @OptionGroup var options: StudyOptions

  @Option(help: "Who codes, as the file of their codings is called (default: asked in the page).")
  var coder: String?

  @Option(help: "The port to answer on; 0 for any that is free.")
  var port: UInt16 = 0

  @Flag(help: "Show everything, and refuse whatever would write.")
  var readOnly = false

  @Option(help: "End after so many minutes without a request; 0 for never.")
  var idle = 60

  func validate() throws {
    if idle < 0 { throw ValidationError("--idle takes minutes, 0 for never.") }
  }

  func run() throws {
    try running("serve", options.talk) { console in
      let page = try LocalPage(
        options.workflow(console), coder: coder, isReadOnly: readOnly, now: Surroundings.now)
      let idle = idle == 0 ? nil : Duration.seconds(60 * idle)
      try untilInterrupted {
        try await page.serve(on: port, idle: idle) { address in
          if options.talk.json {
            try? console.envelope(ok: true, ["address": address])
          } else {
            console.result(address + "\n")
          }
          console.say(
            "Open this address in a browser on this machine; its key is good once. Ctrl-C ends the page."
          )
        }
      }
      console.say("The page has ended. Everything that was done is saved.")
    }
  }
}
