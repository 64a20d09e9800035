public import FurlongScales
public import FurlongStudy
public import FurlongTables

/// The words in a file of stories, by the name that an export gives it, or why there are none.
public typealias StoryTexts = @Sendable (String) -> Result<String, StoryTextFault>

/// Why a file of a story gives no words: what happened and what to do, each in a sentence.
public struct StoryTextFault: Error, Equatable, Sendable {
  /// What happened.
  public var what: String
  /// What to do.
  public var fix: String

  /// A fault.
  public init(_ what: String, fix: String) {
    self.what = what
    self.fix = fix
  }
}

/// Maps an export's table to study values and problems.
///
/// Never throws for data: what cannot be used is a problem. A row is kept whole or set aside whole; an export whose
/// headings do not fit its mapping stops, and then has no rows. No problem holds a value of an identifier, a date
/// of birth, a dropped or ignored column, free text, or a person's name.
///
/// ```
/// rows read = rows kept + rows set aside + rows skipped      (all 0 where stopped)
/// ```
///
/// Skipped are blank rows, rows that the mapping leaves out, headings pasted again and lines of totals. Where the refused rows show that the whole file
/// is read in the wrong way (dates in another order, or not one row left), the export stops.
///
/// Duplicates of a person and day among forms are left to the study file, which sees all exports.
public struct ExportReader: Sendable {
  /// The mapping.
  public let map: ExportMap
  /// The instruments.
  public let scales: ScaleCatalogue
  /// What turns identifiers into keyed hashes.
  public let pseudonymiser: Pseudonymiser
  /// The plan, for day 0, the last day of the data, and whether the study is invented.
  public let plan: CohortPlan
  /// The ids of the codebook's codes; nil = any code is taken.
  public let codes: [String]?
  /// The decision that makes a row another person's than its id says, by the row's number (`ExportCorrections`).
  public var strangers: [Int: String] = [:]
  /// What people decided of identifiers: of a row only those are read that are its person's own.
  public var decided = PeopleDecisions()

  /// Whether the words of stories are kept that may never be quoted: for those who code them in memory, never for the study file.
  public var keepsAllWords = false

  /// Gives the words in a file of `stories/` that an export names; nil where files are not read.
  public var storyTexts: StoryTexts?

  /// A reader of the exports of one mapping.
  public init(
    map: ExportMap, scales: ScaleCatalogue, pseudonymiser: Pseudonymiser, plan: CohortPlan,
    codes: [String]? = nil
  ) {
    self.map = map
    self.scales = scales
    self.pseudonymiser = pseudonymiser
    self.plan = plan
    self.codes = codes
  }

  /// Maps a table.
  ///
  /// - Parameters:
  ///   - table: the export as read.
  ///   - file: the export's path from the study folder, for messages.
  ///   - mapFile: the mapping's path, likewise.
  ///   - contentDigest: SHA-256 of the export's lines in sorted order.
  ///   - ruleDigest: SHA-256 of everything else on which the batch depends.
  /// - Returns: kept rows and problems: those of the whole file first, then row by row.
  /// - Complexity: linear in the number of cells that the mapping reads.
  public func map(
    _ table: SourceTable, file: String, mapFile: String, contentDigest: String, ruleDigest: String
  ) -> ImportBatch {
    var kept = KeptRows()
    do {
      var batch = try read(
        TableWalk(table), file: file, mapFile: mapFile, contentDigest: contentDigest,
        ruleDigest: ruleDigest
      ) { kept.add($0) }.batch
      if !batch.stopped { batch.rows = kept.rows }
      return batch
    } catch {
      preconditionFailure("a table in memory is walked through without fail: \(error)")
    }
  }

  /// Maps a table that is walked through, and hands each kept row on.
  ///
  /// The other parameters are those of `map`.
  ///
  /// - Parameter keep: takes the kept rows, in their order. Where the export stops in the end, none of them counts.
  /// - Throws: what `keep` throws, and `TableError` where the export is no table.
  public func read(
    _ whole: TableWalk, file: String, mapFile: String, contentDigest: String, ruleDigest: String,
    keep: (KeptRow) throws -> Void
  ) throws -> ExportReading {
    var batch = batch(file, mapFile, contentDigest: contentDigest, ruleDigest: ruleDigest)
    let columns = try ColumnCheck(map: map, mapFile: mapFile, file: file).problems(
      whole.leavingOut(map.format.skippedRows))
    let (sheets, planned) = PlanCheck(
      map: map, mapFile: mapFile, file: file, plan: plan, scales: scales
    ).result()
    batch.problems = columns + planned
    if batch.stopsOfProblems() { return ExportReading(batch: batch) }
    let walk = ExportWalk(reader: self, file: file, mapFile: mapFile, sheets: sheets, whole: whole)
    return try walk.read(into: batch, keep)
  }

  /// The batch of an export that could not be read as a table.
  ///
  /// Parameters are those of `map`, with the reader's error in place of the table.
  public func stopped(
    _ error: TableError, file: String, mapFile: String, contentDigest: String, ruleDigest: String
  ) -> ImportBatch {
    var batch = batch(file, mapFile, contentDigest: contentDigest, ruleDigest: ruleDigest)
    batch.problems = [TableProblems(file: file).problem(error)]
    batch.stopped = true
    return batch
  }

  private func batch(
    _ file: String, _ mapFile: String, contentDigest: String, ruleDigest: String
  ) -> ImportBatch {
    ImportBatch(
      file: file, map: mapFile, kind: map.kind, contentDigest: contentDigest,
      ruleDigest: ruleDigest, rows: [], rowsRead: 0, rowsSkipped: 0, rowsSetAside: 0,
      problems: [], coverage: coverage, stopped: false)
  }

  private var coverage: EventCoverage? {
    guard case .events(let columns) = map.content else { return nil }
    func events(_ isOne: (EventRule) -> Bool) -> [String] {
      columns.rules.filter(isOne).map(\.event).reduce(into: []) { events, event in
        if !events.contains(event) { events.append(event) }
      }
    }
    return EventCoverage(
      events: events { $0.count != .leave }, leaveFrom: events { $0.count == .leave },
      days: columns.covers, noRowsMeans: columns.noRowsMeans)
  }
}

extension ImportBatch {
  /// Stops the batch where one of its problems does so; whether it stopped.
  mutating func stopsOfProblems() -> Bool {
    if problems.contains(where: { $0.severity == .stop }) { stopped = true }
    return stopped
  }
}
