import CBoostMath

/// Finds where a continuous function crosses zero between two points of different sign.
///
/// TOMS 748 (Alefeld, Potra & Shi 1995, doi:10.1145/210089.210111): never leaves the bracket, and
/// needs about ten evaluations for a smooth function.
public struct BracketedRoot: Equatable, Sendable {
  /// How many evaluations are allowed.
  public var evaluations: Int

  /// Chooses how many evaluations are allowed, at least 3.
  public init(evaluations: Int = 200) {
    self.evaluations = max(3, evaluations)
  }

  /// The root of a function between two points, to about 15 significant figures.
  ///
  /// - Parameters:
  ///   - low: where the bracket begins.
  ///   - high: where it ends, above `low`.
  ///   - function: continuous; its values at the ends differ in sign, or one is zero.
  /// - Throws: ``NumericsError/noSignChange(low:high:atLow:atHigh:)``,
  ///   ``NumericsError/tooManyEvaluations(allowed:)``, or what the function throws.
  public func between(
    _ low: Double, and high: Double, of function: (Double) throws(NumericsError) -> Double
  ) throws(NumericsError) -> Double {
    try require(low.isFinite, "bracketed root", "low", low, "finite")
    try require(high.isFinite && low < high, "bracketed root", "high", high, "finite, above low")
    let atLow = try finite(function(low), "the function at the bracket's low end")
    let atHigh = try finite(function(high), "the function at the bracket's high end")
    if atLow == 0 { return low }
    if atHigh == 0 { return high }
    if (atLow < 0) == (atHigh < 0) {
      throw .noSignChange(low: low, high: high, atLow: atLow, atHigh: atHigh)
    }
    var used = UInt64(evaluations)
    var failure: NumericsError?
    var root = Double.nan
    withoutActuallyEscaping(function) { function in
      let callback = Callback(function)
      root = furlong_toms748(
        { x, context in
          guard let context else { return 0 }
          return Unmanaged<Callback>.fromOpaque(context).takeUnretainedValue().value(at: x)
        }, Unmanaged.passUnretained(callback).toOpaque(), low, high, atLow, atHigh, 52, &used)
      failure = callback.failure
    }
    if let failure { throw failure }
    if root.isNaN { throw .tooManyEvaluations(allowed: evaluations) }
    return root
  }
}

/// Carries a Swift function through C, and its error back.
private final class Callback {
  private let function: (Double) throws(NumericsError) -> Double
  private(set) var failure: NumericsError?

  init(_ function: @escaping (Double) throws(NumericsError) -> Double) {
    self.function = function
  }

  /// The function's value; after an error 0, which ends the search.
  func value(at x: Double) -> Double {
    if failure != nil { return 0 }
    do {
      return try finite(function(x), "the function inside its bracket")
    } catch {
      failure = error
      return 0
    }
  }
}
