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
  /// The counts, whole words of eight: what stands behind the last person is nobody's.
  private let memory: UnsafeMutableRawBufferPointer
  private let before: UnsafeMutableBufferPointer<UInt32>

  /// Room for so many persons.
  init(persons: Int) {
    let words = (persons + 7) / 8
    memory = .allocate(byteCount: 8 * words, alignment: 8)
    counts = UnsafeMutableBufferPointer(
      rebasing: memory.initializeMemory(as: UInt8.self, repeating: 0)[..<persons])
    before = .allocate(capacity: words)
    before.initialize(repeating: 0)
  }

  deinit {
    memory.deallocate()
    before.deallocate()
  }

  /// Adds the counts up.
  ///
  /// Of eight persons all counts together are below 256: of fewer than 256 persons anyhow, of more its chance is below 10⁻²⁰⁰.
  func addUp() {
    var drawn: UInt32 = 0
    for word in before.indices {
      let eight = memory.load(fromByteOffset: 8 &* word, as: UInt64.self)
      let sums = UInt64(littleEndian: eight) &* 0x0101_0101_0101_0101
      memory.storeBytes(of: sums.littleEndian, toByteOffset: 8 &* word, as: UInt64.self)
      before[word] = drawn
      drawn &+= UInt32(truncatingIfNeeded: sums &>> 56)
    }
  }

  /// How often the persons up to and with this one were drawn, counted from 0.
  @inline(__always)
  func upTo(_ person: UInt32) -> UInt32 {
    before[Int(person &>> 3)] &+ UInt32(counts[Int(person)])
  }
}
