import Foundation

/// A mapping on which equal ratios have equal lengths.
public struct LogScale: Hashable, Sendable {
  /// The smallest value of the axis, above zero.
  public let lower: Double
  /// The largest value of the axis.
  public let upper: Double
  /// Where the smallest value stands.
  public let start: Double
  /// Where the largest value stands.
  public let end: Double

  /// Makes a scale; ends that are not positive or not in order become 0.5 and 2.
  public init(lower: Double, upper: Double, start: Double, end: Double) {
    let isUsable = lower > 0 && lower < upper && upper.isFinite
    self.lower = isUsable ? lower : 0.5
    self.upper = isUsable ? upper : 2
    self.start = start
    self.end = end
  }

  /// The place of a value; values outside the axis, zero among them, stand at its nearer end.
  public func position(of value: Double) -> Double {
    let held = min(max(value, lower), upper)
    return start + log(held / lower) / log(upper / lower) * (end - start)
  }

  /// Round values inside the axis, never more than asked for.
  ///
  /// The densest that fits of: whole powers of ten; 1 and 3; 1, 2 and 5; 1, 2, 4, 6 and 8; each
  /// digit.
  public func ticks(atMost count: Int) -> [Double] {
    // Tenths: 12 is 1.2. The first ladder serves axes that end a little past 1.
    let ladders: [[Int]] = [
      [10, 12, 15, 20, 30, 40, 50, 60, 70, 80, 90], [10, 12, 15, 20, 40, 60, 80],
      [10, 20, 30, 40, 50, 60, 70, 80, 90], [10, 20, 40, 60, 80], [10, 20, 50], [10, 30], [10],
    ]
    let powers = Int(log10(lower).rounded(.down))...Int(log10(upper).rounded(.up))
    for ladder in ladders {
      let values = powers.flatMap { (power: Int) -> [Double] in
        ladder.map { (digit: Int) -> Double in
          power < 1
            ? Double(digit) / pow(10, Double(1 - power))
            : Double(digit) * pow(10, Double(power - 1))
        }
      }
      let inside = values.filter { $0 >= lower * 0.999_999 && $0 <= upper * 1.000_001 }
      if inside.count <= count, inside.count >= 2 { return inside }
    }
    return LinearScale(lower: lower, upper: upper, start: 0, end: 1).ticks(about: count - 1)
  }
}
