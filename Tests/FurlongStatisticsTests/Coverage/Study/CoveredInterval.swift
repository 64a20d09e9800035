import FurlongStatistics

/// An interval under study: whose value it should hold, and how a sample makes it.
struct CoveredInterval<Sample>: Sendable {
  /// What the table calls it.
  var name: String
  /// The value that it should hold.
  var truth: Double
  /// How often it should hold it.
  var level = 0.95
  /// The interval that a sample makes; nil, or an error, where it makes none.
  var make: @Sendable (Sample) throws -> ConfidenceInterval?
}

extension CoveredInterval {
  /// Limits for a value that differs from sample to sample, such as one person's or one site's.
  ///
  /// The value is taken from the limits, so that 0 is what they should hold.
  static func prediction(
    _ name: String, level: Double = 0.95,
    _ make: @escaping @Sendable (Sample) throws -> (limits: ConfidenceInterval, value: Double)?
  ) -> CoveredInterval {
    CoveredInterval(name: name, truth: 0, level: level) { sample in
      try make(sample).map {
        ConfidenceInterval(
          low: $0.limits.low - $0.value, high: $0.limits.high - $0.value, level: $0.limits.level)
      }
    }
  }

  /// The percentile and the BCa interval of a bootstrap.
  static func bootstraps(
    _ name: String, truth: Double,
    _ estimate: @escaping @Sendable (Sample) -> BootstrapEstimate?
  ) -> [CoveredInterval] {
    [
      CoveredInterval(
        name: "\(name), bootstrap, percentiles", truth: truth, make: { estimate($0)?.percentile }),
      CoveredInterval(
        name: "\(name), bootstrap, BCa", truth: truth, make: { estimate($0)?.bca }),
    ]
  }

  /// What reports print of a bootstrap: BCa, or percentiles where there is none.
  static func reported(
    _ name: String, truth: Double,
    _ estimate: @escaping @Sendable (Sample) -> BootstrapEstimate?
  ) -> CoveredInterval {
    CoveredInterval(
      name: "\(name), bootstrap, BCa or else percentiles", truth: truth,
      make: { sample in estimate(sample).flatMap { $0.bca ?? $0.percentile } })
  }
}
