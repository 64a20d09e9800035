/// Words with named fields below them, as one text that people read in another tool and Furlong reads back.
///
/// The fields are the last paragraph, a line each: `Include: Somebody is there`. Values are escaped as in a file of
/// codings, so that each stays on its line.
enum FieldLines {
  static func written(_ words: String, _ fields: [(label: String, value: String)]) -> String {
    let lines = fields.map { "\($0.label): \(CellEscape.written($0.value))" }
    return ([words] + (lines.isEmpty ? [] : [lines.joined(separator: "\n")]))
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The words and the fields of a text; all of it is words where its last paragraph is not made of such fields.
  static func read(
    _ text: String, labels: Set<String>
  ) -> (words: String, fields: [(label: String, value: String)]) {
    // Some tools end lines with two signs.
    for text in [text, StoryText(text).text] {
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      // Some add a line end.
      let last = lines.lastIndex { !$0.isEmpty } ?? 0
      let blank = lines[..<last].lastIndex { $0.isEmpty }
      let first = blank.map { $0 + 1 } ?? 0
      let fields = lines[first...last].compactMap { field(Substring($0), labels) }
      if !fields.isEmpty, fields.count == last - first + 1 {
        let words = lines[..<(blank ?? 0)].map { String($0) }.joined(separator: "\n")
        return (words, fields)
      }
    }
    return (text, [])
  }

  private static func field(
    _ line: Substring, _ labels: Set<String>
  ) -> (label: String, value: String)? {
    let points = line.unicodeScalars
    guard let colon = points.firstIndex(of: ":"), labels.contains(String(points[..<colon])) else {
      return nil
    }
    var value = points[points.index(after: colon)...]
    if value.first == " " { value.removeFirst() }
    return (String(points[..<colon]), CellEscape.plain(String(value)))
  }
}
