/// The ranks of a sample from 1, those of equal values being their mean; twice, so that they are whole.
struct MidRanks {
  /// Twice the rank of each value, in the sample's order.
  let doubled: [Int]
  /// How many values share each rank.
  let ties: [Int]

  /// Whether some values are equal.
  var tied: Bool { ties.contains { $0 > 1 } }

  init(of values: [Double]) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var doubled = [Int](repeating: 0, count: values.count)
    var ties: [Int] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count && values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { doubled[order[place]] = start + 1 + end }
      ties.append(end - start)
      start = end
    }
    self.doubled = doubled
    self.ties = ties
  }

  /// The variance of the sum of the ranks of a group of these, when it does not matter who is in it.
  func sumVariance(_ first: Int, _ second: Int) -> Double {
    let total = Double(first + second)
    let tied = ties.reduce(0.0) { $0 + Double($1) * (Double($1) * Double($1) - 1) }
    return Double(first) * Double(second) / 12 * (total + 1 - tied / (total * (total - 1)))
  }
}
