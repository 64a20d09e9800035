import Foundation
import FurlongImport
import FurlongStore
import FurlongStories
import FurlongStudy

/// Brings the study file up to date: what the exports named by the mappings say now.
///
/// Registers come first, since they tie identifiers together. An unchanged export is left alone; a changed one replaces its
/// batch in one transaction; one that stops leaves nothing behind and the others go on.
struct ImportStep {
  let workflow: Workflow
  let plan: StudyPlan
  /// What people decided; nil for what the study folder holds.
  var book: DecisionBook?

  private var folder: StudyFolder { workflow.folder }

  func run(dryRun: Bool) throws -> ImportReport {
    let wasThere = FileManager.default.fileExists(atPath: folder.studyFile.path)
    let book = try self.book ?? DecisionBook.read(folder)
    let (key, isNew) = try workflow.keys.key(
      studyID: plan.cohort.studyID, outside: folder.url, keep: !dryRun)
    let people = book.people(key: key)
    let exports = try ExportList(
      folder: folder, rules: rules(key: key, people), corrections: book.corrections(key: key)
    ).exports()
    // What is only tried is tried on a study file in memory where there is none, and taken back where there is one.
    let file =
      dryRun && !wasThere
      ? try StudyFile.inMemory(studyID: plan.cohort.studyID, decisions: people)
      : try StudyFile.open(
        at: folder.studyFile.path, studyID: plan.cohort.studyID, decisions: people)
    return try file.change(keep: !dryRun) {
      try forgetIfNothingStands(file, exports)
      if let digest = plan.freeze?.digest, try file.frozenPlan() != digest {
        try file.rememberFrozenPlan(digest)
      }
      let statuses = try ingest(exports, into: file, key: key, people)
      try file.settle()
      let registers = try StudyRows(
        exports.filter { $0.kind == .people }, plan: plan, key: key, people: people)
      var report = try report(
        file, exports, registers, statuses, madeKey: isNew && !dryRun, lostKey: isNew && wasThere)
      try DecisionCheck(book: book, key: key).add(to: &report, file: file)
      return report
    }
  }

  private func report(
    _ file: StudyFile, _ exports: [ExportList.Export], _ registers: StudyRows,
    _ statuses: [String: ImportReport.Export.Status], madeKey: Bool, lostKey: Bool
  ) throws -> ImportReport {
    let losses = try Losses(file, exports: exports, registers: registers, plan: plan)
    return ImportReport(
      exports: try file.batches().map { batch in
        ImportReport.Export(
          file: batch.file, status: batch.stopped ? .stopped : statuses[batch.file] ?? .imported,
          holds: batch.kind, contentDigest: batch.contentDigest,
          rowsRead: batch.rowsRead, rowsKept: batch.rowsKept, rowsSetAside: batch.rowsSetAside,
          rowsSkipped: batch.rowsSkipped, skips: batch.skips)
      }.sorted { $0.file < $1.file },
      problems: try file.problems() + unread(exports) + losses.problems, madeKey: madeKey,
      lostKey: lostKey, links: losses.links, gaps: losses.gaps)
  }

  /// A note for each file in exports/ that no mapping reads.
  private func unread(_ exports: [ExportList.Export]) -> [Problem] {
    folder.files(in: "exports").filter { file in !exports.contains { $0.path == file } }
      .map { file in
        let isOld = file.hasSuffix(".xls")
        return Problem(
          severity: .note, code: .notRead, file: file,
          message: isOld
            ? "Not read: a workbook of the old kind (.xls), which is not read, and no mapping names it."
            : "Not read: no mapping names this file.",
          fix: isOld
            ? "Open it in Excel, save it as a workbook (.xlsx) or as CSV UTF-8, and name that file in a mapping."
            : "Name it under 'reads' in a mapping, or move it out of exports/.")
      }
  }

  /// Empties a study file of which no batch stands any more (another key, another form of the tool): no identifier of an
  /// old key is kept.
  private func forgetIfNothingStands(_ file: StudyFile, _ exports: [ExportList.Export]) throws {
    let kept = try file.batches()
    let rules = Dictionary(exports.map { ($0.file, $0.ruleDigest) }) { first, _ in first }
    guard !kept.isEmpty, kept.allSatisfy({ $0.ruleDigest != rules[$0.file] }) else { return }
    try file.removeAll()
  }

