extension InstrumentRecogniser {
  /// Columns headed by no more than the name of a part of the instrument that a title names: `Goal 1 / Start` below `Goal
  /// Based Outcomes` is headed as that part is called.
  ///
  /// - Parameters:
  ///   - columns: all columns of the table, in order.
  ///   - titles: the name of the file and of the sheet, and what stands above the headings.
  /// - Returns: the columns, some under other headings; nil where the titles name no instrument, or several, or no column is
  ///   such a part.
  public func headed(_ columns: [ColumnSample], below titles: [String]) -> [ColumnSample]? {
    var named: [String: String] = [:]
    for title in titles {
      let tokens = HeadingWords(title).tokens
      for found in names.find(in: tokens) where found.name.scale == nil {
        if InstrumentNames.plainWords.contains(found.name.text.lowercased()) { continue }
        named[found.name.instrument] = found.name.text
      }
    }
    guard named.count == 1, let (instrument, name) = named.first else { return nil }
    var hasPart = false
    let headed = columns.map { column in
      let own = ReadHeading(column.heading, place: 0, names: names)
      guard own.found.isEmpty, own.stem == nil else { return column }
      let text = "\(name) \(column.heading)"
      let heading = ReadHeading(text, place: 0, names: names)
      guard heading.instrument == instrument, heading.scale != nil, heading.rest.isEmpty,
        heading.numbers.isEmpty
      else { return column }
      hasPart = true
      return column.headed(text)
    }
    return hasPart ? headed : nil
  }
}
