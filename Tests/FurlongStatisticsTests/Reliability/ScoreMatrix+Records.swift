import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport

extension ScoreMatrix {
  /// The scores of a record: inline rows `x`, items of bfi, or columns of Beat the Blues.
  init(_ record: ReferenceRecord) throws {
    if case .list(let rows) = record.data["x"] {
      try self.init(rows: rows.map(\.numbers))
    } else if case .list = record.data["items"] {
      let reversed = record.data["reversed"].words
      let data = try PublishedData("bfi", "bfi.csv")
      let columns = record.data["items"].words.map { item in
        data.numbers(item).map { $0.map { reversed.contains(item) ? 7 - $0 : $0 } }
      }
      try self.init(complete: columns)
    } else {
      let data = try PublishedData("beat-the-blues", "BtheB.csv")
      try self.init(complete: record.data["columns"].words.map(data.numbers))
    }
  }

  /// The persons who have a value on every measure.
  private init(complete columns: [[Double?]]) throws {
    let persons = (columns.first ?? []).indices.filter { person in
      columns.allSatisfy { $0[person] != nil }
    }
    try self.init(columns: columns.map { column in persons.compactMap { column[$0] } })
  }

  /// Scores of one factor: loading times factor, and an error.
  static func drawn(
    _ persons: Int, loadings: [Double], seed: UInt64, stream: UInt64 = 0
  ) throws -> ScoreMatrix {
    var stream = RandomStream(seed: seed, stream: stream)
    return try ScoreMatrix(
      rows: (0..<persons).map { _ in
        let factor = stream.normal()
        return loadings.map { 3 + $0 * factor + stream.normal() }
      })
  }

  /// The same scores with something done to each measure.
  func changed(_ change: (Int, Double) -> Double) throws -> ScoreMatrix {
    try ScoreMatrix(
      columns: columns.enumerated().map { index, column in column.map { change(index, $0) } })
  }

  /// The same persons, twice.
  func doubled() throws -> ScoreMatrix { try ScoreMatrix(columns: columns.map { $0 + $0 }) }
}

extension ReferenceValue {
  /// The texts of a list.
  var words: [String] {
    guard case .list(let list) = self else { return [] }
    return list.compactMap {
      if case .text(let text) = $0 { text } else { nil }
    }
  }
}
