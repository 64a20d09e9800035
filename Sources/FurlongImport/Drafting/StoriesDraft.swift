import FurlongForms
import FurlongScales
import FurlongStudy

/// Drafts the mapping of stories.
struct StoriesDraft: ContentDraft {
  let draft: MapDraft

  /// The draft; nil where the columns tell of no stories, or not what people agreed to.
  init?(_ sheet: ExportSheet) {
    guard let columns = StoryColumns(sheet) else { return nil }
    var frame = DraftFrame(sheet)
    frame.begin(.stories, rows: .story, days: columns.days)
    frame.use(columns.all)
    frame.checkOrder(columns.days)
    frame.lines.add("")
    Self.add(storyOf: columns, to: &frame)
    Self.add(consentOf: columns, to: &frame)
    frame.lines.checks.append(
      "Nobody's words are quoted until a named person has looked for names and places: 'reviewed: { by, on }' names the columns that say so."
    )
    frame.know {
      $0.hasStories = true
      if columns.namesFiles { $0.storyFiles = columns.text.sample.texts.keys.sorted() }
    }
    draft = frame.end(
      .stories,
      because: [
        "'\(columns.text.heading)' \(columns.namesFiles ? "names files of texts" : "holds texts") and '\(columns.consents[0].heading)' what people agreed to"
      ])
  }

  /// What a story is.
  private static func add(storyOf columns: StoryColumns, to frame: inout DraftFrame) {
    let text = columns.text.heading
    let parts = [
      columns.id.map { "id: \(YAMLText.word($0.heading))" },
      columns.day.map { "date: \(YAMLText.word($0.heading))" },
      "\(columns.namesFiles ? "file" : "text"): \(YAMLText.word(text))",
    ].compactMap { $0 }
    frame.lines.add(
      "story: { \(parts.joined(separator: ", ")) }",
      columns.id == nil ? "no column gives stories an id: each is known by its words" : nil)
    if columns.namesFiles {
      frame.lines.checks.append(
        "The files that '\(text)' names must lie in stories/ of the study, under these names. .docx, .txt and .md are read; a teller's name in a file's name goes nowhere."
      )
    }
    if columns.id == nil {
      frame.lines.checks.append(
        "No column gives each story an id of its own, so that a story is known by its words: if a word of it is changed in the export, it counts as another story, and what was coded of it no longer belongs to it. If you will correct stories, add a column of ids and name it under 'story'."
      )
    }
  }

  /// What people agreed to, when, and who took it back.
  private static func add(consentOf columns: StoryColumns, to frame: inout DraftFrame) {
    frame.lines.add("consent:")
    frame.lines.add("  purposes:", "what each answer allows; what is not named is not allowed")
    let isOnly = columns.consents.count == 1
    for consent in columns.consents {
      frame.lines.add(
        "\(isOnly ? "    " : "    - ")column: \(YAMLText.word(consent.heading))")
      let blanks = isOnly ? "    " : "      "
      frame.lines.add("\(blanks)values:")
      for (word, means, why) in meanings(consent, isOnly: isOnly) {
        frame.lines.add("\(blanks)  \(YAMLText.word(word)): \(means)", why)
      }
    }
    if let signed = columns.signed {
      frame.lines.add(
        "  given_on: \(YAMLText.word(signed.heading))",
        "check: the day of the consent, without which nothing is quoted")
    } else {
      frame.lines.add(
        "  # given_on: \(columns.day.map { YAMLText.word($0.heading) } ?? "COLUMN")",
        "the day of the consent, without which nothing is quoted: take the # away where this is it")
      frame.lines.checks.append(
        "Nobody's words are quoted without a day of consent: 'given_on' under 'consent' names its column."
      )
    }
    if let withdrawnOn = columns.withdrawnOn {
      frame.lines.add("  withdrawn_on: \(YAMLText.word(withdrawnOn.heading))")
    }
    if let changedMind = columns.changedMind {
      frame.lines.add(
        "  withdrawn: \(YAMLText.word(changedMind.heading))",
        "check: whatever stands there, but for no, says that the story was withdrawn")
    }
    if !isOnly, !columns.consents.contains(where: asksOfQuoting) {
      frame.lines.checks.append(
        "What the columns under 'consent' allow adds up. Where one of them says that nothing may be quoted, write '\(ConsentForm.noQuoting)' beside that answer: it holds whatever the others allow."
      )
    }
  }

  private static func asksOfQuoting(_ consent: ColumnProfile) -> Bool {
    consent.words.says("quote", "quoted", "quotes", "own words")
  }

  /// What each answer of a column allows: nothing where it says no, the usual ladder where it is a level, the use that the heading names,
  /// else for a person to decide.
  private static func meanings(
    _ consent: ColumnProfile, isOnly: Bool
  ) -> [(word: String, means: String, why: String?)] {
    let ofQuoting = !isOnly && asksOfQuoting(consent)
    let use: ConsentPurpose? =
      consent.words.says("website", "web", "online", "social media")
      ? .web : consent.words.says("training", "teaching") ? .training : nil
    let levels = consent.byFrequency.map { Int($0).flatMap(AgreedPurposes.init(level:)) }
    let areLevels = !levels.contains(nil) && levels.count > 2
    return zip(consent.byFrequency, levels).sorted { areLevels && $0.0 < $1.0 }.map { word, level in
      if areLevels, let level {
        return (word, list(level.purposes), "as the usual ladder has it: say what yours means")
      }
      if KnownWords.isNo(word) {
        return ofQuoting
          ? (word, ConsentForm.noQuoting, "whatever the other columns allow") : (word, "[]", nil)
      }
      if ofQuoting, KnownWords.isYes(word) {
        return (word, "[]", "where, the other columns say")
      }
      if ofQuoting, HeadingText(word).says("anon", "anonymous", "anonymously", "no name") {
        return (word, "[]", "check: here nobody's name stands beside their words")
      }
      if let use, KnownWords.isYes(word) { return (word, "[\(use.rawValue)]", "check") }
      return (word, DraftLines.decide, "write a list of: \(words(ConsentPurpose.allCases))")
    }
  }

  private static func list(_ purposes: [ConsentPurpose]) -> String { "[\(words(purposes))]" }

  private static func words(_ purposes: [ConsentPurpose]) -> String {
    purposes.map(\.rawValue).joined(separator: ", ")
  }
}
