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
  /// From which value of a byte on a person is drawn once more: so often as there are such values below it.
  private let steps: [UInt8]
  /// From which value of a byte on more bits decide.
  private let open: UInt8
  /// Where a byte leaves it open: the chance of each count and all below it.
  private let upTo: [Double]

  /// The law of the counts of so many persons, at least 1 and at most 2³² − 1.
  public init(persons: Int) {
    precondition(
      persons > 0 && persons < 0x1_0000_0000, "ResampleCounts: from 1 to 2^32 - 1 persons")
    self.persons = persons
    guard persons >= Self.fewest else {
      (steps, open, upTo) = ([], 0, [])
      return
    }
    let mean = 1 - 4 / Double(persons).squareRoot()
    // λᵏ/k! until nothing is added: no call whose last digit differs between machines.
    var terms = [1.0]
    while let last = terms.last, last > 1e-20 { terms.append(last * mean / Double(terms.count)) }
    let all = terms.reversed().reduce(0, +)
    var steps: [UInt8] = []
    var whole = 0
    var left: [Double] = []
    for term in terms {
      let bytes = 256 * term / all
      let own = Int(bytes.rounded(.down))
      // Counts without a whole byte are those behind the last step.
      if own > 0 && whole > 0 { steps.append(UInt8(whole)) }
      whole += own
      left.append((left.last ?? 0) + bytes - Double(own))
    }
    self.steps = steps
    open = UInt8(whole)
    upTo = left
  }

  /// Draws the counts of all persons.
  ///
  /// - Parameters:
  ///   - counts: as many places as there are persons. A count above 255 has no place: of up to 255 persons there is none,
  ///     of more its chance is below 10⁻⁵⁰⁰.
  ///   - stream: where the random bits come from.
  public func draw(_ counts: UnsafeMutableBufferPointer<UInt8>, from stream: inout RandomStream) {
    precondition(counts.count == persons, "draw: a place for each person")
    guard let first = counts.baseAddress else { return }
    withUnsafeTemporaryAllocation(byteCount: 2 * WordsAhead.bytes, alignment: 16) { memory in
      guard let bytes = memory.baseAddress else { return }
      var words = WordsAhead(of: stream, in: bytes)
      var drawn = 0
      if upTo.isEmpty {
        counts.update(repeating: 0)
      } else {
        repeat { drawn = independent(first, &words, bytes) } while drawn > persons
      }
      while drawn < persons {
        first[words.integer(below: persons)] &+= 1
        drawn &+= 1
      }
      stream = words.stream
    }
  }

  /// What has this bit in a byte is open.
  private static let openBits: UInt64 = 0x8080_8080_8080_8080

  /// Writes independent counts and returns their sum.
  ///
  /// - Parameter memory: the words that were made, and behind them room for what their bytes mean.
  @inline(__always)
  private func independent(
    _ first: UnsafeMutablePointer<UInt8>, _ words: inout WordsAhead,
    _ memory: UnsafeMutableRawPointer
  ) -> Int {
    let meaning = memory + WordsAhead.bytes
    var known = 0
    var sum = 0
    var place = 0
    while place < persons {
      let block = words.block()
      if words.batch != known {
        known = words.batch
        read(memory, meaning)
      }
      var low = meaning.load(fromByteOffset: block, as: UInt64.self)
      var high = meaning.load(fromByteOffset: block &+ 8, as: UInt64.self)
      let many = persons &- place
      if many < 16 {
        low = Self.kept(low, min(many, 8))
        high = Self.kept(high, max(many &- 8, 0))
      }
      if (low | high) & Self.openBits != 0 {
        low = settled(low, &words)
        high = settled(high, &words)
      }
      sum &+= Self.sum(low &+ high)
      if many < 16 {
        for person in 0..<many {
          let bits = person < 8 ? low : high
          first[place &+ person] = UInt8(truncatingIfNeeded: bits &>> UInt64(8 &* (person & 7)))
        }
      } else {
        let place = UnsafeMutableRawPointer(first + place)
        place.storeBytes(of: low, as: UInt64.self)
        place.storeBytes(of: high, toByteOffset: 8, as: UInt64.self)
      }
      place &+= 16
    }
    return sum
  }

  /// What each byte means: a count, or a byte with the open bit.
  @inline(never)
  private func read(_ words: UnsafeRawPointer, _ meaning: UnsafeMutableRawPointer) {
    let bytes = words.assumingMemoryBound(to: UInt8.self)
    let counts = meaning.assumingMemoryBound(to: UInt8.self)
    // An open byte is past all steps too.
    let (open, mark) = (open, 0x80 &- UInt8(truncatingIfNeeded: steps.count))
    for place in 0..<WordsAhead.bytes { counts[place] = bytes[place] >= open ? mark : 0 }
    for step in steps {
      for place in 0..<WordsAhead.bytes { counts[place] &+= bytes[place] >= step ? 1 : 0 }
    }
  }

  /// The first bytes of eight, the others nought.
  private static func kept(_ counts: UInt64, _ many: Int) -> UInt64 {
    many == 8 ? counts : counts & ((1 &<< UInt64(8 &* many)) &- 1)
  }

  /// The sum of eight counts.
  @inline(__always)
  private static func sum(_ counts: UInt64) -> Int {
    let every = 0x00FF_00FF_00FF_00FF as UInt64
    let pairs = (counts & every) &+ ((counts &>> 8) & every)
    return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
  }

  /// The counts where bytes left them open.
  @inline(__always)
  private func settled(_ counts: UInt64, _ words: inout WordsAhead) -> UInt64 {
    var counts = counts
    while true {
      let open = counts & Self.openBits
      if open == 0 { return counts }
      let place = UInt64(open.trailingZeroBitCount & ~7)
      counts ^= (0x80 ^ UInt64(decided(words.half()))) &<< place
    }
  }

  /// The count where a byte left it open.
  private func decided(_ bits: UInt64) -> UInt8 {
    let place = UniformDraw.share(bits) * (upTo.last ?? 0)
    return UInt8(upTo.firstIndex { place < $0 } ?? upTo.count - 1)
  }
}
