extension String? {
  /// The text without blanks at its ends; nil where nothing is left.
  var filled: String? {
    guard let self else { return nil }
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }
}
