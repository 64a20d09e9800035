import FurlongNumerics
import FurlongTestSupport
import Testing

@Suite("How often each person is drawn")
struct ResampleCountsTests {
  private func counts(_ persons: Int, _ stream: RandomStream) -> [Int] {
    var stream = stream
    let places = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: persons)
    defer { places.deallocate() }
    ResampleCounts(persons: persons).draw(places, from: &stream)
    return places.map { Int($0) }
  }

  /// The first counts, Σ place · count, Σ count² and the largest, of the same steps in Python 3.11.7.
  struct Known: Sendable {
    var persons: Int
    var seed: UInt64
    var stream: UInt64
    var first: [Int]
    var placed: Int
    var squares: Int
    var largest: Int
  }

  static let known = [
    Known(
      persons: 10, seed: 1, stream: 0, first: [0, 0, 1, 0, 1, 2, 2, 1, 3, 0], placed: 69,
      squares: 20, largest: 3),
    Known(
      persons: 255, seed: 2025, stream: 3, first: [0, 1, 0, 0, 2, 1, 1, 0], placed: 35_343,
      squares: 511, largest: 5),
    Known(
      persons: 256, seed: 2025, stream: 3, first: [1, 1, 2, 0, 3, 2, 1, 0], placed: 34_446,
      squares: 522, largest: 5),
    Known(
      persons: 300, seed: 20_261_122, stream: 7, first: [0, 3, 0, 1, 1, 2, 3, 3], placed: 45_775,
      squares: 616, largest: 5),
    Known(
      persons: 1_003, seed: 5, stream: 1 << 40, first: [1, 0, 1, 2, 1, 0, 2, 0],
      placed: 495_733, squares: 1_975, largest: 5),
    Known(
      persons: 20_000, seed: 9_223_372_036_854_775_819, stream: 2,
      first: [1, 0, 1, 0, 3, 2, 0, 0], placed: 200_988_130, squares: 40_278, largest: 6),
  ]

  @Test("is what another program counts", .tags(.reference), arguments: known)
  func reference(known: Known) {
    let found = counts(known.persons, RandomStream(seed: known.seed, stream: known.stream))
    #expect(Array(found.prefix(known.first.count)) == known.first)
    #expect(found.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element } == known.placed)
    #expect(found.reduce(0) { $0 + $1 * $1 } == known.squares)
    #expect(found.max() == known.largest)
  }

  @Test(
    "adds up to as many as there are", .tags(.law, .edge),
    arguments: [1, 2, 7, 255, 256, 257, 271, 272, 273, 1_000])
  func sum(persons: Int) {
    for number in UInt64(0)..<20 {
      #expect(counts(persons, RandomStream(seed: 9, stream: number)).reduce(0, +) == persons)
    }
  }

  @Test("goes on in the stream: two draws from one differ", .tags(.law))
  func goesOn() {
    var stream = RandomStream(seed: 1, stream: 1)
    let law = ResampleCounts(persons: 300)
    let places = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 300)
    defer { places.deallocate() }
    law.draw(places, from: &stream)
    let first = Array(places)
    law.draw(places, from: &stream)
    #expect(first != Array(places))
  }

  /// The same steps word by word: a block of four words has sixteen bytes; what a byte leaves open takes two words more.
  private func plainly(_ persons: Int, _ stream: inout RandomStream) -> [Int] {
    let mean = 1 - 4 / Double(persons).squareRoot()
    var terms = [1.0]
    while let last = terms.last, last > 1e-20 { terms.append(last * mean / Double(terms.count)) }
    let all = terms.reversed().reduce(0, +)
    let bytes = terms.map { 256 * $0 / all }
    var upTo: [Double] = []
    for share in bytes { upTo.append((upTo.last ?? 0) + share - share.rounded(.down)) }
    var taken = 0
    func word() -> UInt64 {
      taken += 1
      return stream.word()
    }
    func count(_ byte: UInt64) -> Int {
      var below = 0.0
      for (count, share) in bytes.enumerated() {
        below += share.rounded(.down)
        if Double(byte) < below { return count }
      }
      let low = word()
      let bits = (word() << 32) | low
      let place = Double(bits >> 11) * 0x1p-53 * upTo[upTo.count - 1]
      return upTo.firstIndex { place < $0 } ?? upTo.count - 1
    }
    var counts: [Int]
    repeat {
      counts = []
      while counts.count < persons {
        while taken % 4 != 0 { _ = word() }
        let block = (0..<4).map { _ in word() }
        for person in 0..<16 where counts.count < persons {
          counts.append(count((block[person / 4] >> UInt64(8 * (person % 4))) & 0xFF))
        }
      }
    } while counts.reduce(0, +) > persons
    for _ in 0..<(persons - counts.reduce(0, +)) { counts[stream.integer(below: persons)] += 1 }
    return counts
  }

  @Test(
    "is what the words of the stream give one by one, and goes on behind them", .tags(.law),
    arguments: [256, 257, 263, 264, 265, 271, 272, 300, 511, 1_003, 4_099])
  func plain(persons: Int) {
    for number in UInt64(0)..<30 {
      var one = RandomStream(seed: 31, stream: number)
      var other = one
      let places = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: persons)
      defer { places.deallocate() }
      ResampleCounts(persons: persons).draw(places, from: &one)
      #expect(places.map { Int($0) } == plainly(persons, &other))
      #expect(one.next() == other.next())
    }
  }

  /// Counts of one person are binomial: n draws, each with probability 1/n.
  @Test("follows the multinomial law, drawn one by one or not", .tags(.law), arguments: [200, 260])
  func law(persons: Int) {
    let draws = 1_000
    let n = Double(persons)
    var seen = [Int](repeating: 0, count: 12)
    var places = [Int](repeating: 0, count: persons)
    for number in 0..<draws {
      let found = counts(persons, RandomStream(seed: 77, stream: UInt64(number)))
      for (place, count) in found.enumerated() {
        seen[min(count, 11)] += 1
        places[place] += count
      }
    }
    // Chance of a count k, from that of k − 1.
    var chance = 1.0
    for _ in 0..<persons { chance *= 1 - 1 / n }
    for count in 0...5 {
      let expected = Double(draws * persons) * chance
      let error = (expected * (1 - chance)).squareRoot()
      #expect(abs(Double(seen[count]) - expected) < 5 * error, "count \(count)")
      chance *= (n - Double(count)) / (Double(count) + 1) / (n - 1)
    }
    // χ² of the places, with as many degrees of freedom as there are persons less one.
    let expected = Double(draws)
    let square = places.reduce(0.0) { sum, count in
      sum + (Double(count) - expected) * (Double(count) - expected) / expected
    }
    #expect(abs(square - (n - 1)) < 5 * (2 * (n - 1)).squareRoot())
  }
}
