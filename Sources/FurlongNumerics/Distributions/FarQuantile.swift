import Foundation

/// Proves a quantile on the positive numbers by its own tail, and finds it again where it fails.
///
/// Boost 1.74's inverse of the beta function stops near 1e-54, whatever smaller number was asked for.
struct FarQuantile {
  let name: String
  /// The largest value of the distribution, or infinity.
  let end: Double

  /// The x whose tail is p, given what Boost says it is.
  func checked(
    _ guess: Double, _ p: Double, tail: (Double) throws(NumericsError) -> Double
  ) throws(NumericsError) -> Double {
    if guess > 0 && guess < end && guess.isFinite {
      let reached = try tail(guess)
      if abs(reached - p) <= 1e-9 * p { return guess }
      // Next to 1 the numbers themselves are too far apart to come closer.
      if guess > 0.5 && end == 1 { return guess }
    }
    func excess(_ logarithm: Double) throws(NumericsError) -> Double {
      let probability = try tail(exp(logarithm))
      return (probability > 0 ? log(probability) : -1e4) - log(p)
    }
    let low = -744.0
    let high = end == 1 ? -1e-3 : 709
    if try (excess(low) > 0) == (excess(high) > 0) {
      if guess.isFinite { return guess }
      throw .notComputable(function: name)
    }
    return try exp(BracketedRoot().between(low, and: high, of: excess))
  }
}
