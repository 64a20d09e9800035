extension TableWalk {
  /// The same table with other texts in some cells.
  ///
  /// - Parameter cells: the new texts by the row's number in the file and the column's place.
  public func correcting(_ cells: [Int: [Int: String]]) -> TableWalk {
    guard !cells.isEmpty else { return self }
    return TableWalk(name: name, header: header) { look in
      try each { piece in try look(piece.correcting(cells)) }
    }
  }
}

extension TableWalk {
  /// The same table with other texts in some cells, which depend on the rows above them.
  ///
  /// - Parameters:
  ///   - start: what is known before the first row.
  ///   - cells: the new texts of a piece, by the row's number in the file and the column's place.
  public func correcting<Known>(
    from start: Known, _ cells: @escaping (SourceTable, inout Known) -> [Int: [Int: String]]
  ) -> TableWalk {
    TableWalk(name: name, header: header) { look in
      var known = start
      try each { piece in try look(piece.correcting(cells(piece, &known))) }
    }
  }
}
