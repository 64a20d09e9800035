import FurlongStudy
import FurlongTables

/// Says as problems what the reader of tables found.
struct TableProblems {
  let file: String

  /// Why a file could not be read at all.
  func problem(_ error: TableError) -> Problem {
    let what = error.what
    let isPredicate = ["is ", "has ", "holds ", "could "].contains(where: what.hasPrefix)
    return Problem(
      severity: .stop, code: code(error.reason).rawValue, file: file, row: error.row, column: nil,
      message: sentence(isPredicate ? "the file \(what)" : what), fix: sentence(error.fix))
  }

  /// A row that could not be read.
  func problem(_ fault: RowFault) -> Problem {
    let (code, fix): (ProblemCode, String) =
      switch fault.kind {
      case .nul: (.nulBytes, "Export the file again; if it stays, delete the row's odd signs.")
      case .invalidBytes: (.invalidBytes, "Save the export as UTF-8.")
      case .tooManyFields: (.tooManyFields, "Put the text in quotes where it was exported from.")
      case .tooFewFields: (.tooFewFields, "Export the file again.")
      case .textAfterQuote: (.quote, "Double the quote, or export the file again.")
      }
    return Problem(
      severity: .setAside, code: code.rawValue, file: file, row: fault.sourceRow,
      column: fault.column, message: "The row \(fault.kind).", fix: fix)
  }

  /// What the reader decided, for a person to look at.
  func problem(_ note: TableTally.Note, shown: ShownValue, map: ExportMap) -> Problem {
    switch note.kind {
    case .daysFrom1904:
      return Problem(
        severity: .note, code: ProblemCode.daysFrom1904.rawValue, file: file, row: nil,
        column: nil, message: "The workbook counts its days from 1904, and they were read so.",
        fix: "Nothing need be done.")
    case .nulsLeftOut:
      let one = note.examples.count == 1 ? note.examples.first : nil
      var rows = RowWords()
      for example in note.examples { rows.add(example.row) }
      return Problem(
        severity: .warning, code: ProblemCode.nulBytes.rawValue, file: file,
        row: one?.row, column: one?.column,
        message: "A byte that no text has (NUL) was left out here: \(rows.words).",
        fix: "Look whether the cell is right in the system that it was exported from.")
    case .missingValuesBlanked:
      let cells = note.count == 1 ? "1 cell holds a value" : "\(note.count ?? 0) cells hold values"
      return Problem(
        severity: .note, code: ProblemCode.userMissing.rawValue, file: file, row: nil, column: nil,
        message: "\(cells) that the SPSS file calls missing; read as blank.",
        fix:
          "Nothing need be done; if they are answers, change that in SPSS and save the file again.")
    case .readAsWindows1252, .readAsUTF8, .readAsUTF16:
      return decoding(note, shown: shown, map: map)
    }
  }

  /// How the reader decoded the file, with up to three values for a person to look at.
  private func decoding(
    _ note: TableTally.Note, shown: ShownValue, map: ExportMap
  ) -> Problem {
    var values: [String] = []
    for example in note.examples {
      guard
        let quoted = shown.quoted(
          example.value, column: example.column, meant: .words(map.words(of: example.column))),
        !values.contains(quoted)
      else { continue }
      values.append(quoted)
      if values.count == 3 { break }
    }
    let looked =
      values.isEmpty
      ? note.examples.first.map {
        "Look at row \($0.row), column '\($0.column)', in the export"
      } ?? "Look at names with accents in the export"
      : "Check \(values.joined(separator: ", "))"
    let (message, word) =
      switch note.kind {
      case .readAsWindows1252:
        ("The file is not UTF-8 and was read as Windows-1252.", "windows-1252")
      case .readAsUTF8: ("The file is UTF-8 and was read so, not as the mapping says.", "utf-8")
      default:
        ("The file is UTF-16 (Excel's 'Unicode Text') and was read so.", "utf-16")
      }
    if note.kind == .readAsUTF16 {
      return Problem(
        severity: .note, code: ProblemCode.utf16.rawValue, file: file, row: nil, column: nil,
        message: message, fix: "Nothing need be done; 'encoding: utf-16' in the mapping says so.")
    }
    return Problem(
      severity: .note, code: ProblemCode.encoding.rawValue, file: file, row: nil, column: nil,
      message: message, fix: "\(looked); if right, write 'encoding: \(word)' in the mapping.")
  }

  private func code(_ reason: TableError.Reason) -> ProblemCode {
    if reason.isTooLarge { return .noRows }
    return switch reason {
    case .empty, .noRows, .noHeadings, .tooLarge, .sheetTooLarge: .noRows
    case .noSuchSheet, .severalSheets: .sheet
    case .excelWorkbook, .notAWorkbook, .brokenWorkbook, .textForWorkbook, .webPage, .pdf:
      .anotherFormat
    case .spss, .portableSPSS, .brokenSPSS: .anotherFormat
    case .oldOrLockedWorkbook: .lockedWorkbook
    case .unterminatedQuote, .fieldTooLarge, .recordTooLarge: .quote
    case .unreadable: .missingExport
    case .tooManyColumns, .otherDelimiter: .delimiter
    case .duplicateHeadings: .duplicateHeadings
    case .faultyHeadings: .invalidBytes
    }
  }

  private func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}
