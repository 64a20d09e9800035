// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let statistics = Target.Dependency.product(name: "FurlongStatistics", package: "furlong")
let stories = Target.Dependency.product(name: "FurlongStories", package: "furlong")

let package = Package(
  name: "furlong-benchmarks",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(name: "furlong", path: ".."),
    // Percentiles and throughput of our own rows, from one commit to the next. Only its own target
    // builds it: the contest against peers is a plain executable, as a peer answers there in turn.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(name: "Rows", dependencies: [statistics, stories], swiftSettings: house),
    .executableTarget(name: "Contest", dependencies: ["Rows"], swiftSettings: house),
    .executableTarget(
      name: "College", dependencies: [.product(name: "FurlongSimulation", package: "furlong")],
      swiftSettings: house),
    .executableTarget(
      name: "TableSums", dependencies: [.product(name: "FurlongTables", package: "furlong")],
      swiftSettings: house),
    .executableTarget(
      name: "Stages", dependencies: [.product(name: "FurlongWorkflow", package: "furlong")],
      swiftSettings: house),
    .executableTarget(
      name: "FurlongBenchmarks",
      dependencies: ["Rows", .product(name: "Benchmark", package: "benchmark")],
      swiftSettings: house,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
