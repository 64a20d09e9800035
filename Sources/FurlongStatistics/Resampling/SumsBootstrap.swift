import FurlongNumerics

/// Draws persons or texts for many statistics at once that need no more than sums over those drawn.
///
/// A draw takes one pass over the rows and each statistic a few steps; leaving one row out takes a subtraction. Exact
/// where values are whole numbers. The answer depends on the order of the rows: sort them by value first.
struct SumsBootstrap: Sendable {
  let bootstrap: Bootstrap

  /// Writes statistics of the sums of the columns; NaN where one is undefined.
  typealias Statistics =
    @Sendable (
      _ sums: UnsafeBufferPointer<Double>, _ values: UnsafeMutableBufferPointer<Double>
    ) -> Void

  /// The intervals of each statistic; nil where it is undefined for the whole sample.
  ///
  /// Draw b takes its counts from stream b by `ResampleCounts`; all statistics share the draws. Time
  /// O(rows × width × draws), memory the rows and the replicates.
  ///
  /// - Parameters:
  ///   - rows: finite numbers of each person or text, all of one width, sorted by value; at least 2 rows.
  ///   - count: how many statistics there are.
  ///   - statistics: computed on several threads at once.
  func estimates(
    of rows: [[Double]], count: Int, _ statistics: Statistics
  ) throws(StatisticsError) -> [BootstrapEstimate?] {
    try bootstrap.requirePersonsAndDraws(rows.count)
    let table = SumRows(rows)
    let whole = table.values(count, statistics)
    let drawn = draws(of: table, count, statistics)
    let left = DrawShares(threads: bootstrap.threads).values(of: rows.count, width: count) {
      run, values in
      var sums = table.totals
      for (place, row) in run.enumerated() {
        table.write(without: row, into: &sums)
        sums.withUnsafeBufferPointer { sums in
          statistics(
            sums,
            UnsafeMutableBufferPointer(rebasing: values[(place * count)..<((place + 1) * count)]))
        }
      }
    }
    var answers: [BootstrapEstimate?] = []
    for statistic in 0..<count {
      func column(_ values: [Double]) -> [Double] {
        stride(from: statistic, to: values.count, by: count).map { values[$0] }
      }
      answers.append(
        whole[statistic].isFinite
          ? try bootstrap.estimate(
            whole[statistic], drawn: column(drawn), Acceleration(leavingOut: column(left)))
          : nil)
    }
    return answers
  }

  private func draws(of table: SumRows, _ count: Int, _ statistics: Statistics) -> [Double] {
    let law = ResampleCounts(persons: table.count)
    let seed = bootstrap.seed
    return DrawShares(threads: bootstrap.threads).values(of: bootstrap.draws, width: count) {
      run, values in
      let times = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: table.count)
      let sums = UnsafeMutableBufferPointer<Double>.allocate(capacity: table.width)
      defer {
        times.deallocate()
        sums.deallocate()
      }
      for (place, draw) in run.enumerated() {
        var stream = RandomStream(seed: seed, stream: UInt64(draw))
        law.draw(times, from: &stream)
        table.write(drawn: times, into: sums)
        statistics(
          UnsafeBufferPointer(sums),
          UnsafeMutableBufferPointer(rebasing: values[(place * count)..<((place + 1) * count)]))
      }
    }
  }
}

/// Rows of numbers that are added up, one behind the other.
private struct SumRows: Sendable {
  let count: Int
  let width: Int
  /// The sum of each column.
  let totals: [Double]
  private let cells: [Double]

  init(_ rows: [[Double]]) {
    count = rows.count
    width = rows.first?.count ?? 0
    var totals = [Double](repeating: 0, count: width)
    var cells: [Double] = []
    cells.reserveCapacity(count * width)
    for row in rows {
      cells.append(contentsOf: row)
      for (place, value) in row.enumerated() { totals[place] += value }
    }
    self.totals = totals
    self.cells = cells
  }

  /// The statistics of all rows.
  func values(_ count: Int, _ statistics: SumsBootstrap.Statistics) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, written in
      buffer.initialize(repeating: .nan)
      totals.withUnsafeBufferPointer { statistics($0, buffer) }
      written = count
    }
  }

  /// The sums of all rows but one.
  func write(without row: Int, into sums: inout [Double]) {
    for column in 0..<width { sums[column] = totals[column] - cells[row * width + column] }
  }

  /// The sums of the rows, each so many times.
  func write(
    drawn times: UnsafeMutableBufferPointer<UInt8>, into sums: UnsafeMutableBufferPointer<Double>
  ) {
    sums.initialize(repeating: 0)
    cells.withUnsafeBufferPointer { cells in
      guard let cell = cells.baseAddress, let sum = sums.baseAddress,
        let time = times.baseAddress
      else { return }
      var row = 0
      while row < count {
        if time[row] > 0 {
          let factor = Double(time[row])
          let first = cell + row &* width
          var column = 0
          while column < width {
            sum[column] += factor * first[column]
            column &+= 1
          }
        }
        row &+= 1
      }
    }
  }
}
