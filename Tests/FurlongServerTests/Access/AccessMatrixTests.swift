import FurlongTestSupport
import Testing

@testable import FurlongServer

/// Every way in that is known, tried on one study: what is let in is what the page's own browser sends, and nothing else.
@Suite("Who is let in")
struct AccessMatrixTests {
  static let hosts: [String?] = [
    "127.0.0.1:8123", "localhost:8123", "[::1]:8123", nil, "", "127.0.0.1", "localhost",
    "127.0.0.1:8124", "127.0.0.1:81230", "evil.example", "evil.example:8123",
    "127.0.0.1.evil.example:8123", "localhost.evil.example:8123", "127.0.0.1:8123.evil.example",
    "127.0.0.1:8123@evil.example", "evil.example#127.0.0.1:8123", "127.0.0.1:8123,evil.example",
    "0.0.0.0:8123", "127.1:8123", "2130706433:8123", "LOCALHOST:8123", "localhost.:8123",
    "[::]:8123",
    "[::ffff:127.0.0.1]:8123", "127.0.0.1:8123/", " 127.0.0.1:8123",
  ]
  static let origins: [String?] = [
    nil, "own", "null", "", "http://evil.example", "https://127.0.0.1:8123",
    "http://127.0.0.1:9999",
    "http://127.0.0.1", "http://127.0.0.1:8123.evil.example", "http://localhost:81230", "file://",
    "chrome-extension://abc", "OWN",
  ]
  static let sites: [String?] = [
    nil, "same-origin", "same-site", "cross-site", "none", "", "Same-Origin",
    "same-origin, cross-site",
  ]
  static let cookies: [String?] = [
    "own", nil, "", "wrong", "short", "twice", "other port", "prefix",
  ]
  static let types: [String?] = [
    "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8", nil,
    "",
    "text/plain", "multipart/form-data; boundary=x", "application/json", "text/html",
    "text/plain; application/x-www-form-urlencoded",
  ]
  static let methods = [
    "GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "post",
    "",
    "PROPFIND",
  ]
  static let targets = [
    "/", "/stories/S1", "/stories/S1/give", "/undo", "/coder", "/again", "/problems", "/page.js",
    "/enter", "/enter?key=00000000000000000000000000000000", "//evil.example/",
    "http://evil.example/", "*", "", "/../../etc/passwd", "/stories/..%2f..%2fstudy.yaml",
    "/%2e%2e/study.yaml", "/stories/%00", "/reports/report.html", "/codings/RO.csv",
  ]

  /// Those of which everything else is varied.
  static let varied = [
    "/", "/stories/S1/give", "/enter?key=00000000000000000000000000000000", "//evil.example/",
  ]

  /// What a request is made of.
  struct Trial {
    var host: String?
    var origin: String?
    var site: String?
    var cookie: String?
    var type: String?
    var method: String
    var target: String

    /// Whether it is what the page's own browser sends, told apart from the rules: all or nothing.
    var isOwn: Bool {
      guard let host, ["127.0.0.1:8123", "localhost:8123", "[::1]:8123"].contains(host),
        target.hasPrefix("/"), !target.hasPrefix("//")
      else { return false }
      let isOwnOrigin = origin == "own"
      switch method {
      case "GET":
        let isEntry = target.hasPrefix("/enter")
        return (origin == nil || isOwnOrigin)
          && (isEntry || [nil, "same-origin", "none"].contains(site))
          && (isEntry || cookie == "own")
      case "POST":
        return (isOwnOrigin || (origin == nil && site == "same-origin"))
          && [nil, "same-origin"].contains(site) && cookie == "own"
          && type?.hasPrefix("application/x-www-form-urlencoded") == true
      default: return false
      }
    }

    func request(_ rules: AccessRules) -> PageRequest {
      var request = PageRequest(method: method, target: target)
      let pass = rules.pass.text
      request.headers["host"] = host
      request.headers["origin"] =
        origin == "own" ? "http://\(host ?? "")" : origin == "OWN" ? "HTTP://\(host ?? "")" : origin
      request.headers["sec-fetch-site"] = site
      request.headers["content-type"] = type
      request.headers["cookie"] =
        switch cookie {
        case "own": "other=1; \(rules.cookie)=\(pass)"
        case "wrong": "\(rules.cookie)=\(String(pass.reversed()) + "")x"
        case "short": "\(rules.cookie)=\(pass.dropLast())"
        case "twice": "\(rules.cookie)=\(pass); \(rules.cookie)=\(pass)"
        case "other port": "furlong-9999=\(pass)"
        case "prefix": "x\(rules.cookie)=\(pass)"
        default: cookie
        }
      return request
    }
  }

