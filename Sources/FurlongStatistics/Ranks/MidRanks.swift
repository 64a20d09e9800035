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
}
