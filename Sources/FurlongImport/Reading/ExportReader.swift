public import FurlongScales
public import FurlongStudy
public import FurlongTables

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
  ///   - given: the export as read.
  ///   - file: the export's path from the study folder, for messages.
  ///   - mapFile: the mapping's path, likewise.
  ///   - contentDigest: SHA-256 of the export's lines in sorted order.
  ///   - ruleDigest: SHA-256 of everything else on which the batch depends.
  /// - Returns: kept rows and problems: those of the whole file first, then row by row.
  /// - Complexity: linear in the number of cells that the mapping reads.
  public func map(
    _ given: SourceTable, file: String, mapFile: String, contentDigest: String, ruleDigest: String
  ) -> ImportBatch {
    let leftOut = LeftOutRows(given, map: map, file: file)
    let table = given.leavingOut(map.format.skippedRows.union(leftOut.rows))
    var batch = batch(file, mapFile, contentDigest: contentDigest, ruleDigest: ruleDigest)
    let columns = ColumnCheck(map: map, mapFile: mapFile, file: file).problems(table)
    let (sheets, planned) = PlanCheck(
      map: map, mapFile: mapFile, file: file, plan: plan, scales: scales
    ).result()
    batch.problems = columns + planned
    if batch.problems.contains(where: { $0.severity == .stop }) {
      batch.stopped = true
      return batch
    }
    var rules = CellRules(map, header: table.header, dataTo: plan.dataTo)
    rules.strangers = strangers
    var rows = table
    var wide: LaidWide?
    if case .scores(let columns) = map.content, columns.long != nil {
      let laid = LaidWide(
        table, map: map, columns: columns, rules: rules, study: plan.fictional)
      rules = CellRules(map, header: laid.table.header, dataTo: plan.dataTo)
      rules.strangers = strangers
      rows = laid.table
      wide = laid
    }
    var look = ColumnLook(map: map, file: file, rules: rules)
    var coding: CodingCheck?
    if case .scores(let columns) = map.content {
      coding = CodingCheck(columns, sheets: sheets, file: file, mapFile: mapFile, rules: rules)
    }
    rules.eachRow(of: rows) { cells in
      look.add(cells)
      coding?.add(cells)
    }
    batch.problems += look.problems + (coding?.problems ?? [])
    if batch.problems.contains(where: { $0.severity == .stop }) {
      batch.stopped = true
      return batch
    }
    var content = map.contentReader(
      scales: sheets, lifeOutcomes: plan.lifeOutcomes,
      baselines: Set(plan.occasions.filter { $0.role == .baseline }.map(\.id)), codes: codes,
      rules: rules)
    let people = RowPeople(
      map: map, rules: rules, pseudonymiser: pseudonymiser, fictional: plan.fictional,
      decided: decided)
    let about = map.about.map { RowAbout($0, rules) }
    var notes = ImportNotes()
    var setAside = BoundedProblems()
    var passed = BoundedProblems()
    var asideCount = 0
    var skips: [SkippedRow: Int] = [:]
    var missing = MissingWordTally(file: file)
    var spellings = OtherSpellings(map: map, mapFile: mapFile, file: file)
    func refuse(_ row: Int, _ refusal: RowRefusal) {
      asideCount += wide?.rows(ofForm: row) ?? 1
      missing.add(row, refusal)
      for problem in refusal.problems(
        file: file, row: { wide?.row(ofForm: row, column: $0) ?? row })
      {
        setAside.add(problem)
      }
    }
    func pass(_ line: PassedLine, _ row: Int) {
      skips[line == .totals ? .totals : .headings, default: 0] += 1
      passed.add(line.note(file: file, row: row))
    }
    var others = OtherHeadings()
    let said = TableProblems(file: file)
    for fault in table.faults { setAside.add(said.problem(fault)) }
    for (row, refusal) in (wide?.refused ?? [:]).sorted(by: { $0.key < $1.key }) {
      refuse(row, refusal)
    }
    for (row, line) in wide?.lines ?? [] { pass(line, row) }
    for row in table.totals { pass(.totals, row) }
    rules.eachRow(of: rows) { cells in
      do throws(RowRefusal) {
        var kept = ImportRow(
          sourceRow: cells.sourceRow, identifiers: try people.identifiers(cells))
        for about in about { kept.about[about.name] = try about.value(cells) }
        try content.read(cells, into: &kept, notes: &notes)
        batch.rows.append(kept)
      } catch {
        if let line = PassedLine(cells, map: map) {
          pass(line, cells.sourceRow)
        } else {
          others.look(cells, map: map)
          spellings.add(error, cells)
          refuse(cells.sourceRow, error)
        }
      }
    }
    let contradicting = content.finish(&batch.rows, notes: &notes)
    batch.rows.removeAll { contradicting[$0.sourceRow] != nil }
    for (row, refusal) in contradicting.sorted(by: { $0.key < $1.key }) { refuse(row, refusal) }
    let whole = WholeFileCheck(map: map, mapFile: mapFile, file: file)
    if let stop = others.stop(file: file)
      ?? missing.problem(of: rows.rowCount, header: rules.header)
      ?? whole.problem(
        rows, rules, setAside: setAside, rows: asideCount + table.faults.count,
        kept: batch.rows.count)
    {
      batch.problems.append(stop)
      batch.rows = []
      batch.stopped = true
      return batch
    }
    batch.rowsRead = table.recordCount
    skips[.otherMeasures] = wide?.passed ?? 0
    skips[.named] = table.skipped - given.skipped
    batch.rowsSkipped = table.skipped + skips.values.reduce(0, +) - (skips[.named] ?? 0)
    batch.skips = skips
    batch.rowsSetAside = asideCount + table.faults.count
    batch.problems += table.notes.map { said.problem($0, in: table, shown: rules.shown, map: map) }
    notes.otherMeasures = wide?.passed ?? 0
    notes.sameAnswers = wide?.repeated ?? 0
    batch.problems += leftOut.problems + summaries(notes, file: file)
    batch.problems += spellings.problems
    batch.problems += passed.all + setAside.all
    return batch
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
    var seen: Set<String> = []
    let events = columns.rules.map(\.event).filter { seen.insert($0).inserted }
    return EventCoverage(events: events, days: columns.covers, noRowsMeans: columns.noRowsMeans)
  }

  private func summaries(_ notes: ImportNotes, file: String) -> [Problem] {
    func note(
      _ severity: Problem.Severity, _ code: ProblemCode, _ column: String?, _ message: String,
      _ fix: String
    ) -> Problem {
      Problem(
        severity: severity, code: code.rawValue, file: file, row: nil, column: column,
        message: message, fix: fix)
    }
    var problems: [Problem] = []
    if let last = plan.dataTo {
      for (column, count) in notes.late.sorted(by: { $0.key < $1.key }) {
        problems.append(
          note(
            .note, .implausibleDate, column,
            "\(count) \(count == 1 ? "date lies" : "dates lie") after \(last), the plan's 'data_to'.",
            "Nothing, if the export is newer than the plan; else correct them."))
      }
    }
    if notes.outsideCoverage > 0 {
      let rows = notes.outsideCoverage == 1 ? "1 row lies" : "\(notes.outsideCoverage) rows lie"
      problems.append(
        note(
          .note, .implausibleDate, nil, "\(rows) outside the days that the mapping says it covers.",
          "Check 'covers' in the mapping; days outside it are not counted."))
    }
    if notes.sameEvents > 0 {
      let rows = notes.sameEvents == 1 ? "1 row is" : "\(notes.sameEvents) rows are"
      problems.append(
        note(
          .note, .sameEvent, nil,
          "\(rows) the same event as another row; each event is counted once.",
          "Nothing; 'once_a' in the mapping says so."))
    }
    if notes.sameAnswers > 0 {
      let rows = notes.sameAnswers == 1 ? "1 row gives" : "\(notes.sameAnswers) rows give"
      problems.append(
        note(
          .note, .sameEvent, nil,
          "\(rows) the same answer as another row of the same person and day; each is counted once.",
          "Nothing need be done."))
    }
    if notes.otherMeasures > 0 {
      let rows = notes.otherMeasures == 1 ? "1 row is" : "\(notes.otherMeasures) rows are"
      problems.append(
        note(
          .note, .otherMeasures, nil,
          "\(rows) of other questions or measures than the mapping names; passed over.",
          "Nothing, if they are not wanted; else name them under 'scores' in the mapping."))
    }
    if notes.halfReviewed > 0 {
      let stories = notes.halfReviewed == 1 ? "1 story has" : "\(notes.halfReviewed) stories have"
      problems.append(
        note(
          .warning, .halfReviewed, nil,
          "\(stories) a reviewer without a day, or a day without a reviewer: not quoted.",
          "Fill in both where they were exported from."))
    }
    return problems
  }
}
