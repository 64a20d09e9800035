import ArgumentParser
import FurlongWorkflow

/// `furlong doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look whether everything that a study needs is there.",
    discussion: """
      EXAMPLES
        furlong doctor
        furlong doctor our-college-2025
      """)

  @OptionGroup var options: StudyOptions

  func run() throws {
    try running("doctor", options.talk) { console in
      let folder = options.study == nil ? try? options.folder() : try options.folder()
      let doctor = Doctor(
        keys: Surroundings.keys, tool: Version.text, today: Surroundings.today,
        programs: Surroundings.programs)
      let findings = doctor.look(at: folder)
      let ok = findings.allSatisfy(\.ok)
      if options.talk.json {
        try console.envelope(ok: ok, findings)
      } else {
        console.result(
          findings.map { "\($0.ok ? "ok  " : "MEND")  \($0.what): \($0.words)\n" }.joined())
      }
      if !ok { throw ExitCode(2) }
    }
  }
}