  private func ingest(
    _ exports: [ExportList.Export], into file: StudyFile, key: [UInt8], _ people: PeopleDecisions
  ) throws -> [String: ImportReport.Export.Status] {
    let kept = Dictionary(try file.batches().map { ($0.file, $0) }) { first, _ in first }
    for stale in kept.keys.sorted() where !exports.contains(where: { $0.file == stale }) {
      try file.remove(file: stale)
    }
    let hasRegister = exports.contains { $0.kind == .people }
    let registersStop = exports.contains { $0.kind == .people && $0.stop != nil }
    let pseudonymiser = try Pseudonymiser(key: key, studyID: plan.cohort.studyID)
    let registers = RegisterIDs(exports, fictional: plan.cohort.fictional)
    var statuses: [String: ImportReport.Export.Status] = [:]
    // The words of stories are read once, and only where a coder's file changed.
    var shelf: StoryShelf?
    func texts() -> Result<StoryShelf, WorkflowError> {
      if let shelf { return .success(shelf) }
      do {
        let read = try StoryShelf(workflow: workflow, plan: plan)
        shelf = read
        return .success(read)
      } catch {
        return .failure(
          error as? WorkflowError
            ?? WorkflowError("the stories cannot be read", fix: "mend their export first"))
      }
    }
    var registerChanged = false
    var registerStopped = registersStop
    // What ties identifiers comes before what hangs on them.
    let ordered =
      exports.filter { $0.kind == .people } + exports.filter { $0.kind == .caseload }
      + exports.filter { !$0.kind.tiesIdentifiers }
    for (index, export) in ordered.enumerated() {
      workflow.progress.tell("Reading \(export.file)", Double(index) / Double(ordered.count))
      let isRegister = export.kind == .people
      if let known = kept[export.file], export.stop == nil, !known.stopped,
        known.contentDigest == export.contentDigest, known.ruleDigest == export.ruleDigest,
        isRegister ? !registerChanged : !registerChanged && !registerStopped
      {
        statuses[export.file] = .alreadyImported
        continue
      }
      var reading: ExportReading?
      var result = try file.ingest(file: export.file, hasRegister: hasRegister) { keep in
        let found: ExportReading
        if !isRegister, registerStopped, export.stop == nil {
          found = ExportReading(
            batch: export.stoppedBatch(
              Problem(
                severity: .stop, code: .registerStopped, file: export.file,
                message:
                  "Not read: the register of people stopped, so nobody here can be found in it.",
                fix: "Mend the register first; this export is read again by itself.")))
        } else {
          // The other thread alone uses them while this one waits for it.
          nonisolated(unsafe) let known = isRegister ? nil : registers
          let shelf = export.codings == nil ? nil : texts()
          found = try ReadAhead.rows { [plan, people] put in
            try export.read(
              pseudonymiser: pseudonymiser, plan: plan, people: people, registers: known,
              shelf: shelf, keep: put)
          } keep: {
            try keep($0.row, $0.person)
          }
        }
        reading = found
        return found.batch
      }
      if hasRegister, let stop = reading.flatMap({ Self.nobodyLinked($0, result) }) {
        result = try file.ingest(export.stoppedBatch(stop), hasRegister: hasRegister)
      }
      statuses[export.file] = result.stopped ? .stopped : .imported
      if isRegister {
        registerChanged = true
        if result.stopped { registerStopped = true }
      }
    }
    return statuses
  }

  /// What stops an export of which not one row is anybody's in the register: silence of it would read as "none happened".
  private static func nobodyLinked(_ reading: ExportReading, _ result: KeptBatch) -> Problem? {
    let batch = reading.batch
    guard [.scores, .attendance, .events].contains(batch.kind), reading.rowsKept > 9,
      result.rowsKept == 0
    else { return nil }
    return Problem(
      severity: .stop, code: .nobodyLinked, file: batch.file,
      message: "Not one of its \(batch.rowsRead) rows belongs to anybody in the register.",
      fix:
        "Add a list that ties its ids to the register's ('holds: caseload'), write how the ids are spelt ('prefix', 'digits'), or "
        + "export it with an id that the register has.")
  }

  /// Everything but the mapping and the export on which a batch depends, as bytes.
  private func rules(key: [UInt8], _ people: PeopleDecisions) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let plan = try encoder.encode(plan.cohort)
    let scales = Array(try OwnScales(folder: workflow.folder).text().utf8)
    let codes = Array((self.plan.codebook?.names.joined(separator: "\n") ?? "").utf8)
    // What ties identifiers concerns every export.
    let ties = people.isEmpty ? Data() : try encoder.encode(people)
    return Array("furlong import 7\n\(KeyKeeper.mark(of: key))\n".utf8) + plan + scales + codes
      + ties
  }
}
