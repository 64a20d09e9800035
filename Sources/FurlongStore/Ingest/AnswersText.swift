import Foundation
import FurlongStudy

/// The answers of a form as the study file writes them, in JSON: `[3, null, 4]` of items, `17.0` of a total, a text of a
/// state.
///
/// Two forms say the same exactly where their texts are equal.
struct AnswersText {
  var text: String

  init(_ answers: FormAnswers) {
    switch answers {
    case .items(let items):
      text = "[" + items.map { $0.map(String.init) ?? "null" }.joined(separator: ",") + "]"
    case .total(let total):
      text = "\(total)"
    case .state(let state):
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.withoutEscapingSlashes]
      text = (try? encoder.encode(state)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
  }

  init(text: String) { self.text = text }

  /// The answers; nil where the text is none.
  var answers: FormAnswers? {
    if text.hasPrefix("[") {
      let parts = text.dropFirst().dropLast().split(
        separator: ",", omittingEmptySubsequences: false)
      return .items(text == "[]" ? [] : parts.map { Int($0) })
    }
    if text.hasPrefix("\"") {
      return (try? JSONDecoder().decode(String.self, from: Data(text.utf8))).map(FormAnswers.state)
    }
    return Double(text).map(FormAnswers.total)
  }
}
