import FurlongStatistics

extension Sample {
  /// A bootstrap's estimate with its best interval: BCa, or percentiles where there is none, and then why.
  func drawn(_ estimate: BootstrapEstimate, unit: EstimateUnit) -> Estimate {
    var answer = Estimate(
      estimate.estimate, unit: unit, used: used, eligible: eligible,
      method: MethodWords.personBCa(draws: estimate.draws))
    if let bca = estimate.bca {
      answer.interval = Interval(bca)
      return answer
    }
    let why = estimate.diagnostic.map { Self.words($0, draws: estimate.draws) } ?? ""
    // Where every draw gave the same value, percentiles would claim a certainty that nobody has.
    if let percentile = estimate.percentile, estimate.diagnostic != .noVariation {
      answer.interval = Interval(percentile)
      answer.method = MethodWords.personPercentile(draws: estimate.draws)
      answer.note = "no bca interval: \(why)"
    } else {
      answer.note = "no interval: \(why)"
    }
    return answer
  }

  /// The percentile interval of a bootstrap, beside the headline.
  func drawnPercentile(_ estimate: BootstrapEstimate, unit: EstimateUnit) -> Estimate {
    var answer = Estimate(
      estimate.estimate, unit: unit, used: used, eligible: eligible,
      method: MethodWords.personPercentile(draws: estimate.draws))
    if let percentile = estimate.percentile, estimate.diagnostic != .noVariation {
      answer.interval = Interval(percentile)
    } else {
      let why = estimate.diagnostic.map { Self.words($0, draws: estimate.draws) } ?? ""
      answer.note = "no interval: \(why)"
    }
    return answer
  }

  private static func words(_ diagnostic: BootstrapDiagnostic, draws: Int) -> String {
    switch diagnostic {
    case .noVariation: "every draw gave the same value"
    case .undefinedDraws(let count): "\(count) of \(draws) draws are undefined"
    case .noAcceleration: "it is undefined or the same without any one person"
    case .beyondDraws: "its limits lie beyond the draws"
    }
  }
}
