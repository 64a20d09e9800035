/// One value a person in a fixed order, equal neighbours together.
///
/// A total over drawn persons takes a step a run and none a person: persons who are equal cost nothing.
struct ValueRuns: Hashable, Sendable {
  /// The value of each run.
  private let values: [Double]
  /// How many persons stand before the end of each run.
  private let ends: [UInt32]

  /// How many persons there are.
  var count: Int { Int(ends.last ?? 0) }
  /// How many steps a total takes.
  var runs: Int { values.count }

  /// Puts equal neighbours together; finite values, fewer than 2³².
  init(_ column: some Collection<Double>) {
    var values: [Double] = []
    var ends: [UInt32] = []
    for (place, value) in column.enumerated() {
      if let last = values.last, last == value {
        ends[ends.count - 1] = UInt32(place) + 1
      } else {
        values.append(value)
        ends.append(UInt32(place) + 1)
      }
    }
    self.values = values
    self.ends = ends
  }

  /// The sum of the drawn persons' values.
  ///
  /// ```
  /// Σ v_r (upTo[end_r] − upTo[end_r₋₁])
  /// ```
  ///
  /// Exact where values are whole numbers.
  ///
  /// - Parameter upTo: at place k how often the first k persons were drawn, from 0 to all of them.
  func total(_ upTo: UnsafePointer<UInt32>) -> Double {
    values.withUnsafeBufferPointer { values in
      ends.withUnsafeBufferPointer { ends in
        guard let value = values.baseAddress, let end = ends.baseAddress else { return 0 }
        // Four sums side by side, as each addition waits for the one before.
        var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
        let count = values.count
        let fours = count & ~3
        var place = 0
        var before: UInt32 = 0
        while place < fours {
          let first = upTo[Int(end[place])]
          let second = upTo[Int(end[place &+ 1])]
          let third = upTo[Int(end[place &+ 2])]
          let fourth = upTo[Int(end[place &+ 3])]
          a += value[place] * Double(first &- before)
          b += value[place &+ 1] * Double(second &- first)
          c += value[place &+ 2] * Double(third &- second)
          d += value[place &+ 3] * Double(fourth &- third)
          before = fourth
          place &+= 4
        }
        while place < count {
          let next = upTo[Int(end[place])]
          a += value[place] * Double(next &- before)
          before = next
          place &+= 1
        }
        return (a + b) + (c + d)
      }
    }
  }
}
