/// Why the study file could not be opened, written or read; holds no value of a person.
public enum StoreError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file is there and is no study file.
  case notAStudyFile(path: String)
  /// The file belongs to another study.
  case anotherStudy(path: String, found: String, expected: String)
  /// A newer version of the tool made the file.
  case newerFile(path: String, found: Int, known: Int)
  /// The file cannot be made or opened.
  case cannotOpen(path: String, reason: String)
  /// The file or its folder may not be written to.
  case readOnly(path: String)
  /// Another program holds the file.
  case busy(path: String)
  /// The file is cut short or its bytes were changed.
  case damaged(path: String)
  /// The disk is full, or writing to it fails.
  case cannotWrite(path: String)
  /// SQLite refused; the message names tables and columns, no values.
  case database(path: String, code: Int, message: String)
  /// Two rows of a batch have the same number.
  case rowTwice(file: String, row: Int)
  /// A batch counts more rows than its export has.
  case rowsDoNotAddUp(file: String, read: Int, kept: Int, setAside: Int, skipped: Int)
  /// An export of service use came without the days and events it can speak of.
  case noCoverage(file: String)
  /// The number of answers that a scale needs was not given.
  case noRequiredAnswers(scale: String)
  /// Exports were ingested since duplicates were last settled.
  case notSettled

  /// What happened and what mends it.
  public var description: String {
    switch self {
    case .notAStudyFile(let path):
      "\(path) is not a study file of Furlong; move it away and run `furlong import`"
    case .anotherStudy(let path, let found, let expected):
      "\(path) belongs to the study `\(found)`, not to `\(expected)`; the id in study.yaml was changed, or the "
        + "file was copied: move it away and run `furlong import`"
    case .newerFile(let path, let found, let known):
      "\(path) was made by a newer Furlong (form \(found), this one knows \(known)); install the newer "
        + "version, or move the file away and run `furlong import`"
    case .cannotOpen(let path, let reason):
      "\(path) cannot be opened: \(reason); check that it is a file, and that you may write to it and to its folder"
    case .readOnly(let path):
      "\(path) cannot be written to: it or its folder is read-only; mend the permissions, or copy the study to a folder "
        + "that you may write to"
    case .busy(let path):
      "\(path) is in use by another program, perhaps another import of this study; wait until it has ended and try again"
    case .damaged(let path):
      "\(path) is damaged, or was changed by another program; move it away and run `furlong import`: it is made again "
        + "from the exports alone"
    case .cannotWrite(let path):
      "\(path) cannot be written: the disk is full or fails; make room and try again, what was there before still "
        + "stands"
    case .database(let path, let code, let message):
      "\(path): SQLite says \(message) (code \(code)); try again, and if it stays, move the file away and "
        + "run `furlong import`: it is made again from the exports alone"
    case .rowTwice(let file, let row):
      "\(file): row \(row) came twice; this is a fault of the tool: please report it"
    case .rowsDoNotAddUp(let file, let read, let kept, let setAside, let skipped):
      "\(file): \(read) rows read, but \(kept) kept, \(setAside) set aside and \(skipped) skipped"
    case .noCoverage(let file):
      "\(file): an export of service use must say which events it counts; add `events:` to its mapping"
    case .noRequiredAnswers(let scale):
      "the number of answers that `\(scale)` needs is not known"
    case .notSettled:
      "exports were imported since duplicates were last settled; run `furlong import`"
    }
  }
}
