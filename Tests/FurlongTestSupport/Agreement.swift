import Foundation
public import Testing

/// The numbers that one test compares with another program's, for the table in `docs/methods/`.
///
/// A suite or a test that carries `.agreement(with its method's page)` counts what `expectClose` compares and
/// which records it read; `Scripts/docs` runs such tests with `FURLONG_AGREEMENT` naming a folder, and makes
/// the table of the files that they leave there. Without the variable nothing is written.
public struct AgreementTrait: SuiteTrait, TestTrait, TestScoping {
  /// The page under `docs/methods/`, without its ending.
  let page: String
  /// Whose numbers a test has that reads no record.
  let peer: String?

  /// Reaches the tests of a suite.
  public var isRecursive: Bool { true }

  /// Runs a test case while counting what it compares.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    guard testCase != nil, let folder = ProcessInfo.processInfo.environment["FURLONG_AGREEMENT"]
    else { return try await function() }
    let ledger = AgreementLedger()
    try await AgreementLedger.$current.withValue(ledger, operation: function)
    try ledger.write(page: page, peer: peer, test: test, to: URL(fileURLWithPath: folder))
  }
}

extension Trait where Self == AgreementTrait {
  /// Counts the test's comparisons in the table of agreement of a method's page.
  ///
  /// - Parameters:
  ///   - page: the page under `docs/methods/`, without its ending.
  ///   - peer: program and version, where the test's numbers are not in a ``ReferenceRecord``.
  public static func agreement(_ page: String, with peer: String? = nil) -> AgreementTrait {
    AgreementTrait(page: page, peer: peer)
  }
}

/// What one test case compared.
final class AgreementLedger: @unchecked Sendable {
  /// The ledger of the test case that runs now.
  @TaskLocal static var current: AgreementLedger?

  private let lock = NSLock()
  private var records: [String: ReferenceRecord] = [:]
  private var compared = 0
  private var digits = 15.0

  func note(_ record: ReferenceRecord) {
    lock.withLock { records[record.id] = record }
  }

  /// Notes how far apart two numbers are, relative to the one expected.
  func note(distance: Double) {
    lock.withLock {
      compared += 1
      digits = min(digits, distance > 0 ? -log10(distance) : 15)
    }
  }

  private struct Line: Encodable {
    var page: String
    var test: String
    var records: [String]
    var peer: String
    var compared: Int
    var digits: Int
  }

  func write(page: String, peer: String?, test: Test, to folder: URL) throws {
    let names = records.keys.sorted()
    let known = Set(records.values.map { "\($0.package) \($0.version)" }).sorted()
    let peers = known.isEmpty ? [peer].compactMap(\.self) : known
    if compared == 0 || peers.isEmpty { return }
    let line = Line(
      page: page, test: test.displayName ?? test.name, records: names,
      peer: peers.joined(separator: "; "), compared: compared, digits: Int(max(0, digits)))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    // Names have dots and slashes that files may not have.
    let name = "\(page)-\(test.name)-\(names.joined(separator: "+"))".map {
      $0.isLetter || $0.isNumber ? $0 : "-"
    }
    try encoder.encode(line).write(
      to: folder.appendingPathComponent(String(name.prefix(180)) + ".json"))
  }
}
