import CReadStat

/// Reads an SPSS file (.sav, .zsav) into a table of text, with what it says of its columns.
///
/// Headings are the variables' names and cells the values, not their labels: a mapping decides what they mean. Numbers
/// are written as the shortest text, days as `2024-05-31`, moments as `2024-05-31 10:00:00` (at midnight the day alone), times as `10:00:00`. The
/// system's missing value is a blank cell. Values that the file's author calls missing stay, unless they are to be
/// blanked, and then a note says how many. Row numbers are those of a spreadsheet with the headings in row 1: case 1 is
/// row 2. The labels are `SourceTable.labels`.
public struct SPSSReader: Sendable {
  /// Whether values that the file's author calls missing become blank cells.
  public let blanksMissing: Bool

  /// A reader of SPSS files.
  public init(blanksMissing: Bool = false) {
    self.blanksMissing = blanksMissing
  }

  /// Whether bytes begin like an SPSS file.
  public static func recognises(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: Array("$FL2".utf8)) || bytes.starts(with: Array("$FL3".utf8))
  }

  /// Reads a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, at most 1 GB.
  ///   - name: the file's name without its folder, for messages.
  /// - Throws: an error when the file is no SPSS file, is damaged, or has no rows.
  /// - Complexity: linear in the number of cells.
  public func read(_ bytes: [UInt8], name: String) throws(TableError) -> SourceTable {
    guard Self.recognises(bytes) else { throw TableError(file: name, reason: .brokenSPSS) }
    guard bytes.count <= SPSSFile.mostBytes else { throw TableError(file: name, reason: .tooLarge) }
    let file = SPSSFile(blanksMissing: blanksMissing)
    switch bytes.withUnsafeBufferPointer(file.read) {
    case FURLONG_SAV_READ: break
    case FURLONG_SAV_ENDED: throw TableError(file: name, reason: .tooLarge)
    default: throw TableError(file: name, reason: .brokenSPSS)
    }
    guard !file.bytes.isEmpty else { throw TableError(file: name, reason: .noRows(headerRow: 1)) }
    let table = try CSVReader().read(file.bytes, name: name)
    let notes =
      file.blanked > 0
      ? [TableNote(kind: .missingValuesBlanked, examples: [], count: file.blanked)]
      : []
    return table.adding(notes: notes, labels: file.columns)
  }
}
