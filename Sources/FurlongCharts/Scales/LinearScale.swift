import Foundation

/// A straight mapping from values to places on the drawing.
public struct LinearScale: Hashable, Sendable {
  /// The smallest value of the axis.
  public let lower: Double
  /// The largest value of the axis.
  public let upper: Double
  /// Where the smallest value stands.
  public let start: Double
  /// Where the largest value stands; may be less than `start` (a vertical axis grows upwards).
  public let end: Double

  /// Makes a scale; a domain without width is widened by one on either side.
  public init(lower: Double, upper: Double, start: Double, end: Double) {
    let isWide = lower.isFinite && upper.isFinite && lower < upper
    let middle = lower.isFinite ? lower : 0
    self.lower = isWide ? lower : middle - 1
    self.upper = isWide ? upper : middle + 1
    self.start = start
    self.end = end
  }

  /// Makes a scale over values, its ends moved outwards to whole steps.
  ///
  /// - Parameter steps: about how many steps the axis should have.
  public init(covering values: [Double], steps: Int, start: Double, end: Double) {
    let finite = values.filter(\.isFinite)
    let low = finite.min() ?? 0
    let high = finite.max() ?? 1
    let span = low < high ? high - low : 1
    let step = NiceStep(span: span, steps: steps)
    let first = step.multiple(Int((low / step.size + 1e-9).rounded(.down)))
    let last = step.multiple(Int((high / step.size - 1e-9).rounded(.up)))
    self.init(lower: first, upper: last, start: start, end: end)
  }

  /// The place of a value; values outside the axis stand at its nearer end.
  public func position(of value: Double) -> Double {
    let held = min(max(value, lower), upper)
    return start + (held - lower) / (upper - lower) * (end - start)
  }

  /// Round values inside the axis, about as many as asked for.
  public func ticks(about steps: Int) -> [Double] {
    let step = NiceStep(span: upper - lower, steps: steps)
    let first = Int((lower / step.size - 1e-9).rounded(.up))
    let last = Int((upper / step.size + 1e-9).rounded(.down))
    return first <= last ? (first...last).map(step.multiple) : []
  }

  /// The ends of the axis and values between them, all as far apart: `7, 14, 21, 28, 35`.
  ///
  /// Of the steps that divide the axis with at most one decimal the roundest is taken; where none does, as `ticksWithEnds`.
  ///
  /// - Parameter most: the greatest number of steps.
  public func equalTicks(atMost most: Int) -> [Double] {
    let span = upper - lower
    let choices = (2...max(most, 2)).compactMap { steps -> (rank: Int, steps: Int)? in
      let step = span / Double(steps)
      func isWhole(_ value: Double) -> Bool { abs(value - value.rounded()) < 1e-9 }
      guard isWhole(step * 10), isWhole(lower * 10) else { return nil }
      return (NiceStep(span: span, steps: steps).size == step ? 0 : isWhole(step) ? 1 : 2, steps)
    }
    // About five steps; of two as near the more.
    let best = choices.min {
      ($0.rank, abs($0.steps - 5), -$0.steps) < ($1.rank, abs($1.steps - 5), -$1.steps)
    }
    guard let steps = best?.steps else { return ticksWithEnds(about: 5) }
    return (0...steps).map { ((lower + span * Double($0) / Double(steps)) * 10).rounded() / 10 }
  }

  /// The ends of the axis and round values between them, none so near an end that they would touch.
  public func ticksWithEnds(about steps: Int) -> [Double] {
    let inner = ticks(about: steps)
    let step = inner.count > 1 ? inner[1] - inner[0] : upper - lower
    let between = inner.filter { $0 - lower > step * 0.6 && upper - $0 > step * 0.6 }
    return [lower] + between + [upper]
  }
}

/// A step of 1, 2 or 5 times a power of ten.
struct NiceStep {
  let mantissa: Int
  let exponent: Int

  init(span: Double, steps: Int) {
    let rough = max(span, 1e-12) / Double(max(steps, 1))
    let power = Int(log10(rough).rounded(.down))
    let part = rough / pow(10, Double(power))
    switch part {
    case ..<1.5: (mantissa, exponent) = (1, power)
    case ..<3.5: (mantissa, exponent) = (2, power)
    case ..<7.5: (mantissa, exponent) = (5, power)
    default: (mantissa, exponent) = (1, power + 1)
    }
  }

  var size: Double { multiple(1) }

  /// A multiple of the step, exact in decimals: three steps of 0.1 are 0.3.
  func multiple(_ count: Int) -> Double {
    let whole = Double(count * mantissa)
    return exponent < 0 ? whole / pow(10, Double(-exponent)) : whole * pow(10, Double(exponent))
  }
}
