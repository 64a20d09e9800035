import FurlongForms
import FurlongImport
import FurlongStories
import FurlongStudy
import FurlongTables

extension ExportList.Export {
  /// Reads the export through its mapping and hands each kept row on; what stops it is in the batch.
  ///
  /// - Parameters:
  ///   - people: what people decided of identifiers.
  ///   - registers: the register's exports, which tell of ids that are only written otherwise.
  ///   - keepsAllWords: whether the words of stories are kept that may never be quoted.
  ///   - keep: takes the kept rows; where the export stops, none of them counts.
  func read(
    pseudonymiser: Pseudonymiser, plan: StudyPlan, people: PeopleDecisions = PeopleDecisions(),
    registers: RegisterIDs? = nil, keepsAllWords: Bool = false,
    shelf: Result<StoryShelf, WorkflowError>? = nil, keep: (KeptRow) throws -> Void
  ) throws -> ExportReading {
    if let codings, let shelf, let marks {
      return try read(codings, shelf, marks, plan: plan, keep: keep)
    }
    guard let source else {
      return ExportReading(
        batch: stoppedBatch(
          stop
            ?? Problem(
              severity: .stop, code: .missingExport, file: file,
              message: "The export cannot be read.", fix: "Check that it is there.")))
    }
    var reader = ExportReader(
      map: source.map, scales: plan.catalogue, pseudonymiser: pseudonymiser,
      plan: plan.cohort, codes: plan.codebook?.names)
    reader.decided = people
    reader.keepsAllWords = keepsAllWords
    reader.storyTexts = marks?.files.texts
    do {
      var table = try source.walk(name: file)
      let corrected = try corrections?.applied(
        to: table, marks: RowMark(pseudonymiser), file: file, book: DecisionBook.file)
      if let corrected { (table, reader.strangers) = (corrected.table, corrected.strangers) }
      var reading = try reader.read(
        table, file: file, mapFile: mapFile, contentDigest: contentDigest, ruleDigest: ruleDigest
      ) { kept in
        guard let story = kept.row.story, let marks, !keepsAllWords else { return try keep(kept) }
        var shown = kept
        shown.row.story = marks.applied(to: story)
        try keep(shown)
      }
      if let corrected {
        reading.batch.problems = corrected.problems + reading.batch.problems
        if !reading.batch.stopped { reading.batch.skips[.byHand] = corrected.leftOut }
      }
      reading.batch.problems += try marks?.withdrawnRows(in: self) ?? []
      if !reading.batch.stopped {
        reading.batch.problems += [try source.filledDown(name: file)].compactMap { $0 }
        reading.batch.problems += FileLook(file: file, bytes: source.bytes).problems(reading)
        if let registers, kind != .caseload {
          reading.batch.problems += try registers.ids.problems(
            table, map: source.map, file: file, mapFile: mapFile)
        }
      }
      return reading
    } catch let error as TableError {
      return ExportReading(
        batch: reader.stopped(
          error, file: file, mapFile: mapFile, contentDigest: contentDigest,
          ruleDigest: ruleDigest))
    }
  }

  /// Hands each coding of a coder's file on that counts.
  private func read(
    _ codings: Codings, _ shelf: Result<StoryShelf, WorkflowError>, _ marks: StoryMarks,
    plan: StudyPlan,
    keep: (KeptRow) throws -> Void
  ) throws -> ExportReading {
    switch shelf {
    case .failure(let error):
      return ExportReading(
        batch: stoppedBatch(
          Problem(
            severity: .stop, code: .storiesStopped, file: file,
            message: "Not read: the stories cannot be read, so that no code can be found in them.",
            fix: "Mend the export of stories first: \(error.what).")))
    case .success(let shelf):
      let batch = ImportBatch(
        file: file, map: mapFile, kind: kind, contentDigest: contentDigest, ruleDigest: ruleDigest,
        rows: [], rowsRead: 0, rowsSkipped: 0, rowsSetAside: 0, problems: [], coverage: nil,
        stopped: false)
      return try CodingExport(
        coder: codings.coder, shelf: shelf, redactions: marks.redactions, codebook: plan.codebook
      ).read(codings.rows, into: batch, keep: keep)
    }
  }

  /// A batch that holds nothing but why it stopped.
  func stoppedBatch(_ problem: Problem) -> ImportBatch {
    ImportBatch(
      file: file, map: mapFile, kind: kind, contentDigest: contentDigest, ruleDigest: ruleDigest,
      rows: [], rowsRead: 0, rowsSkipped: 0, rowsSetAside: 0, problems: [problem], coverage: nil,
      stopped: true)
  }
}

extension ExportList.Export.Source {
  /// The export as a table that is walked through, with the ids in every row where the mapping fills them down; an SPSS file is
  /// in memory meanwhile.
  func walk(name: String) throws(TableError) -> TableWalk {
    let table = try walkAsWritten(name: name)
    return FilledDown(map, header: table.header)?.applied(to: table) ?? table
  }

  /// What is said of ids that were filled down; nil where none was.
  func filledDown(name: String) throws -> Problem? {
    let table = try walkAsWritten(name: name)
    guard let filling = FilledDown(map, header: table.header) else { return nil }
    let rows = try filling.count(in: table)
    guard rows > 0 else { return nil }
    return Problem(
      severity: .note, code: .filledDown, file: name,
      message:
        "\(rows) \(rows == 1 ? "row has no id of its own and was read as that" : "rows have no id of their own and were read as those") of the person of the row above, as 'fill_down' in the mapping says.",
      fix: "Nothing need be done, if each id stands only in the first row of a person's block.")
  }

  private func walkAsWritten(name: String) throws(TableError) -> TableWalk {
    let format = map.format
    let beginning = bytes.beginning(16) ?? []
    if WorkbookReader.recognises(beginning) {
      guard let opened = bytes.opened() else { throw TableError(file: name, reason: .unreadable) }
      return try WorkbookReader(
        sheet: format.sheet, headerRow: format.csv.headerRow, groupRow: format.csv.groupRow
      ).walk(opened, name: name)
    }
    guard SPSSReader.recognises(beginning) else {
      do throws(TableError) {
        return try CSVReader(format: format.csv).walk(bytes, name: name)
      } catch {
        throw error.ofText(called: name)
      }
    }
    guard let all = bytes.all() else { throw TableError(file: name, reason: .unreadable) }
    return TableWalk(try SPSSReader(blanksMissing: true).read(all, name: name))
  }
}
