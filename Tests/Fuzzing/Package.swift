// swift-tools-version: 6.2
import PackageDescription

// Readers that are fed by libFuzzer, in a package of their own, so that no other build sees them: `make fuzz` (Scripts/fuzz). Each has
// libFuzzer's `main`, so that only a release build with that sanitizer links.

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let readers: [Target.Dependency] = [
  "Fuzzer", .product(name: "FurlongTables", package: "furlong"),
  .product(name: "FurlongImport", package: "furlong"),
]

let package = Package(
  name: "furlong-fuzzing",
  dependencies: [.package(name: "furlong", path: "../..")],
  targets: [
    .target(name: "Fuzzer", swiftSettings: house)
  ]
    + ["FuzzCSV", "FuzzSheet", "FuzzArchive", "FuzzMapping", "FuzzYAML"].map {
      .executableTarget(name: $0, dependencies: readers, swiftSettings: house)
    },
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
