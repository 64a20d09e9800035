/// The scores that one person can have: from the lowest to the highest in equal steps.
///
/// A scale whose items are added up moves by whole points. Where a score is the mean of its items, it moves by a
/// step over the number of items: say so with `itemsAveraged`.
public struct ScoreGrid: Hashable, Sendable {
  /// The lowest score.
  public let low: PrintedNumber
  /// The highest score.
  public let high: PrintedNumber
  /// How many steps lie between them.
  public let steps: Int

  /// One step, and the lowest score, in units of which so many make 1.
  let unitsInOne: Int128
  let stepUnits: Int128
  let lowUnits: Int128
  /// By how many items a step is divided.
  let items: Int128

  /// The scores from the lowest to the highest.
  ///
  /// - Parameters:
  ///   - low: the lowest score of a person.
  ///   - high: the highest.
  ///   - step: between two answers to one item; 1 where nil.
  ///   - itemsAveraged: of how many items a score is the mean; 1 where items are added up.
  /// - Throws: `outsideRange` unless the range is a whole number of steps, 1 to 100,000 of them.
  public init(
    low: PrintedNumber, high: PrintedNumber, step: PrintedNumber? = nil, itemsAveraged: Int = 1
  ) throws(StatisticsError) {
    if !(1...1_000).contains(itemsAveraged) {
      throw .outsideRange(
        what: "number of items", value: Double(itemsAveraged), expected: "from 1 to 1,000")
    }
    let one = try PrintedNumber(units: 1, decimals: 0)
    let step = step ?? one
    if step.units <= 0 {
      throw .outsideRange(what: "step of the scale", value: step.value, expected: "above 0")
    }
    let unitsInOne = max(low.unitsInOne, high.unitsInOne, step.unitsInOne)
    lowUnits = Int128(low.units) * (unitsInOne / low.unitsInOne)
    stepUnits = Int128(step.units) * (unitsInOne / step.unitsInOne)
    let range = Int128(high.units) * (unitsInOne / high.unitsInOne) - lowUnits
    let (count, rest) = (range * Int128(itemsAveraged)).quotientAndRemainder(dividingBy: stepUnits)
    if rest != 0 || !(1...100_000).contains(count) {
      throw .outsideRange(
        what: "range of the scale", value: high.value - low.value,
        expected: "a whole number of steps of \(step.value), from 1 to 100,000")
    }
    self.low = low
    self.high = high
    steps = Int(count)
    self.unitsInOne = unitsInOne
    items = Int128(itemsAveraged)
  }

  /// One step in points.
  var step: Double { Double(stepUnits) / (Double(unitsInOne) * Double(items)) }

  /// The score so many steps above the lowest, or the mean of scores that are so many above it on average.
  func score(_ stepsAbove: Double) -> Double { low.value + stepsAbove * step }
}
