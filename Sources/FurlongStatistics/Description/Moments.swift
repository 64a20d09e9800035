/// The mean and the sum of squares about it: the one place where both are computed.
struct Moments {
  let count: Int
  let mean: Double
  let squares: Double
  /// What rounding took from the mean: with large numbers that lie close together it is not nothing.
  private let rest: Double

  /// The sample variance; meaningful for two values or more.
  var variance: Double { squares / Double(count - 1) }
  var sd: Double { variance.squareRoot() }
  /// Size, mean and spread as a paper prints them.
  var summary: GroupSummary { GroupSummary(count: count, mean: mean, sd: sd) }

  init(of values: [Double], _ what: String) throws(StatisticsError) {
    if values.isEmpty { throw .tooFew(of: what, count: 0, needed: 1) }
    try requireFinite(values, what)
    let n = Double(values.count)
    var sum = 0.0
    for value in values { sum += value }
    var mean = sum / n
    // The second pass takes out what rounding left in the mean and in the squares about it
    // (Chan, Golub & LeVeque 1983, doi:10.1080/00031305.1983.10483115).
    var drift = 0.0
    for value in values { drift += value - mean }
    mean += drift / n
    var deviations = CompensatedSum()
    var rest = 0.0
    for value in values {
      let deviation = value - mean
      deviations.add(deviation * deviation)
      rest += deviation
    }
    let squares = max(0, deviations.total - rest * rest / n)
    guard mean.isFinite && deviations.total.isFinite else {
      throw .overflow(in: "spread of the \(what)")
    }
    count = values.count
    self.mean = mean
    self.squares = squares
    self.rest = rest / n
  }

  /// How far a value lies from the mean, as if the mean were not rounded.
  func deviation(of value: Double) -> Double { (value - mean) - rest }

  /// Whether the values differ by no more than rounding does, so that their spread means nothing.
  ///
  /// - Parameter magnitude: the size of the numbers that the values were computed from.
  func isConstant(at magnitude: Double) -> Bool {
    sd / Double(count).squareRoot() <= 10 * Double.ulpOfOne * max(magnitude, abs(mean))
  }
}
