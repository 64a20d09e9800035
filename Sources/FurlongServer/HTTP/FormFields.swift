import Foundation

/// The fields of a form or a query: names and values. Of a name that stands twice the first counts.
struct FormFields: Sendable, Equatable {
  private var values: [String: String] = [:]

  /// Reads `name=value&name=value`; what cannot be read is left out.
  init(_ text: String) {
    for pair in text.split(separator: "&", maxSplits: 63) {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.plain(parts[0]), let value = Self.plain(parts.count > 1 ? parts[1] : "")
      else { continue }
      if values[name] == nil { values[name] = value }
    }
  }

  /// A field; nil where there is none.
  subscript(name: String) -> String? { values[name] }

  /// A field that is a whole number.
  func number(_ name: String) -> Int? { values[name].flatMap { Int($0) } }

  /// Without escapes; nil where they are no text. Line ends are LF, as texts have them.
  private static func plain(_ text: Substring) -> String? {
    text.replacing("+", with: " ").removingPercentEncoding.map {
      $0.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
  }
}
