/// All sums of parts of some values, in order; half of the values at a time, so that 2²⁰ sums tell of 2⁴⁰.
///
/// Meeting in the middle: Horowitz & Sahni 1974, doi:10.1145/321812.321823.
enum SortedSums {
  /// All sums of the values with either sign, ascending: 2ⁿ of them.
  static func ofSigns(_ values: ArraySlice<Double>) -> [Double] {
    var sums = [0.0]
    for value in values {
      let size = abs(value)
      sums = merged(sums, shifted: -size, with: sums, shifted: size)
    }
    return sums
  }

  /// All sums of so many of the values, ascending, for each number from none to all.
  static func ofParts(_ values: ArraySlice<Double>) -> [[Double]] {
    var parts = [[0.0]]
    for value in values {
      var next = parts + [[]]
      for size in 1..<next.count {
        let without = size < parts.count ? parts[size] : []
        next[size] = merged(without, shifted: 0, with: parts[size - 1], shifted: value)
      }
      parts = next
    }
    return parts
  }

  /// How many sums of one of each list are as far out as the one observed.
  static func tails(
    _ first: [Double], _ second: [Double], observed: Double, slack: Double
  ) -> TailCounts {
    let higher = pairs(first, second) { $0 >= observed - slack }
    let below = pairs(first, second) { $0 > observed + slack }
    let far = abs(observed) - slack
    let all = first.count * second.count
    // With nothing between −far and far, everything is as far out.
    let both =
      far <= 0
      ? all : pairs(first, second) { $0 >= far } + all - pairs(first, second) { $0 > -far }
    return TailCounts(lower: all - below, higher: higher, both: both)
  }

  /// How many sums of one of each ascending list meet a condition that higher sums meet too.
  private static func pairs(
    _ first: [Double], _ second: [Double], _ reaches: (Double) -> Bool
  ) -> Int {
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        var count = 0
        // As the one grows, fewer of the other are too small.
        var tooSmall = second.count
        for a in first {
          while tooSmall > 0 && reaches(a + second[tooSmall - 1]) { tooSmall -= 1 }
          count += second.count - tooSmall
        }
        return count
      }
    }
  }

  private static func merged(
    _ a: [Double], shifted left: Double, with b: [Double], shifted right: Double
  ) -> [Double] {
    let total = a.count + b.count
    return [Double](unsafeUninitializedCapacity: total) { buffer, written in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          var i = 0
          var j = 0
          for place in 0..<total {
            let fromA = j == b.count || (i < a.count && a[i] + left <= b[j] + right)
            if fromA {
              buffer[place] = a[i] + left
              i += 1
            } else {
              buffer[place] = b[j] + right
              j += 1
            }
          }
        }
      }
      written = total
    }
  }
}
