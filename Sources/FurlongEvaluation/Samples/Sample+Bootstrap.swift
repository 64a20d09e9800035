import FurlongStatistics

extension Sample {
  /// A bootstrap's estimate with its best interval: BCa, or percentiles where there is none, and then why.
  func drawn(_ estimate: BootstrapEstimate) -> Estimate {
    var answer = Estimate(estimate.estimate, used: used, eligible: eligible)
    if let bca = estimate.bca {
      answer.interval = Interval(bca)
      return answer
    }
    // Where every draw gave the same value, percentiles would claim a certainty that nobody has.
    if let percentile = estimate.percentile, estimate.diagnostic != .noVariation {
      answer.interval = Interval(percentile)
      answer.method = .personPercentile(draws: estimate.draws)
      answer.caveats = why(estimate).map { [.percentilesOnly($0)] } ?? []
    } else {
      answer.caveats = why(estimate).map { [.noInterval($0)] } ?? []
    }
    return answer
  }

  /// The percentile interval of a bootstrap, beside the headline.
  func drawnPercentile(_ estimate: BootstrapEstimate) -> Estimate {
    var answer = Estimate(estimate.estimate, used: used, eligible: eligible)
    if let percentile = estimate.percentile, estimate.diagnostic != .noVariation {
      answer.interval = Interval(percentile)
    } else {
      answer.caveats = why(estimate).map { [.noInterval($0)] } ?? []
    }
    return answer
  }

  private func why(_ estimate: BootstrapEstimate) -> Caveat.Draws? {
    switch estimate.diagnostic {
    case nil: nil
    case .noVariation: .noVariation
    case .undefinedDraws(let count): .undefined(count, of: estimate.draws)
    case .noAcceleration: .noAcceleration
    case .beyondDraws: .beyondDraws
    }
  }
}
