/// Complete scores of the same persons on several measures: items, raters or occasions.
public struct ScoreMatrix: Equatable, Sendable {
  /// One list a measure, the persons in the same order in each.
  public let columns: [[Double]]

  /// Makes a matrix of one list a measure.
  ///
  /// - Parameter columns: finite, of equal length, at least one value in each.
  /// - Throws: `tooFew`, `unequalLengths`, `notFinite`.
  public init(columns: [[Double]]) throws(StatisticsError) {
    let persons = columns.first?.count ?? 0
    if persons == 0 { throw .tooFew(of: "persons", count: 0, needed: 1) }
    for column in columns where column.count != persons {
      throw .unequalLengths(persons, column.count)
    }
    try requireFinite(columns.flatMap { $0 }, "scores")
    self.columns = columns
  }

  /// Makes a matrix of one list a person.
  ///
  /// - Parameter rows: finite, of equal length, at least one value in each.
  /// - Throws: `tooFew`, `unequalLengths`, `notFinite`.
  public init(rows: [[Double]]) throws(StatisticsError) {
    let measures = rows.first?.count ?? 0
    for row in rows where row.count != measures {
      throw .unequalLengths(measures, row.count)
    }
    try self.init(columns: (0..<measures).map { measure in rows.map { $0[measure] } })
  }

  /// How many persons there are.
  public var persons: Int { columns[0].count }

  /// How many measures each person has.
  public var measures: Int { columns.count }

  /// Throws unless there are enough measures, and persons for them.
  func require(
    persons needed: Int, measures: Int, of what: String
  ) throws(StatisticsError) {
    if self.measures < measures {
      throw .tooFew(of: what, count: self.measures, needed: measures)
    }
    if persons < needed { throw .tooFew(of: "persons", count: persons, needed: needed) }
  }
}
