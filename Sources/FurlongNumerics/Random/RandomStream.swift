/// An endless sequence of random words that belongs to a seed and a stream number.
///
/// Streams of one seed are independent of each other, and a stream costs nothing to make: give each
/// replicate, person or site its own number and the results do not depend on the order of the work or
/// on the number of threads. A copy goes on from where the original stood. Not for secrets.
///
/// The words are Philox4x32-10 with the seed as key, the stream number as the counter's upper half and
/// the block number as its lower half: 2⁶⁴ streams of 2⁶⁶ words. Words are used in order; a draw of 64
/// bits takes two, the first word being the lower half.
public struct RandomStream: RandomNumberGenerator, Sendable {
  private let key: (UInt64, UInt64)
  private let upper: (UInt64, UInt64)
  private var block: UInt64 = 0
  private var words: Philox4x32.Words = (0, 0, 0, 0)
  private var used = 4

  /// Makes the stream of a seed that has a number.
  ///
  /// - Parameters:
  ///   - seed: what a study, an example or a test writes down to get the same numbers again.
  ///   - stream: which of the seed's independent sequences.
  public init(seed: UInt64, stream: UInt64) {
    key = (seed & 0xFFFF_FFFF, seed &>> 32)
    upper = (stream & 0xFFFF_FFFF, stream &>> 32)
  }

  /// The next 32 random bits, as a number below 2³².
  public mutating func word() -> UInt64 {
    if used == 4 {
      words = words(ofBlock: block)
      block &+= 1
      used = 0
    }
    used &+= 1
    switch used {
    case 1: return words.0
    case 2: return words.1
    case 3: return words.2
    default: return words.3
    }
  }

  /// The next whole block of 128 random bits; what is left of the block in use is passed over.
  mutating func nextBlock() -> (UInt64, UInt64) {
    let fresh = halves(ofBlock: block)
    block &+= 1
    used = 4
    return fresh
  }

  /// Writes eight whole blocks from the next one on; the stream stays where it is.
  func writeEightBlocks(to place: UnsafeMutablePointer<UInt64>) {
    for ahead in 0..<8 {
      (place[2 &* ahead], place[2 &* ahead &+ 1]) = halves(ofBlock: block &+ UInt64(ahead))
    }
  }

  /// Goes on behind so many whole blocks; what is left of the block in use is passed over.
  mutating func passOver(blocks: Int) {
    block &+= UInt64(blocks)
    used = 4
  }

  @inline(__always)
  private func words(ofBlock number: UInt64) -> Philox4x32.Words {
    Philox4x32.words(
      counter: (number & 0xFFFF_FFFF, number &>> 32, upper.0, upper.1), key: key)
  }

  /// The words of a block as two draws of 64 bits.
  @inline(__always)
  private func halves(ofBlock number: UInt64) -> (UInt64, UInt64) {
    let words = words(ofBlock: number)
    return (words.0 | (words.1 &<< 32), words.2 | (words.3 &<< 32))
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let low = word()
    return (word() &<< 32) | low
  }
}
