import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Run charts")
struct RunChartTests {
  @Test("points on the median neither end a run nor count", .tags(.edge))
  func onTheMedian() throws {
    let plain = try RunChart().read([1, 1, 9, 9, 1, 9])
    let padded = try RunChart().read([1, 5, 1, 9, 5, 9, 5, 5, 1, 9])
    #expect(padded.median == 5)
    #expect(padded.runs == plain.runs && padded.longestRun == plain.longestRun)
    #expect(padded.useful == 6 && padded.crossings == 3)
  }

  @Test("a run of 6 and a trend of 5 are signals of Perla's rules and not of Anhøj's", .tags(.edge))
  func rules() throws {
    let values: [Double] = [5, 4, 2, 1, 3, 2, 8, 9, 7, 8, 9, 8]
    let perla = try RunChart(rules: .perla).read(values)
    #expect(perla.rules == "perla/1")
    #expect(
      perla.signals.filter { $0.kind == .longRun } == [
        RunChartSignal(kind: .longRun, direction: .down, points: Array(0..<6)),
        RunChartSignal(kind: .longRun, direction: .up, points: Array(6..<12)),
      ])
    let rising = try RunChart(rules: .perla).read([5, 1, 2, 2, 3, 4, 6, 1, 5, 1, 7, 3])
    #expect(
      rising.signals.contains(
        RunChartSignal(kind: .trend, direction: .up, points: [1, 2, 4, 5, 6])))
    let anhoej = try RunChart().read(values)
    #expect(anhoej.signals.map(\.kind) == [.fewCrossings])
  }

  @Test("a zigzag crosses too often for Perla's rules", .tags(.edge))
  func zigzag() throws {
    let values = (0..<14).map { Double($0 % 2) }
    let reading = try RunChart(rules: .perla).read(values)
    #expect(reading.signals.map(\.kind) == [.manyCrossings])
    #expect(reading.manyRuns < 0.025 && reading.fewRuns == 1)
  }

  @Test(
    "so few or so many runs overlap in just those observed", .tags(.law), arguments: UInt64(1)...20)
  func tails(seed: UInt64) throws {
    var random = RandomStream(seed: seed, stream: 0)
    let values = (0..<31).map { _ in random.uniform() }
    let reading = try RunChart().read(values)
    #expect(reading.fewRuns + reading.manyRuns >= 1)
    #expect(reading.fewRuns <= 1 && reading.manyRuns <= 1)
    // Any rising curve leaves runs, and so all but the median, as they are.
    let bent = try RunChart().read(values.map { $0 * $0 * $0 })
    #expect(bent.runs == reading.runs && bent.fewRuns == reading.fewRuns)
    // Read backwards there are as many runs.
    let backwards = try RunChart().read(values.reversed())
    #expect(backwards.runs == reading.runs && backwards.manyRuns == reading.manyRuns)
    let mirrored = try RunChart().read(values.map { -$0 })
    #expect(mirrored.above == reading.below && mirrored.fewRuns == reading.fewRuns)
  }

  @Test("later points leave the median of a baseline", .tags(.law))
  func baseline() throws {
    let values: [Double] = [1, 2, 3, 4, 5, 9, 9, 9, 9]
    #expect(try RunChart(baseline: 5).read(values).median == 3)
    #expect(try RunChart().read(values).median == 5)
  }

  @Test("what Anhøj & Olesen allow grows with the useful points", .tags(.law))
  func anhoej() throws {
    let allowed = try (1...200).map { try RunChartReading.Anhoej(useful: $0) }
    #expect(zip(allowed, allowed.dropFirst()).allSatisfy { $0.longestRun <= $1.longestRun })
    #expect(
      zip(allowed, allowed.dropFirst()).allSatisfy { $0.fewestCrossings <= $1.fewestCrossings })
    // round(log₂ n) + 3 changes between 11 and 12, 22 and 23, 90 and 91.
    #expect([11, 12, 22, 23, 90, 91].map { allowed[$0 - 1].longestRun } == [6, 7, 7, 8, 9, 10])
  }

  @Test("no point, no finite point and nothing off the median are refused", .tags(.edge))
  func edges() {
    #expect(throws: StatisticsError.tooFew(of: "points of a baseline", count: 0, needed: 1)) {
      try RunChart().read([])
    }
    #expect(throws: StatisticsError.noVariation(in: "points", count: 3)) {
      try RunChart().read([2, 2, 2])
    }
    #expect(throws: StatisticsError.notFinite(in: "values", count: 1)) {
      try RunChart().read([2, .infinity, 2])
    }
  }
}
