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
    var columns = sheet.profiles.indices.compactMap {
      place -> (name: String, column: ColumnProfile)? in
      let column = sheet.profiles[place]
      if alsoGroups, sheet.roles[place] == .other, column.isWords,
        column.words.says("group", "arm", "condition", "treatment", "site", "cohort")
      {
        let name = HeadingText(column.heading).words.joined(separator: "_")
        return seen.insert(name).inserted ? (name, column) : nil
      }
      if !alsoGroups, sheet.roles[place] == .consent, isEvaluationConsent(column),
        seen.insert(consentColumn).inserted
      {
        frame.know { $0.evaluationConsent = consentColumn }
        frame.lines.checks.append(
          "'\(column.heading)' says who agreed to be in the evaluation: 'who' in study.yaml counts those alone who said yes. Who said no or nothing is in no number."
        )
        return (consentColumn, column)
      }
      guard case .about(let name) = sheet.roles[place], seen.insert(name).inserted else {
        return nil
      }
      return (name, column)
    }
    if !alsoGroups, let column = linkage(sheet) {
      columns.append((linkageColumn, column))
      tellLinkage(column, &frame)
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
      var hidden = 0
      for word in column.byFrequency
      where !words.contains(where: { ItemCoding.plain($0.word) == ItemCoding.plain(word) }) {
        // A number of SPSS means what its label says.
        let means = meanings[word] ?? word
        let known = known(means, of: name)
        let isCode = Int(means) != nil
        guard
          ShownWords.mayShow(
            word, cells: column.sample.texts[word] ?? 0,
            isKnown: known.isWhole || isCode || meanings[word] != nil)
        else {
          hidden += column.sample.texts[word] ?? 0
          continue
        }
        // A number without a label may mean anything, and who is two things can be counted as one of them alone.
        let isOpen = isCode || name == "type" && KnownWords.isTwoKinds(means)
        words.append((word, known.word ?? (isOpen ? nil : ItemCoding.plain(means))))
      }
      frame.lines.words("values", words, indent: 4, choices: "a word for what the code means")
      for (place, word) in words.enumerated() {
        let others = words[..<place].filter { $0.means != word.means }
        guard let like = LikeWords.meant(word.word, among: others.map(\.word)) else { continue }
        frame.lines.checks.append(
          "'\(word.word)' and '\(like)' in '\(column.heading)' may be one word, written otherwise: if so, give both the same word under 'values'."
        )
      }
      if hidden > 0 {
        let cells = hidden == 1 ? "1 cell" : "\(hidden) cells"
        frame.lines.add(
          "    others: not recorded", "\(cells) of words that stand but once or twice")
        frame.lines.checks.append(
          "\(cells) of '\(column.heading)' \(hidden == 1 ? "holds" : "hold") words that stand but once or twice: not shown, as they may be names or remarks, and kept as 'not recorded'. List those that you want under 'values'."
        )
      }
      if name == "type" {
        if !column.words.says("type") {
          frame.lines.checks.append(
            "'\(column.heading)' was taken for what kind of person each is, by its words: 'who' in study.yaml goes by it."
          )
        }
        let kept = words.compactMap(\.means) + (hidden > 0 ? ["not recorded"] : [])
        frame.know { $0.types = Set(kept) }
      }
    }
  }

  /// Under which name it is kept who agreed to be evaluated.
  static let consentColumn = "evaluation_consent"

  /// Whether a column says, with yes and no, who agreed to be evaluated.
  static func isEvaluationConsent(_ column: ColumnProfile) -> Bool {
    column.words.says("evaluation", "evaluate", "evaluated", "research")
      && column.isWords && column.sample.texts.keys.contains(where: KnownWords.isYes)
  }

  /// Under which name it is kept who agreed that their records be linked.
  static let linkageColumn = "linkage_consent"

  /// The column that says, with yes and no, who agreed that their records be linked: one of its own, or that of the evaluation where
  /// an answer says yes to that and no to the records.
  static func linkage(_ sheet: ExportSheet) -> ColumnProfile? {
    let asked = sheet.columns(.consent)
    return asked.first { column in
      !isEvaluationConsent(column) && KnownWords.speaksOfRecords(column.words) && column.isWords
        && column.sample.texts.keys.contains(where: KnownWords.isYes)
    }
      ?? asked.first { column in
        isEvaluationConsent(column)
          && column.sample.texts.keys.contains(where: KnownWords.isYesWithoutRecords)
      }
  }

  /// Says what follows from it.
  private static func tellLinkage(_ column: ColumnProfile, _ frame: inout DraftFrame) {
    frame.know { $0.linkageConsent = linkageColumn }
    let no = column.sample.texts.filter { word(ofLinkage: $0.key) == "no" }.values.reduce(0, +)
    let blank = column.rows - column.filled
    frame.lines.checks.append(
      "'\(column.heading)' says who agreed that their records be linked: 'linkage' in study.yaml counts use of services of those alone who said yes, and everybody's forms. \(no) of \(column.rows) rows say no, and \(blank) \(blank == 1 ? "is" : "are") blank, which is no yes. Whose records may not be looked at must be in no extract that you ask the trust for."
    )
  }

  /// What an answer says of the linking of records; nil where it says neither yes nor no.
  private static func word(ofLinkage answer: String) -> String? {
    if KnownWords.isNo(answer) || KnownWords.isYesWithoutRecords(answer)
      || HeadingText(answer).words.first == "no"
    {
      return "no"
    }
    return KnownWords.isYes(answer) ? "yes" : nil
  }

  /// What a word of a column is known to mean, and whether nothing else is said with it.
  private static func known(_ means: String, of name: String) -> (word: String?, isWhole: Bool) {
    switch name {
    case consentColumn:
      let isYes = KnownWords.isYes(means) || KnownWords.isYesWithoutRecords(means)
      let word = KnownWords.isNo(means) ? "no" : isYes ? "yes" : nil
      return (word, word != nil)
    case linkageColumn:
      let word = word(ofLinkage: means)
      return (word, word != nil)
    case "gender":
      let word = KnownWords.gender(means)
      return (word, word != nil)
    case "type":
      let word = KnownWords.personType(means)
      return (word, word != nil && HeadingText(means).words.count == 1)
    case "ethnicity": return (nil, ShownWords.isEthnicGroup(means))
    default: return (nil, false)
    }
  }
}
