import FurlongForms
import FurlongStudy

/// Drafts the mapping of stories.
struct StoriesDraft: ContentDraft {
  let draft: MapDraft

  /// The draft; nil where no column is called a story and holds texts, or none says what people agreed to.
  init?(_ sheet: ExportSheet) {
    let texts = sheet.columns(.freeText).first {
      $0.words.says("story", "stories", "your words", "own words")
    }
    let consents = Self.consents(sheet, beside: texts)
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
    let signed = sheet.columns(.day).first { $0.words.says("consent", "signed", "agreed") }
    let day = sheet.columns(.day).first { $0.heading != signed?.heading }
    var frame = DraftFrame(sheet)
    frame.begin(.stories, rows: .story, days: [day, signed].compactMap { $0 })
    frame.use([text] + consents + [id, day, signed].compactMap { $0 })
    frame.checkOrder([day, signed].compactMap { $0 })
    frame.lines.add("")
    let parts = [
      id.map { "id: \(YAMLText.word($0.heading))" },
      day.map { "date: \(YAMLText.word($0.heading))" }, "text: \(YAMLText.word(text.heading))",
    ].compactMap { $0 }
    frame.lines.add(
      "story: { \(parts.joined(separator: ", ")) }",
      id == nil ? "no column gives stories an id: each is known by its words" : nil)
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
      for (word, means, why) in Self.meanings(consent) {
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
    frame.lines.checks.append(
      "Nobody's words are quoted until a named person has looked for names and places: 'reviewed: { by, on }' names the columns that say so."
    )
    frame.know { $0.hasStories = true }
    draft = frame.end(
      .stories,
      because: ["'\(text.heading)' holds texts and '\(first.heading)' what people agreed to"])
  }

  /// The columns of what people agreed to; where none holds a few words, one that is headed so and holds their own sentences.
  private static func consents(
    _ sheet: ExportSheet, beside story: ColumnProfile?
  ) -> [ColumnProfile] {
    let plain = sheet.columns(.consent)
    if !plain.isEmpty { return plain }
    let open = (sheet.columns(.freeText) + sheet.columns(.other)).first {
      $0.heading != story?.heading && $0.different <= mostSentences
        && $0.words.says(
          "consent", "permission", "agreed", "agree", "may we", "can we", "happy for", "share",
          "shared", "sharing", "use", "used", "using", "publish", "published")
    }
    return [open].compactMap(\.self)
  }

  /// A mapping lists no more sentences than a person would read one by one.
  private static let mostSentences = 60

  /// What each answer of a column allows: nothing where it says no, the usual ladder where it is a level, else for a person to
  /// decide.
  private static func meanings(
    _ consent: ColumnProfile
  ) -> [(word: String, means: String, why: String?)] {
    let levels = consent.byFrequency.map { Int($0).flatMap(AgreedPurposes.init(level:)) }
    let areLevels = !levels.contains(nil) && levels.count > 2
    return zip(consent.byFrequency, levels).sorted { areLevels && $0.0 < $1.0 }.map { word, level in
      if areLevels, let level {
        return (word, list(level.purposes), "as the usual ladder has it: say what yours means")
      }
      if KnownWords.isNo(word) { return (word, "[]", nil) }
      return (word, DraftLines.decide, "write a list of: \(words(ConsentPurpose.allCases))")
    }
  }

  private static func list(_ purposes: [ConsentPurpose]) -> String { "[\(words(purposes))]" }

  private static func words(_ purposes: [ConsentPurpose]) -> String {
    purposes.map(\.rawValue).joined(separator: ", ")
  }
}
