import FurlongImport
import FurlongScales
import FurlongTables

/// Tests that have mappings drafted from the lines of an export.
protocol DraftsMappings {}

extension DraftsMappings {
  func draft(
    _ lines: [String], name: String = "export.csv", beside others: OtherExports = OtherExports()
  ) throws -> MapDraft {
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let shape = try TableSniffer().shape(of: bytes, name: name)
    return MapDrafter(try ScaleCatalogue.shipped(), beside: others).draft(
      try shape.read(bytes, name: name), shape: shape, path: "exports/\(name)")
  }

  /// The draft as a mapping, which must be one.
  func map(_ draft: MapDraft) throws -> ExportMap {
    try ExportMap.read(draft.text, file: "maps/draft.map.yaml")
  }
}
