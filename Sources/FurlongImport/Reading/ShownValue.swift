/// Decides whether a cell's value may stand in a message, and in what form.
struct ShownValue {
  /// Columns of which no value may be shown.
  let hidden: Set<String>

  static let longest = 40

  /// The value in quotes, or nil where it may not be shown.
  ///
  /// A column is hidden by the mapping; a value is hidden also where it looks like an identifier that strayed
  /// into another column: an e-mail address, or more digits than a date has.
  func quoted(_ value: String, column: String) -> String? {
    if hidden.contains(column) || value.contains("@") { return nil }
    if value.unicodeScalars.count(where: { $0.properties.numericType != nil }) > 8 { return nil }
    let line = value.unicodeScalars.map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: "·"
      default: Character(scalar)
      }
    }
    return "'"
      + (line.count > Self.longest ? String(line.prefix(Self.longest - 1)) + "…" : String(line))
      + "'"
  }
}
