import Foundation

/// How far two values lie apart for Krippendorff's α, squared.
public enum ValueDifference: Sendable {
  /// 0 for the same value, 1 for any other: categories without an order.
  case nominal
  /// By how many values were observed between the two: (Σ n_g from c to k − (n_c + n_k)/2)².
  case ordinal
  /// (c − k)²: measured values.
  case interval
  /// ((c − k) / (c + k))²: measured values with a zero; none may be negative.
  case ratio
  /// sin²(π (c − k) / circumference): values that come round, such as the hours of 24.
  case circular(circumference: Double)
  /// (c − k)² / ((c + k − 2 low)(2 high − c − k)): values between two poles.
  case bipolar(low: Double, high: Double)
  /// An own difference, squared: 0 for equal values, the same both ways, finite, never negative.
  case own(@Sendable (Double, Double) -> Double)

  /// The squared differences of the values in ascending order, used so many times each.
  func matrix(
    of values: [Double], used: [Double]
  ) throws(StatisticsError) -> [[Double]] {
    try check(values)
    var before: [Double] = []
    var sum = 0.0
    for count in used {
      before.append(sum + count / 2)
      sum += count
    }
    let matrix = values.indices.map { i in
      values.indices.map { j in
        if case .ordinal = self {
          // The counts between two middles are those of the values between and half of both ends.
          let distance = before[i] - before[j]
          return distance * distance
        }
        return square(values[i], values[j])
      }
    }
    let wrong = matrix.reduce(0) { $0 + $1.count { !($0 >= 0 && $0.isFinite) } }
    if wrong > 0 { throw .notFinite(in: "differences of values", count: wrong) }
    return matrix
  }

  private func square(_ c: Double, _ k: Double) -> Double {
    if c == k { return 0 }
    switch self {
    case .nominal, .ordinal: return 1
    case .interval: return (c - k) * (c - k)
    case .ratio: return (c - k) / (c + k) * ((c - k) / (c + k))
    case .circular(let circumference):
      let sine = sin(.pi * (c - k) / circumference)
      return sine * sine
    case .bipolar(let low, let high):
      return (c - k) * (c - k) / ((c + k - 2 * low) * (2 * high - c - k))
    case .own(let difference): return difference(c, k)
    }
  }

  private func check(_ values: [Double]) throws(StatisticsError) {
    guard let least = values.first, let most = values.last else { return }
    switch self {
    case .ratio where least < 0:
      throw .outsideRange(
        what: "number of negative values", value: Double(values.count { $0 < 0 }),
        expected: "0 for differences as ratios")
    case .circular(let circumference) where !(circumference > 0 && circumference.isFinite):
      throw .outsideRange(what: "circumference", value: circumference, expected: "above 0")
    case .bipolar(let low, let high) where !(low <= least && most <= high && low < high):
      throw .outsideRange(
        what: "width between the poles", value: high - low, expected: "to hold all values")
    default: return
    }
  }
}
