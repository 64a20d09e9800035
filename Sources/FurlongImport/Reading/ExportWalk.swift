import FurlongStudy
import FurlongTables

/// One reading of an export whose columns and plan fit: first all rows are looked at, then each is kept or set aside.
final class ExportWalk {
  private let reader: ExportReader
  private let file: String
  private let mapFile: String
  private let sheets: [String: ScaleSheet]
  private let whole: TableWalk
  private var tally = TableTally()
  private var faults = BoundedProblems()
  private var passed = BoundedProblems()
  private var asideCount = 0
  private var skips: [SkippedRow: Int] = [:]
  private var others = OtherHeadings()
  private var leftOut: LeftOutRows
  private var wide: LaidWide?
  private var missing: MissingWordTally
  private var spellings: OtherSpellings

  init(
    reader: ExportReader, file: String, mapFile: String, sheets: [String: ScaleSheet],
    whole: TableWalk
  ) {
    self.reader = reader
    self.file = file
    self.mapFile = mapFile
    self.sheets = sheets
    self.whole = whole
    leftOut = LeftOutRows(reader.map)
    missing = MissingWordTally(file: file)
    spellings = OtherSpellings(map: reader.map, mapFile: mapFile, file: file)
  }

  private var map: ExportMap { reader.map }

  /// Reads the export into a batch that holds what was found of its columns, and hands each kept row on.
  func read(into batch: ImportBatch, _ keep: (KeptRow) throws -> Void) throws -> ExportReading {
    var reading = ExportReading(batch: batch)
    let (rows, rules) = try layOut()
    reading.batch.problems += try look(at: rows, rules)
    if reading.batch.stopsOfProblems() { return reading }
    refuseWhatIsNoRow()
    var notes = ImportNotes()
    let count = try keepRows(rows, rules, &notes, &reading, keep)
    let check = WholeFileCheck(map: map, mapFile: mapFile, file: file)
    let stop =
      try others.stop(file: file)
      ?? missing.problem(of: count, header: rules.header)
      ?? check.problem(
        rows, rules, faults: faults, rows: asideCount + tally.faults, kept: reading.rowsKept)
    if let stop {
      reading.batch.problems.append(stop)
      reading.batch.stopped = true
      reading.rowsKept = 0
      return reading
    }
    reading.batch.rowsRead = tally.records
    skips[.otherMeasures] = wide?.passed ?? 0
    reading.batch.rowsSkipped = tally.skipped + skips.values.reduce(0, +)
    skips[.leftOut] = leftOut.count
    skips[.named] = tally.leftOut - leftOut.count
    reading.batch.skips = skips
    reading.batch.rowsSetAside = asideCount + tally.faults
    let said = TableProblems(file: file)
    notes.otherMeasures = wide?.passed ?? 0
    notes.sameAnswers = wide?.repeated ?? 0
    reading.batch.problems +=
      tally.notes.map { said.problem($0, shown: rules.shown, map: map) }
      + leftOut.problems(file: file)
      + notes.problems(file: file, dataTo: reader.plan.dataTo) + spellings.problems + passed.all
      + faults.all
    return reading
  }

  /// The rows that are read, and how: the export's own, or those of a long export laid wide.
  private func layOut() throws -> (TableWalk, CellRules) {
    let rows = whole.leavingOut(leftOut.rows)
    let rules = CellRules(map, header: rows.header, dataTo: reader.plan.dataTo)
    rules.strangers = reader.strangers
    guard case .scores(let columns) = map.content, columns.long != nil else { return (rows, rules) }
    try whole.each(take)
    let laid = try LaidWide(
      rows, map: map, columns: columns, rules: rules, fictional: reader.plan.fictional)
    wide = laid
    let ofForms = CellRules(map, header: laid.table.header, dataTo: reader.plan.dataTo)
    ofForms.strangers = reader.strangers
    return (TableWalk(laid.table), ofForms)
  }

  /// Takes in what a piece says beside its rows.
  private func take(_ whole: SourceTable) {
    leftOut.add(whole)
    let piece = whole.leavingOut(leftOut.rows(of: whole))
    tally.add(piece, whole: whole)
    let said = TableProblems(file: file)
    for fault in piece.faults { faults.add(said.problem(fault)) }
    if !piece.totals.isEmpty { for row in piece.totals { pass(.totals, row) } }
  }

