import Foundation

extension RandomStream {
  /// A number from a normal distribution.
  ///
  /// Marsaglia's polar method; the second number of each pair is dropped, so that a draw depends on
  /// nothing but the stream's place.
  ///
  /// - Parameters:
  ///   - mean: the distribution's mean.
  ///   - sd: its standard deviation, not negative.
  public mutating func normal(mean: Double = 0, sd: Double = 1) -> Double {
    precondition(sd >= 0 && sd.isFinite && mean.isFinite, "normal: sd must not be negative")
    while true {
      let u = 2 * openUniform() - 1
      let v = 2 * openUniform() - 1
      let s = u * u + v * v
      if s < 1 && s > 0 { return mean + sd * u * (-2 * log(s) / s).squareRoot() }
    }
  }

  /// A number from a gamma distribution, whose mean is shape × scale.
  ///
  /// Marsaglia & Tsang 2000, doi:10.1145/358407.358414; a shape below 1 is drawn at shape + 1 and
  /// multiplied by a uniform number to the power 1/shape.
  ///
  /// - Parameters:
  ///   - shape: above 0.
  ///   - scale: above 0.
  public mutating func gamma(shape: Double, scale: Double = 1) -> Double {
    precondition(
      shape > 0 && scale > 0 && shape.isFinite && scale.isFinite,
      "gamma: shape and scale must be above 0")
    if shape < 1 {
      let boost = pow(openUniform(), 1 / shape)
      return gamma(shape: shape + 1, scale: scale) * boost
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      if root <= 0 { continue }
      let v = root * root * root
      if log(openUniform()) < x * x / 2 + d - d * v + d * log(v) { return d * v * scale }
    }
  }
}
