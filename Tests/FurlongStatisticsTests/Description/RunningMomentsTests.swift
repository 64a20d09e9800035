import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Running moments")
struct RunningMomentsTests {
  private let sample = [3.0, -1, 4, 1, -5, 9, 2, -6, 5, 3, 0, 5]

  private func moments(_ values: [Double]) throws -> RunningMoments {
    var moments = RunningMoments()
    for value in values { try moments.add(value) }
    return moments
  }

  @Test("are those of two passes", .tags(.law))
  func twoPasses() throws {
    let running = try moments(sample)
    let whole = try SampleDescription(of: sample)
    #expect(running.count == 12)
    expectClose(try #require(running.mean), whole.mean, relative: 1e-14)
    expectClose(try #require(running.sd), try #require(whole.sd), relative: 1e-14)
    for convention in ShapeConvention.allCases {
      let shape = try #require(running.shape(convention))
      let direct = try SampleShape(of: sample, convention: convention)
      expectClose(
        try #require(shape.skewness), try #require(direct.skewness), relative: 1e-13)
      expectClose(
        try #require(shape.excessKurtosis), try #require(direct.excessKurtosis), relative: 1e-13)
    }
  }

  @Test("merge, wherever the sample is cut", .tags(.law), arguments: 0...12)
  func merges(cut: Int) throws {
    var first = try moments(Array(sample[..<cut]))
    first.merge(try moments(Array(sample[cut...])))
    let whole = try moments(sample)
    #expect(first.count == whole.count)
    expectClose(try #require(first.mean), try #require(whole.mean), relative: 1e-14)
    expectClose(try #require(first.variance), try #require(whole.variance), relative: 1e-14)
    let shape = try #require(first.shape())
    let expected = try #require(whole.shape())
    expectClose(try #require(shape.skewness), try #require(expected.skewness), relative: 1e-12)
    expectClose(
      try #require(shape.excessKurtosis), try #require(expected.excessKurtosis), relative: 1e-12)
  }

  @Test("a large constant costs no figures", .tags(.edge))
  func shifts() throws {
    let shifted = try moments(sample.map { $0 + 0x1p40 })
    #expect(shifted.sd == (try moments(sample)).sd)
  }

  @Test("too few values have no spread, NaN is refused", .tags(.edge))
  func edges() throws {
    #expect(RunningMoments().mean == nil)
    #expect(try moments([2]).sd == nil)
    #expect(try moments([2, 2]).shape() == nil)
    #expect(try moments([2, 3]).shape()?.skewness == nil)
    #expect(throws: StatisticsError.notFinite(in: "values", count: 1)) { try moments([.nan]) }
  }
}

@Suite("Robust description")
struct RobustDescriptionTests {
  private let sample = [3.0, -1, 4, 1, -5, 9, 2, -6, 5, 3, 0, 5]

  @Test("follows shift and scale", .tags(.law))
  func invariances() throws {
    let moved = sample.map { 3 * $0 + 8 }
    let quantiles = try SampleQuantiles(type: .six).values(of: sample, at: [0.1, 0.5])
    #expect(
      try SampleQuantiles(type: .six).values(of: moved, at: [0.1, 0.5]).elementsEqual(
        quantiles.map { 3 * $0 + 8 }, by: { abs($0 - $1) < 1e-12 }))
    try expectClose(
      MedianDeviation().deviation(of: moved), 3 * MedianDeviation().deviation(of: sample))
    let trimmed = try TrimmedMean().estimate(of: sample)
    let there = try TrimmedMean().estimate(of: moved)
    expectClose(there.mean, 3 * trimmed.mean + 8)
    expectClose(there.standardError, 3 * trimmed.standardError)
    try expectClose(
      #require(SampleShape(of: moved).skewness), #require(SampleShape(of: sample).skewness))
  }

  @Test("an outlier moves the trimmed mean no farther than the next value", .tags(.law))
  func outlier() throws {
    var wild = sample
    wild[5] = 1e6
    #expect(
      try TrimmedMean().estimate(of: wild).mean == TrimmedMean().estimate(of: sample).mean)
  }

  @Test("the ends of a sample are its extreme quantiles", .tags(.edge))
  func ends() throws {
    for type in QuantileType.allCases {
      #expect(try SampleQuantiles(type: type).values(of: sample, at: [0, 1]) == [-6, 9])
      #expect(try SampleQuantiles(type: type).values(of: [4], at: [0.3]) == [4])
    }
  }

  @Test("what is not allowed is an error", .tags(.edge))
  func errors() throws {
    #expect(throws: StatisticsError.self) { try SampleQuantiles().values(of: [], at: [0.5]) }
    #expect(throws: StatisticsError.self) { try SampleQuantiles().values(of: [1], at: [1.5]) }
    #expect(throws: StatisticsError.self) { try TrimmedMean(trim: 0.5).estimate(of: sample) }
    #expect(throws: StatisticsError.self) { try TrimmedMean(trim: 0.4).estimate(of: [1, 2, 3]) }
    #expect(throws: StatisticsError.self) { try MedianDeviation(scale: 0).deviation(of: [1]) }
    #expect(throws: StatisticsError.self) { try SampleShape(of: [3, 3, 3]) }
    #expect(throws: StatisticsError.self) { try SerialCorrelation(lag: 0).coefficient(of: [1, 2]) }
    #expect(throws: StatisticsError.self) { try OneSampleTTest().mean(of: [5, 5]) }
  }
}
