import FlyingFox
import FlyingSocks
import Foundation
import FurlongWorkflow

/// HTTP on 127.0.0.1, and nowhere else.
struct LoopbackServer: Sendable {
  /// The port to listen on; 0 for any that is free.
  let port: UInt16
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
    let answer = answer
    let server = HTTPServer(
      config: HTTPServer.Configuration(
        address: try .inet(ip4: "127.0.0.1", port: port), timeout: 600,
        sharedRequestBufferSize: AccessRules.longestBody, logger: .disabled),
      handler: ClosureHTTPHandler { request in
        HTTPResponse(await answer(try await PageRequest(request)))
      })
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await server.run() }
      group.addTask {
        try await server.waitUntilListening()
        guard case .ip4(_, let port)? = await server.listeningAddress else {
          throw SocketError.disconnected
        }
        ready(port)
      }
      // The first to end is that it listens, or what keeps it from that.
      try await group.next()
      try await group.next()
    }
  }
}

extension PageRequest {
  /// A request as the server has read it, with no more of its body than is ever taken.
  init(_ request: HTTPRequest) async throws {
    self.init(method: request.method.rawValue, target: request.target.rawValue)
    for (name, value) in request.headers { headers[name.rawValue.lowercased()] = value }
    for try await bytes in request.bodySequence {
      body += bytes
      if body.count > AccessRules.longestBody { break }
    }
  }
}

extension HTTPResponse {
  /// An answer as the server sends it.
  init(_ answer: PageAnswer) {
    var headers = HTTPHeaders()
    for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
    self.init(
      statusCode: HTTPStatusCode(answer.status, phrase: ""), headers: headers,
      body: Data(answer.body))
  }
}
