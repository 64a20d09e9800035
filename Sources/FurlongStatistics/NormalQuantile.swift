import FurlongNumerics

/// How many standard errors lie between an estimate and its two-sided normal limits.
func normalQuantile(confidence: Double) throws(StatisticsError) -> Double {
  try requireLevel(confidence)
  return try numerically { () throws(NumericsError) in
    try -NormalDistribution().quantile((1 - confidence) / 2)
  }
}
