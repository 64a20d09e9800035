import FurlongForms
import FurlongScales
import FurlongStudy
import FurlongTables

/// Drafts the mapping of forms that take several rows.
struct LongFormsDraft: ContentDraft {
  let draft: MapDraft

  init(_ sheet: ExportSheet, _ pair: LongPair, _ catalogue: ScaleCatalogue) {
    let lines = ScoreLines(
      pair.recognition, catalogue: catalogue, delimiter: sheet.shape.format.delimiter)
    let (ready, comments) = lines.entries(canRepeat: true) { $0 }
    let date = FormDay.column(sheet)
    let days = [date].compactMap { $0 }
    var frame = DraftFrame(sheet)
    frame.begin(.scores, rows: pair.isItems ? .item : .score, days: days)
    frame.use(days + [pair.which] + (pair.rivals.isEmpty ? [pair.holds] : []))
    frame.checkOrder(days)
    let occasion = OccasionColumn(sheet)
    frame.use([occasion?.column].compactMap { $0 })
    FormDay.lines(
      date: date, counted: date == nil ? FormDay.counted(sheet) : nil, occasion: occasion,
      byHeading: false, &frame)
    frame.lines.add(
      "\(pair.isItems ? "item" : "measure"): \(YAMLText.word(pair.which.heading))",
      pair.isItems ? "says which item a row is" : "says of which scale a row is")
    let headings = [pair.holds.heading] + pair.rivals
    frame.lines.add(
      "\(pair.isItems ? "answer" : "score"): \(pair.rivals.isEmpty ? YAMLText.word(pair.holds.heading) : DraftLines.decide)",
      pair.rivals.isEmpty ? nil : "one of \(DraftLines.list(headings)): their numbers would all do")
    if pair.rivals.isEmpty {
      frame.lines.checks.append(
        "'\(pair.holds.heading)' was taken for what was \(pair.isItems ? "answered" : "scored")."
      )
    }
    frame.name(pair.which.heading, pair.isItems ? "which item a row is" : "which scale a row is of")
    if pair.rivals.isEmpty { frame.name(pair.holds.heading, pair.isItems ? "answers" : "scores") }
    let named = pair.recognition.forms.flatMap(\.answers.columns).map(\.heading)
    let others = pair.which.sample.texts.filter { !named.contains($0.key) }.values.reduce(0, +)
    if others > 0 {
      frame.lines.add("others: skip", "rows of what is not named below: \(others)")
    }
    let missing = lines.missing(with: days.flatMap(\.missing))
    frame.missing(Dictionary(missing.words.map { ($0, "not answered") }) { first, _ in first })
    for line in missing.remarks { frame.lines.add(line) }
    frame.lines.add("")
    frame.lines.add("scores:", "texts of '\(pair.which.heading)'")
    for line in ready + comments { frame.lines.add("  \(line)") }
    frame.know { facts in
      facts.formDays = OccasionDays.found(sheet, date: date, occasion: occasion)
      for form in pair.recognition.forms {
        facts.scales[form.scale, default: []].formUnion(occasion?.ids ?? [])
        facts.filled[form.scale, default: 0] +=
          form.answers.columns.first.flatMap { pair.which.sample.texts[$0.heading] } ?? 0
      }
    }
    draft = frame.end(
      .scores,
      because: [
        "'\(pair.which.heading)' names \(pair.isItems ? "items" : "scales") of \(Set(pair.recognition.forms.map(\.scale)).sorted().joined(separator: ", ")), and '\(pair.holds.heading)' holds what was \(pair.isItems ? "answered" : "scored")"
      ])
  }
}
