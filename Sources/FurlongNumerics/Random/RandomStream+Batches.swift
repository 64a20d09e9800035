extension RandomStream {
  /// Fills a buffer with whole numbers from 0 to below a bound, as many from each 64 random bits as fit.
  ///
  /// ```
  /// r₀ = 64 bits / 2⁶⁴        numberᵢ = ⌊rᵢ n⌋        rᵢ₊₁ = rᵢ n − numberᵢ
  /// ```
  ///
  /// Without bias for any bound: a batch is drawn again where nᵏ does not divide the range of the bits
  /// (Brackett-Rozinsky & Lemire 2024, doi:10.1002/spe.3369). With 500 persons twelve numbers come of a block of
  /// 128 bits, where repeated calls of ``integer(below:)`` take four: the numbers are others than
  /// theirs. Starts at a block of its own and passes over what is left of the block in use.
  ///
  /// - Parameters:
  ///   - buffer: the places to fill.
  ///   - bound: how many numbers there are; from 1 to 2³².
  public mutating func fillBatches(_ buffer: UnsafeMutableBufferPointer<UInt32>, below bound: Int) {
    precondition(
      bound > 0 && bound <= 0x1_0000_0000, "fillBatches(_:below:): the bound must be 1 to 2^32")
    guard var place = buffer.baseAddress else { return }
    let end = place + buffer.count
    let n = UInt64(bound)
    // Batches of n^k up to 2⁵⁶ are drawn again less than once in 256 times.
    var size = 1
    var ways = n
    while size < 16 && ways <= (1 &<< 56) / n {
      ways &*= n
      size += 1
    }
    let unfair = (0 &- ways) % ways
    while place < end {
      let block = nextBlock()
      place = RandomStream.batch(block.0, n, size, unfair, from: place, to: end)
      place = RandomStream.batch(block.1, n, size, unfair, from: place, to: end)
    }
  }

  /// Writes the numbers of one batch and returns the place after them, or the same place where the
  /// batch is to be drawn again.
  @inline(__always)
  private static func batch(
    _ bits: UInt64, _ n: UInt64, _ size: Int, _ unfair: UInt64,
    from start: UnsafeMutablePointer<UInt32>, to end: UnsafeMutablePointer<UInt32>
  ) -> UnsafeMutablePointer<UInt32> {
    var rest = bits
    // The last batch is drawn whole too, so that a longer buffer begins with the same numbers.
    let room = end - start
    let kept = size < room ? size : room
    var index = 0
    while index < kept {
      let product = rest.multipliedFullWidth(by: n)
      start[index] = UInt32(truncatingIfNeeded: product.high)
      rest = product.low
      index &+= 1
    }
    while index < size {
      rest = rest &* n
      index &+= 1
    }
    return rest < unfair ? start : start + kept
  }

  /// Fills a buffer with random bits, 64 to a place, starting at a block of its own.
  ///
  /// - Parameter buffer: the places to fill; an odd count passes over the last half block.
  public mutating func fillBits(_ buffer: UnsafeMutableBufferPointer<UInt64>) {
    guard var place = buffer.baseAddress else { return }
    let end = place + buffer.count
    while place < end {
      let block = nextBlock()
      place.pointee = block.0
      place += 1
      if place < end {
        place.pointee = block.1
        place += 1
      }
    }
  }
}