  @Test("Of all combinations, those of the page's own browser alone are let in")
  func matrix() throws {
    let rules = try ServedStudy().entrance.rules
    var (letIn, tried, wrong) = (0, 0, [Trial]())
    for method in Self.methods {
      for target in Self.targets {
        for host in Self.hosts {
          // Of what is refused whatever comes with it, and of addresses like others, one of each of the rest is enough.
          let isOurs =
            rules.hosts.contains(host ?? "") && ["GET", "POST"].contains(method)
            && Self.varied.contains(target)
          for cookie in isOurs ? Self.cookies : ["own"] {
            for origin in isOurs ? Self.origins : ["own"] {
              for site in isOurs ? Self.sites : ["same-origin"] {
                for type in method == "POST" && isOurs ? Self.types : [Self.types[0]] {
                  let trial = Trial(
                    host: host, origin: origin, site: site, cookie: cookie, type: type,
                    method: method, target: target)
                  let request = trial.request(rules)
                  tried += 1
                  var isIn = true
                  do throws(Refusal) {
                    try rules.check(request, needsPass: !request.isEntry)
                  } catch { isIn = false }
                  if isIn { letIn += 1 }
                  if isIn != trial.isOwn { wrong.append(trial) }
                }
              }
            }
          }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    #expect(tried > 100_000 && letIn > 100)
  }

  @Test("What is refused sees nothing of the study, and changes nothing")
  func nothing() throws {
    let study = try ServedStudy()
    let hostile = [
      Trial(
        host: "evil.example:8123", origin: "own", site: "same-origin", cookie: "own",
        type: Self.types[0], method: "POST", target: "/stories/S1/read"),
      Trial(
        host: Self.hosts[0], origin: "http://evil.example", site: "cross-site", cookie: "own",
        type: Self.types[0], method: "POST", target: "/stories/S1/read"),
      Trial(
        host: Self.hosts[0], origin: "own", site: "same-origin", cookie: nil, type: Self.types[0],
        method: "POST", target: "/stories/S1/read"),
      Trial(
        host: Self.hosts[0], origin: nil, site: nil, cookie: "wrong", type: nil, method: "GET",
        target: "/stories/S1"),
      Trial(
        host: Self.hosts[0], origin: "own", site: "same-origin", cookie: "own", type: "text/plain",
        method: "POST", target: "/stories/S1/read"),
    ]
    for trial in hostile {
      let answer = study.answer(trial.request(study.entrance.rules))
      #expect(answer.status >= 400 && !answer.text.contains("biscuits"))
      #expect(answer.headers["Access-Control-Allow-Origin"] == nil)
    }
    #expect(throws: (any Error).self) { try study.folder.text(of: "codings/RO.csv") }
    #expect(study.answer(study.post("/stories/S1/read")).status == 303)
    #expect(try study.folder.text(of: "codings/RO.csv").contains("S1"))
  }

  @Test("The key opens once, for one browser")
  func key() throws {
    let study = try ServedStudy()
    let address = study.entrance.address.dropFirst("http://127.0.0.1:8123".count)
    var request = PageRequest(
      method: "GET", target: String(address), headers: ["host": "127.0.0.1:8123"])
    let first = study.answer(request)
    let cookie = try #require(first.headers["Set-Cookie"])
    #expect(first.status == 200)
    #expect(
      cookie.hasPrefix("furlong-8123=") && cookie.hasSuffix("Path=/; HttpOnly; SameSite=Strict"))
    #expect(study.answer(request).status == 403)
    #expect(study.answer(request).headers["Set-Cookie"] == nil)
    request.headers["cookie"] = cookie.split(separator: ";").first.map(String.init)
    #expect(study.answer(request).status == 303)
    request.target = "/"
    #expect(study.answer(request).status == 200)
  }

  @Test("Keys are 128 bits, and no two alike")
  func tokens() {
    var random = SystemRandomNumberGenerator()
    let tokens = (0..<1_000).map { _ in AccessToken(using: &random) }
    #expect(tokens.allSatisfy { $0.text.count == 32 && $0.text.allSatisfy(\.isHexDigit) })
    #expect(Set(tokens.map(\.text)).count == 1_000)
    #expect(tokens[0].isSame(as: tokens[0].text))
    #expect(!tokens[0].isSame(as: tokens[0].text.uppercased() + ""))
    #expect(!tokens[0].isSame(as: ""))
  }

  @Test("Heads and bodies that are too long are refused")
  func limits() throws {
    let study = try ServedStudy()
    var request = study.get("/")
    request.headers["x"] = String(repeating: "a", count: AccessRules.longestHead)
    #expect(study.answer(request).status == 431)
    var form = study.post("/stories/S1/read")
    form.body = Array(repeating: 97, count: AccessRules.longestBody + 1)
    #expect(study.answer(form).status == 413)
  }

  @Test("Read only, nothing that writes is let in, and everything can be read")
  func readOnly() throws {
    let study = try ServedStudy(readOnly: true)
    for target in [
      "/stories/S1/give", "/stories/S1/take", "/stories/S1/note", "/stories/S1/read", "/undo",
      "/coder", "/again", "/codes",
    ] {
      #expect(study.answer(study.post(target)).status == 403)
    }
    for target in ["/", "/stories/S1", "/problems", "/report"] {
      let answer = study.answer(study.get(target))
      #expect(answer.status == 200 && !answer.text.contains("method=\"post\""))
    }
    #expect(study.answer(study.get("/report/draft")).status == 403)
    let files = try study.folder.url.resourceFiles()
    #expect(!files.contains { $0.hasPrefix("codings") || $0.hasPrefix("study.furlong") })
  }

  @Test("Every answer keeps others out")
  func headers() throws {
    let study = try ServedStudy()
    var refused = study.get("/")
    refused.headers["host"] = "evil.example"
    for request in [
      study.get("/"), study.get("/stories/S1"), study.get("/page.js"), study.get("/page.css"),
      study.get("/nowhere"), study.post("/undo", json: true), refused,
    ] {
      let headers = study.answer(request).headers
      #expect(
        headers["Content-Security-Policy"]?.hasPrefix("default-src 'none'; script-src 'self';")
          == true)
      #expect(headers["Content-Security-Policy"]?.contains("frame-ancestors 'none'") == true)
      #expect(headers["X-Content-Type-Options"] == "nosniff")
      #expect(headers["Referrer-Policy"] == "same-origin")
      #expect(headers["Cache-Control"] == "no-store")
      #expect(headers["Cross-Origin-Opener-Policy"] == "same-origin")
      #expect(headers["Cross-Origin-Resource-Policy"] == "same-origin")
      #expect(headers.keys.allSatisfy { !$0.hasPrefix("Access-Control") })
    }
  }
}
