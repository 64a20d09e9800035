public import Foundation
import FurlongImport
import FurlongStudy

/// Drafts a mapping for one export of a study, or of none yet.
public struct MapStep: Sendable {
  private let study: StudyFolder?

  /// Drafts for a study's exports; nil where there is no study yet.
  public init(study: StudyFolder?) { self.study = study }

  /// The draft for an export.
  ///
  /// - Parameter sheet: the workbook's sheet; nil for the only one that holds anything.
  public func draft(of file: URL, sheet: String? = nil) throws -> SeenExport {
    var sight = try ExportSight(study: study)
    sight.others = try others(than: path(of: file))
    return try sight.look(at: file, sheet: sheet, path: path(of: file))
  }

  /// What is seen of the study's other exports; one that cannot be read says nothing.
  private func seen(
    in study: StudyFolder, beside path: String?, _ sight: ExportSight
  ) -> [DraftFacts] {
    study.files(in: "exports").filter { $0 != path }.flatMap { file in
      let place = study.url.appendingPathComponent(file)
      let sheets = sight.sheets(of: place).map { $0.map(Optional.some) } ?? [nil]
      return sheets.compactMap { sheet in
        (try? sight.look(at: place, sheet: sheet, path: file))?.draft.facts
      }
    }
  }

  /// Writes a drafted mapping into the study, with the scales of its own that it needs and has not.
  ///
  /// - Returns: the files, from the study folder, the mapping first.
  /// - Throws: where there is no study, nothing was drafted, or a mapping of that name stands already.
  public func write(_ seen: SeenExport) throws -> [String] {
    guard let study else {
      throw WorkflowError(
        "\(seen.file) lies in no study folder, so there is no maps/ to write to",
        fix: "make a study with `furlong init`, or leave --write out to see the mapping")
    }
    guard seen.draft.kind != nil else {
      throw WorkflowError(
        "nothing was drafted: it could not be told what \(seen.file) holds",
        fix: "begin from an example: `furlong init` writes one of each kind")
    }
    let mappings = ([seen] + seen.beside).map { (path: "maps/\($0.mapFile)", text: $0.mapping) }
    func place(_ path: String) -> URL { study.url.appendingPathComponent(path) }
    for (path, _) in mappings where FileManager.default.fileExists(atPath: place(path).path) {
      throw WorkflowError(
        "\(path) stands already", at: path,
        fix: "move it away, or leave --write out to see the mapping; nothing was changed")
    }
    for (path, text) in mappings { try WholeFile.write(Array(text.utf8), to: place(path)) }
    let lacking = seen.draft.facts.ownScales.filter {
      !FileManager.default.fileExists(atPath: study.url.appendingPathComponent($0.file).path)
    }
    for scale in lacking {
      try WholeFile.write(Array(scale.text.utf8), to: study.url.appendingPathComponent(scale.file))
    }
    return mappings.map(\.path) + lacking.map(\.file)
  }

  /// The export's path from the study folder; nil where it lies elsewhere.
  private func path(of file: URL) -> String? {
    guard let study else { return nil }
    let root = study.url.standardizedFileURL.path + "/"
    let path = file.standardizedFileURL.path
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : nil
  }

  /// What the study's other exports say: their headings and cells, as where a study is made of a folder, and their mappings, which
  /// know better.
  private func others(than path: String?) throws -> OtherExports {
    guard let study else { return OtherExports() }
    let sight = try ExportSight(study: study)
    var others = StudyFromExports.others(seen(in: study, beside: path, sight))
    for name in study.files(in: "maps", ending: ".map.yaml") {
      let text = try study.text(of: name)
      guard let map = try? ExportMap.read(text, file: name) else {
        // Where somebody has still to decide, it is a trust's list all the same.
        if text.contains("\nholds: \(ExportKind.caseload.rawValue)\n") { others.hasCaseload = true }
        continue
      }
      switch map.content {
      case .people(let columns):
        if columns.registeredOn != nil, map.reads != path { others.hasRegister = true }
        if columns.knownToTrustFrom != nil { others.saysKnown = true }
        let seen = try? sight.look(at: study.url.appendingPathComponent(map.reads), path: map.reads)
        others.spelling = others.spelling ?? seen?.draft.facts.spelling
      case .caseload(let columns):
        others.hasCaseload = true
        if columns.knownToTrustFrom != nil { others.saysKnown = true }
      case .events(let columns) where map.reads != path:
        if let covers = columns.covers {
          others.extracts.removeAll { $0.path == map.reads }
          others.extracts.append(ExtractDays(path: map.reads, days: covers, count: 0))
        }
      default: break
      }
    }
    return others
  }
}
