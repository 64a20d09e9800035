import FurlongForms
import FurlongScales
import FurlongStudy

/// Drafts the mapping of stories.
struct StoriesDraft: ContentDraft {
  let draft: MapDraft

  /// The draft; nil where no column is called a story and holds texts, or names files that hold them, or none says what people
  /// agreed to.
  init?(_ sheet: ExportSheet) {
    let files = sheet.profiles.first { $0.share(StoryFileNames.isText) > 0.8 }
    let texts =
      files
      ?? sheet.columns(.freeText).first {
        $0.words.says("story", "stories", "your words", "own words")
      }
    let withdrawn = sheet.profiles.indices.filter { place in
      sheet.roles[place] != .identifying && Self.saysWithdrawn(sheet.profiles[place])
    }
    let withdrawnOn = withdrawn.first { sheet.roles[$0] == .day }.map { sheet.profiles[$0] }
    let changedMind = withdrawn.first { sheet.roles[$0] != .day }.map { sheet.profiles[$0] }
    let consents = Self.consents(sheet, beside: texts, inFiles: files != nil)
    guard let text = texts, let first = consents.first, !sheet.identifiers.isEmpty else {
      return nil
    }
    let people = Set(sheet.identifiers.map(\.column.heading))
    let id = sheet.profiles.first {
      $0.words.isOnly(
        "id", "story", "story id", "story no", "story ref", "response id", "reference", "ref", "no",
        "number")
        && !people.contains($0.heading) && $0.different == $0.filled && $0.filled == $0.rows
    }
    let signed = sheet.columns(.day).first {
      $0.words.says("consent", "signed", "agreed", "given") && !Self.saysWithdrawn($0)
    }
    let day = sheet.columns(.day).first {
      $0.heading != signed?.heading && !Self.saysWithdrawn($0)
    }
    var frame = DraftFrame(sheet)
    frame.begin(.stories, rows: .story, days: [day, signed, withdrawnOn].compactMap { $0 })
    frame.use([text] + consents + [id, day, signed, withdrawnOn, changedMind].compactMap { $0 })
    frame.checkOrder([day, signed, withdrawnOn].compactMap { $0 })
    frame.lines.add("")
    let parts = [
      id.map { "id: \(YAMLText.word($0.heading))" },
      day.map { "date: \(YAMLText.word($0.heading))" },
      "\(files == nil ? "text" : "file"): \(YAMLText.word(text.heading))",
    ].compactMap { $0 }
    frame.lines.add(
      "story: { \(parts.joined(separator: ", ")) }",
      id == nil ? "no column gives stories an id: each is known by its words" : nil)
    if files != nil {
      frame.lines.checks.append(
        "The files that '\(text.heading)' names must lie in stories/ of the study, under these names. .docx, .txt and .md are read; a teller's name in a file's name goes nowhere."
      )
    }
    if id == nil {
      frame.lines.checks.append(
        "No column gives each story an id of its own, so that a story is known by its words: if a word of it is changed in the export, it counts as another story, and what was coded of it no longer belongs to it. If you will correct stories, add a column of ids and name it under 'story'."
      )
    }
    frame.lines.add("consent:")
    frame.lines.add("  purposes:", "what each answer allows; what is not named is not allowed")
    for consent in consents {
      let isOnly = consents.count == 1
      frame.lines.add(
        "\(isOnly ? "    " : "    - ")column: \(YAMLText.word(consent.heading))")
      let blanks = isOnly ? "    " : "      "
      frame.lines.add("\(blanks)values:")
      for (word, means, why) in Self.meanings(consent, isOnly: isOnly) {
        frame.lines.add("\(blanks)  \(YAMLText.word(word)): \(means)", why)
      }
    }
    if let signed {
      frame.lines.add(
        "  given_on: \(YAMLText.word(signed.heading))",
        "check: the day of the consent, without which nothing is quoted")
    } else {
      frame.lines.add(
        "  # given_on: \(day.map { YAMLText.word($0.heading) } ?? "COLUMN")",
        "the day of the consent, without which nothing is quoted: take the # away where this is it")
      frame.lines.checks.append(
        "Nobody's words are quoted without a day of consent: 'given_on' under 'consent' names its column."
      )
    }
    if let withdrawnOn {
      frame.lines.add("  withdrawn_on: \(YAMLText.word(withdrawnOn.heading))")
    }
    if let changedMind {
      frame.lines.add(
        "  withdrawn: \(YAMLText.word(changedMind.heading))",
        "check: whatever stands there, but for no, says that the story was withdrawn")
    }
    frame.lines.checks.append(
      "Nobody's words are quoted until a named person has looked for names and places: 'reviewed: { by, on }' names the columns that say so."
    )
    if consents.count > 1, !consents.contains(where: Self.asksOfQuoting) {
      frame.lines.checks.append(
        "What the columns under 'consent' allow adds up. Where one of them says that nothing may be quoted, write '\(ConsentForm.noQuoting)' beside that answer: it holds whatever the others allow."
      )
    }
    frame.know {
      $0.hasStories = true
      if let files { $0.storyFiles = files.sample.texts.keys.sorted() }
    }
    draft = frame.end(
      .stories,
      because: [
        "'\(text.heading)' \(files == nil ? "holds texts" : "names files of texts") and '\(first.heading)' what people agreed to"
      ])
  }

  /// Whether a column says who took a consent back, or when.
  private static func saysWithdrawn(_ column: ColumnProfile) -> Bool {
    column.words.says(
      "withdrawn", "withdrew", "withdraw", "withdrawal", "changed mind", "changed their mind",
      "change of mind", "revoked", "taken back", "no longer", "opted out", "opt out")
  }

  /// The columns of what people agreed to; where none holds a few words, one that is headed so and holds their own sentences.
  private static func consents(
    _ sheet: ExportSheet, beside story: ColumnProfile?, inFiles: Bool
  ) -> [ColumnProfile] {
    let plain = sheet.columns(.consent).filter { !saysWithdrawn($0) }
    // A list of files is one of consents: what is asked in it of a use is one.
    let uses =
      inFiles
      ? sheet.profiles.indices.filter { place in
        let column = sheet.profiles[place]
        return [.other, .status, .consent].contains(sheet.roles[place]) && column.isWords
          && !saysWithdrawn(column)
          && column.heading != story?.heading && column.share(Self.isYesOrNo) >= 0.5
          && column.words.says(
            "ok", "okay", "happy", "consent", "permission", "agreed", "agrees", "may we", "can we",
            "use", "share", "quote", "quoted", "quotes", "report", "website", "web", "online",
            "social media", "training", "publish", "public", "publication")
      }.map { sheet.profiles[$0] } : []
    if !uses.isEmpty { return uses }
    if !plain.isEmpty { return plain }
    let open = (sheet.columns(.freeText) + sheet.columns(.other)).first {
      $0.heading != story?.heading && $0.different <= mostSentences
        && $0.words.says(
          "consent", "permission", "agreed", "agree", "may we", "can we", "happy for", "share",
          "shared", "sharing", "use", "used", "using", "publish", "published")
    }
    return [open].compactMap(\.self)
  }

  private static func asksOfQuoting(_ consent: ColumnProfile) -> Bool {
    consent.words.says("quote", "quoted", "quotes", "own words")
  }

  private static func isYesOrNo(_ answer: String) -> Bool {
    KnownWords.isYes(answer) || KnownWords.isNo(answer)
  }

  /// A mapping lists no more sentences than a person would read one by one.
  private static let mostSentences = 60

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
