/// A request as it came, apart from the program that brought it.
struct PageRequest: Sendable, Equatable {
  /// `GET`, `POST`, or what else was sent.
  var method: String
  /// Path and query as they were sent, still escaped.
  var target: String
  /// The headers, their names in small letters.
  var headers: [String: String] = [:]
  /// What was sent.
  var body: [UInt8] = []

  /// The path as it was sent.
  var path: Substring { target.prefix { $0 != "?" } }

  /// What the query says.
  var query: FormFields { FormFields(String(target.dropFirst(path.count + 1))) }

  /// What the form that was sent says.
  var form: FormFields { FormFields(String(decoding: body, as: UTF8.self)) }

  /// Whether it is for the address with the key.
  var isEntry: Bool { method == "GET" && path == "/enter" }

  /// Whether the page's own script asks, and wants an answer in JSON.
  var wantsJSON: Bool { headers["accept"] == "application/json" }

  /// What the body is sent as, without its parameters.
  var mediaType: String? {
    headers["content-type"].map {
      $0.prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
    }
  }

  /// The value of a cookie; nil where it was not sent, or more than once.
  func cookie(_ name: String) -> String? {
    let found = (headers["cookie"] ?? "").split(separator: ";").compactMap { pair -> String? in
      let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      return parts.count == 2 && parts[0] == name ? String(parts[1]) : nil
    }
    return found.count == 1 ? found[0] : nil
  }
}
