public import FurlongArchives

/// Why a file of another tool cannot be taken, or one for it cannot be written.
///
/// Holds names of files in an archive, never a word of a story, of a code or of a person.
public struct QDAError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    /// The archive or its XML cannot be read.
    case archive(ArchiveError)
    /// An entry's name leads out of the archive.
    case nameLeadsOut
    /// There is no project in the archive.
    case noProject
    /// There are several, and none is called project.qde.
    case severalProjects(Int)
    /// The XML is neither a project nor a codebook of REFI-QDA.
    case otherMarkup
    /// There is more of something than is taken.
    case tooMany(QDALimits.Kind, most: Int)
    /// There is nothing in it that could be written: a codebook without codes.
    case nothingToWrite
    /// There is too little memory to pack it.
    case noMemory
  }

  /// The file.
  public let file: String
  /// What is wrong.
  public let reason: Reason

  /// A fault of a file.
  public init(file: String, _ reason: Reason) {
    self.file = file
    self.reason = reason
  }

  /// What is wrong, where, and what to do.
  public var description: String {
    switch reason {
    case .archive(let error):
      "\(file): the file \(error.what). Export it again from the tool that wrote it."
    case .nameLeadsOut:
      "\(file): a name in the archive leads out of it, as no tool writes. Do not open it; ask who sent it."
    case .noProject:
      "\(file): there is no project (.qde) in the archive. Export it as a REFI-QDA project (.qdpx)."
    case .severalProjects(let count):
      "\(file): \(count) projects (.qde) are in the archive and none is project.qde. Keep one."
    case .otherMarkup:
      "\(file): this is no REFI-QDA project (.qdpx) and no codebook (.qdc). Export it as one of them."
    case .tooMany(let kind, let most):
      "\(file): more than \(most) \(kind.rawValue) are in it. Export it in parts."
    case .nothingToWrite:
      "\(file): there are no codes, and a codebook must have one. Add a code first."
    case .noMemory:
      "\(file): there is too little memory to write it. Export fewer stories."
    }
  }
}

/// How much is taken of a file of another tool; what a project is said to hold is not believed, it is counted.
public struct QDALimits: Sendable, Equatable {
  /// What is counted.
  public enum Kind: String, Sendable, Equatable {
    case users, codes, texts, codings, notes, cases
    case textBytes = "bytes of text"
    case codedLetters = "letters in stretches and notes"
  }

  /// The most files in the archive.
  public var entries = 20_000
  /// The most bytes that one of them unpacks to.
  public var unpacked = 64_000_000
  /// The most bytes of all texts together.
  public var textBytes = 32_000_000
  /// The most letters of all coded stretches and their notes together.
  public var codedLetters = 64_000_000
  /// The most of each.
  public var users = 1_000, codes = 10_000, texts = 10_000, codings = 250_000, notes = 100_000,
    cases = 50_000

  /// The usual limits.
  public init() {}
}
