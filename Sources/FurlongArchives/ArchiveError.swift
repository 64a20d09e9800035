/// Why an archive, or a file of markup in it, cannot be read.
public enum ArchiveError: Error, Equatable, Sendable {
  /// The bytes are no zip archive, or one that is broken.
  case notAnArchive
  /// The archive has more entries than are read.
  case tooManyEntries(found: Int, most: Int)
  /// Entries lie over each other, so that the same bytes would be unpacked again and again.
  case overlapping
  /// An entry unpacks to more than is read.
  case tooLarge(entry: String, most: Int)
  /// An entry is locked by a password.
  case locked(entry: String)
  /// The archive lacks an entry.
  case missing(entry: String)
  /// An entry cannot be unpacked.
  case damaged(entry: String)
  /// An entry is no well-formed XML.
  case notMarkup(entry: String, line: Int)
  /// An entry declares a document type, which nothing that we read has.
  case documentType(entry: String)
  /// More would have to be held of an entry at once than is.
  case holdsTooMuch(entry: String, most: Int)
  /// Elements stand deeper inside each other than is read.
  case tooDeep(entry: String, line: Int)

  /// What is wrong, in words that follow "the file".
  public var what: String {
    switch self {
    case .notAnArchive: "is no zip archive, or is cut short"
    case .tooManyEntries(let found, let most):
      "holds \(found) files inside; at most \(most) are read"
    case .overlapping: "has files inside that lie over each other, which no program writes"
    case .tooLarge(let entry, let most):
      "unpacks to more than is read (\(entry), \(most / 1_000_000) MB)"
    case .locked: "is locked by a password"
    case .missing(let entry): "lacks \(entry)"
    case .damaged(let entry): "is damaged: \(entry) in it cannot be unpacked"
    case .notMarkup(let entry, let line): "is damaged: \(entry) in it is no XML at line \(line)"
    case .documentType(let entry): "has a document type in \(entry), which is not read"
    case .holdsTooMuch(let entry, let most):
      "holds more in \(entry) than is kept in memory (\(most / 1_000_000) MB)"
    case .tooDeep(let entry, let line): "is damaged: \(entry) in it is too deep at line \(line)"
    }
  }
}
