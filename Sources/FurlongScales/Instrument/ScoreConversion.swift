/// A table from the sum of all items to the score, such as the Rasch metric of SWEMWBS.
public struct ScoreConversion: Codable, Sendable, Equatable {
  /// The least sum.
  public let firstSum: Int
  /// The score of each sum, from the least on; strictly rising.
  public let values: [Double]

  /// A table that begins at a sum.
  public init(firstSum: Int, values: [Double]) {
    self.firstSum = firstSum
    self.values = values
  }

  /// The score of a sum; nil outside the table.
  public func score(ofSum sum: Int) -> Double? {
    let place = sum - firstSum
    return values.indices.contains(place) ? values[place] : nil
  }

  /// The table's score that a printed number means; nil where it means none.
  ///
  /// The table has two decimals: a number within 0.005 of one of its scores is that score.
  public func score(printedAs number: Double) -> Double? {
    values.first { abs($0 - number) < 0.005 }
  }
}
