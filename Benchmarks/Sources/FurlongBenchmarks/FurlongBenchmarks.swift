import Benchmark
import Foundation
import Rows

/// Percentiles and throughput of every row whose input `Benchmarks/run --inputs` made.
///
/// Inputs are looked for in the folder that `FURLONG_BENCH_INPUTS` names.
let benchmarks: @Sendable () -> Void = {
  let folder = ProcessInfo.processInfo.environment["FURLONG_BENCH_INPUTS"] ?? "build/bench"
  for row in Row.all {
    for threads in [1, 2] {
      Benchmark(
        "\(row.name), \(threads) thread\(threads == 1 ? "" : "s")",
        configuration: .init(
          metrics: [.wallClock, .throughput, .peakMemoryResident], warmupIterations: 1,
          maxDuration: .seconds(3), maxIterations: 100)
      ) { benchmark in
        let input = try InputTable("\(folder)/\(row.name).csv")
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(try row.answer(input, threads)) }
      }
    }
  }
}
