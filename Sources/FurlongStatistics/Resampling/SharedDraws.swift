import FurlongNumerics

/// Draws persons once for many samples: those of one size share their draws.
///
/// What is drawn are places in a sample that stands in the order of its values, so that the totals of a sample
/// depend on nothing but itself, the seed and the number of draws: on no other sample, and not on threads.
struct SharedDraws {
  let bootstrap: Bootstrap

  /// The totals of the columns of each sample, over each draw of as many persons as it holds.
  ///
  /// Time O(draws × (persons of each size + runs of the columns)); columns that are equal are added up once.
  ///
  /// - Parameter samples: the columns of each, all of one length, at least 1.
  func totals(of samples: [[ValueRuns]]) -> [DrawnTotals] {
    var found = samples.map { _ in DrawnTotals.none }
    let sizes = Dictionary(grouping: samples.indices) { samples[$0].first?.count ?? 0 }
    for (size, members) in sizes where size > 0 {
      var columns: [ValueRuns] = []
      var place: [ValueRuns: Int] = [:]
      for column in members.flatMap({ samples[$0] }) where place[column] == nil {
        place[column] = columns.count
        columns.append(column)
      }
      let values = totals(of: columns, size: size)
      for member in members {
        found[member] = DrawnTotals(
          values: values, stride: columns.count,
          columns: samples[member].compactMap { place[$0] })
      }
    }
    return found
  }

  private func totals(of columns: [ValueRuns], size: Int) -> [Double] {
    let seed = bootstrap.seed
    let law = ResampleCounts(persons: size)
    return DrawShares(threads: bootstrap.threads)
      .values(of: bootstrap.draws, width: columns.count) { run, values in
        guard var place = values.baseAddress else { return }
        let drawn = DrawnSoFar(persons: size)
        for draw in run {
          var stream = RandomStream(seed: seed, stream: UInt64(draw))
          law.draw(drawn.counts, from: &stream)
          drawn.addUp()
          for column in columns {
            place.pointee = column.total(drawn)
            place += 1
          }
        }
      }
  }
}

/// The totals of a sample's columns over each draw.
struct DrawnTotals: Sendable {
  /// Draw after draw, the totals of all columns that were drawn together.
  fileprivate let values: [Double]
  fileprivate let stride: Int
  /// Where the sample's own columns stand among them.
  fileprivate let columns: [Int]

  fileprivate static let none = DrawnTotals(values: [], stride: 0, columns: [])

  /// The total of one column of the sample over one draw.
  func total(of column: Int, in draw: Int) -> Double { values[draw * stride + columns[column]] }
}
