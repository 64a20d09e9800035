import FurlongStudy

/// The answers of a form as the study file writes them: `items:3,,4`, `total:17.0` or `state:in paid work`.
///
/// Two forms say the same exactly where their texts are equal.
struct AnswersText {
  var text: String

  init(_ answers: FormAnswers) {
    switch answers {
    case .items(let items):
      text = "items:" + items.map { $0.map(String.init) ?? "" }.joined(separator: ",")
    case .total(let total):
      text = "total:\(total)"
    case .state(let state):
      text = "state:" + state
    }
  }

  init(text: String) { self.text = text }

  /// The answers; nil where the text is none.
  var answers: FormAnswers? {
    if text.hasPrefix("total:") { return Double(text.dropFirst(6)).map(FormAnswers.total) }
    if text.hasPrefix("state:") { return .state(String(text.dropFirst(6))) }
    guard text.hasPrefix("items:") else { return nil }
    let parts = text.dropFirst(6).split(separator: ",", omittingEmptySubsequences: false)
    return .items(parts.map { Int($0) })
  }
}
