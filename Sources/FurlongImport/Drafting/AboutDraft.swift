import FurlongForms
import FurlongScales
import FurlongStudy
import FurlongTables

/// Drafts what is kept of a person: kind, gender, ethnicity, and the arms of a study.
enum AboutDraft {
  /// Whether the groups of a study are kept.
  enum Groups {
    case none
    /// In place of what people agreed to.
    case alone
    /// The arms of a trial, in its register of people.
    case arms
  }

  /// Adds the lines, and marks the columns as read.
  ///
  /// - Parameter groups: whether the arms of a study are kept too.
  static func lines(
    _ sheet: ExportSheet, _ frame: inout DraftFrame, groups: Groups = .none
  ) {
    let alsoGroups = groups != .none
    var seen: Set<String> = []
    let consents = groups == .alone ? [] : AgreementColumn.read(in: sheet)
    var columns = sheet.profiles.indices.compactMap {
      place -> (name: String, column: ColumnProfile)? in
      let column = sheet.profiles[place]
      if alsoGroups, sheet.roles[place] == .other, column.isWords,
        saysArm(column) || column.words.says("site", "cohort")
      {
        let name = HeadingText(column.heading).words.joined(separator: "_")
        return seen.insert(name).inserted ? (name, column) : nil
      }
      guard case .about(let name) = sheet.roles[place], seen.insert(name).inserted else {
        return nil
      }
      return (name, column)
    }
    columns += consents.map { ($0.name, $0.column) }
    guard !columns.isEmpty else { return }
    frame.lines.add("")
    frame.lines.add("about:", "what is kept of a person, and in which words")
    for (name, column) in columns {
      frame.use([column])
      frame.lines.add("  \(name):")
      frame.lines.add("    column: \(YAMLText.word(column.heading))")
      let consent = consents.first { $0.name == name }
      if groups == .arms, saysArm(column) { tellArms(column, name, sheet, &frame) }
      if let consent, !column.isChoices {
        frame.lines.add(
          "    values: \(DraftLines.decide)",
          "too many different sentences to be listed: make a column of yes and no of them, or list those that say yes"
        )
        consent.tell([], hidden: [], sheet, &frame)
        continue
      }
      let (words, hidden) = words(of: column, as: consent, name, sheet)
      frame.lines.words(
        "values", words, indent: 4,
        choices: consent == nil ? "a word for what the code means" : "yes, no")
      for (place, word) in words.enumerated() where consent == nil {
        let others = words[..<place].filter { $0.means != word.means }
        guard let like = LikeWords.meant(word.word, among: others.map(\.word)) else { continue }
        frame.lines.checks.append(
          "'\(word.word)' and '\(like)' in '\(column.heading)' may be one word, written otherwise: if so, give both the same word under 'values'."
        )
      }
      // Who did not clearly say yes has not agreed.
      let others = consent == nil ? "not recorded" : "no"
      if !hidden.isEmpty { tell(hidden, of: column, as: others, sheet, &frame) }
      consent?.tell(words, hidden: hidden, sheet, &frame)
      if name == "type" {
        if !column.words.says("type") {
          frame.lines.checks.append(
            "'\(column.heading)' was taken for what kind of person each is, by its words: 'who' in study.yaml goes by it."
          )
        }
        let kept = words.compactMap(\.means) + (hidden.isEmpty ? [] : ["not recorded"])
        frame.know { $0.types = Set(kept) }
      }
    }
  }

  /// Says to the plan which two arms there are.
  private static func tellArms(
    _ column: ColumnProfile, _ name: String, _ sheet: ExportSheet, _ frame: inout DraftFrame
  ) {
    let (shown, hidden) = words(of: column, as: nil, name, sheet)
    let arms = Set(shown.compactMap(\.means)).sorted()
    guard arms.count == 2, hidden.isEmpty, shown.allSatisfy({ $0.means != nil }) else { return }
    frame.know { $0.arms = ArmsSeen(column: name, values: arms) }
  }

  /// Whether a heading speaks of the arms of a study.
  private static func saysArm(_ column: ColumnProfile) -> Bool {
    column.words.says(
      "group", "arm", "condition", "treatment", "allocation", "allocated", "allocated to",
      "randomised to", "assigned to")
  }

  /// The words of a column that a draft lists, each with what it is kept as, and those that it does not show.
  private static func words(
    of column: ColumnProfile, as consent: AgreementColumn?, _ name: String, _ sheet: ExportSheet
  ) -> (shown: [(word: String, means: String?)], hidden: [String]) {
    let meanings = sheet.meanings(of: column)
    let shown = ShownWords(sheet)
    var words: [(word: String, means: String?)] = []
    var hidden: [String] = []
    for word in column.byFrequency
    where !words.contains(where: { ItemCoding.plain($0.word) == ItemCoding.plain(word) }) {
      // A number of SPSS means what its label says.
      let means = meanings[word] ?? word
      let known = consent.map { $0.known(means) } ?? known(means, of: name)
      let isCode = Int(means) != nil
      guard
        shown.mayShow(
          word, of: column, isKnown: known.isWhole || isCode || meanings[word] != nil)
      else {
        hidden.append(word)
        continue
      }
      // A number without a label may mean anything, and who is two things can be counted as one of them alone.
      let isOpen =
        consent != nil || isCode || name == "type" && KnownWords.isTwoKinds(means)
      words.append((word, known.word ?? (isOpen ? nil : ItemCoding.plain(means))))
    }
    return (words, hidden)
  }

  /// Says which cells hold words that are not shown.
  private static func tell(
    _ hidden: [String], of column: ColumnProfile, as others: String, _ sheet: ExportSheet,
    _ frame: inout DraftFrame
  ) {
    let number = hidden.reduce(0) { $0 + (column.sample.texts[$1] ?? 0) }
    let cells = number == 1 ? "1 cell" : "\(number) cells"
    let places = ShownWords(sheet).places(of: hidden, in: [column])
    frame.lines.add(
      "    others: \(others)", "\(cells) of words that are few people's or may name somebody")
    frame.lines.checks.append(
      "\(cells) of '\(column.heading)' (\(places)) \(number == 1 ? "holds" : "hold") words that are few people's, or look like a name: not shown, as they may be names or remarks, and kept as '\(others)'. List those that you want under 'values'."
    )
  }

  /// What a word of a column is known to mean, and whether nothing else is said with it.
  private static func known(_ means: String, of name: String) -> (word: String?, isWhole: Bool) {
    switch name {
    case "gender":
      let word = KnownWords.gender(means)
      return (word, word != nil)
    case "type":
      let word = KnownWords.personType(means)
      return (word, PlainWords.areAll(of: means))
    case "ethnicity": return (nil, ShownWords.isEthnicGroup(means))
    default: return (nil, false)
    }
  }
}
