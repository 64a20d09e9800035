import Foundation
import FurlongImport

/// Reads an export in a thread of its own while this one keeps the rows: they come in their order, so that nothing but the
/// time depends on it.
enum ReadAhead {
  /// So many rows are handed over at once.
  private static let batch = 512

  /// Reads rows in another thread and keeps them in this one.
  ///
  /// - Parameters:
  ///   - read: hands each row on; runs in the other thread.
  ///   - keep: takes each row; runs in this thread.
  /// - Throws: what either throws, when both have ended.
  static func rows<Answer: Sendable>(
    _ read: @escaping @Sendable (_ put: (KeptRow) throws -> Void) throws -> Answer,
    keep: (KeptRow) throws -> Void
  ) throws -> Answer {
    let channel = RowChannel<Answer>()
    let thread = Thread {
      var waiting: [KeptRow] = []
      let answer = Result {
        let answer = try read { row in
          waiting.append(row)
          if waiting.count == batch {
            try channel.put(waiting)
            waiting = []
            waiting.reserveCapacity(batch)
          }
        }
        try channel.put(waiting)
        return answer
      }
      channel.end(answer)
    }
    thread.stackSize = 8 << 20
    thread.start()
    do {
      while let rows = channel.take() {
        for place in rows.indices { try keep(rows[place]) }
        channel.giveBack(rows)
      }
    } catch {
      channel.close()
      while channel.take() != nil {}
      throw error
    }
    return try channel.answer()
  }
}

/// Rows on their way from one thread to another, a few batches at a time.
private final class RowChannel<Answer: Sendable>: @unchecked Sendable {
  private struct Closed: Error {}

  private static var most: Int { 8 }
  private let condition = NSCondition()
  private var batches: [[KeptRow]] = []
  /// Batches of which the rows are kept: who made them frees their memory, which costs another thread more.
  private var done: [[KeptRow]] = []
  private var ended: Result<Answer, any Error>?
  private var isClosed = false

  /// Puts rows in, when there is room.
  func put(_ rows: [KeptRow]) throws {
    condition.lock()
    while batches.count >= Self.most, !isClosed { condition.wait() }
    let wasClosed = isClosed
    if !wasClosed { batches.append(rows) }
    var freed: [[KeptRow]] = []
    swap(&freed, &done)
    condition.broadcast()
    condition.unlock()
    freed.removeAll()
    if wasClosed { throw Closed() }
  }

  /// Gives back rows that were kept.
  func giveBack(_ rows: [KeptRow]) {
    condition.lock()
    done.append(rows)
    condition.unlock()
  }

  /// Says that no more rows come.
  func end(_ answer: Result<Answer, any Error>) {
    condition.lock()
    ended = answer
    condition.broadcast()
    condition.unlock()
  }

  /// Takes the next rows, when there are some; nil at the end.
  func take() -> [KeptRow]? {
    condition.lock()
    defer { condition.unlock() }
    while batches.isEmpty, ended == nil { condition.wait() }
    if batches.isEmpty { return nil }
    condition.broadcast()
    return batches.removeFirst()
  }

  /// Lets no more rows in.
  func close() {
    condition.lock()
    isClosed = true
    condition.broadcast()
    condition.unlock()
  }

  /// What came of the reading, which has ended.
  func answer() throws -> Answer {
    condition.lock()
    defer { condition.unlock() }
    guard let ended else { preconditionFailure("the reading has not ended") }
    return try ended.get()
  }
}
