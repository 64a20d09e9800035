/// The words of a stream in their order, those of eight blocks made side by side.
///
/// A processor works on eight blocks that do not wait for each other in less than half the time of one after the other. What is
/// taken is what the stream would give: ``next()`` as its `word()`, ``half()`` as its `next()`, ``block()`` as
/// a whole block; ``stream`` goes on from there.
struct WordsAhead {
  /// How many words are made at once, and how many bytes they take.
  static let words = 32
  static let bytes = 4 * words

  /// Where the stream stands before the words that are made.
  private var before: RandomStream
  private let made: UnsafeMutablePointer<UInt64>
  private let word: UnsafeMutablePointer<UInt32>
  private var place = 0
  /// How often words were made: what was worked out from the bytes holds until then.
  private(set) var batch = 1

  /// Makes words of a stream from its next block on, which is to stand at one.
  ///
  /// - Parameter memory: room for ``bytes``, aligned to 8 of them, as long as this is used.
  init(of stream: RandomStream, in memory: UnsafeMutableRawPointer) {
    before = stream
    made = memory.bindMemory(to: UInt64.self, capacity: Self.words / 2)
    word = UnsafeMutableRawPointer(made).assumingMemoryBound(to: UInt32.self)
    stream.writeEightBlocks(to: made)
  }

  @inline(__always)
  private mutating func make() {
    before.passOver(blocks: 8)
    before.writeEightBlocks(to: made)
    place = 0
    batch &+= 1
  }

  /// The next 32 bits.
  @inline(__always)
  mutating func next() -> UInt64 {
    if place == Self.words { make() }
    place &+= 1
    return UInt64(word[place &- 1])
  }

  /// The next 64 bits.
  @inline(__always)
  mutating func half() -> UInt64 {
    let low = next()
    return next() &<< 32 | low
  }

  /// The next whole block; what is left of the block in use is passed over.
  ///
  /// - Returns: the place of its first byte in the memory.
  @inline(__always)
  mutating func block() -> Int {
    place = (place &+ 3) & ~3
    if place == Self.words { make() }
    place &+= 4
    return 4 &* (place &- 4)
  }

  /// A whole number from 0 to below a bound of at most 2³², by the words that ``RandomStream/integer(below:)`` takes.
  @inline(__always)
  mutating func integer(below bound: Int) -> Int {
    UniformDraw.integer(below: UInt64(bound)) { next() }
  }

  /// The stream where the words were left.
  var stream: RandomStream {
    var stream = before
    stream.passOver(blocks: place / 4)
    for _ in 0..<(place % 4) { _ = stream.word() }
    return stream
  }
}
