import FurlongNumerics

/// The power of any t test: what its degrees of freedom and its noncentrality say, whatever the design.
struct TPower {
  var significance: Double
  var sides: TestSides

  func require() throws(StatisticsError) { try requireSignificance(significance) }

  /// The probability that |t| passes its critical value; one side: that t does, on the side of δ.
  func power(noncentrality: Double, df: Double) throws(StatisticsError) -> Double {
    try numerically { () throws(NumericsError) in
      try power(abs(noncentrality), df, critical: critical(df))
    }
  }

  /// The noncentrality δ > 0 that is seen with a power.
  func noncentrality(power: Double, df: Double) throws(StatisticsError) -> Double {
    try requirePower(power, significance: significance)
    return try numerically { () throws(NumericsError) in
      let critical = try critical(df)
      func lack(_ delta: Double) throws(NumericsError) -> Double {
        try self.power(delta, df, critical: critical) - power
      }
      var high = 4.0
      for _ in 0..<60 where try lack(high) < 0 { high *= 2 }
      return try BracketedRoot().between(0, and: high, of: lack)
    }
  }

  private func critical(_ df: Double) throws(NumericsError) -> Double {
    try -StudentT(df: df).quantile(sides == .both ? significance / 2 : significance)
  }

  private func power(
    _ delta: Double, _ df: Double, critical: Double
  ) throws(NumericsError) -> Double {
    // So far out nothing is left to add to 1, and series of the noncentral t have no end: below the critical value t
    // would need Z < −10, or a χ² beyond this bound.
    if delta > 10 {
      let bound = (delta - 10) / critical
      if try ChiSquared(df: df).upperTail(df * bound * bound) < 1e-17 { return 1 }
    }
    let t = try NoncentralT(df: df, noncentrality: delta)
    let near = try t.upperTail(critical)
    return sides == .one ? near : try min(1, near + t.lowerTail(-critical))
  }
}
