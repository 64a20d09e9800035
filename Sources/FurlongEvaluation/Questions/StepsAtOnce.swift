import Dispatch
import Synchronization

/// Answers several steps at once: this thread takes the first that nobody has, any other the last.
///
/// Draws share the threads already; what lies between them does not, and fills the gaps. Money, which takes longest, stands
/// near the end of most plans, and so begins at once.
struct StepsAtOnce {
  let threads: Int

  /// The answers in the order of the steps.
  ///
  /// - Parameters:
  ///   - begin: told of each step that this thread takes, before it is answered.
  ///   - answer: answers a step, and depends on no other.
  func answers<Answer: Sendable>(
    to steps: Int, begin: (Int) -> Void, _ answer: @escaping @Sendable (Int) -> Answer
  ) -> [Answer] {
    let taken = Taken<Answer>(steps)
    let others = DispatchGroup()
    for _ in 1..<max(1, min(threads, steps)) {
      DispatchQueue.global().async(group: others) {
        while let step = taken.last() { taken.put(answer(step), at: step) }
      }
    }
    while let step = taken.first() {
      begin(step)
      taken.put(answer(step), at: step)
    }
    others.wait()
    return taken.answers
  }
}

/// Which steps are left, and what came of those that were taken.
private final class Taken<Answer: Sendable>: Sendable {
  private let steps: Int
  private let left: Mutex<Range<Int>>
  private let found: Mutex<[Int: Answer]> = Mutex([:])

  init(_ steps: Int) {
    self.steps = steps
    left = Mutex(0..<steps)
  }

  /// The first step that nobody has; nil where none is left.
  func first() -> Int? { left.withLock { $0.popFirst() } }

  /// The last step that nobody has; nil where none is left.
  func last() -> Int? { left.withLock { $0.popLast() } }

  func put(_ answer: Answer, at step: Int) {
    found.withLock { $0[step] = answer }
  }

  var answers: [Answer] {
    found.withLock { found in (0..<steps).compactMap { found[$0] } }
  }
}
