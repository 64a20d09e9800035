import FurlongTestSupport
import FurlongWorkflow
import Synchronization
import Testing

/// The study of ``StoryFiles``, with its key.
struct StoryStudy {
  let folder: TestFolder
  let keys: TestFolder

  init() throws {
    folder = try TestFolder()
    keys = try TestFolder()
    try StoryFiles.write(to: folder)
  }

  var workflow: Workflow {
    get throws { try Workflow.ofTest(folder.url, keys: keys.url, on: "2026-11-29") }
  }

  /// A coder at work; each act has its own second.
  func session(_ coder: String) throws -> CodingSession {
    let clock = Clock()
    return try CodingSession(workflow, coder: coder) { clock.next() }
  }

  func text(_ file: String) throws -> String { try folder.text(of: file) }

  /// Seconds that pass one by one.
  private final class Clock: Sendable {
    private let seconds = Mutex(0)

    func next() -> String {
      seconds.withLock { second in
        defer { second += 1 }
        return "2026-11-29T10:00:\(second < 10 ? "0" : "")\(second)Z"
      }
    }
  }
}
