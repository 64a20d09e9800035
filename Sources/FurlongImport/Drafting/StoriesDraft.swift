import FurlongForms
import FurlongStudy

/// Drafts the mapping of stories.
struct StoriesDraft: ContentDraft {
  let draft: MapDraft

  /// The draft; nil where no column is called a story and holds texts, or none says what people agreed to.
  init?(_ sheet: ExportSheet) {
    let texts = sheet.columns(.freeText).first { $0.words.says("story", "stories", "your words") }
    guard let text = texts, let consent = sheet.first(.consent), !sheet.identifiers.isEmpty else {
      return nil
    }
    let id = sheet.profiles.first {
      $0.words.isOnly("id", "story", "story id", "story no", "response id", "reference", "ref")
        && $0.different == $0.filled && $0.filled == $0.rows
    }
    let day = sheet.first(.day)
    var frame = DraftFrame(sheet)
    frame.begin(.stories, rows: .story, days: [day].compactMap { $0 })
    frame.use([text, consent] + [id, day].compactMap { $0 })
    frame.checkOrder([day].compactMap { $0 })
    frame.lines.add("")
    let parts = [
      "id: \(id.map { YAMLText.word($0.heading) } ?? DraftLines.decide)",
      day.map { "date: \(YAMLText.word($0.heading))" }, "text: \(YAMLText.word(text.heading))",
    ].compactMap { $0 }
    frame.lines.add(
      "story: { \(parts.joined(separator: ", ")) }",
      id == nil ? "a column that gives each story an id of its own" : nil)
    frame.lines.add("consent:")
    frame.lines.add(
      "  level:",
      "0 nothing … 4 own words, no name, in public … 6: the ladder is in docs/guides/plan.md")
    frame.lines.add("    column: \(YAMLText.word(consent.heading))")
    frame.lines.words(
      "values", consent.byFrequency.map { ($0, nil) }, indent: 4, choices: "0 to 6")
    frame.lines.checks.append(
      "Nobody's words are quoted until a named person has looked for names and places: 'reviewed: { by, on }' names the columns that say so."
    )
    draft = frame.end(
      .stories,
      because: ["'\(text.heading)' holds texts and '\(consent.heading)' what people agreed to"])
  }
}
