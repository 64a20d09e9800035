extension RandomStream {
  /// A number from the uniform distribution on [0, 1), a multiple of 2⁻⁵³.
  public mutating func uniform() -> Double {
    UniformDraw.share(next())
  }

  /// A number from the uniform distribution strictly between 0 and 1, safe for a logarithm.
  public mutating func openUniform() -> Double {
    (Double(next() &>> 12) + 0.5) * 0x1p-52
  }

  /// A number from the uniform distribution between two ends.
  ///
  /// - Parameters:
  ///   - low: the lower end, which can be drawn.
  ///   - high: the upper end, above `low`, which is drawn only where rounding brings it.
  public mutating func uniform(from low: Double, to high: Double) -> Double {
    precondition(low < high && (high - low).isFinite, "uniform: low must be below high")
    return low + (high - low) * uniform()
  }

  /// A whole number from 0 to below a bound, each with the same probability.
  ///
  /// Without bias for any bound: a draw is repeated where the bound does not divide the range of the words. Bounds up to 2³²
  /// take one word, larger ones two.
  ///
  /// - Parameter bound: how many numbers there are; at least 1.
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "integer(below:): the bound must be at least 1")
    let n = UInt64(bound)
    if n <= 0x1_0000_0000 { return UniformDraw.integer(below: n) { word() } }
    var product = next().multipliedFullWidth(by: n)
    if product.low < n {
      let unfair = (0 &- n) % n
      while product.low < unfair { product = next().multipliedFullWidth(by: n) }
    }
    return Int(product.high)
  }

  /// Fills a buffer with whole numbers from 0 to below a bound.
  ///
  /// The numbers are those that repeated calls of ``integer(below:)`` would give.
  ///
  /// - Parameters:
  ///   - buffer: the places to fill.
  ///   - bound: how many numbers there are; at least 1.
  public mutating func fill(_ buffer: UnsafeMutableBufferPointer<Int>, below bound: Int) {
    guard var place = buffer.baseAddress else { return }
    let end = place + buffer.count
    while place < end {
      place.pointee = integer(below: bound)
      place += 1
    }
  }

  /// True with a given probability.
  ///
  /// - Parameter probability: from 0 (never) to 1 (always).
  public mutating func bernoulli(_ probability: Double) -> Bool {
    precondition(
      probability >= 0 && probability <= 1, "bernoulli: the probability must be from 0 to 1")
    return uniform() < probability
  }

  /// Puts the elements of an array in a random order, each order with the same probability.
  ///
  /// Fisher & Yates from the last place down; one draw for each element but the first.
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    var last = elements.count - 1
    while last > 0 {
      elements.swapAt(last, integer(below: last + 1))
      last -= 1
    }
  }

  /// The index of one of several weights, drawn in proportion to them.
  ///
  /// - Parameter weights: not negative, finite, at least one above 0; they need not add up to 1.
  public mutating func index(weights: [Double]) -> Int {
    let total = weights.reduce(0, +)
    precondition(
      weights.allSatisfy { $0 >= 0 } && total > 0 && total.isFinite,
      "index(weights:): weights must not be negative and at least one must be above 0")
    var left = uniform() * total
    var last = 0
    for (index, weight) in weights.enumerated() where weight > 0 {
      if left < weight { return index }
      left -= weight
      last = index
    }
    return last
  }
}
