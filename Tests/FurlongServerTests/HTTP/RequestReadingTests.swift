import FurlongTestSupport
import Testing

@testable import FurlongServer

@Suite("Reading a request")
struct RequestReadingTests {
  private func read(_ text: String, by step: Int = 4_096) throws -> PageRequest? {
    var reading = RequestReading()
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      if let request = try reading.take(Array(rest.prefix(step))) { return request }
      rest = rest.dropFirst(step)
    }
    return nil
  }

  @Test("Is the same however its bytes come", .tags(.law), arguments: [1, 2, 3, 7, 4_096])
  func pieces(step: Int) throws {
    let text =
      "POST /a?b HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nX-Empty:\r\nCookie:  a=b; c=d \t\r\n\r\nhello and more"
    let request = try #require(try read(text, by: step))
    #expect(request.method == "POST" && request.target == "/a?b")
    #expect(
      request.headers == ["host": "x", "content-length": "5", "x-empty": "", "cookie": "a=b; c=d"])
    #expect(String(decoding: request.body, as: UTF8.self) == "hello")
    #expect(try read("GET / HTTP/1.0\r\n\r\n", by: step)?.body.isEmpty == true)
    #expect(try read("POST / HTTP/1.1\r\nContent-Length: 6\r\n\r\nhello", by: step) == nil)
    #expect(try read("GET / HTTP/1.1\r\nHost: x\r\n", by: step) == nil)
  }

  @Test("A head or a body that is too long is refused before more of it is kept", .tags(.edge))
  func limits() throws {
    let line = "GET / HTTP/1.1\r\n"
    let room = AccessRules.longestHead - line.utf8.count
    #expect(
      throws: Never.self
    ) { try read(line + "a:" + String(repeating: "b", count: room - 2) + "\r\n\r\n") }
    for text in [
      line + "a:" + String(repeating: "b", count: room) + "\r\n\r\n",
      "GET /" + String(repeating: "a", count: AccessRules.longestHead),
      line + String(repeating: "a:b\r\n", count: AccessRules.longestHead),
    ] {
      #expect(throws: Refusal.headers) { try read(text) }
    }
    // The first bytes past the limit are enough to refuse it.
    var reading = RequestReading()
    var taken = 0
    #expect(throws: Refusal.headers) {
      while taken < 10_000_000 {
        _ = try reading.take(Array(repeating: UInt8(ascii: "a"), count: 4_096))
        taken += 4_096
      }
    }
    #expect(taken <= AccessRules.longestHead)
    for length in ["1048577", "99999999999999999999"] {
      #expect(throws: Refusal.body) {
        try read("POST / HTTP/1.1\r\nContent-Length: \(length)\r\n\r\n")
      }
    }
  }

  @Test(
    "What could be understood in two ways, or not at all, is refused", .tags(.edge),
    arguments: [
      "\r\n\r\n", "GET /\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "GET / HTTP/2\r\n\r\n",
      "GET / HTTP/1.1\r\nhost\r\n\r\n", "GET / HTTP/1.1\r\n: x\r\n\r\n",
      "GET / HTTP/1.1\r\nHost : x\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n", "GET / HTTP/1.1\nHost: a\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\0\r\n\r\n",
      "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
      "POST / HTTP/1.1\r\nContent-Length: +1\r\n\r\nx",
      "POST / HTTP/1.1\r\nContent-Length: 0x1\r\n\r\nx",
      "POST / HTTP/1.1\r\nContent-Length:\r\n\r\n",
      "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",
      "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ])
  func broken(text: String) {
    #expect(throws: Refusal.broken) { try read(text) }
  }

  @Test("A head that is no text is refused", .tags(.edge))
  func bytes() {
    var reading = RequestReading()
    #expect(throws: Refusal.broken) {
      try reading.take(Array("GET /".utf8) + [0xFF] + Array(" HTTP/1.1\r\n\r\n".utf8))
    }
  }
}
