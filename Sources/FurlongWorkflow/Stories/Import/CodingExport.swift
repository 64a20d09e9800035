import FurlongImport
import FurlongStories
import FurlongStudy

/// What one coder wrote down, read like an export: a row a coding, of stories that they read to their ends.
struct CodingExport {
  let coder: String
  let shelf: StoryShelf
  let redactions: StoryRedactions
  let codebook: Codebook?

  /// Hands each coding that counts on, and tells what became of the others.
  ///
  /// - Parameter codings: the rows of the file, in order, the first below the headings.
  func read(
    _ codings: [Coding], into batch: ImportBatch, keep: (KeptRow) throws -> Void
  ) throws -> ExportReading {
    var reading = ExportReading(batch: batch)
    reading.batch.rowsRead = codings.count
    let read = Set(codings.filter { $0.mark == .read }.map(\.story))
    var unread: Set<String> = []
    for (place, coding) in codings.enumerated() {
      let row = place + 2
      guard read.contains(coding.story) else {
        unread.insert(coding.story)
        reading.batch.skips[.notRead, default: 0] += 1
        continue
      }
      guard let record = record(coding) else {
        reading.batch.skips[.lostPlace, default: 0] += 1
        reading.batch.problems.append(lost(batch.file, row))
        continue
      }
      if let code = record.code, codebook?.code(code) == nil {
        reading.batch.rowsSetAside += 1
        reading.batch.problems.append(unknown(code, batch.file, row))
        continue
      }
      var kept = ImportRow(sourceRow: row, identifiers: [])
      kept.coding = record
      try keep(KeptRow(row: kept, person: 1))
      reading.rowsKept += 1
      reading.lastRow = row
    }
    reading.batch.rowsSkipped = reading.batch.skips.values.reduce(0, +)
    if !unread.isEmpty { reading.batch.problems.insert(begun(unread.count, batch.file), at: 0) }
    return reading
  }

  /// The coding as it is kept; nil where it lost its place.
  private func record(_ coding: Coding) -> CodingRecord? {
    guard let id = coding.code else {
      return CodingRecord(story: coding.story, coder: coder, code: nil)
    }
    let code = codebook?.code(id)?.id ?? id
    guard let anchor = coding.anchor, let story = shelf[coding.story] else {
      return CodingRecord(story: coding.story, coder: coder, code: code)
    }
    guard let span = anchor.hold(in: story.text).span else { return nil }
    let shown = RedactedText(
      story.text, redactions.redactions(of: coding.story, in: story.text))
    return CodingRecord(story: coding.story, coder: coder, code: code, span: shown.span(of: span))
  }

  private func lost(_ file: String, _ row: Int) -> Problem {
    Problem(
      severity: .warning, code: .lostPlace, file: file, row: row,
      message:
        "The words that were given this code are not in the story any more, or not without doubt.",
      fix:
        "Give the code anew: `furlong stories tag --coder \(coder)`; `l` lists what lost its place."
    )
  }

  private func unknown(_ code: String, _ file: String, _ row: Int) -> Problem {
    Problem(
      severity: .setAside, code: .unknownWord, file: file, row: row,
      message: "The code '\(code)' is not in the codebook.",
      fix: "Add it, or write it under 'was' of the code that it became.")
  }

  private func begun(_ stories: Int, _ file: String) -> Problem {
    Problem(
      severity: .note, code: .notReadToEnd, file: file,
      message:
        "\(stories) \(stories == 1 ? "story is" : "stories are") begun and not marked as read, so \(coder)'s codes of "
        + "\(stories == 1 ? "it" : "them") are not counted yet.",
      fix: "Read on: `furlong stories tag --coder \(coder)`, and `n` behind each story.")
  }
}
