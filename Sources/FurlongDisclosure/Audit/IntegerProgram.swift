import CCbc

/// Whole numbers within ranges, sums of them within ranges, and what they cost.
struct IntegerProgram {
  /// What stands for no end.
  private static let endless = Double(CountSystem.endless)

  private var lower: [Double] = []
  private var upper: [Double] = []
  private var costs: [Double] = []
  private var rows: [(terms: [(column: Int, factor: Double)], range: ClosedRange<Double>)] = []

  /// A number within a range; its column.
  mutating func add(_ range: ClosedRange<Int>, cost: Double = 0) -> Int {
    lower.append(Double(range.lowerBound))
    upper.append(Double(range.upperBound))
    costs.append(cost)
    return lower.count - 1
  }

  /// A sum of numbers within a range.
  mutating func add(_ terms: [(column: Int, factor: Double)], in range: ClosedRange<Double>) {
    rows.append((terms, range))
  }

  /// The cheapest numbers; nil where there are none, or none were found in so many nodes.
  func solve(nodes: Int) -> [Int]? {
    var entries: [[(row: Int, factor: Double)]] = Array(repeating: [], count: lower.count)
    for (row, sum) in rows.enumerated() {
      for (column, factor) in sum.terms where factor != 0 { entries[column].append((row, factor)) }
    }
    var starts: [Int32] = [0]
    for column in entries { starts.append(starts[starts.count - 1] + Int32(column.count)) }
    let places = entries.flatMap { $0.map { Int32($0.row) } }
    let factors = entries.flatMap { $0.map(\.factor) }
    // No row is without ends: on such rows the solver can stop the program.
    let ends = rows.map { reach(of: $0.terms) }
    let low = zip(rows, ends).map { row, ends in
      row.range.lowerBound <= -Self.endless / 2 ? ends.lowerBound : row.range.lowerBound
    }
    let high = zip(rows, ends).map { row, ends in
      row.range.upperBound >= Self.endless / 2 ? ends.upperBound : row.range.upperBound
    }
    var solution = Array(repeating: 0.0, count: lower.count)
    let isSolved = furlong_solve(
      Int32(lower.count), Int32(rows.count), starts, places, factors, lower, upper, costs, low,
      high, Int32(nodes), &solution)
    guard isSolved else { return nil }
    let whole = solution.map { Int($0.rounded()) }
    return fits(whole) ? whole : nil
  }

  /// Between which a sum lies, whatever its numbers.
  private func reach(of terms: [(column: Int, factor: Double)]) -> ClosedRange<Double> {
    var (low, high) = (-1.0, 1.0)
    for (column, factor) in terms {
      let ends = [factor * lower[column], factor * upper[column]]
      low += min(ends[0], ends[1])
      high += max(ends[0], ends[1])
    }
    return low...high
  }

  /// A tolerance of the solver is no possibility.
  private func fits(_ whole: [Int]) -> Bool {
    whole.indices.allSatisfy {
      Double(whole[$0]) >= lower[$0] && Double(whole[$0]) <= upper[$0]
    }
      && rows.allSatisfy { row in
        let sum = row.terms.reduce(0) { $0 + $1.factor * Double(whole[$1.column]) }
        return sum >= row.range.lowerBound - 1e-9 && sum <= row.range.upperBound + 1e-9
      }
  }
}
