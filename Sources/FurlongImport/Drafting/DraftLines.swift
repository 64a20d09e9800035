import FurlongForms

/// Lines of a drafted mapping, with remarks behind them.
struct DraftLines {
  /// What stands where only a person can say.
  static let decide = "DECIDE"

  private var lines = RemarkedLines()
  /// Sentences about what to look at.
  var checks: [String] = []

  /// Adds a line with a remark.
  mutating func add(_ line: String, _ remark: String? = nil) { lines.add(line, remark) }

  /// Adds a table of words, a line each.
  mutating func words(
    _ key: String, _ words: [(word: String, means: String?)], indent: Int, choices: String
  ) {
    let blanks = String(repeating: " ", count: indent)
    add("\(blanks)\(key):")
    for (word, means) in words {
      add(
        "\(blanks)  \(YAMLText.word(word)): \(means.map(Self.value) ?? Self.decide)",
        means == nil ? "write one of: \(choices)" : nil)
    }
  }

  /// A word as a value: several plain words need no quotes.
  private static func value(_ text: String) -> String {
    text.split(separator: " ").allSatisfy { YAMLText.word(String($0)) == $0 }
      || Int(text) != nil ? text : YAMLText.quoted(text)
  }

  /// A list of headings in brackets.
  static func list(_ headings: [String]) -> String {
    "[\(headings.map(YAMLText.word).joined(separator: ", "))]"
  }

  var text: String { lines.text }
}