  /// Looks through whole columns, for what no single row shows.
  private func look(at rows: TableWalk, _ rules: CellRules) throws -> [Problem] {
    var look = ColumnLook(map: map, file: file, rules: rules)
    var coding: CodingCheck?
    if case .scores(let columns) = map.content {
      coding = CodingCheck(columns, sheets: sheets, file: file, mapFile: mapFile, rules: rules)
    }
    func see(_ piece: SourceTable) {
      rules.eachRow(of: piece) { cells in
        look.add(cells)
        coding?.add(cells)
      }
    }
    var labelled: [Problem]?
    if wide == nil {
      try whole.each { piece in
        take(piece)
        if labelled == nil, case .scores(let columns) = map.content {
          labelled = LabelCheck(columns: columns, sheets: sheets, file: file, mapFile: mapFile)
            .problems(piece.labels)
        }
        see(piece.leavingOut(leftOut.rows(of: piece)))
      }
    } else {
      try rows.each(see)
    }
    return look.problems + (labelled ?? []) + (coding?.problems ?? [])
  }

  /// Sets aside rows that can be part of no form, and passes over lines that are none.
  private func refuseWhatIsNoRow() {
    guard let wide else { return }
    for (row, refusal) in wide.refused.sorted(by: { $0.key < $1.key }) { refuse(row, refusal) }
    for (row, line) in wide.lines { pass(line, row) }
  }

  private func refuse(_ row: Int, _ refusal: RowRefusal) {
    asideCount += wide?.rows(ofForm: row) ?? 1
    tell(refusal, row)
  }

  private func tell(_ refusal: RowRefusal, _ row: Int) {
    missing.add(row, refusal)
    for problem in refusal.problems(
      file: file, row: { wide?.row(ofForm: row, column: $0) ?? row })
    {
      faults.add(problem)
    }
  }

  private func pass(_ line: PassedLine, _ row: Int) {
    let why: SkippedRow =
      switch line {
      case .totals: .totals
      case .headings: .headings
      case .key: .key
      }
    skips[why, default: 0] += 1
    passed.add(line.note(file: file, row: row))
  }

  /// Keeps each row or sets it aside; how many there were.
  private func keepRows(
    _ rows: TableWalk, _ rules: CellRules, _ notes: inout ImportNotes,
    _ reading: inout ExportReading, _ keep: (KeptRow) throws -> Void
  ) throws -> Int {
    let plan = reader.plan
    var content = map.contentReader(
      scales: sheets, lifeOutcomes: plan.lifeOutcomes,
      baselines: Set(plan.occasions.filter { $0.role == .baseline }.map(\.id)),
      codes: reader.codes, keepsAllWords: reader.keepsAllWords,
      storyTexts: reader.storyTexts, rules: rules)
    let people = RowPeople(
      map: map, rules: rules, pseudonymiser: reader.pseudonymiser, fictional: plan.fictional,
      decided: reader.decided)
    let about = map.about.map { RowAbout($0, rules) }
    let birth = BirthCheck(map, rules)
    let holdsBack = content.holdsBack
    var held: [KeptRow] = []
    var count = 0
    var named: [Bool] = []
    func handOn(_ row: inout KeptRow) throws {
      reading.rowsKept += 1
      reading.lastRow = max(reading.lastRow, row.row.sourceRow)
      while named.count <= row.person { named.append(false) }
      if !named[row.person] {
        named[row.person] = true
        row.row.identifiers = people.identifiers(of: row.person)
      }
      try keep(row)
    }
    try rules.eachRow(of: rows) { cells in
      count += 1
      var row: KeptRow
      notes.ofRow = []
      if PassedLine.isKey(cells, map: map) {
        pass(.key, cells.sourceRow)
        return
      }
      do throws(RowRefusal) {
        let person = try people.number(cells, &notes)
        row = KeptRow(
          row: ImportRow(
            sourceRow: cells.sourceRow,
            identifiers: holdsBack ? people.identifiers(of: person) : []),
          person: person)
        for about in about { row.row.about[about.name] = try about.value(cells) }
        try content.read(cells, into: &row, notes: &notes)
        try birth?.check(cells, row.row)
      } catch {
        if let line = PassedLine(cells, map: map) {
          pass(line, cells.sourceRow)
        } else {
          others.look(cells, map: map)
          spellings.add(error, cells)
          refuse(cells.sourceRow, error)
          content.setAside(cells)
        }
        return
      }
      if !notes.ofRow.isEmpty {
        let parts = RowRefusal(notes.ofRow)
        spellings.add(parts, cells)
        tell(parts, cells.sourceRow)
        for case .form(let name)? in Set(notes.ofRow.map(\.part)) {
          notes.formsLeftOut[name, default: 0] += 1
        }
        notes.placesLeftOut += notes.ofRow.count { $0.part == .place }
      }
      if holdsBack { held.append(row) } else { try handOn(&row) }
    }
    let contradicting = content.finish(&held)
    for (row, refusal) in contradicting.sorted(by: { $0.key < $1.key }) { refuse(row, refusal) }
    for place in held.indices where contradicting[held[place].row.sourceRow] == nil {
      try handOn(&held[place])
    }
    return count
  }
}
