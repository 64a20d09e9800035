public import Foundation
import FurlongImport
import FurlongScales
import FurlongTables

/// Tells which scales stand in which columns of an export that has no mapping yet.
public struct ScaleRecognition: Sendable {
  /// So many rows are looked at.
  public static let mostRows = 20_000

  private let catalogue: ScaleCatalogue

  /// Recognition of what is shipped and, in a study, of its own scales.
  ///
  /// - Throws: the first mistake in a scale of the study's own.
  public init(study: StudyFolder?) throws {
    catalogue =
      try study.map { try OwnScales(folder: $0).added(to: Shipped.catalogue, leavingOut: true) }
      ?? Shipped.catalogue
  }

  /// Recognises what a CSV file, or a sheet of a workbook, holds.
  ///
  /// - Parameter sheet: the workbook's sheet; nil for the only one that holds anything.
  ///
  /// - Throws: what is wrong with the file, and what mends it.
  public func recognise(_ file: URL, sheet: String? = nil) throws -> RecognisedExport {
    let seen = try UnmappedFile(file, sheet: sheet)
    let (name, table) = (seen.name, seen.table)
    let rows = min(table.rowCount, Self.mostRows)
    var recognition = InstrumentRecogniser(catalogue).recognise(Self.samples(table, rows: rows))
    recognition.hideNames(PersonNames.words(in: table))
    let lines = ScoreLines(
      recognition, catalogue: catalogue, delimiter: seen.shape.format.delimiter)
    let words = RecognitionWords(
      recognition, catalogue: catalogue, columns: table.header.count)
    var text = words.text(file: name, rows: rows, hasMore: rows < table.rowCount)
    if !lines.text.isEmpty {
      text += "\nLines for a mapping (maps/*.map.yaml):\n\n" + lines.text
    }
    return RecognisedExport(
      file: name, rows: rows, hasMore: rows < table.rowCount, recognition: recognition,
      mapping: lines.text, text: text)
  }

  private static func samples(_ table: SourceTable, rows: Int) -> [ColumnSample] {
    table.header.enumerated().map { column, heading in
      var sample = ColumnSample(heading: heading)
      for row in 0..<rows where !table.isBlank(row: row, column: column) {
        sample.add(table.text(row: row, column: column))
      }
      return sample
    }
  }
}
