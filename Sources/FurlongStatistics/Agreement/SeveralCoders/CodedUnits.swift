/// Units, with the category that each coder gave to each, or none.
public struct CodedUnits: Equatable, Sendable {
  struct Pattern: Equatable, Sendable {
    /// The category of each coder, −1 where missing.
    let codes: [Int]
    let times: Int
  }

  /// How many categories there were to choose from, used or not.
  public let categories: Int
  /// How many coders there are.
  public let coders: Int
  let patterns: [Pattern]

  /// Takes the codes of each unit.
  ///
  /// - Parameters:
  ///   - codes: a row a unit, a category a coder, numbered from 0; nil where missing.
  ///   - categories: how many there were to choose from, in their order if they have one.
  /// - Throws: `tooFew` for fewer than two coders or without any code, `unequalLengths`, `outsideRange`
  ///   for a number that is no category.
  public init(_ codes: [[Int?]], categories: Int) throws(StatisticsError) {
    let coders = codes.first?.count ?? 0
    var times: [[Int]: Int] = [:]
    var outside = 0
    for row in codes {
      if row.count != coders { throw .unequalLengths(coders, row.count) }
      outside += row.count { code in code.map { $0 < 0 || $0 >= categories } ?? false }
      times[row.map { $0 ?? -1 }, default: 0] += 1
    }
    if outside > 0 {
      throw .outsideRange(
        what: "number of codes that are no category", value: Double(outside),
        expected: "0: categories are from 0 to \(categories - 1)")
    }
    try self.init(times: times, coders: coders, categories: categories)
  }

  /// Takes the table of two coders.
  ///
  /// - Parameter table: square: rows are the first coder's categories, columns the second's, cells
  ///   counts of units.
  /// - Throws: as ``CohenKappa/agreement(_:)``.
  public init(table: [[Int]]) throws(StatisticsError) {
    _ = try TableMargins(table)
    var times: [[Int]: Int] = [:]
    for (i, row) in table.enumerated() {
      for (j, count) in row.enumerated() { times[[i, j]] = count }
    }
    try self.init(times: times, coders: 2, categories: table.count)
  }

  init(times: [[Int]: Int], coders: Int, categories: Int) throws(StatisticsError) {
    self.categories = categories
    self.coders = coders
    patterns = times.map { Pattern(codes: $0, times: $1) }
      .filter { $0.times > 0 && $0.codes.contains { $0 >= 0 } }
      .sorted { $0.codes.lexicographicallyPrecedes($1.codes) }
    if patterns.isEmpty { throw .tooFew(of: "units", count: 0, needed: 1) }
    if coders < 2 { throw .tooFew(of: "coders", count: coders, needed: 2) }
  }

  private init(patterns: [Pattern], coders: Int, categories: Int) {
    self.patterns = patterns
    self.coders = coders
    self.categories = categories
  }

  /// How many units have at least one code.
  public var units: Int { patterns.reduce(0) { $0 + $1.times } }

  /// How many coders put each unit into each category.
  public var counts: UnitCounts {
    var times: [[Int]: Int] = [:]
    for pattern in patterns { times[counted(pattern).counts, default: 0] += pattern.times }
    return UnitCounts(times: times, categories: categories)
  }

  /// A pattern without the names of the coders.
  func counted(_ pattern: Pattern) -> UnitCounts.Pattern {
    var counts = [Int](repeating: 0, count: categories)
    for code in pattern.codes where code >= 0 { counts[code] += 1 }
    return UnitCounts.Pattern(
      counts: counts, codes: counts.reduce(0, +), times: pattern.times)
  }

  /// The table of two coders, over the units that both coded: rows are the first one's categories.
  ///
  /// - Parameters:
  ///   - first: a coder, from 0 to below ``coders``.
  ///   - second: another.
  /// - Throws: `outsideRange` for a coder that there is not.
  public func table(_ first: Int, _ second: Int) throws(StatisticsError) -> [[Int]] {
    for coder in [first, second] where coder < 0 || coder >= coders {
      throw .outsideRange(
        what: "coder", value: Double(coder), expected: "from 0 to \(coders - 1)")
    }
    var table = [[Int]](repeating: [Int](repeating: 0, count: categories), count: categories)
    for pattern in patterns where pattern.codes[first] >= 0 && pattern.codes[second] >= 0 {
      table[pattern.codes[first]][pattern.codes[second]] += pattern.times
    }
    return table
  }

  /// The same patterns, each so many times.
  func redrawn(_ times: [Int]) -> CodedUnits {
    var drawn: [Pattern] = []
    for (pattern, times) in zip(patterns, times) where times > 0 {
      drawn.append(Pattern(codes: pattern.codes, times: times))
    }
    return CodedUnits(patterns: drawn, coders: coders, categories: categories)
  }
}
