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
