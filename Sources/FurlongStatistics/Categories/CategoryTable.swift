/// A table of counts whose rows and columns that nobody is in are left out.
struct CategoryTable {
  /// The counts of the rows and columns that somebody is in.
  let counts: [[Int]]
  /// Which of the rows given these are.
  let rows: [Int]
  /// Which of the columns given these are.
  let columns: [Int]
  let rowTotals: [Int]
  let columnTotals: [Int]
  let total: Int

  init(_ table: [[Int]]) throws(StatisticsError) {
    let width = table.first?.count ?? 0
    for row in table {
      if row.count != width { throw .unequalLengths(width, row.count) }
      for count in row where count < 0 {
        throw .outsideRange(what: "count", value: Double(count), expected: "0 or more")
      }
    }
    total = try FurlongStatistics.total(of: table.joined(), "number of persons")
    let byRow = table.map { $0.reduce(0, +) }
    let byColumn = (0..<width).map { column in table.reduce(0) { $0 + $1[column] } }
    rows = byRow.indices.filter { byRow[$0] > 0 }
    let columns = byColumn.indices.filter { byColumn[$0] > 0 }
    self.columns = columns
    rowTotals = rows.map { byRow[$0] }
    columnTotals = columns.map { byColumn[$0] }
    counts = rows.map { row in columns.map { table[row][$0] } }
  }
}

/// The same persons' categories on two occasions: rows are the earlier, columns the later.
struct PairedTable {
  let counts: [[Int]]
  let total: Int

  /// How many were in a category on the earlier occasion.
  func before(_ category: Int) -> Int { counts[category].reduce(0, +) }

  /// How many were in a category on the later occasion.
  func after(_ category: Int) -> Int { counts.reduce(0) { $0 + $1[category] } }

  init(_ table: [[Int]]) throws(StatisticsError) {
    if table.count < 2 { throw .tooFew(of: "categories", count: table.count, needed: 2) }
    for row in table {
      if row.count != table.count { throw .unequalLengths(table.count, row.count) }
      for count in row where count < 0 {
        throw .outsideRange(what: "count", value: Double(count), expected: "0 or more")
      }
    }
    let total = try FurlongStatistics.total(of: table.joined(), "number of persons")
    if total == 0 { throw .tooFew(of: "persons", count: 0, needed: 1) }
    counts = table
    self.total = total
  }
}
