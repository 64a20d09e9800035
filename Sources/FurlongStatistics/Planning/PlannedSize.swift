/// How many a plan needs, and what so many give.
public struct PlannedSize: Codable, Equatable, Sendable {
  /// The smallest number that gives what was asked for.
  public let count: Int
  /// The power that so many have: at least the power asked for.
  public let power: Double
}

/// On which sides of "no difference" a test looks.
public enum TestSides: String, Codable, CaseIterable, Sendable {
  /// On both: a change either way is seen. The choice where nothing speaks for the other.
  case both
  /// On the side of the true difference alone, and blind to the other.
  case one
}

/// Finds the smallest whole number that is enough.
struct SizeSearch {
  /// More than anyone can plan for.
  static let most = 1 << 30

  /// The least number that is looked at.
  var least: Int

  /// The smallest number that is enough, where every larger one is enough too; nil past ``most``.
  ///
  /// O(log n) questions.
  func smallest(
    _ isEnough: (Int) throws(StatisticsError) -> Bool
  ) throws(StatisticsError) -> Int? {
    if try isEnough(least) { return least }
    var low = least
    var high = max(2 * least, 2)
    while try !isEnough(high) {
      if high >= Self.most { return nil }
      low = high
      high *= 2
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if try isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// The smallest number that is enough, or an error that names the setting that asks too much.
  func smallest(
    for what: String, _ value: Double, _ isEnough: (Int) throws(StatisticsError) -> Bool
  ) throws(StatisticsError) -> Int {
    if let count = try smallest(isEnough) { return count }
    throw .outsideRange(
      what: what, value: value, expected: "such that fewer than \(Self.most) are enough")
  }
}

/// Throws unless a power lies strictly between the level of the test and 1.
func requirePower(_ power: Double, significance: Double) throws(StatisticsError) {
  if !(power > significance && power < 1) {
    throw .outsideRange(
      what: "power", value: power,
      expected: "strictly between the level of the test (\(significance)) and 1, such as 0.8")
  }
}

/// Throws unless the level of a test lies strictly between 0 and 1.
func requireSignificance(_ level: Double) throws(StatisticsError) {
  if !(level > 0 && level < 1) {
    throw .outsideRange(
      what: "level of the test", value: level, expected: "strictly between 0 and 1, such as 0.05")
  }
}

/// Throws unless a setting is a finite number above 0.
func requirePositive(_ value: Double, _ what: String) throws(StatisticsError) {
  if !(value > 0 && value.isFinite) {
    throw .outsideRange(what: what, value: value, expected: "above 0")
  }
}

/// Throws unless a difference is finite and not 0: nothing can be planned to see what is not there.
func requireDifference(_ value: Double, _ what: String) throws(StatisticsError) {
  if value == 0 || !value.isFinite {
    throw .outsideRange(what: what, value: value, expected: "a finite number other than 0")
  }
}
