/// Units, with how many coders put each into each category; who they were is not kept.
///
/// Units with the same counts are kept once with how many they are, in an order of their own: no answer
/// depends on the order of rows.
public struct UnitCounts: Equatable, Sendable {
  struct Pattern: Equatable, Sendable {
    let counts: [Int]
    /// How many codes a unit of the pattern has.
    let codes: Int
    let times: Int
  }

  /// How many categories there were to choose from, used or not.
  public let categories: Int
  /// The units with at least one code.
  let patterns: [Pattern]

  /// Takes the counts of each unit.
  ///
  /// - Parameter counts: a row a unit, a number a category; a unit that nobody coded counts for nothing.
  /// - Throws: `tooFew` without any code, `unequalLengths`, `outsideRange` for a negative number.
  public init(_ counts: [[Int]]) throws(StatisticsError) {
    let categories = counts.first?.count ?? 0
    var times: [[Int]: Int] = [:]
    for row in counts {
      if row.count != categories { throw .unequalLengths(categories, row.count) }
      for count in row where count < 0 {
        throw .outsideRange(what: "count", value: Double(count), expected: "0 or more")
      }
      let codes = try total(of: row, "number of codes of a unit")
      if codes > Self.mostCodes {
        throw .outsideRange(
          what: "number of codes of a unit", value: Double(codes),
          expected: "at most \(Self.mostCodes)")
      }
      times[row, default: 0] += 1
    }
    self.init(times: times, categories: categories)
    if patterns.isEmpty { throw .tooFew(of: "units", count: 0, needed: 1) }
  }

  init(times: [[Int]: Int], categories: Int) {
    self.categories = categories
    patterns = times.map { counts, times in
      Pattern(counts: counts, codes: counts.reduce(0, +), times: times)
    }
    .filter { $0.codes > 0 && $0.times > 0 }
    .sorted { $0.counts.lexicographicallyPrecedes($1.counts) }
  }

  /// More codes than anybody gives one unit, and few enough for products of counts.
  private static let mostCodes = 1_000_000

  private init(patterns: [Pattern], categories: Int) {
    self.patterns = patterns
    self.categories = categories
  }

  /// How many units have at least one code.
  public var units: Int { patterns.reduce(0) { $0 + $1.times } }

  /// How many units have two codes or more, so that they can agree or not.
  public var pairable: Int { patterns.reduce(0) { $0 + ($1.codes > 1 ? $1.times : 0) } }

  /// The share of units with two codes or more on which all codes are the same; nil without such units.
  public var unanimousShare: Double? {
    let pairs = patterns.filter { $0.codes > 1 }
    if pairs.isEmpty { return nil }
    let same = pairs.reduce(0) { $0 + ($1.counts.contains($1.codes) ? $1.times : 0) }
    return Double(same) / Double(pairable)
  }

  /// The same patterns, each so many times.
  func redrawn(_ times: [Int]) -> UnitCounts {
    var drawn: [Pattern] = []
    for (pattern, times) in zip(patterns, times) where times > 0 {
      drawn.append(Pattern(counts: pattern.counts, codes: pattern.codes, times: times))
    }
    return UnitCounts(patterns: drawn, categories: categories)
  }

  /// The counts of units with values, the values in ascending order.
  static func counting(
    _ units: [[Double?]]
  ) throws(StatisticsError) -> (counts: UnitCounts, values: [Double]) {
    let width = units.first?.count ?? 0
    var seen: Set<Double> = []
    for row in units {
      if row.count != width { throw .unequalLengths(width, row.count) }
      // A coder's 0 and −0 are the same value.
      for case .some(let value) in row { seen.insert(value == 0 ? 0 : value) }
    }
    try requireFinite(Array(seen), "values")
    let values = seen.sorted()
    let place = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    let counts = units.map { row in
      var counts = [Int](repeating: 0, count: values.count)
      for case .some(let value) in row { counts[place[value, default: 0]] += 1 }
      return counts
    }
    return (try UnitCounts(counts), values)
  }
}
