/// One request, read out of bytes as they come: no more of them is ever kept than a head and a body may have.
///
/// HTTP/1.1 as browsers send it: a head of lines, and a body of the length that the head says. What could be understood in
/// two ways (a header that stands twice, a body in chunks, lines that go on) is refused.
struct RequestReading {
  /// So many bytes are kept while a head is read.
  private static let longestHead = AccessRules.longestHead
  private static let headEnd = Array("\r\n\r\n".utf8)

  private var bytes: [UInt8] = []
  private var request: PageRequest?
  private var bodyLength = 0

  /// Takes bytes; nil where more are needed.
  ///
  /// - Throws: where the head or the body is too long, or what came is no request.
  mutating func take(_ more: [UInt8]) throws(Refusal) -> PageRequest? {
    guard var request else {
      let seen = max(0, bytes.count - Self.headEnd.count + 1)
      bytes += more.prefix(Self.longestHead + AccessRules.longestBody - bytes.count)
      guard let end = bytes[seen...].firstRange(of: Self.headEnd) else {
        if bytes.count > Self.longestHead { throw .headers }
        return nil
      }
      if end.lowerBound > Self.longestHead { throw .headers }
      let head = try Self.head(bytes[..<end.lowerBound])
      (request, bodyLength) = (head, try Self.bodyLength(head))
      bytes.removeSubrange(..<end.upperBound)
      return try take([])
    }
    bytes += more.prefix(bodyLength - min(bodyLength, bytes.count))
    guard bytes.count >= bodyLength else { return nil }
    request.body = Array(bytes.prefix(bodyLength))
    return request
  }

  /// The request's first line and its headers.
  private static func head(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> PageRequest {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .broken }
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for place in lines.indices.dropLast() {
      guard lines[place].popLast() == "\r" else { throw .broken }
    }
    guard !lines.contains(where: { $0.contains("\r") || $0.contains("\0") }) else { throw .broken }
    let first = lines[0].split(separator: " ", omittingEmptySubsequences: false)
    guard first.count == 3, ["HTTP/1.1", "HTTP/1.0"].contains(String(first[2])) else {
      throw .broken
    }
    var request = PageRequest(method: String(first[0]), target: String(first[1]))
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty,
        !parts[0].contains(where: \.properties.isWhitespace)
      else { throw .broken }
      let name = String(parts[0]).lowercased()
      guard request.headers[name] == nil else { throw .broken }
      let value = parts[1].drop(while: isBlank)
      let end = value.lastIndex { !isBlank($0) }.map(value.index(after:)) ?? value.startIndex
      request.headers[name] = String(value[..<end])
    }
    return request
  }

  private static func bodyLength(_ request: PageRequest) throws(Refusal) -> Int {
    guard request.headers["transfer-encoding"] == nil else { throw .broken }
    guard let said = request.headers["content-length"] else { return 0 }
    guard !said.isEmpty,
      said.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { throw .broken }
    guard let length = Int(said), length <= AccessRules.longestBody else { throw .body }
    return length
  }

  private static func isBlank(_ sign: Unicode.Scalar) -> Bool { sign == " " || sign == "\t" }
}
