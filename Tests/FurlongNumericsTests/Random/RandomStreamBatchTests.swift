import FurlongNumerics
import FurlongTestSupport
import Testing

@Suite("Batches of random numbers")
struct RandomStreamBatchTests {
  private func batch(
    _ stream: RandomStream, _ count: Int, below bound: Int
  ) -> [Int] {
    var stream = stream
    let buffer = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count)
    defer { buffer.deallocate() }
    stream.fillBatches(buffer, below: bound)
    return buffer.map { Int($0) }
  }

  @Test("are the leading digits of the random bits, in the base of the bound", .tags(.reference))
  func digits() {
    // Philox4x32-10 and ⌊bits · nᵏ / 2⁶⁴⌋ in whole numbers of any size, Python 3.11.7.
    #expect(
      batch(RandomStream(seed: 20_261_122, stream: 3), 20, below: 500) == [
        135, 223, 452, 350, 194, 314, 133, 336, 49, 301, 185, 459, 359, 180, 280, 52, 238, 344,
        453, 242,
      ])
    #expect(
      batch(RandomStream(seed: 5, stream: 0), 24, below: 7) == [
        0, 3, 2, 6, 2, 3, 6, 5, 0, 2, 2, 0, 6, 1, 0, 6, 6, 5, 2, 1, 4, 6, 5, 4,
      ])
    #expect(
      batch(RandomStream(seed: 1, stream: 9), 8, below: 70_000) == [
        51753, 2048, 49114, 60816, 53220, 12380, 52911, 15367,
      ])
    #expect(
      batch(
        RandomStream(seed: 9_223_372_036_854_775_819, stream: 1 << 40), 5, below: 3_000_000_000)
        == [1_017_200_714, 2_305_281_934, 2_731_604_476, 901_441_171, 2_508_437_814])
    // A batch of eight is drawn again here.
    #expect(
      batch(RandomStream(seed: 7, stream: 2), 12, below: 113) == [
        96, 17, 89, 58, 80, 15, 87, 42, 25, 14, 78, 101,
      ])
  }

  @Test(
    "of a longer buffer begin with those of a shorter one", .tags(.law), arguments: [1, 7, 500])
  func prefix(_ bound: Int) {
    let stream = RandomStream(seed: 8, stream: 8)
    let long = batch(stream, 100, below: bound)
    for count in [0, 1, 5, 6, 11, 12, 13, 99] {
      #expect(batch(stream, count, below: bound) == Array(long[..<count]))
    }
    // What was used of a block before does not matter, but that it was used.
    var used = stream
    _ = used.word()
    #expect(batch(used, 100, below: bound) != long || bound == 1)
  }

  @Test("are even, alone and in pairs", .tags(.law))
  func even() {
    let drawn = batch(RandomStream(seed: 4, stream: 1), 70_000, below: 7)
    var counts = [Int](repeating: 0, count: 7)
    var pairs = [Int](repeating: 0, count: 49)
    for (one, next) in zip(drawn, drawn.dropFirst()) {
      counts[one] += 1
      pairs[7 * one + next] += 1
    }
    func chiSquared(_ counts: [Int]) -> Double {
      let expected = 69_999 / Double(counts.count)
      return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    }
    // 99.9% quantiles with 6 and 48 degrees of freedom.
    #expect(chiSquared(counts) < 22.5)
    #expect(chiSquared(pairs) < 84.1)
  }

  @Test("of bits are the stream's own words", .tags(.law))
  func bits() {
    var stream = RandomStream(seed: 3, stream: 2)
    var same = stream
    let buffer = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 5)
    defer { buffer.deallocate() }
    stream.fillBits(buffer)
    for word in buffer { #expect(word == same.next()) }
    // The last half block is passed over.
    _ = same.next()
    #expect(stream.next() == same.next())
  }
}
