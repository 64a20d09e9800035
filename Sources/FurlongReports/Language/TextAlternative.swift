/// Puts together the words for those who do not see a figure.
struct TextAlternative {
  /// The most characters that a listener is asked to hear.
  static let limit = 250
  /// The most of its numbers, beside those of the finding: the table has all.
  private static let mostNumbers = 3

  /// The finding first, then its main numbers, then as much more as there is room for, whole sentences only.
  static func write(_ title: String, numbers: [String] = [], _ more: String...) -> String {
    var text = title.hasSuffix(".") ? title : title + "."
    func hasRoom(_ sentence: String) -> Bool { text.count + 1 + sentence.count <= limit }
    let told = (1...mostNumbers).map {
      numbers.prefix($0).joined(separator: "; ").capitalised + "."
    }
    if !numbers.isEmpty, let sentence = told.last(where: hasRoom) { text += " " + sentence }
    for sentence in more where hasRoom(sentence) { text += " " + sentence }
    return text
  }
}
