public import Foundation
import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTables

/// Looks at an export that has no mapping yet: how it is written, what it seems to hold, and a mapping for it.
public struct ExportSight: Sendable {
  /// The instruments that are looked for.
  let catalogue: ScaleCatalogue
  /// What the other exports say.
  var others = OtherExports()

  /// Looks with what is shipped and, in a study, with its own scales.
  ///
  /// - Throws: the first mistake in a scale of the study's own.
  public init(study: StudyFolder?) throws {
    catalogue =
      try study.map { try OwnScales(folder: $0).added(to: Shipped.catalogue, leavingOut: true) }
      ?? Shipped.catalogue
  }

  /// What one file seems to be.
  ///
  /// - Parameters:
  ///   - file: a CSV file or a workbook.
  ///   - sheet: the workbook's sheet; nil for the only one that holds anything.
  ///   - path: the export's path from its study folder; nil where it will lie in `exports/`.
  /// - Throws: what is wrong with the file, and what mends it.
  public func look(
    at file: URL, sheet: String? = nil, path: String? = nil
  ) throws -> SeenExport {
    let seen = try UnmappedFile(file, sheet: sheet)
    var others = others
    others.key = key(of: file, beside: sheet)
    var draft = MapDrafter(catalogue, beside: others)
      .draft(seen.table, shape: seen.shape, path: path ?? "exports/\(seen.name)")
    if seen.isCut {
      draft.checks.append(
        "The file is large, and only its first \(seen.table.rowCount) rows were looked at: what stands below may hold other words and other days."
      )
    }
    return SeenExport(
      file: seen.name, rows: seen.table.rowCount, faults: seen.table.faults.count,
      shape: seen.shape, draft: draft)
  }

  /// The rows of a workbook's sheet that is called a key, as texts; empty where there is none.
  private func key(of file: URL, beside sheet: String?) -> [[String]] {
    guard sheet != nil,
      let name = sheets(of: file)?.first(where: {
        $0 != sheet && ["key", "keys", "legend", "codes", "marks"].contains($0.lowercased())
      }), let found = try? UnmappedFile(file, sheet: name)
    else { return [] }
    let rows = (0..<found.table.rowCount).map { row in
      found.table.header.indices.map { found.table.text(row: row, column: $0) }
    }
    return (found.shape.above + [found.table.header] + rows).map { $0.filter { !$0.isEmpty } }
  }

  /// The sheets of a workbook of which several hold something; nil where the file can be read as it is.
  func sheets(of file: URL) -> [String]? {
    guard case .success(let opened) = FileBytes.open(at: file.path),
      let start = opened.beginning(8), WorkbookReader.recognises(start),
      let workbook = opened.opened()
    else { return nil }
    do throws(TableError) {
      _ = try WorkbookReader().beginning(of: workbook, name: file.lastPathComponent, most: 0)
      return nil
    } catch {
      if case .severalSheets(let names) = error.reason { return names }
      return nil
    }
  }
}

/// What was seen of an export.
public struct SeenExport: Sendable {
  /// The file's name without its folder.
  public var file: String
  /// How many rows were read.
  public var rows: Int
  /// How many could not be.
  public var faults: Int
  /// How the file is written.
  var shape: TableShape
  /// The mapping that was drafted.
  var draft: MapDraft
  /// Whether the mapping is of several sheets, so that none gives it its name.
  var isOfSeveralSheets = false
  /// Whether it is a second mapping of the export, which is called after what it holds.
  var isBesideAnother = false

  /// Second mappings of the same rows, such as of the stories of a form.
  public var beside: [SeenExport] {
    draft.beside.map { draft in
      var seen = self
      (seen.draft, seen.isBesideAnother) = (draft, true)
      return seen
    }
  }

  /// What it seems to hold, in the word of a mapping; nil where it could not be told.
  public var holds: String? { draft.kind?.rawValue }
  /// How many lines of what the service cost stand in it; 0 where it is no budget.
  public var linesOfBudget: Int { draft.facts.budgets.reduce(0) { $0 + $1.lines.count } }
  /// The drafted mapping.
  public var mapping: String { draft.text }
  /// What to look at in the mapping, each as a sentence.
  public var checks: [String] { draft.checks }
  /// How many lines of the mapping say DECIDE.
  public var decisions: Int { draft.decisions }

  /// The name of the mapping's file: `Forms responses.xlsx` is `forms-responses.map.yaml`, and that of its stories beside the scores
  /// `forms-responses-stories.map.yaml`.
  public var mapFile: String {
    let name = file.split(separator: ".").dropLast().joined(separator: ".")
    let stem = (isOfSeveralSheets ? nil : shape.sheet).map { "\(name) \($0)" } ?? name
    let letters = stem.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let parts =
      String(letters).split(separator: "-") + (isBesideAnother ? [Substring(holds ?? "")] : [])
    return (parts.isEmpty ? "export" : parts.joined(separator: "-")) + ".map.yaml"
  }
}
