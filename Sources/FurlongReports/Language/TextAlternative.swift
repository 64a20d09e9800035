/// Puts together the words for those who do not see a figure.
struct TextAlternative {
  /// The most characters that a listener is asked to hear.
  static let limit = 250

  /// The finding first, then as much more as there is room for, whole sentences only.
  static func write(_ title: String, _ more: String...) -> String {
    var text = title.hasSuffix(".") ? title : title + "."
    for sentence in more where text.count + 1 + sentence.count <= limit {
      text += " " + sentence
    }
    return text
  }
}
