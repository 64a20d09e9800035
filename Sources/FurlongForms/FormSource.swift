/// The text of a form, place by place, and the checks that need no parser.
///
/// Lines break where libYAML breaks them, so that its marks point into this text.
struct FormSource {
  let file: String
  let text: String
  private let scalars: [Unicode.Scalar]
  private let lineStarts: [Int]

  static let largest = 1 << 20

  /// Refuses what must not reach the parser: too large, control characters, tabs as indentation,
  /// directives, and any anchor that an alias could repeat.
  init(_ text: String, file: String) throws(FormError) {
    self.file = file
    if text.utf8.count > Self.largest {
      throw FormError(
        file: file, line: 1, column: 1, what: "the file is larger than 1 MB",
        fix: "a form is written by people; is this an export?")
    }
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var starts = [0]
    for (place, scalar) in scalars.enumerated() {
      if scalar == "\r", place + 1 < scalars.count, scalars[place + 1] == "\n" { continue }
      if Self.breaksLine(scalar) { starts.append(place + 1) }
    }
    self.scalars = scalars
    lineStarts = starts
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.text = String(view)
    try refuseControlCharacters()
    try refuseTabsAndDirectives()
    try refuseRepeats()
  }

  /// The scalar at a mark (line and column from 1); `nil` past the end.
  func scalar(line: Int, column: Int) -> Unicode.Scalar? {
    guard lineStarts.indices.contains(line - 1), column > 0 else { return nil }
    let place = lineStarts[line - 1] + column - 1
    return place < scalars.count ? scalars[place] : nil
  }

  /// The next line that has a plain key at a column, in the same block of lines; `nil` when none has.
  func line(of key: String, after line: Int, column: Int) -> Int? {
    let wanted = Array(key.unicodeScalars)
    for next in lineStarts.indices.dropFirst(line) {
      let text = scalars[lineStarts[next]...].prefix { !Self.breaksLine($0) }
      let indent = text.prefix { $0 == " " }.count
      if indent == text.count || text.dropFirst(indent).first == "#" { continue }
      if indent < column - 1 { return nil }
      if indent > column - 1 { continue }
      let rest = text.dropFirst(indent)
      if rest.starts(with: wanted), rest.dropFirst(wanted.count).first(where: { $0 != " " }) == ":"
      {
        return next + 1
      }
    }
    return nil
  }

  /// Whether control characters make a text unfit: all but tab and line breaks.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  func error(at place: Int, _ what: String, fix: String) -> FormError {
    // The last line that starts at or before the place.
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= place { low = middle } else { high = middle }
    }
    return FormError(
      file: file, line: low + 1, column: place - lineStarts[low] + 1, what: what, fix: fix)
  }

  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  private func refuseControlCharacters() throws(FormError) {
    guard let place = scalars.firstIndex(where: Self.isControl) else { return }
    throw error(
      at: place, "a control character stands here",
      fix: "delete it; was the file saved as plain text (UTF-8)?")
  }

  private func refuseTabsAndDirectives() throws(FormError) {
    for start in lineStarts {
      let line = scalars[start...].prefix { !Self.breaksLine($0) }
      let indent = line.prefix { $0 == " " || $0 == "\t" }
      if let tab = indent.firstIndex(of: "\t"), indent.count < line.count {
        throw error(at: tab, "a tab stands in the indentation", fix: "indent with spaces")
      }
      if line.first == "%" {
        throw error(
          at: start, "a line begins with '%'", fix: "YAML directives are not read: delete it")
      }
    }
  }

  /// Refuses a name that stands both after `&` and after `*`.
  ///
  /// Parsing expands aliases before anyone can refuse them, and comparing expanded keys takes time
  /// without bound; a text without such a pair has no alias that resolves.
  private func refuseRepeats() throws(FormError) {
    var anchors: Set<[Unicode.Scalar]> = []
    for (place, scalar) in scalars.enumerated() where scalar == "&" {
      let name = Array(word(after: place))
      if !name.isEmpty { anchors.insert(name) }
    }
    if anchors.isEmpty { return }
    for (place, scalar) in scalars.enumerated() where scalar == "*" {
      if anchors.contains(Array(word(after: place))) { throw anchorError(at: place) }
    }
  }

  private func word(after place: Int) -> ArraySlice<Unicode.Scalar> {
    scalars[(place + 1)...].prefix {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains($0))
    }
  }

  private func anchorError(at place: Int) -> FormError {
    error(at: place, Self.anchors.what, fix: Self.anchors.fix)
  }

  static let anchors = (
    what: "anchors (&name) and aliases (*name) are not read",
    fix: "write the value out in both places; put a text that begins with & or * in quotes"
  )
}
