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
    /// How it is called: its path, with the sheet of a workbook where the mapping names one, and with what is read of it where several
    /// mappings do.
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
    /// What people said of its stories beside the export; nil where it holds no stories and no codings.
    var marks: StoryMarks?
    var stop: Problem?

    /// A coder's file.
    struct Codings {
      var coder: String
      var rows: [CodingFile.Row]
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
      exports += self.exports(of: mapFile)
    }
    exports = ReadingName.told(exports)
    let marks = try StoryMarks(folder)
    exports = exports.map { marks.added(to: $0) }
    exports += coderFiles(marks, stories: exports.filter { $0.kind == .stories })
    guard !exports.isEmpty else {
      throw WorkflowError(
        "no mapping was found in maps/, so no export can be read", at: "maps/",
        fix: "write one mapping for each layout of export; `furlong init` writes examples")
    }
    return exports
  }

  /// What coders wrote down, a file each; it depends on the words of the stories and on what is not shown of them.
  private func coderFiles(_ marks: StoryMarks, stories: [Export]) -> [Export] {
    let words = stories.map { $0.contentDigest + $0.ruleDigest }.joined()
    let rule = Digest.of(rules + Array(words.utf8))
    return CoderFile.names(in: folder).map { coder in
      let file = CoderFile.path(of: coder)
      do throws(WorkflowError) {
        let bytes = try folder.bytes(of: file)
        return Export(
          file: file, path: file, mapFile: file, kind: .codings,
          contentDigest: Digest.of(bytes), ruleDigest: rule,
          codings: Export.Codings(coder: coder, rows: try CoderFile.rows(bytes, file: file)),
          marks: marks)
      } catch {
        return stopped(
          file, file, kind: .codings, rule,
          Problem(
            severity: .stop, code: .unreadableMapping, file: file, row: nil,
            message: sentence(error.what), fix: sentence(error.fix)))
      }
    }
  }

  private func exports(of mapFile: String) -> [Export] {
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
      let kind = Self.said("holds", in: text).flatMap(ExportKind.init) ?? .scores
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
    // Each sheet of a workbook is an export of its own.
    let sheets = map.format.sheets.isEmpty ? [map.format.sheet] : map.format.sheets.map { $0 }
    return files.flatMap { path in
      sheets.map { sheet in
        var map = map
        map.format.sheet = sheet
        map.format.sheets = []
        let own = sheets.count > 1 ? Digest.of(Array((rule + (sheet ?? "")).utf8)) : rule
        return export(of: map, at: path, text: text, own, mapFile)
      }
    }
  }

  /// One file of a mapping's, or a sheet of it.
  private func export(
    of map: ExportMap, at path: String, text: String, _ rule: String, _ mapFile: String
  ) -> Export {
    let file = map.format.sheet.map { "\(path) (\($0))" } ?? path
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

  /// Words as a sentence; the name of a file at its beginning stays as the file is called.
  private func sentence(_ words: String) -> String {
    guard let first = words.first else { return words }
    let isFile = words.prefix { !$0.isWhitespace }.contains("/")
    return (isFile ? String(first) : first.uppercased()) + words.dropFirst()
      + (words.hasSuffix(".") || words.hasSuffix("?") ? "" : ".")
  }
}
