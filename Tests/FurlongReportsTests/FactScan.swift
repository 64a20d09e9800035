import Foundation
import FurlongDocuments

/// Reads facts back out of rendered text.
enum FactScan {
  /// The facts of a JSON form, in order.
  static func json(_ text: String) -> [String] {
    matches(of: #""fact":\s*"((?:[^"\\]|\\.)*)""#, in: text).map(unescaped)
  }

  /// The facts that Markdown carries as comments, in order.
  static func markdown(_ text: String) -> [String] { matches(of: "<!--(.*?)-->", in: text) }

  /// A fact as a comment can hold it.
  static func comment(_ fact: String) -> String { fact.replacingOccurrences(of: "--", with: "- -") }

  /// The facts that HTML carries as attributes, in order.
  static func html(_ text: String) -> [String] { matches(of: "data-fact=\"(.*?)\"", in: text) }

  private static func matches(of pattern: String, in text: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    let range = NSRange(text.startIndex..., in: text)
    return expression.matches(in: text, range: range).compactMap { match in
      Range(match.range(at: 1), in: text).map { String(text[$0]) }
    }
  }

  private static func unescaped(_ text: String) -> String {
    text.replacingOccurrences(of: "\\/", with: "/").replacingOccurrences(of: "\\\"", with: "\"")
  }
}

extension Document {
  /// All figures, in the order of reading.
  var figures: [Figure] { blocks.flatMap(\.figures) }
}

extension Block {
  fileprivate var figures: [Figure] {
    switch self {
    case .figure(let figure): [figure]
    case .section(let section): section.blocks.flatMap(\.figures)
    case .details(let details): details.blocks.flatMap(\.figures)
    default: []
    }
  }
}

extension Document {
  /// All tables, those of figures among them, in the order of reading.
  var tables: [Table] { blocks.flatMap(\.tables) }
}

extension Block {
  fileprivate var tables: [Table] {
    switch self {
    case .table(let table): [table]
    case .figure(let figure): [figure.table]
    case .section(let section): section.blocks.flatMap(\.tables)
    case .details(let details): details.blocks.flatMap(\.tables)
    default: []
    }
  }
}

extension Prose {
  /// The pieces without the marks around them.
  var flat: [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .strong(let prose), .emphasis(let prose): prose.flat
      case .text, .code, .number: [inline]
      }
    }
  }
}
