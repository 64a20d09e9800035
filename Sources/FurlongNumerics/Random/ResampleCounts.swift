/// How often each of some persons is drawn, where as many are drawn with replacement as there are.
///
/// The counts of n draws among n persons: multinomial, each person with probability 1/n. A person costs eight random
/// bits, where drawing the numbers of persons one by one takes log₂ n and a visit to a random place each.
///
/// ```
/// λ = 1 − 4/√n        wᵢ ~ Poisson(λ), again from the start where Σw > n, then n − Σw persons one by one
/// ```
///
/// Given their sum, independent Poisson counts of one mean are multinomial, so that the law is exact for any λ: this
/// one leaves few to be drawn one by one. Below 256 persons all are drawn one by one. Source: Devroye 1986,
/// *Non-Uniform Random Variate Generation*, XI.1.4, doi:10.1007/978-1-4613-8643-8.
public struct ResampleCounts: Sendable {
  /// Below this, numbers of persons are drawn.
  static let fewest = 256

  /// How many persons there are, and how many are drawn.
  public let persons: Int
  /// What each of the 256 values of a byte means: a count, or `open` where more bits decide.
  private let ofByte: [UInt8]
  /// Where a byte leaves it open: the chance of each count and all below it.
  private let upTo: [Double]

  private static let open: UInt8 = 255

  /// The law of the counts of so many persons, at least 1 and at most 2³² − 1.
  public init(persons: Int) {
    precondition(
      persons > 0 && persons < 0x1_0000_0000, "ResampleCounts: from 1 to 2^32 - 1 persons")
    self.persons = persons
    guard persons >= Self.fewest else {
      (ofByte, upTo) = ([], [])
      return
    }
    let mean = 1 - 4 / Double(persons).squareRoot()
    // λᵏ/k! until nothing is added: no call whose last digit differs between machines.
    var terms = [1.0]
    while let last = terms.last, last > 1e-20 { terms.append(last * mean / Double(terms.count)) }
    let all = terms.reversed().reduce(0, +)
    var table: [UInt8] = []
    var left: [Double] = []
    for (count, term) in terms.enumerated() {
      let bytes = 256 * term / all
      let whole = Int(bytes.rounded(.down))
      table += Array(repeating: UInt8(count), count: whole)
      left.append((left.last ?? 0) + bytes - Double(whole))
    }
    ofByte = table + Array(repeating: Self.open, count: 256 - table.count)
    upTo = left
  }

  /// Draws the counts of all persons.
  ///
  /// - Parameters:
  ///   - counts: as many places as there are persons.
  ///   - stream: where the random bits come from.
  public func draw(
    _ counts: UnsafeMutableBufferPointer<UInt32>, from stream: inout RandomStream
  ) {
    precondition(counts.count == persons, "draw: a place for each person")
    guard let first = counts.baseAddress else { return }
    var drawn = 0
    if ofByte.isEmpty {
      counts.update(repeating: 0)
    } else {
      repeat { drawn = independent(first, &stream) } while drawn > persons
    }
    while drawn < persons {
      first[stream.integer(below: persons)] &+= 1
      drawn &+= 1
    }
  }

  /// Writes independent counts and returns their sum.
  private func independent(
    _ first: UnsafeMutablePointer<UInt32>, _ stream: inout RandomStream
  ) -> Int {
    ofByte.withUnsafeBufferPointer { table in
      var sum: UInt32 = 0
      var place = 0
      while place < persons {
        let block = stream.nextBlock()
        let end = min(place &+ 8, persons)
        sum &+= write(block.0, table, first, place..<end, &stream)
        let last = min(end &+ 8, persons)
        sum &+= write(block.1, table, first, end..<last, &stream)
        place = last
      }
      return Int(sum)
    }
  }

  @inline(__always)
  private func write(
    _ bits: UInt64, _ table: UnsafeBufferPointer<UInt8>, _ first: UnsafeMutablePointer<UInt32>,
    _ places: Range<Int>, _ stream: inout RandomStream
  ) -> UInt32 {
    var bits = bits
    var sum: UInt32 = 0
    var place = places.lowerBound
    while place < places.upperBound {
      var count = table[Int(truncatingIfNeeded: bits & 0xFF)]
      if count == Self.open { count = decided(&stream) }
      first[place] = UInt32(count)
      sum &+= UInt32(count)
      bits &>>= 8
      place &+= 1
    }
    return sum
  }

  /// The count where a byte left it open.
  private func decided(_ stream: inout RandomStream) -> UInt8 {
    let place = stream.uniform() * (upTo.last ?? 0)
    return UInt8(upTo.firstIndex { place < $0 } ?? upTo.count - 1)
  }
}
