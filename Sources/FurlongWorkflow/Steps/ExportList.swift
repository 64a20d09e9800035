import Foundation
import FurlongEvaluation
import FurlongForms
import FurlongImport
import FurlongStories
import FurlongStudy
import FurlongTables

/// Every export that a mapping names, with what stops it before it is read.
struct ExportList {
  let folder: StudyFolder
  /// What a batch depends on beside its mapping and its export.
  let rules: [UInt8]
  /// What people decided of the rows of each export.
  var corrections: [String: ExportCorrections] = [:]

  /// One export to be read, or what stops it.
  struct Export {
    /// How it is called: its path, with the sheet of a workbook where the mapping names one.
    var file: String
    /// Its path from the study folder.
    var path: String
    var mapFile: String
    var kind: ExportKind
    var contentDigest: String
    var ruleDigest: String
    var source: Source?
    /// What people decided of its rows; nil for nothing.
    var corrections: ExportCorrections?
    /// What coders wrote down; nil for an export that a mapping reads.
    var codings: Codings?
    /// What people marked in its stories as never to be shown; nil for no stories.
    var redactions: StoryRedactions?
    /// The stories that were withdrawn; nil for no stories.
    var withdrawn: WithdrawnStories?
    /// Gives the words in a file of stories/; nil for no stories.
    var storyTexts: StoryTexts?
    var stop: Problem?

    /// A coder's file.
    struct Codings {
      var coder: String
      var all: [Coding]
    }

    /// A readable export: how, and its bytes.
    struct Source {
      var map: ExportMap
      var bytes: FileBytes
    }
  }

  /// The exports in order of mapping and file name.
  func exports() throws -> [Export] {
    var exports: [Export] = []
    for mapFile in folder.files(in: "maps", ending: ".map.yaml") {
      exports += self.exports(of: mapFile, known: exports.map(\.file))
    }
    exports += try codings(beside: &exports)
    guard !exports.isEmpty else {
      throw WorkflowError(
        "no mapping was found in maps/, so no export can be read", at: "maps/",
        fix: "write one mapping for each layout of export; `furlong init` writes examples")
    }
    return exports
  }

  /// What coders wrote down, a file each; it depends on the words of the stories and on what is not shown of them.
  private func codings(beside exports: inout [Export]) throws -> [Export] {
    let redactions = try StoryRedactions(folder)
    let withdrawn = try WithdrawnStories(folder)
    let files = StoryFiles(folder: folder)
    var stories = ""
    for place in exports.indices where exports[place].kind == .stories {
      exports[place].redactions = redactions
      exports[place].withdrawn = withdrawn
      exports[place].storyTexts = files.texts
      exports[place].ruleDigest = Digest.of(
        Array(
          (exports[place].ruleDigest + redactions.digest + withdrawn.digest + files.digest).utf8))
      stories += exports[place].contentDigest + exports[place].ruleDigest
    }
    return CoderFile.names(in: folder).map { coder in
      let file = "\(CoderFile.folder)/\(coder).csv"
      let rule = Digest.of(rules + Array(stories.utf8))
      do {
        let all = try CoderFile(coder, in: folder).all
        return Export(
          file: file, path: file, mapFile: file, kind: .codings,
          contentDigest: Digest.of(CodingFile.rows(all, decided: true)), ruleDigest: rule,
          codings: Export.Codings(coder: coder, all: all))
      } catch {
        let said = error as? WorkflowError
        return stopped(
          file, file, kind: .codings, rule,
          Problem(
            severity: .stop, code: .unreadableMapping, file: file,
            message: sentence(said?.what ?? "The file cannot be read"),
            fix: sentence(said?.fix ?? "Check that it is there")))
      }
    }
  }

  private func exports(of mapFile: String, known: [String]) -> [Export] {
    let text: String
    do {
      text = try folder.text(of: mapFile)
    } catch {
      return [
        stopped(
          mapFile, mapFile, kind: .people, Digest.of(rules),
          Problem(
            severity: .stop, code: .unreadableMapping, file: mapFile,
            message: sentence(error.what), fix: sentence(error.fix)))
      ]
    }
    let rule = Digest.of(rules + Array(text.utf8))
    let map: ExportMap
    do {
      map = try ExportMap.read(text, file: mapFile)
    } catch {
      // A mapping that cannot be read names no export for certain: the mapping itself stands in its place, but where
      // nothing is wrong with it but that something is to be decided.
      let kind: ExportKind = Self.said("holds", in: text) == "people" ? .people : .scores
      if let undecided = Undecided(text) {
        let named = Self.said("reads", in: text)
        let file = folder.files(in: "exports").first { $0 == named } ?? mapFile
        return [stopped(file, mapFile, kind: kind, rule, undecided.stop(file, mapFile: mapFile))]
      }
      return [
        stopped(
          mapFile, mapFile, kind: kind, rule,
          Problem(
            severity: .stop, code: .unreadableMapping, file: mapFile, row: error.line, column: nil,
            message: sentence(error.what), fix: sentence(error.fix)))
      ]
    }
    guard let files = files(of: map) else {
      return [
        stopped(
          map.reads, mapFile, kind: map.kind, rule,
          Problem(
            severity: .stop, code: .outsideTheFolder, file: mapFile,
            message: "'reads' names '\(map.reads)', which lies outside the study folder.",
            fix: "Put the export into exports/ and name it from the study folder."))
      ]
    }
    if files.isEmpty {
      return [
        stopped(
          map.reads, mapFile, kind: map.kind, rule,
          Problem(
            severity: .stop, code: .missingExport, file: map.reads,
            message:
              "The export is missing: \(mapFile) reads '\(map.reads)', and no such file is there.",
            fix: "Put the export there, or mend 'reads' in \(mapFile)."))
      ]
    }
    return files.map { path in
      // Each sheet of a workbook is an export of its own.
      let file = map.format.sheet.map { "\(path) (\($0))" } ?? path
      if known.contains(file) {
        return stopped(
          file, mapFile, kind: map.kind, rule,
          Problem(
            severity: .stop, code: .twoMappings, file: file,
            message: "Two mappings read this export, \(mapFile) among them.",
            fix: "Let one mapping read it."))
      }
      if let undecided = Undecided(text) {
        return stopped(
          file, mapFile, kind: map.kind, rule, undecided.stop(file, mapFile: mapFile))
      }
      let bytes: FileBytes
      let digest: String
      do throws(WorkflowError) {
        bytes = try folder.source(of: path)
        guard let sum = Digest.ofSortedLines(bytes) else { throw StudyFolder.unreadable(path) }
        digest = sum
      } catch {
        return stopped(
          file, mapFile, kind: map.kind, rule,
          Problem(
            severity: .stop, code: .missingExport, file: file,
            message: sentence(error.what), fix: sentence(error.fix)))
      }
      let corrections = corrections[file]
      return Export(
        file: file, path: path, mapFile: mapFile, kind: map.kind,
        contentDigest: digest, ruleDigest: corrections.map { $0.rule(rule) } ?? rule,
        source: Export.Source(map: map, bytes: bytes), corrections: corrections)
    }
  }

