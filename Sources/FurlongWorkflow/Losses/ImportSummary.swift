public import FurlongStudy

/// What a person is to know after an import: what it cost, most of all where, and what to do next.
public struct ImportSummary: Encodable, Sendable, Equatable {
  /// Of a hundred rows with something in them, so many may be set aside before it is warned of.
  public static let usualLimit = 5.0

  /// An export of which more than a share of the rows was set aside.
  public struct Bad: Encodable, Sendable, Equatable {
    /// The export.
    public var file: String
    /// Rows set aside.
    public var setAside: Int
    /// Rows that are not skipped.
    public var rows: Int
    /// The share in a hundred.
    public var percent: Double { rows == 0 ? 0 : 100 * Double(setAside) / Double(rows) }
  }

  /// The problem that costs most rows, of those that can be mended.
  public struct Biggest: Encodable, Sendable, Equatable {
    /// The problem.
    public var problem: Problem
    /// How many rows it costs; nil where the whole export stopped.
    public var rows: Int?
  }

  /// What is to be done next.
  public enum Next: String, Encodable, Sendable {
    /// Something stopped: mend it, then import again.
    case importAgain = "import again"
    /// Nothing was kept, since it was only tried.
    case importForGood = "import for good"
    /// Look at what was set aside or warned of.
    case problems
    /// Nothing is wrong: look what the plan asks.
    case planCheck = "plan check"
  }

  /// Notes and warnings.
  public let notes: Int
  /// Warnings.
  public let warnings: Int
  /// Rows set aside.
  public let setAside: Int
  /// The problem that costs most rows: a stop before rows set aside; nil where no row is lost that could be kept.
  public let biggest: Biggest?
  /// Exports of which too many rows were set aside, the worst first.
  public let bad: [Bad]
  /// What is to be done next.
  public let next: Next

  /// The summary of an import.
  ///
  /// - Parameters:
  ///   - report: what became of the exports.
  ///   - limit: of a hundred rows so many may be set aside.
  ///   - dryRun: whether it was only tried.
  public init(_ report: ImportReport, limit: Double = usualLimit, dryRun: Bool = false) {
    notes = report.problems.count { $0.severity == .note }
    warnings = report.problems.count { $0.severity == .warning }
    setAside = report.exports.reduce(0) { $0 + $1.rowsSetAside }
    biggest = Self.biggest(report)
    bad = report.exports.map {
      Bad(file: $0.file, setAside: $0.rowsSetAside, rows: $0.rowsRead - $0.rowsSkipped)
    }.filter { $0.percent > limit }.sorted { ($1.percent, $0.file) < ($0.percent, $1.file) }
    next =
      !report.stopped.isEmpty
      ? .importAgain
      : dryRun ? .importForGood : warnings + setAside > 0 ? .problems : .planCheck
  }

  private static func biggest(_ report: ImportReport) -> Biggest? {
    let groups = ProblemGroup.groups(of: report.problems)
    let stops = groups.filter { $0.first.severity == .stop }.map(\.first)
    // What waits for the register is mended with the register.
    if let stop = stops.first(where: { $0.code != ProblemCode.registerStopped.rawValue })
      ?? stops.first
    {
      return Biggest(problem: stop, rows: nil)
    }
    let lost = groups.filter { $0.first.severity == .setAside }
    let byFile = Dictionary(grouping: lost, by: \.first.file)
    return lost.map { group -> Biggest in
      let setAside = report.exports.first { $0.file == group.first.file }?.rowsSetAside ?? 0
      let told = Set(byFile[group.first.file, default: []].flatMap(\.rows)).count
      // A form of several rows is told at one of them, and of very many rows not all are listed.
      return Biggest(
        problem: group.first, rows: told == 0 ? 0 : group.rows.count * max(setAside, told) / told)
    }.min { one, other in
      (other.rows ?? 0, one.problem.file, one.problem.code)
        < (one.rows ?? 0, other.problem.file, other.problem.code)
    }
  }
}
