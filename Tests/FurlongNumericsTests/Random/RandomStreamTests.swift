import FurlongNumerics
import FurlongTestSupport
import Testing

@Suite("A random stream")
struct RandomStreamTests {
  @Test("gives the same words again for the same seed and number", .tags(.law))
  func repeats() {
    var first = RandomStream(seed: 2025, stream: 7)
    var second = RandomStream(seed: 2025, stream: 7)
    let words = (0..<100).map { _ in first.next() }
    let again = (0..<100).map { _ in second.next() }
    #expect(words == again)
  }

  @Test("differs from its neighbours by seed and by number", .tags(.law))
  func neighbours() {
    var words: Set<UInt64> = []
    for seed in UInt64(0)..<20 {
      for number in UInt64(0)..<20 {
        var stream = RandomStream(seed: seed, stream: number)
        words.insert(stream.next())
        words.insert(stream.next())
      }
    }
    #expect(words.count == 800)
  }

  @Test("a copy goes on from where the original stood", .tags(.law))
  func copies() {
    var stream = RandomStream(seed: 1, stream: 1)
    _ = stream.word()
    var copy = stream
    let rest = (0..<9).map { _ in stream.word() }
    let copied = (0..<9).map { _ in copy.word() }
    #expect(rest == copied)
  }

  @Test("filling a buffer draws what single calls draw", .tags(.law))
  func fills() {
    var single = RandomStream(seed: 3, stream: 0)
    var bulk = single
    let expected = (0..<50).map { _ in single.integer(below: 17) }
    let buffer = UnsafeMutableBufferPointer<Int>.allocate(capacity: 50)
    defer { buffer.deallocate() }
    bulk.fill(buffer, below: 17)
    #expect(Array(buffer) == expected)
    let next = (bulk.next(), single.next())
    #expect(next.0 == next.1)
  }

  @Test(
    "whole numbers fall evenly below a bound", .tags(.law), arguments: [1, 2, 6, 1000, 3 << 30])
  func integers(bound: Int) {
    var stream = RandomStream(seed: 11, stream: UInt64(bound))
    let cells = min(bound, 6)
    var counts = [Int](repeating: 0, count: cells)
    let draws = 12_000
    for _ in 0..<draws {
      let value = stream.integer(below: bound)
      #expect(value >= 0 && value < bound)
      counts[value * cells / bound] += 1
    }
    // Cells are as even as the bound allows: 1,000 numbers make cells of 166 or 167.
    let expected = (0..<cells).map { cell in
      let first = (cell * bound + cells - 1) / cells
      let next = ((cell + 1) * bound + cells - 1) / cells
      return Double(draws) * Double(next - first) / Double(bound)
    }
    let chi = zip(counts, expected).map { (Double($0) - $1) * (Double($0) - $1) / $1 }
    #expect(chi.reduce(0, +) < 20.5)  // the 0.999 quantile with 5 degrees of freedom
  }

  @Test("whole numbers above 2³² keep below their bound", .tags(.edge))
  func largeIntegers() {
    var stream = RandomStream(seed: 5, stream: 5)
    let bound = Int.max / 3 * 2
    var high = 0
    for _ in 0..<3000 {
      let value = stream.integer(below: bound)
      #expect(value >= 0 && value < bound)
      if value >= bound / 2 { high += 1 }
    }
    #expect(abs(high - 1500) < 150)
  }

  @Test("a shuffle keeps the elements and reaches every order", .tags(.law))
  func shuffles() {
    var stream = RandomStream(seed: 8, stream: 0)
    var orders: [[Int]: Int] = [:]
    for _ in 0..<6000 {
      var elements = [1, 2, 3]
      stream.shuffle(&elements)
      #expect(elements.sorted() == [1, 2, 3])
      orders[elements, default: 0] += 1
    }
    #expect(orders.count == 6)
    #expect(orders.values.allSatisfy { abs($0 - 1000) < 150 })
    var none: [Int] = []
    stream.shuffle(&none)
    #expect(none.isEmpty)
  }

  @Test("certain chances are certain", .tags(.edge))
  func certainties() {
    var stream = RandomStream(seed: 4, stream: 4)
    for _ in 0..<200 {
      let always = stream.bernoulli(1)
      let never = stream.bernoulli(0)
      let counts = [stream.poisson(mean: 0), stream.negativeBinomial(mean: 0, size: 1)]
      let fixed = stream.normal(mean: 3, sd: 0)
      let only = stream.index(weights: [0, 2, 0])
      #expect(always && !never)
      #expect(counts == [0, 0])
      #expect(fixed == 3 && only == 1)
      let open = stream.openUniform()
      #expect(open > 0 && open < 1)
    }
  }
}

@Suite("Samplers have the moments of their distributions")
struct SamplerMomentTests {
  /// Draws 20,000 values and expects mean and variance within five standard errors.
  private func expectMoments(
    mean: Double, variance: Double, kurtosis: Double, _ draw: (inout RandomStream) -> Double
  ) {
    let n = 20_000.0
    var stream = RandomStream(seed: 99, stream: mean.bitPattern)
    let values = (0..<Int(n)).map { _ in draw(&stream) }
    let average = values.reduce(0, +) / n
    let spread = values.map { ($0 - average) * ($0 - average) }.reduce(0, +) / (n - 1)
    #expect(abs(average - mean) < 5 * (variance / n).squareRoot(), "mean \(average), not \(mean)")
    let error = variance * ((kurtosis - 1) / n).squareRoot()
    #expect(abs(spread - variance) < 5 * error, "variance \(spread), not \(variance)")
  }

  @Test("uniform", .tags(.law))
  func uniform() {
    expectMoments(mean: 0.5, variance: 1 / 12, kurtosis: 1.8) { $0.uniform() }
    expectMoments(mean: 5, variance: 3, kurtosis: 1.8) { $0.uniform(from: 2, to: 8) }
  }

  @Test("normal", .tags(.law))
  func normal() {
    expectMoments(mean: -2, variance: 9, kurtosis: 3) { $0.normal(mean: -2, sd: 3) }
  }

  @Test("gamma", .tags(.law), arguments: [0.3, 1, 4.5])
  func gamma(shape: Double) {
    expectMoments(mean: shape * 2, variance: shape * 4, kurtosis: 3 + 6 / shape) {
      $0.gamma(shape: shape, scale: 2)
    }
  }

  @Test("Poisson", .tags(.law), arguments: [0.2, 3, 9.9, 10, 250, 1e6])
  func poisson(mean: Double) {
    expectMoments(mean: mean, variance: mean, kurtosis: 3 + 1 / mean) {
      Double($0.poisson(mean: mean))
    }
  }

  @Test("negative binomial", .tags(.law), arguments: [(2.0, 0.5), (30, 4)])
  func negativeBinomial(mean: Double, size: Double) {
    let variance = mean + mean * mean / size
    expectMoments(mean: mean, variance: variance, kurtosis: 3 + 6 / size + 1 / variance) {
      Double($0.negativeBinomial(mean: mean, size: size))
    }
  }

  @Test("weights", .tags(.law))
  func weights() {
    expectMoments(mean: 1.3, variance: 0.81, kurtosis: 3) {
      Double($0.index(weights: [2, 4, 3, 1]))
    }
  }
}
