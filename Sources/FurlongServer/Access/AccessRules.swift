/// Who is let in, decided before anything of a request is looked at: its host, where it came from, its key, what it sends.
///
/// A page of another site can send requests here, and by a name of its own that leads to 127.0.0.1 it is even of one origin with
/// this page; so the host is held against a list, for reading too, and what writes must come from this origin *and* bring the
/// key. No answer lets another origin read it (there is no CORS).
struct AccessRules: Sendable {
  /// The longest head of a request: all names and values together.
  static let longestHead = 16_384
  /// The longest body.
  static let longestBody = 1_048_576
  /// What forms are sent as.
  static let formType = "application/x-www-form-urlencoded"

  /// The port that is listened on.
  let port: UInt16
  /// What the browser shows once it was let in.
  let pass: AccessToken
  /// Whether nothing may be changed.
  let isReadOnly: Bool

  /// The hosts that are this page.
  var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"] }

  /// The name of the cookie: cookies are shared by all ports of a host.
  var cookie: String { "furlong-\(port)" }

  /// Refuses a request; what it returns of is let in.
  ///
  /// - Parameter needsPass: whether the browser must show its pass, as for everything but the address with the key.
  func check(_ request: PageRequest, needsPass: Bool = true) throws(Refusal) {
    let head = request.headers.reduce(request.target.utf8.count) {
      $0 + $1.key.utf8.count + $1.value.utf8.count + 4
    }
    guard head <= Self.longestHead else { throw .headers }
    guard let host = request.headers["host"], hosts.contains(host) else { throw .otherHost }
    guard ["GET", "POST"].contains(request.method) else { throw .method }
    guard request.target.hasPrefix("/"), !request.target.hasPrefix("//") else { throw .target }
    let isWrite = request.method == "POST"
    try checkOrigin(request, host: host, isWrite: isWrite)
    if needsPass || isWrite {
      guard let shown = request.cookie(cookie), pass.isSame(as: shown) else { throw .noKey }
    }
    if isWrite {
      guard !isReadOnly else { throw .readOnly }
      guard request.mediaType == Self.formType else { throw .contentType }
    }
    guard request.body.count <= Self.longestBody else { throw .body }
  }

  /// What reads may come from here or from a person who typed the address; what writes, from here alone, and says so. The
  /// address with the key may be followed from anywhere.
  private func checkOrigin(
    _ request: PageRequest, host: String, isWrite: Bool
  ) throws(Refusal) {
    let origin = request.headers["origin"]
    let site = request.headers["sec-fetch-site"]
    if let origin, origin != "http://\(host)" { throw .otherSite }
    if isWrite {
      guard origin != nil || site == "same-origin" else { throw .otherSite }
      if let site, site != "same-origin" { throw .otherSite }
    } else if let site, !["same-origin", "none"].contains(site), !request.isEntry {
      throw .otherSite
    }
  }
}
