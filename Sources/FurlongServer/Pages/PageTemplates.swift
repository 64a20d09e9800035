import Foundation
import Mustache

/// The templates of the pages, and what is put into them made harmless.
struct PageTemplates: Sendable {
  private let library: MustacheLibrary

  /// Reads the templates that are embedded.
  ///
  /// The library's own escape goes by letters as a reader sees them, so that a quotation mark with an accent over it stays one
  /// and ends an attribute: every template is given the one below.
  init() throws {
    MustacheContentTypes.register(EscapedText(), named: EscapedText.name)
    var library = MustacheLibrary()
    for (name, bytes) in Self.files {
      try library.register(
        "{{% CONTENT_TYPE:\(EscapedText.name)}}" + String(decoding: bytes, as: UTF8.self),
        named: name)
    }
    self.library = library
  }

  /// A page.
  ///
  /// - Parameter values: what its names stand for: text, numbers, truth values, lists and tables of these.
  func render(_ name: String, _ values: [String: Any]) -> String {
    library.render(values, withTemplate: name) ?? ""
  }

  private static let files: [(String, [UInt8])] = [
    ("head", PackageResources.head_mustache),
    ("foot", PackageResources.foot_mustache),
    ("message", PackageResources.message_mustache),
    ("list", PackageResources.list_mustache),
    ("story", PackageResources.story_mustache),
    ("text", PackageResources.text_mustache),
    ("codings", PackageResources.codings_mustache),
    ("proposals", PackageResources.proposals_mustache),
    ("redactions", PackageResources.redactions_mustache),
    ("comparisons", PackageResources.comparisons_mustache),
    ("comparison", PackageResources.comparison_mustache),
    ("problems", PackageResources.problems_mustache),
    ("report", PackageResources.report_mustache),
  ]
}

/// Text between tags and in quoted attributes, code point by code point.
struct EscapedText: MustacheContentType {
  static let name = "PAGE"

  func escapeText(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
