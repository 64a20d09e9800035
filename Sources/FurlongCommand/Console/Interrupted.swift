import Dispatch
import Foundation
import Synchronization

/// Runs work that goes on until it ends by itself or somebody ends it (Ctrl-C, or a polite kill): then it is cancelled, and what
/// it throws for that is no error.
func untilInterrupted(_ work: @escaping @Sendable () async throws -> Void) throws {
  let outcome = Mutex<Result<Void, any Error>?>(nil)
  let isInterrupted = Mutex(false)
  let ended = DispatchSemaphore(value: 0)
  let task = Task {
    let result: Result<Void, any Error>
    do { result = .success(try await work()) } catch { result = .failure(error) }
    outcome.withLock { $0 = result }
    ended.signal()
  }
  let sources = [SIGINT, SIGTERM].map { number in
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      isInterrupted.withLock { $0 = true }
      task.cancel()
    }
    source.activate()
    return source
  }
  ended.wait()
  for source in sources { source.cancel() }
  if isInterrupted.withLock({ $0 }) { return }
  try outcome.withLock { $0 }?.get()
}