  private func stopped(
    _ file: String, _ mapFile: String, kind: ExportKind, _ rule: String, _ problem: Problem
  ) -> Export {
    Export(
      file: file, path: file, mapFile: mapFile, kind: kind, contentDigest: "", ruleDigest: rule,
      stop: problem)
  }

  /// What a mapping that cannot be read says under a key, as far as a line tells.
  private static func said(_ key: String, in text: String) -> String? {
    text.split(separator: "\n").lazy.compactMap { line in
      let said = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1)
      guard said.count == 2, said[0] == key else { return nil }
      return said[1].split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }.first
  }

  /// The files of the study that a name or a pattern with `*` means; nil where it leaves the folder.
  private func files(of map: ExportMap) -> [String]? {
    let parts = map.reads.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard !parts.contains(where: { $0.isEmpty || $0 == ".." || $0 == "." }),
      !parts.dropLast().contains(where: { $0.contains("*") })
    else { return nil }
    return folder.files(in: parts.dropLast().joined(separator: "/")).filter { map.reads($0) }
  }

  private func sentence(_ words: String) -> String {
    guard let first = words.first else { return words }
    return first.uppercased() + words.dropFirst()
      + (words.hasSuffix(".") || words.hasSuffix("?") ? "" : ".")
  }
}

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
    if let codings, let shelf { return try read(codings, shelf, plan: plan, keep: keep) }
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
    reader.storyTexts = storyTexts
    do {
      var table = try source.walk(name: file)
      let corrected = try corrections?.applied(
        to: table, marks: RowMark(pseudonymiser), file: file, book: DecisionBook.file)
      if let corrected { (table, reader.strangers) = (corrected.table, corrected.strangers) }
      var back: [Int] = []
      var reading = try reader.read(
        table, file: file, mapFile: mapFile, contentDigest: contentDigest, ruleDigest: ruleDigest
      ) { kept in
        guard let story = kept.row.story, let redactions, !keepsAllWords else {
          return try keep(kept)
        }
        var shown = kept
        shown.row.story = withdrawn?.applied(to: redactions.applied(to: story))
        if story.text != shown.row.story?.text, withdrawn?.days[story.id] != nil {
          back.append(kept.row.sourceRow)
        }
        try keep(shown)
      }
      if let corrected {
        reading.batch.problems = corrected.problems + reading.batch.problems
        if !reading.batch.stopped { reading.batch.skips[.byHand] = corrected.leftOut }
      }
      reading.batch.problems += back.map { withdrawnRow($0) }
      if !reading.batch.stopped {
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

  /// That a row still holds a story that was withdrawn.
  private func withdrawnRow(_ row: Int) -> Problem {
    Problem(
      severity: .warning, code: .withdrawnStory, file: file, row: row,
      message: "This row still holds the words of a story that was withdrawn; they are not read.",
      fix: "Take the row, or its words, out of the export and out of the system that it comes from."
    )
  }

  /// Hands each coding of a coder's file on that counts.
  private func read(
    _ codings: Codings, _ shelf: Result<StoryShelf, WorkflowError>, plan: StudyPlan,
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
        coder: codings.coder, shelf: shelf, redactions: StoryRedactions(shelf.folder),
        codebook: plan.codebook
      ).read(codings.all, into: batch, keep: keep)
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
  /// The export as a table that is walked through; an SPSS file is in memory meanwhile.
  func walk(name: String) throws(TableError) -> TableWalk {
    let format = map.format
    let beginning = bytes.beginning(16) ?? []
    if WorkbookReader.recognises(beginning) {
      guard let opened = bytes.opened() else { throw TableError(file: name, reason: .unreadable) }
      return try WorkbookReader(
        sheet: format.sheet, headerRow: format.csv.headerRow, groupRow: format.csv.groupRow
      ).walk(opened, name: name)
    }
    guard SPSSReader.recognises(beginning) else {
      return try CSVReader(format: format.csv).walk(bytes, name: name)
    }
    guard let all = bytes.all() else { throw TableError(file: name, reason: .unreadable) }
    return TableWalk(try SPSSReader(blanksMissing: true).read(all, name: name))
  }
}
