extension SourceTable: Codable {
  private enum Key: String, CodingKey {
    case name, header, rows, sourceRows, faults, skipped, totals, notes, labels
  }

  /// Writes the cells as lists of text, a list a row.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    try container.encode(header, forKey: .header)
    let rows = (0..<rowCount).map { row in header.indices.map { text(row: row, column: $0) } }
    try container.encode(rows, forKey: .rows)
    try container.encode((0..<rowCount).map(sourceRow), forKey: .sourceRows)
    try container.encode(faults, forKey: .faults)
    try container.encode(skipped, forKey: .skipped)
    try container.encode(totals, forKey: .totals)
    try container.encode(notes, forKey: .notes)
    try container.encode(labels, forKey: .labels)
  }

  /// Reads what `encode(to:)` wrote; rows of another width than the header are refused.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let header = try container.decode([String].self, forKey: .header)
    let rows = try container.decode([[String]].self, forKey: .rows)
    let sourceRows = try container.decode([UInt32].self, forKey: .sourceRows)
    var cells = CellBuffer()
    for row in rows {
      for text in row {
        cells.bytes.append(contentsOf: text.utf8)
        cells.endCell()
      }
    }
    cells.sourceRows = sourceRows
    guard rows.allSatisfy({ $0.count == header.count }), sourceRows.count == rows.count,
      cells.isAddressable
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .rows, in: container, debugDescription: "rows do not fit the header")
    }
    let table = SourceTable(
      name: try container.decode(String.self, forKey: .name), header: header, cells: cells,
      faults: try container.decode([RowFault].self, forKey: .faults),
      skipped: try container.decode(Int.self, forKey: .skipped),
      totals: try container.decode([Int].self, forKey: .totals),
      notes: try container.decode([TableNote].self, forKey: .notes))
    self = table.adding(
      notes: [], labels: try container.decode([ValueLabels].self, forKey: .labels))
  }
}
