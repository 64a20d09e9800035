import FurlongForms
import FurlongScales
import FurlongStudy
import FurlongTables

/// Drafts what is kept of a person: kind, gender, ethnicity, and the arms of a study.
enum AboutDraft {
  /// Adds the lines, and marks the columns as read.
  ///
  /// - Parameter alsoGroups: whether the arms of a study are kept too.
  static func lines(
    _ sheet: ExportSheet, _ frame: inout DraftFrame, alsoGroups: Bool = false
  ) {
    var seen: Set<String> = []
    let columns = sheet.profiles.indices.compactMap {
      place -> (name: String, column: ColumnProfile)? in
      let column = sheet.profiles[place]
      if alsoGroups, sheet.roles[place] == .other, column.isWords,
        column.words.says("group", "arm", "condition", "treatment", "site", "cohort")
      {
        let name = HeadingText(column.heading).words.joined(separator: "_")
        return seen.insert(name).inserted ? (name, column) : nil
      }
      guard case .about(let name) = sheet.roles[place], seen.insert(name).inserted else {
        return nil
      }
      return (name, column)
    }
    guard !columns.isEmpty else { return }
    frame.lines.add("")
    frame.lines.add("about:", "what is kept of a person, and in which words")
    for (name, column) in columns {
      frame.use([column])
      frame.lines.add("  \(name):")
      frame.lines.add("    column: \(YAMLText.word(column.heading))")
      let meanings = sheet.meanings(of: column)
      var words: [(word: String, means: String?)] = []
      for word in column.byFrequency
      where !words.contains(where: { ItemCoding.plain($0.word) == ItemCoding.plain(word) }) {
        // A number of SPSS means what its label says.
        let means = meanings[word] ?? word
        let known: String? =
          switch name {
          case "gender": KnownWords.gender(means)
          case "type": KnownWords.personType(means)
          default: nil
          }
        // A number without a label may mean anything.
        let isCode = Int(means) != nil
        words.append((word, known ?? (isCode ? nil : ItemCoding.plain(means))))
      }
      frame.lines.words("values", words, indent: 4, choices: "a word for what the code means")
      if name == "type" { frame.know { $0.types = Set(words.compactMap(\.means)) } }
    }
  }
}
