import FurlongNumerics
import FurlongTestSupport
import Testing

@testable import FurlongStatistics

@Suite("How often the first persons were drawn")
struct DrawnSoFarTests {
  @Test(
    "is the sum of their counts, also of a second draw in the same room", .tags(.law),
    arguments: [1, 7, 8, 9, 255, 256, 257, 1_000])
  func sums(persons: Int) {
    let drawn = DrawnSoFar(persons: persons)
    let law = ResampleCounts(persons: persons)
    for draw in 0..<20 {
      var stream = RandomStream(seed: 2026, stream: UInt64(draw))
      law.draw(drawn.counts, from: &stream)
      var sum: UInt32 = 0
      let sums = drawn.counts.map { count in
        sum += UInt32(count)
        return sum
      }
      drawn.addUp()
      #expect(sums == (0..<persons).map { drawn.upTo(UInt32($0)) })
      #expect(sum == UInt32(persons))
    }
  }

  @Test("eight persons may be drawn 255 times together", .tags(.edge))
  func most() {
    let drawn = DrawnSoFar(persons: 16)
    for place in 0..<16 { drawn.counts[place] = place % 8 == 7 ? 31 : 32 }
    drawn.addUp()
    #expect((7..<9).map { drawn.upTo($0) } == [255, 287])
    #expect(drawn.upTo(15) == 510)
  }
}
