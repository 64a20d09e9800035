/// One value a person in a fixed order, equal neighbours together.
///
/// A total over drawn persons takes a step a run and none a person: persons who are equal cost nothing.
struct ValueRuns: Hashable, Sendable {
  /// The value of each run.
  private let values: [Double]
  /// The last person of each run, counted from 0.
  private let lasts: [UInt32]

  /// How many persons there are.
  var count: Int { lasts.last.map { Int($0) + 1 } ?? 0 }
  /// How many steps a total takes.
  var runs: Int { values.count }

  /// Puts equal neighbours together; finite values, fewer than 2³².
  init(_ column: some Collection<Double>) {
    var values: [Double] = []
    var lasts: [UInt32] = []
    for (place, value) in column.enumerated() {
      if let last = values.last, last == value {
        lasts[lasts.count - 1] = UInt32(place)
      } else {
        values.append(value)
        lasts.append(UInt32(place))
      }
    }
    self.values = values
    self.lasts = lasts
  }

  /// The sum of the drawn persons' values.
  ///
  /// ```
  /// Σ v_r (drawn up to the last of r − drawn up to the last of r − 1)
  /// ```
  ///
  /// Exact where values are whole numbers.
  func total(_ drawn: borrowing DrawnSoFar) -> Double {
    values.withUnsafeBufferPointer { values in
      lasts.withUnsafeBufferPointer { lasts in
        guard let value = values.baseAddress, let last = lasts.baseAddress else { return 0 }
        // Four sums side by side, as each addition waits for the one before.
        var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
        let count = values.count
        let fours = count & ~3
        var place = 0
        var before: UInt32 = 0
        while place < fours {
          let first = drawn.upTo(last[place])
          let second = drawn.upTo(last[place &+ 1])
          let third = drawn.upTo(last[place &+ 2])
          let fourth = drawn.upTo(last[place &+ 3])
          a += value[place] * Double(first &- before)
          b += value[place &+ 1] * Double(second &- first)
          c += value[place &+ 2] * Double(third &- second)
          d += value[place &+ 3] * Double(fourth &- third)
          before = fourth
          place &+= 4
        }
        while place < count {
          let next = drawn.upTo(last[place])
          a += value[place] * Double(next &- before)
          before = next
          place &+= 1
        }
        return (a + b) + (c + d)
      }
    }
  }
}
