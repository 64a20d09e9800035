import FurlongNumerics

/// Some numbers a person, to be drawn with replacement and averaged.
///
/// Only the means of a draw are kept: memory is that of the rows, whatever the number of draws.
struct PersonRows: Sendable {
  let count: Int
  let width: Int
  private let rows: [Double]

  /// Makes rows of columns of one length.
  init(columns: [[Double]]) {
    width = columns.count
    count = columns.first?.count ?? 0
    let width = width
    var rows = [Double](repeating: 0, count: count * width)
    for (place, column) in columns.enumerated() {
      for (person, value) in column.enumerated() { rows[person * width + place] = value }
    }
    self.rows = rows
  }

  /// The mean of each column over all persons.
  var means: [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: width)
    for (place, value) in rows.enumerated() { sums[place % width].add(value) }
    return sums.map { $0.total / Double(count) }
  }

  /// The mean of each column without one person, from the means of all.
  func means(without person: Int, _ whole: [Double]) -> [Double] {
    let others = Double(count - 1)
    return (0..<width).map { whole[$0] + (whole[$0] - rows[person * width + $0]) / others }
  }

  /// Draws as many persons as there are and writes the mean of each column.
  ///
  /// - Parameter persons: room for as many numbers as there are persons.
  func drawMeans(
    from stream: inout RandomStream, by persons: UnsafeMutableBufferPointer<UInt32>,
    into means: UnsafeMutablePointer<Double>
  ) {
    stream.fillBatches(persons, below: count)
    rows.withUnsafeBufferPointer { rows in
      guard let base = rows.baseAddress, let first = persons.baseAddress else { return }
      switch width {
      case 1: Self.sum1(base, first, count, means)
      case 2: Self.sum2(base, first, count, means)
      default: Self.sum(base, first, count, width, means)
      }
    }
    let n = Double(count)
    var place = 0
    while place < width {
      means[place] /= n
      place += 1
    }
  }

  /// Four sums side by side, as each addition waits for the one before.
  private static func sum1(
    _ rows: UnsafePointer<Double>, _ persons: UnsafePointer<UInt32>, _ count: Int,
    _ sums: UnsafeMutablePointer<Double>
  ) {
    var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
    var place = 0
    let fours = count & ~3
    while place < fours {
      a += rows[Int(persons[place])]
      b += rows[Int(persons[place &+ 1])]
      c += rows[Int(persons[place &+ 2])]
      d += rows[Int(persons[place &+ 3])]
      place &+= 4
    }
    while place < count {
      a += rows[Int(persons[place])]
      place &+= 1
    }
    sums[0] = (a + b) + (c + d)
  }

  private static func sum2(
    _ rows: UnsafePointer<Double>, _ persons: UnsafePointer<UInt32>, _ count: Int,
    _ sums: UnsafeMutablePointer<Double>
  ) {
    var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
    var place = 0
    let twos = count & ~1
    while place < twos {
      let one = rows + 2 &* Int(persons[place])
      let two = rows + 2 &* Int(persons[place &+ 1])
      a += one[0]
      b += one[1]
      c += two[0]
      d += two[1]
      place &+= 2
    }
    if place < count {
      let one = rows + 2 &* Int(persons[place])
      a += one[0]
      b += one[1]
    }
    sums[0] = a + c
    sums[1] = b + d
  }

  private static func sum(
    _ rows: UnsafePointer<Double>, _ persons: UnsafePointer<UInt32>, _ count: Int, _ width: Int,
    _ sums: UnsafeMutablePointer<Double>
  ) {
    var column = 0
    while column < width {
      sums[column] = 0
      column &+= 1
    }
    var place = 0
    while place < count {
      let row = rows + width &* Int(persons[place])
      column = 0
      while column < width {
        sums[column] += row[column]
        column &+= 1
      }
      place &+= 1
    }
  }
}
