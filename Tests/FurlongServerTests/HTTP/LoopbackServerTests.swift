import Dispatch
import Foundation
import FurlongTestSupport
import FurlongWorkflow
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@testable import FurlongServer

@Suite("Over a socket", .serialized, .onOwnThread)
struct LoopbackServerTests {
  @Test("Lets in by the key alone, answers to its own names, and ends when idle")
  func whole() async throws {
    let (folder, keys) = (try TestFolder(), try TestFolder())
    try StoryFiles.write(to: folder)
    let page = try LocalPage(ServedStudy.workflow(folder, keys), coder: "RO") {
      "2026-11-29T10:00:00Z"
    }
    let address = Mutex("")
    let serving = Task(executorPreference: OwnThread.shared) {
      try await page.serve(idle: .seconds(5)) { opened in address.withLock { $0 = opened } }
    }
    while address.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(5)) }
    let url = address.withLock { $0 }
    let port = try #require(
      url.split(separator: "/").dropFirst().first?.split(separator: ":").last.flatMap { UInt16($0) }
    )
    let path = "/" + url.split(separator: "/", maxSplits: 2)[2]
    let own = "Host: 127.0.0.1:\(port)\r\nConnection: close"

    func ask(_ head: String, body: String = "") async -> String {
      await RawClient(port: port).ask(head + "\r\n\r\n" + body)
    }
    #expect(await ask("GET / HTTP/1.1\r\n\(own)").hasPrefix("HTTP/1.1 403"))
    #expect(
      await ask("GET / HTTP/1.1\r\nHost: evil.example:\(port)\r\nConnection: close").hasPrefix(
        "HTTP/1.1 421"))
    #expect(await ask("GET / HTTP/1.0\r\nConnection: close").hasPrefix("HTTP/1.1 421"))
    let entered = await ask("GET \(path) HTTP/1.1\r\n\(own)")
    let cookie = try #require(
      entered.split(separator: "\r\n").first { $0.lowercased().hasPrefix("set-cookie:") }?
        .split(separator: " ")[1].dropLast())
    #expect(await ask("GET \(path) HTTP/1.1\r\n\(own)").hasPrefix("HTTP/1.1 403"))
    #expect(
      await ask("GET /stories/S1 HTTP/1.1\r\n\(own)\r\nCookie: \(cookie)").contains("biscuits"))
    let form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 16"
    let body = "code=hope&from=1"
    let post = "POST /stories/S1/give HTTP/1.1\r\n\(own)\r\n\(form)\r\nCookie: \(cookie)"
    for hostile in [
      post, post + "\r\nOrigin: http://evil.example", post + "\r\nSec-Fetch-Site: cross-site",
      post + "\r\nOrigin: null\r\nSec-Fetch-Site: same-origin",
      post.replacing("Cookie: \(cookie)", with: "Origin: http://127.0.0.1:\(port)"),
      post.replacing("application/x-www-form-urlencoded", with: "text/plain")
        + "\r\nOrigin: http://127.0.0.1:\(port)",
      post + "\r\nOrigin: http://127.0.0.1:\(port)\r\nTransfer-Encoding: chunked",
      post.replacing("Content-Length: 16", with: "Content-Length: -1")
        + "\r\nOrigin: http://127.0.0.1:\(port)",
    ] {
      #expect(await !ask(hostile, body: body).hasPrefix("HTTP/1.1 303"))
    }
    #expect(throws: (any Error).self) { try folder.text(of: "codings/RO.csv") }
    #expect(
      await ask(post + "\r\nOrigin: http://127.0.0.1:\(port)", body: body).hasPrefix("HTTP/1.1 303")
    )
    #expect(try folder.text(of: "codings/RO.csv").contains("S1,0,18,hope"))
    // Nobody listens on any other address of this machine.
    #expect(
      await RawClient(port: port, host: "127.0.0.2").ask("GET / HTTP/1.1\r\n\(own)\r\n\r\n").isEmpty
    )
    try await serving.value
    #expect(await RawClient(port: port).ask("GET / HTTP/1.1\r\n\(own)\r\n\r\n").isEmpty)
  }

  @Test("A head without end is refused, and one that does not come is not waited for")
  func heads() async throws {
    let server = LoopbackServer(port: 0, patience: .seconds(1)) { _ in .page("answered") }
    let found = Mutex<UInt16>(0)
    let serving = Task(executorPreference: OwnThread.shared) {
      try await server.run { port in found.withLock { $0 = port } }
    }
    while found.withLock({ $0 }) == 0 { try await Task.sleep(for: .milliseconds(5)) }
    let client = RawClient(port: found.withLock { $0 })
    #expect(await client.ask("GET / HTTP/1.1\r\n\r\n").hasSuffix("answered"))
    #expect(
      await client.ask("GET /" + String(repeating: "a", count: 400_000)).hasPrefix("HTTP/1.1 431"))
    #expect(
      await client.ask("GET / HTTP/1.1\r\n" + String(repeating: "a: b\r\n", count: 20_000))
        .hasPrefix("HTTP/1.1 431"))
    #expect(await client.ask("nonsense\r\n\r\n").hasPrefix("HTTP/1.1 400"))
    // Neither an answer nor a wait.
    let start = ContinuousClock.now
    #expect(await client.ask("GET / HTTP/1.1\r\nHost:").isEmpty)
    #expect(ContinuousClock.now - start < .seconds(20))
    // Those who hold connections open and say nothing keep nobody out for longer than they are waited for.
    let held = (0..<LoopbackServer.mostConnections).map { _ in client.open("GET / HTTP/1.1\r\n") }
    #expect(held.allSatisfy { $0 >= 0 })
    try await Task.sleep(for: .milliseconds(100))
    #expect(await client.ask("GET / HTTP/1.1\r\n\r\n").isEmpty)
    // A busy machine lets go of them a little later.
    var answer = ""
    let asked = ContinuousClock.now
    while !answer.hasSuffix("answered"), ContinuousClock.now - asked < .seconds(30) {
      try await Task.sleep(for: .milliseconds(200))
      answer = await client.ask("GET / HTTP/1.1\r\n\r\n")
    }
    #expect(answer.hasSuffix("answered"))
    for one in held { close(one) }
    serving.cancel()
    _ = await serving.result
  }

  @Test("A port that is taken is named")
  func taken() async throws {
    let first = LoopbackServer(port: 0) { _ in .page("") }
    let port = Mutex<UInt16>(0)
    let serving = Task(executorPreference: OwnThread.shared) {
      try await first.run { found in port.withLock { $0 = found } }
    }
    while port.withLock({ $0 }) == 0 { try await Task.sleep(for: .milliseconds(5)) }
    let number = port.withLock { $0 }
    await #expect {
      try await LoopbackServer(port: number) { _ in .page("") }.run { _ in }
    } throws: {
      ($0 as? WorkflowError)?.what == "port \(number) is taken"
    }
    serving.cancel()
    _ = await serving.result
  }
}

/// Sends bytes as they are, and reads until the other end closes.
struct RawClient: Sendable {
  var port: UInt16
  var host = "127.0.0.1"

  private static let queue = DispatchQueue(label: "raw client")

  /// Away from the thread that the server runs on.
  func ask(_ text: String) async -> String {
    await withCheckedContinuation { answered in
      Self.queue.async { answered.resume(returning: exchange(text)) }
    }
  }

  private func exchange(_ text: String) -> String {
    let end = open(text)
    guard end >= 0 else { return "" }
    defer { close(end) }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(end, &buffer, buffer.count, 0)
      if count <= 0 { break }
      answer += buffer[..<count]
    }
    return String(decoding: answer, as: UTF8.self)
  }

  /// Sends bytes and leaves the connection open; its number, or -1.
  func open(_ text: String) -> Int32 {
    let end = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, host, &address.sin_addr)
    var limit = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(end, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(end, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    let bytes = Array(text.utf8)
    guard connected == 0, send(end, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
      close(end)
      return -1
    }
    return end
  }
}
