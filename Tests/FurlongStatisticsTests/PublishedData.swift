import Foundation
import FurlongTestSupport

/// The columns of a dataset's export, read for the tests: `datasets/<dataset>/exports/<file>`.
struct PublishedData {
  private let columns: [String: [String]]

  init(_ dataset: String, _ file: String) throws {
    let url = projectFolder().appendingPathComponent("datasets/\(dataset)/exports/\(file)")
    let text = try String(contentsOf: url, encoding: .utf8)
    let rows = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"\r"))
      }
    }
    var columns: [String: [String]] = [:]
    for (index, name) in (rows.first ?? []).enumerated() {
      columns[name] = rows.dropFirst().map { $0[index] }
    }
    self.columns = columns
  }

  /// A column's words.
  func text(_ name: String) -> [String] { columns[name] ?? [] }

  /// A column's numbers, nil where it says NA.
  func numbers(_ name: String) -> [Double?] { text(name).map { Double($0) } }

  /// Two columns where both have a number.
  func pairs(_ first: String, _ second: String) -> (before: [Double], after: [Double]) {
    let complete = zip(numbers(first), numbers(second)).compactMap { before, after in
      before.flatMap { b in after.map { (b, $0) } }
    }
    return (complete.map(\.0), complete.map(\.1))
  }

  /// BDI-II before and at an occasion, from the Beat the Blues trial.
  static func depression(_ occasion: String) throws -> (before: [Double], after: [Double]) {
    try PublishedData("beat-the-blues", "BtheB.csv").pairs("bdi.pre", occasion)
  }

  /// Seizures of each person in eight weeks before and eight weeks after, with years watched.
  static func seizures() throws -> (before: [Double], after: [Double], years: [Double]) {
    let data = try PublishedData("epilepsy-counts", "epil.csv")
    var before: [String: Double] = [:]
    var after: [String: Double] = [:]
    let counts = zip(data.numbers("base"), data.numbers("y"))
    for (person, (base, count)) in zip(data.text("subject"), counts) {
      before[person] = base
      after[person, default: 0] += count ?? .nan
    }
    let persons = before.keys.sorted()
    return (
      persons.compactMap { before[$0] }, persons.compactMap { after[$0] },
      persons.map { _ in 56 / 365.25 }
    )
  }
}
