import Dispatch
import Testing

/// A thread for what watches the clock, so that tests that keep every shared thread busy do not starve it.
final class OwnThread: TaskExecutor, TestTrait, SuiteTrait, TestScoping {
  static let shared = OwnThread()
  private let queue = DispatchQueue(label: "own thread")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(self) { try await function() }
  }

  /// The suite itself has no scope: its tests have.
  var isRecursive: Bool { true }
}

extension Trait where Self == OwnThread {
  static var onOwnThread: OwnThread { .shared }
}
