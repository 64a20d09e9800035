import Foundation
import Synchronization

/// Two pieces of work at once, one in a thread of its own and the other in this one.
enum AtOnce {
  /// What came of both, when both have ended.
  static func both<Aside: Sendable, Here>(
    aside: @escaping @Sendable () throws -> Aside, here: () throws -> Here
  ) -> (aside: Result<Aside, any Error>, here: Result<Here, any Error>) {
    let work = WorkAside(aside)
    let here = Result(catching: here)
    return (work.wait(), here)
  }
}

/// Work in a thread of its own.
private final class WorkAside<Value: Sendable>: Sendable {
  private let found = Mutex<Result<Value, any Error>?>(nil)
  private let hasEnded = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () throws -> Value) {
    let thread = Thread { [self] in
      let result = Result(catching: work)
      found.withLock { $0 = result }
      hasEnded.signal()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// What came of it; called once.
  func wait() -> Result<Value, any Error> {
    hasEnded.wait()
    guard let result = found.withLock({ $0 }) else {
      preconditionFailure("the work has not ended")
    }
    return result
  }
}
