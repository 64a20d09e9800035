import FlyingFox
import FlyingSocks
import Foundation
import FurlongWorkflow
import Synchronization

/// HTTP on 127.0.0.1, and nowhere else: a request a connection, in bounded time and memory whatever is sent.
///
/// FlyingFox carries the sockets. Its own reading of requests takes a head of any length, so what is read is ``RequestReading``'s.
struct LoopbackServer: Sendable {
  /// So many connections are open at once; one more is closed.
  static let mostConnections = 64

  /// The port to listen on; 0 for any that is free.
  let port: UInt16
  /// How long a request may take to come, and an answer to be taken.
  var patience = Duration.seconds(30)
  /// Answers a request; called for several at once.
  let answer: @Sendable (PageRequest) async -> PageAnswer

  /// Listens until the task is cancelled.
  ///
  /// - Parameter ready: called once with the port that is listened on, before any request is answered.
  /// - Throws: where the port is taken, or is one that only the system's own programs may have.
  func run(ready: @escaping @Sendable (UInt16) -> Void) async throws {
    do { try await listen(ready: ready) } catch SocketError.failed(_, let number, _)
      where [EADDRINUSE, EACCES].contains(number)
    {
      throw WorkflowError(
        number == EACCES
          ? "port \(port) is kept for the system's own programs" : "port \(port) is taken",
        at: "--port", fix: "choose another, or leave --port out")
    }
  }

  private func listen(ready: @escaping @Sendable (UInt16) -> Void) async throws {
    let pool = HTTPServer.defaultPool(logger: .disabled)
    try await pool.prepare()
    let listener = try Socket(domain: AF_INET)
    defer { try? listener.close() }
    try listener.setValue(true, for: .localAddressReuse)
    try listener.bind(to: sockaddr_in.inet(ip4: "127.0.0.1", port: port))
    try listener.listen()
    guard case .ip4(_, let port) = try listener.sockname() else { throw SocketError.disconnected }
    let door = try AsyncSocket(socket: listener, pool: pool)
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await pool.run() }
      group.addTask { try await letIn(by: door) }
      ready(port)
      try await group.next()
    }
  }

  /// Takes connections until the listening ends.
  private func letIn(by door: AsyncSocket) async throws {
    let open = OpenConnections(most: Self.mostConnections)
    try await withThrowingDiscardingTaskGroup { group in
      while let client = try await Self.next(at: door) {
        guard open.open() else {
          try? client.close()
          continue
        }
        group.addTask {
          await serve(client)
          open.close()
        }
      }
    }
  }

  /// The next connection; one that was broken off before it was taken is passed over.
  private static func next(at door: AsyncSocket) async throws -> AsyncSocket? {
    while true {
      do { return try await door.accept() } catch SocketError.disconnected {
        return nil
      } catch SocketError.failed(_, let number, _)
        where [ECONNABORTED, EINTR, EPROTO, EMFILE, ENFILE].contains(number)
      {
        try await Task.sleep(for: .milliseconds(20))
      }
    }
  }

  /// Reads one request, answers it and closes.
  private func serve(_ client: AsyncSocket) async {
    defer { try? client.close() }
    let patience = patience
    do {
      let answer: PageAnswer
      do {
        guard let request = try await within(patience, { try await Self.request(from: client) })
        else { return }
        answer = await self.answer(request)
      } catch let refusal as Refusal { answer = .refused(refusal) }
      try await within(patience) { try await client.write(answer.sent) }
      // Who is still sending hears the answer only if what is sent is taken, for a while.
      shutdown(client.socket.file.rawValue, Int32(SHUT_WR))
      try await within(.seconds(1)) {
        while true { _ = try await client.read(atMost: 65_536) }
      }
    } catch {}
  }

  private static func request(from client: AsyncSocket) async throws -> PageRequest {
    var reading = RequestReading()
    while true {
      if let request = try reading.take(try await client.read(atMost: 65_536)) { return request }
    }
  }

  /// What some work gives; nil where it takes longer.
  private func within<Value: Sendable>(
    _ time: Duration, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value? {
    try await withThrowingTaskGroup(of: Value?.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await work() }
      group.addTask {
        try await Task.sleep(for: time)
        return nil
      }
      return try await group.next() ?? nil
    }
  }
}

/// How many connections are open.
private final class OpenConnections: Sendable {
  private let most: Int
  private let count = Mutex(0)

  init(most: Int) { self.most = most }

  /// Whether one more may be open, which it then is.
  func open() -> Bool {
    count.withLock { count in
      defer { count = min(most, count + 1) }
      return count < most
    }
  }

  func close() { count.withLock { $0 -= 1 } }
}

extension PageAnswer {
  /// The answer as it is sent.
  fileprivate var sent: Data {
    var head = "HTTP/1.1 \(status) \r\n"
    for (name, value) in headers.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
    head += "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
    return Data(head.utf8) + Data(body)
  }
}
