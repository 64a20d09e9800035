public import FurlongTables

/// The names of people in an export, in memory alone: to be found in what people wrote, so that they are not shown.
public enum PersonNames {
  /// The single names in the columns of a table that are headed as names, in small letters.
  ///
  /// Words of fewer than three letters, and titles, are no names.
  public static func words(in table: SourceTable) -> Set<String> {
    var names: Set<String> = []
    for (column, heading) in table.header.enumerated() where HeadingText(heading).saysAName {
      for row in 0..<table.rowCount {
        names.formUnion(words(of: table.text(row: row, column: column)))
      }
    }
    return names
  }

  /// The words of a text that may be names, in small letters.
  static func words(of text: String) -> [String] {
    text.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "’" })
      .map(String.init).filter { $0.count > 2 && !titles.contains($0) }
  }

  private static let titles: Set<String> = ["mrs", "miss", "prof", "rev", "sir", "the", "and"]
}

extension HeadingText {
  /// Whether it heads the names of people.
  var saysAName: Bool {
    says(
      "forename", "surname", "first name", "last name", "given name", "family name", "full name",
      "preferred name", "known as", "student name", "learner name", "your name")
      || isOnly("name", "names")
  }
}
