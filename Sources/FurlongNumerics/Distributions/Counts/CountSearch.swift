/// Finds a quantile of counts from their lower tail.
struct CountSearch {
  let name: String

  /// The smallest count whose lower tail reaches p, in O(log count) evaluations.
  func smallest(
    reaching p: Double, lowerTail: (Int) throws(NumericsError) -> Double
  ) throws(NumericsError) -> Int {
    try requireProbability(p, name)
    // A sum of probabilities may miss a p that it equals by its rounding.
    let reached = p * (1 - 64 * Double.ulpOfOne)
    var high = 1
    while try lowerTail(high) < reached {
      if high > 1 << 52 { throw .notComputable(function: name) }
      high *= 2
    }
    var low = -1
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if try lowerTail(middle) < reached { low = middle } else { high = middle }
    }
    return high
  }
}
