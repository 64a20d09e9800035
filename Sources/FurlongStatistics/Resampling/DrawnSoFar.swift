/// How often the first of some persons were drawn together, up to any of them.
///
/// Eight persons stand in one word, so that one multiplication adds their counts up, and all is small enough to stay near the
/// processor: a byte a person and four for each eight.
///
/// ```
/// up to person k = drawn before k's eight + drawn among the eight up to k
/// ```
struct DrawnSoFar: ~Copyable {
  /// How often each person is drawn, to be filled; ``addUp()`` puts in place of it how often those of their eight up to them.
  let counts: UnsafeMutableBufferPointer<UInt8>
  /// The counts, eight in a word; what stands behind the last person is nobody's.
  private let eights: UnsafeMutableBufferPointer<UInt64>
  private let before: UnsafeMutableBufferPointer<UInt32>

  /// Room for so many persons.
  init(persons: Int) {
    eights = .allocate(capacity: (persons + 7) / 8)
    eights.initialize(repeating: 0)
    before = .allocate(capacity: eights.count)
    before.initialize(repeating: 0)
    counts = UnsafeMutableBufferPointer(
      rebasing: UnsafeMutableRawBufferPointer(eights).bindMemory(to: UInt8.self)[..<persons])
  }

  deinit {
    eights.deallocate()
    before.deallocate()
  }

  /// Adds the counts up.
  ///
  /// Of eight persons all counts together are below 256: of fewer than 256 persons anyhow, of more its chance is below 10⁻²⁰⁰.
  func addUp() {
    var drawn: UInt32 = 0
    for place in eights.indices {
      let sums = UInt64(littleEndian: eights[place]) &* 0x0101_0101_0101_0101
      eights[place] = sums.littleEndian
      before[place] = drawn
      drawn &+= UInt32(truncatingIfNeeded: sums &>> 56)
    }
  }

  /// How often the persons up to and with this one were drawn, counted from 0.
  @inline(__always)
  func upTo(_ person: UInt32) -> UInt32 {
    before[Int(person &>> 3)] &+ UInt32(counts[Int(person)])
  }
}
