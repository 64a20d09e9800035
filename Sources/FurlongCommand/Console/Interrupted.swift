import Dispatch
import Foundation
import Synchronization

/// Runs work that goes on until it ends by itself or somebody ends it (Ctrl-C, or a polite kill): then it is cancelled, and what
/// it throws for that is no error.
func untilInterrupted(_ work: @escaping @Sendable () async throws -> Void) throws {
  let ending = Ending()
  let task = Task {
    do {
      try await work()
      ending.note(.success(()))
    } catch {
      ending.note(.failure(error))
    }
  }
  let sources = [SIGINT, SIGTERM].map { number in
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      ending.interrupt()
      task.cancel()
    }
    source.activate()
    return source
  }
  defer { for source in sources { source.cancel() } }
  try ending.wait()
}

/// How work ended.
private final class Ending: Sendable {
  private let outcome = Mutex<Result<Void, any Error>?>(nil)
  private let isInterrupted = Mutex(false)
  private let ended = DispatchSemaphore(value: 0)

  func note(_ result: Result<Void, any Error>) {
    outcome.withLock { $0 = result }
    ended.signal()
  }

  func interrupt() { isInterrupted.withLock { $0 = true } }

  /// Waits for the end; throws what ended it, unless somebody did.
  func wait() throws {
    ended.wait()
    if isInterrupted.withLock({ $0 }) { return }
    try outcome.withLock { $0 }?.get()
  }
}
