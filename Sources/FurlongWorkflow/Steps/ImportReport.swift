public import FurlongStudy

/// What became of each export.
public struct ImportReport: Codable, Sendable, Equatable {
  /// One export.
  public struct Export: Codable, Sendable, Equatable {
    /// What became of it.
    public enum Status: String, Codable, Sendable {
      /// Read now.
      case imported
      /// Unchanged since it was read.
      case alreadyImported = "already imported"
      /// Stopped whole; nothing of it is kept.
      case stopped
    }

    /// The export, as a path from the study folder.
    public var file: String
    /// What became of it.
    public var status: Status
    /// What it holds.
    public var holds: ExportKind
    /// SHA-256 of its sorted lines as it was read; empty where it could not be.
    var contentDigest: String
    /// Rows below the headings.
    public var rowsRead: Int
    /// Rows kept.
    public var rowsKept: Int
    /// Rows set aside.
    public var rowsSetAside: Int
    /// Rows passed over: blank, headings pasted again, lines of totals.
    public var rowsSkipped: Int
    /// Why they were; together they are `rowsSkipped`.
    public var skips: [SkippedRow: Int] = [:]
  }

  /// Who is in the register beside who is in the exports.
  public struct Links: Codable, Sendable, Equatable {
    /// The exports of one kind.
    public struct Export: Codable, Sendable, Equatable {
      /// What they hold.
      public var holds: ExportKind
      /// People of the register with a row.
      public var people: Int
      /// People with a row who are not in the register.
      public var strangers: Int
      /// People in the numbers who have no id that even the extract with most kinds of ids has; nil where all have one, or it was not looked
      /// for.
      public var withoutID: Int?
    }

    /// People in the register.
    public var register: Int
    /// The kinds of exports that there are.
    public var exports: [Export]
  }

  /// The exports, in order of file name.
  public var exports: [Export]
  /// All problems of the study file.
  public var problems: [Problem]
  /// Whether a new key was made because the study had none.
  public var madeKey: Bool
  /// Whether a study file was there whose key was not: its pseudonyms were given up, and all exports read again.
  public var lostKey: Bool
  /// What people decided of the data by hand and was carried out; nil for nothing.
  public var byHand: Provenance.HandWork?
  /// Who is in the register beside who is in the exports; nil without a register, and where an export stopped.
  public var links: Links?
  /// What the plan asks for and the exports do not give.
  var gaps: [DataGap] = []

  /// The exports that stopped.
  public var stopped: [String] { exports.filter { $0.status == .stopped }.map(\.file) }

  /// How many problems reach at least so far.
  public func count(atLeast severity: Problem.Severity) -> Int {
    let order = Problem.Severity.allCases
    return problems.count { problem in
      guard let one = order.firstIndex(of: problem.severity),
        let least = order.firstIndex(of: severity)
      else { return false }
      return one >= least
    }
  }
}
