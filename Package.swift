// swift-tools-version: 6.2
import Foundation
import PackageDescription

// The building, storey by storey. A module imports only modules that stand above it in this list, and
// only those it names: an upward import stops the manifest. `Scripts/check-imports` holds every
// `import` line under Sources against this list.

/// One module: what it imports of ours, what it takes from outside, the system's libraries that it
/// links, the texts it carries, and whether it is optimised in debug builds too.
struct Room {
  var name: String
  var imports: [String] = []
  var products: [Target.Dependency] = []
  var libraries: [String] = []
  var texts: [String] = []
  var isOptimised = false
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// The files of a folder under Sources with an ending, in order: what is found there is shipped.
func files(_ ending: String, in folder: String) -> [String] {
  let path = "\(Context.packageDirectory)/Sources/\(folder)"
  let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  return names.filter { $0.hasSuffix(".\(ending)") }.sorted()
}

let building: [Room] = [
  // Ground: text and numbers
  Room(name: "CBoostMath"),
  Room(name: "CCbc", libraries: ["CbcSolver", "Clp"]),
  Room(name: "CLAPACK", libraries: ["lapack", "blas"]),
  Room(name: "CLibcrypto", libraries: ["crypto"]),
  Room(name: "CVersion"),
  Room(name: "CExpat", libraries: ["expat"]),
  Room(name: "CReadStat", libraries: ["readstat"]),
  Room(name: "CZip", libraries: ["zip"]),
  Room(name: "FurlongArchives", imports: ["CExpat", "CZip"]),
  Room(name: "FurlongDigests", imports: ["CLibcrypto"]),
  Room(name: "FurlongForms", products: [yams], isOptimised: true),
  Room(name: "FurlongTables", imports: ["CReadStat", "FurlongArchives"]),
  Room(name: "FurlongCharts"),
  Room(name: "FurlongDocuments"),
  Room(name: "FurlongStudy"),
  // Science: pure, no disk
  Room(name: "FurlongNumerics", imports: ["CBoostMath", "CLAPACK"], isOptimised: true),
  Room(name: "FurlongStatistics", imports: ["FurlongNumerics"], isOptimised: true),
  Room(
    name: "FurlongSimulation",
    imports: ["FurlongDigests", "FurlongTables", "FurlongStudy", "FurlongNumerics"],
    texts: [
      "Folder/Texts/LICENSE.txt", "Greyfell/Texts/greyfell.study.yaml",
      "Greyfell/Texts/greyfell.truths.json", "Saltmarsh/Texts/stories.json",
      "Saltmarsh/Texts/study.yaml", "Saltmarsh/Texts/truths.json",
    ]
      // A text that is embedded is known by its name alone, so no two may be called alike.
      + ["attendance", "feedback", "forms", "people"].map {
        "Greyfell/Texts/maps/greyfell.\($0).map.yaml"
      }
      + ["confidence", "connection", "hope", "recommend"].map {
        "Greyfell/Texts/scales/greyfell.\($0).yaml"
      }
      + ["attendance", "codings", "contacts", "forms", "people", "spells", "stories"].map {
        "Saltmarsh/Texts/maps/\($0).map.yaml"
      }),
  Room(
    name: "FurlongScales", imports: ["FurlongForms", "FurlongStudy"],
    texts: files("yaml", in: "FurlongScales/Catalogue").map { "Catalogue/\($0)" },
    isOptimised: true),
  Room(
    name: "FurlongStories",
    imports: [
      "FurlongDigests", "FurlongArchives", "FurlongForms", "FurlongTables", "FurlongStudy",
      "FurlongStatistics",
    ],
    texts: files("yaml", in: "FurlongStories/Codebooks").map { "Codebooks/\($0)" }),
  // Keeping
  Room(
    name: "FurlongImport",
    imports: [
      "FurlongDigests", "FurlongForms", "FurlongTables", "FurlongStudy", "FurlongScales",
    ]),
  Room(name: "FurlongStore", imports: ["FurlongDigests", "FurlongStudy"], products: [grdb]),
  // Judgement: pure
  Room(
    name: "FurlongEvaluation",
    imports: ["FurlongStudy", "FurlongScales", "FurlongStories", "FurlongStatistics"]),
  Room(
    name: "FurlongDisclosure", imports: ["CCbc", "FurlongStudy", "FurlongEvaluation"],
    isOptimised: true),
  // Telling: pure
  Room(
    name: "FurlongReports",
    imports: [
      "FurlongStudy", "FurlongEvaluation", "FurlongDisclosure", "FurlongCharts",
      "FurlongDocuments",
    ]),
  // Doors
  Room(
    name: "FurlongWorkflow",
    imports: [
      "FurlongArchives", "FurlongDigests", "FurlongForms", "FurlongTables", "FurlongDocuments",
      "FurlongStudy", "FurlongSimulation", "FurlongScales", "FurlongStories", "FurlongImport",
      "FurlongStore",
      "FurlongEvaluation", "FurlongDisclosure", "FurlongReports",
    ],
    texts: [
      "Starting/Templates/study.yaml", "Starting/Templates/people.map.yaml",
      "Starting/Templates/attendance.map.yaml", "Starting/Templates/scores.map.yaml",
      "Starting/Templates/events.map.yaml", "Starting/Templates/stories.map.yaml",
      "Starting/Templates/codings.map.yaml", "Starting/Templates/caseload.map.yaml",
      "Starting/Templates/detentions.map.yaml", "Starting/Templates/our-trust.costs.yaml",
      "Starting/Templates/prices.index.yaml", "Starting/Templates/units.map.yaml",
    ]),
  Room(
    name: "FurlongServer", imports: ["FurlongStudy", "FurlongWorkflow"],
    products: [flyingFox, flyingSocks, mustache],
    texts: files("mustache", in: "FurlongServer/Templates").map { "Templates/\($0)" }
      + ["Texts/page.css", "Texts/page.js"]),
  Room(
    name: "FurlongCommand",
    imports: ["CVersion", "FurlongStudy", "FurlongWorkflow", "FurlongServer"],
    products: [argumentParser]),
]

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// What optimises a module in debug builds.
///
/// Tests draw hundreds of millions of numbers, read the catalogue a thousand times and audit some hundred reports: with the
/// modules that do so optimised they take less than half the time. SwiftPM lets nobody depend on a version that has such a
/// flag, so that it is not there where this package is checked out for another.
let fast: [SwiftSetting] =
  Context.packageDirectory.contains("/checkouts/")
  ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// The commit that is built; `make` says it.
let commit = Context.environment["FURLONG_COMMIT"] ?? ""

var standing: [String] = []
for room in building {
  for name in room.imports where !standing.contains(name) {
    fatalError("\(room.name) imports \(name), which does not stand above it in the building")
  }
  standing.append(room.name)
}

let rooms: [Target] = building.map { room in
  let dependencies = room.imports.map { Target.Dependency(stringLiteral: $0) } + room.products
  let texts = room.texts.map { Resource.embedInCode($0) }
  if room.name.hasPrefix("C") {
    return .target(
      name: room.name, exclude: ["README.md"],
      cSettings: room.name == "CVersion" ? [.define("FURLONG_COMMIT", to: "\"\(commit)\"")] : [],
      linkerSettings: room.libraries.map { .linkedLibrary($0) })
  }
  if room.name == "FurlongCommand" {
    return .executableTarget(
      name: room.name, dependencies: dependencies, exclude: ["README.md"], swiftSettings: house)
  }
  return .target(
    name: room.name, dependencies: dependencies, exclude: ["README.md"], resources: texts,
    swiftSettings: house + (room.isOptimised ? fast : []))
}

let testSupport = Target.target(
  name: "FurlongTestSupport", path: "Tests/FurlongTestSupport", swiftSettings: house)

/// Folders of references and goldens beside the tests: read by path, no sources.
func readByPath(_ target: String) -> [String] {
  let folder = "\(Context.packageDirectory)/Tests/\(target)"
  let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  return paths.filter { ["Golden", "Reference"].contains(($0 as NSString).lastPathComponent) }
    .sorted()
}

/// A test target a module; a test may use its module and whatever that module imports.
let tests: [Target] = building.filter { $0.name.hasPrefix("Furlong") }.map { room in
  let dependencies = ([room.name, "FurlongTestSupport"] + room.imports).map {
    Target.Dependency(stringLiteral: $0)
  }
  return .testTarget(
    name: room.name + "Tests", dependencies: dependencies + room.products,
    exclude: readByPath(room.name + "Tests"), swiftSettings: house)
}

let package = Package(
  name: "furlong",
  products: [
    .executable(name: "furlong", targets: ["FurlongCommand"]),
    .library(name: "FurlongStatistics", targets: ["FurlongStatistics"]),
    // Benchmarks draw colleges as large as a trust, and time how tables are read and what a report takes.
    .library(name: "FurlongTables", targets: ["FurlongArchives", "FurlongTables"]),
    // Tests/Fuzzing feeds the readers by chance.
    .library(
      name: "FurlongImport",
      targets: ["FurlongForms", "FurlongStudy", "FurlongScales", "FurlongImport"]),
    .library(name: "FurlongSimulation", targets: ["FurlongSimulation"]),
    .library(name: "FurlongStories", targets: ["FurlongStudy", "FurlongStories"]),
    .library(name: "FurlongWorkflow", targets: ["FurlongStudy", "FurlongWorkflow"]),
  ],
  // From the system: Boost.Math (CBoostMath); libcrypto (CLibcrypto) for the pseudonyms' HMAC-SHA-256
  // and for digests, which every machine has built: swift-crypto compiles all of BoringSSL for them; CBC and the
  // linear solver in it (CCbc) for the disclosure audit: a search of our own missed worlds, and so held back 40 times as much;
  // libzip (CZip) and Expat (CExpat) for workbooks from strangers: both read piece by piece and within limits;
  // ReadStat (CReadStat) for SPSS files: the reader that R's haven and pyreadstat are made of, fuzzed for years;
  // LAPACK and BLAS (CLAPACK) for least squares: the routines that others' numbers come from, and the machine's fastest
  // where OpenBLAS is installed.
  dependencies: [
    // Forms: YAML nodes with line and column. Its own decoder lets unknown keys pass.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // Store: SQLite with migrations, STRICT tables and prepared statements.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Server: sockets that wait without a thread; no dependencies, built in 12 s where Hummingbird takes 95. Its reading of
    // requests takes a head of any length: ours is RequestReading.
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    // Server: templates without logic; what is put into a page is escaped unless a template says otherwise.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    // Command: the ecosystem's own.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: rooms + [testSupport] + tests,
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
