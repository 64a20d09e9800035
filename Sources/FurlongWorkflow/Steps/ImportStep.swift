import Foundation
import FurlongImport
import FurlongStore
import FurlongStudy

/// Brings the study file up to date: what the exports named by the mappings say now.
///
/// Registers come first, since they tie identifiers together. An unchanged export is left alone; a changed one replaces its
/// batch in one transaction; one that stops leaves nothing behind and the others go on.
struct ImportStep {
  let workflow: Workflow
  let plan: StudyPlan

  private var folder: StudyFolder { workflow.folder }

  func run(dryRun: Bool) throws -> ImportReport {
    let wasThere = FileManager.default.fileExists(atPath: folder.studyFile.path)
    let (key, isNew) = try workflow.keys.key(
      studyID: plan.cohort.studyID, outside: folder.url, keep: !dryRun)
    var place = folder.studyFile
    if dryRun {
      place = FileManager.default.temporaryDirectory
        .appendingPathComponent("furlong-dry-run-\(UUID().uuidString)")
      if FileManager.default.fileExists(atPath: folder.studyFile.path) {
        try FileManager.default.copyItem(at: folder.studyFile, to: place)
      }
    }
    defer { if dryRun { try? FileManager.default.removeItem(at: place) } }
    let exports = try ExportList(folder: folder, rules: rules(key: key)).exports()
    let frozen = try removeIfNothingStands(place, exports)
    let file = try StudyFile.open(at: place.path, studyID: plan.cohort.studyID)
    if let digest = plan.freeze?.digest ?? frozen, try file.frozenPlan() != digest {
      try file.rememberFrozenPlan(digest)
    }
    let statuses = try ingest(exports, into: file, key: key)
    try file.settle()
    return ImportReport(
      exports: try file.batches().map { batch in
        ImportReport.Export(
          file: batch.file, status: batch.stopped ? .stopped : statuses[batch.file] ?? .imported,
          contentDigest: batch.contentDigest,
          rowsRead: batch.rowsRead, rowsKept: batch.rowsKept, rowsSetAside: batch.rowsSetAside,
          rowsSkipped: batch.rowsSkipped)
      }.sorted { $0.file < $1.file },
      problems: try file.problems() + unread(exports), madeKey: isNew && !dryRun,
      lostKey: isNew && wasThere)
  }

  /// A note for each file in exports/ that no mapping reads.
  private func unread(_ exports: [ExportList.Export]) -> [Problem] {
    folder.files(in: "exports").filter { file in !exports.contains { $0.path == file } }
      .map { file in
        let isOld = file.hasSuffix(".xls")
        return Problem(
          severity: .note, code: "I056", file: file, row: nil, column: nil,
          message: isOld
            ? "Not read: a workbook of the old kind (.xls), which is not read, and no mapping names it."
            : "Not read: no mapping names this file.",
          fix: isOld
            ? "Open it in Excel, save it as a workbook (.xlsx) or as CSV UTF-8, and name that file in a mapping."
            : "Name it under 'reads' in a mapping, or move it out of exports/.")
      }
  }

  /// A study file of which no batch stands any more (another key, another form of the tool) is made anew.
  ///
  /// - Returns: the digest of the frozen plan that the file remembered.
  private func removeIfNothingStands(
    _ place: URL, _ exports: [ExportList.Export]
  ) throws -> String? {
    guard FileManager.default.fileExists(atPath: place.path) else { return nil }
    let file = try StudyFile.open(at: place.path, studyID: plan.cohort.studyID)
    let frozen = try file.frozenPlan()
    let kept = try file.batches()
    let rules = Dictionary(exports.map { ($0.file, $0.ruleDigest) }) { first, _ in first }
    guard !kept.isEmpty, kept.allSatisfy({ $0.ruleDigest != rules[$0.file] }) else { return frozen }
    for ending in ["", "-journal", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: place.path + ending)
    }
    return frozen
  }

  private func ingest(
    _ exports: [ExportList.Export], into file: StudyFile, key: [UInt8]
  ) throws -> [String: ImportReport.Export.Status] {
    let kept = Dictionary(try file.batches().map { ($0.file, $0) }) { first, _ in first }
    for stale in kept.keys.sorted() where !exports.contains(where: { $0.file == stale }) {
      try file.remove(file: stale)
    }
    let hasRegister = exports.contains { $0.kind == .people }
    let registersStop = exports.contains { $0.kind == .people && $0.stop != nil }
    let pseudonymiser = try Pseudonymiser(key: key, studyID: plan.cohort.studyID)
    var statuses: [String: ImportReport.Export.Status] = [:]
    var registerChanged = false
    var registerStopped = registersStop
    let ordered = exports.filter { $0.kind == .people } + exports.filter { $0.kind != .people }
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
      let batch: ImportBatch
      if !isRegister, registerStopped, export.stop == nil {
        batch = export.stoppedBatch(
          Problem(
            severity: .stop, code: "I052", file: export.file, row: nil, column: nil,
            message: "Not read: the register of people stopped, so nobody here can be found in it.",
            fix: "Mend the register first; this export is read again by itself."))
      } else {
        batch = try export.read(pseudonymiser: pseudonymiser, plan: plan)
      }
      let result = try file.ingest(batch, hasRegister: hasRegister)
      statuses[export.file] = result.stopped ? .stopped : .imported
      if isRegister {
        registerChanged = true
        if result.stopped { registerStopped = true }
      }
    }
    return statuses
  }

  /// Everything but the mapping and the export on which a batch depends, as bytes.
  private func rules(key: [UInt8]) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let plan = try encoder.encode(plan.cohort)
    let scales = Array(try OwnScales(folder: workflow.folder).text().utf8)
    return Array("furlong import 3\n\(KeyKeeper.mark(of: key))\n".utf8) + plan + scales
  }
}
