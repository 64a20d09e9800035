import Foundation
public import FurlongWorkflow
import Synchronization

/// The local web page on one study: on 127.0.0.1 alone, for whoever has the address with its key.
public struct LocalPage: Sendable {
  private let pages: StudyPages
  private let isReadOnly: Bool

  /// The page on a study.
  ///
  /// - Parameters:
  ///   - coder: who codes; nil until they say it in the page.
  ///   - isReadOnly: whether everything that writes is refused.
  ///   - now: the time, as ISO 8601 says it, for what is written down.
  /// - Throws: where a coder is named and the study's stories or codings cannot be read.
  public init(
    _ workflow: Workflow, coder: String?, isReadOnly: Bool = false,
    now: @escaping @Sendable () -> String
  ) throws {
    pages = try StudyPages(workflow, coder: coder, isReadOnly: isReadOnly, now: now)
    self.isReadOnly = isReadOnly
  }

  /// Serves until nothing was asked for a while, or the task is cancelled.
  ///
  /// - Parameters:
  ///   - port: the port; 0 for any that is free.
  ///   - idle: after how long without a request it ends; nil for never.
  ///   - ready: called once with the address to open; its key lets one browser in.
  public func serve(
    on port: UInt16 = 0, idle: Duration? = nil, ready: @escaping @Sendable (String) -> Void
  ) async throws {
    let (pages, isReadOnly) = (pages, isReadOnly)
    let doorway = Doorway()
    let server = LoopbackServer(port: port) { request in
      doorway.seen()
      return await withCheckedContinuation { answered in
        // What answers reads and writes files: not on the threads that carry the requests.
        DispatchQueue.global(qos: .userInitiated).async {
          answered.resume(returning: doorway.answer(request, pages: pages))
        }
      }
    }
    let open: @Sendable (UInt16) -> Void = { port in
      ready(doorway.open(port: port, isReadOnly: isReadOnly))
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run(ready: open) }
      if let idle { group.addTask { try await doorway.waitUntilIdle(idle) } }
      defer { group.cancelAll() }
      try await group.next()
    }
  }
}

/// The entrance, once there is a port, and when somebody last came.
private final class Doorway: Sendable {
  private let entrance = Mutex<Entrance?>(nil)
  private let last = Mutex(ContinuousClock.now)

  /// Opens it on a port, and gives the address.
  func open(port: UInt16, isReadOnly: Bool) -> String {
    var random = SystemRandomNumberGenerator()
    let opened = Entrance(port: port, isReadOnly: isReadOnly, using: &random)
    entrance.withLock { $0 = opened }
    return opened.address
  }

  func answer(_ request: PageRequest, pages: StudyPages) -> PageAnswer {
    entrance.withLock { $0 }?.answer(request, pages: pages) ?? .refused(.otherHost)
  }

  func seen() { last.withLock { $0 = .now } }

  /// Returns when nothing was asked for so long.
  func waitUntilIdle(_ idle: Duration) async throws {
    while true {
      let end = last.withLock { $0 } + idle
      if end <= .now { return }
      try await Task.sleep(until: end)
    }
  }
}
