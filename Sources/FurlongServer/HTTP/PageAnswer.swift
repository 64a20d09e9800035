/// What is sent back, apart from the program that sends it.
struct PageAnswer: Sendable, Equatable {
  /// The status.
  var status: Int
  /// The headers: of every answer those that keep others out.
  var headers: [String: String]
  /// The body.
  var body: [UInt8]

  /// What a page of ours may do: its own style and script, its own addresses, in nobody's frame.
  static let ownPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  /// What a report may do, which brings its style in itself: nothing.
  static let reportPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    + "frame-ancestors 'none'; sandbox"

  /// An answer.
  init(_ status: Int = 200, _ type: String, _ body: [UInt8], policy: String = Self.ownPolicy) {
    self.status = status
    self.body = body
    headers = [
      "Content-Type": type,
      "Content-Security-Policy": policy,
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
      // With "no-referrer" browsers say of our own forms that they come from nowhere.
      "Referrer-Policy": "same-origin",
      "Cache-Control": "no-store",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
    ]
  }

  /// A page.
  static func page(_ html: String, status: Int = 200) -> PageAnswer {
    PageAnswer(status, "text/html; charset=utf-8", Array(html.utf8))
  }

  /// On to another page of ours, after a form was sent.
  static func onward(to path: String) -> PageAnswer {
    var answer = PageAnswer(303, "text/plain; charset=utf-8", [])
    answer.headers["Location"] = path
    return answer
  }
}
