import Synchronization

/// The one way in: a key in the address, good once, for which a browser gets a pass in a cookie that scripts cannot read.
final class Entrance: Sendable {
  /// Who is let in.
  let rules: AccessRules
  private let key: AccessToken
  private let isUsed = Mutex(false)

  /// An entrance on a port.
  init(port: UInt16, isReadOnly: Bool, using random: inout some RandomNumberGenerator) {
    key = AccessToken(using: &random)
    rules = AccessRules(
      port: port, pass: AccessToken(using: &random), isReadOnly: isReadOnly)
  }

  /// The address to open.
  var address: String { "http://127.0.0.1:\(rules.port)/enter?key=\(key.text)" }

  /// Answers a request, or refuses it before anything else is looked at.
  func answer(_ request: PageRequest, pages: StudyPages) -> PageAnswer {
    do throws(Refusal) {
      try rules.check(request, needsPass: !request.isEntry)
      return request.isEntry ? try enter(request) : pages.answer(request)
    } catch {
      return .refused(error, asJSON: request.wantsJSON)
    }
  }

  /// Gives a browser its pass. The page that says so leads on by itself: a browser that came from elsewhere sends the
  /// cookie only with what this page asks for.
  private func enter(_ request: PageRequest) throws(Refusal) -> PageAnswer {
    if let shown = request.cookie(rules.cookie), rules.pass.isSame(as: shown) {
      return .onward(to: "/")
    }
    guard let given = request.query["key"], key.isSame(as: given) else { throw .noKey }
    let isFirst = isUsed.withLock { used in
      defer { used = true }
      return !used
    }
    guard isFirst else { throw .usedKey }
    var answer = PageAnswer.plain(
      "Furlong", "You are let in.", head: "<meta http-equiv=\"refresh\" content=\"0; url=/\">",
      link: "To the stories")
    answer.headers["Set-Cookie"] =
      "\(rules.cookie)=\(rules.pass.text); Path=/; HttpOnly; SameSite=Strict"
    return answer
  }
}

extension PageAnswer {
  /// That a request was not let in.
  static func refused(_ refusal: Refusal, asJSON: Bool = false) -> PageAnswer {
    if asJSON { return .json(["message": refusal.words], refusal.status) }
    var answer = PageAnswer.plain("Not let in", refusal.words, status: refusal.status)
    if refusal == .method { answer.headers["Allow"] = "GET, POST" }
    return answer
  }

  /// A page of one sentence, for those who may see nothing else.
  static func plain(
    _ title: String, _ words: String, status: Int = 200, head: String = "", link: String? = nil
  ) -> PageAnswer {
    .page(
      "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\">\(head)<title>\(title)</title></head>"
        + "<body><main><h1>\(title)</h1><p>\(words)</p>"
        + (link.map { "<p><a href=\"/\">\($0)</a></p>" } ?? "") + "</main></body></html>",
      status: status)
  }
}
