import FurlongNumerics

/// How a quantile lies between two order statistics of bootstrap replicates.
public enum ReplicateQuantiles: Hashable, Sendable {
  /// The (B + 1)p-th, interpolated on the scale of normal quantiles: `norm.inter` of R's boot.
  case normalScale
  /// One of Hyndman & Fan's definitions; scipy's intervals use type 7.
  case type(QuantileType)

  /// The quantile of sorted replicates for a proportion.
  func value(_ p: Double, of replicates: [Double]) throws(StatisticsError) -> Double {
    switch self {
    case .normalScale: try onNormalScale(p, of: replicates)
    case .type(let type): try SampleQuantiles(type: type).values(of: replicates, at: [p])[0]
    }
  }

  private func onNormalScale(
    _ p: Double, of replicates: [Double]
  ) throws(StatisticsError) -> Double {
    let count = replicates.count
    let rank = Double(count + 1) * p
    // 10,000 × 0.025 may fall an ulp short of 250.
    let k = Int((rank + 1e-9).rounded(.down))
    if k < 1 { return replicates[0] }
    if k >= count { return replicates[count - 1] }
    if abs(rank - Double(k)) <= 1e-9 { return replicates[k - 1] }
    let weight = try numerically { () throws(NumericsError) in
      let normal = NormalDistribution()
      let start = try normal.quantile(Double(k) / Double(count + 1))
      let end = try normal.quantile(Double(k + 1) / Double(count + 1))
      return try (normal.quantile(p) - start) / (end - start)
    }
    return replicates[k - 1] + weight * (replicates[k] - replicates[k - 1])
  }
}

/// Whether replicates that equal the estimate count for the bias of BCa.
public enum ReplicateTies: String, Codable, CaseIterable, Sendable {
  /// Half of them lie below: without it a coarse statistic seems biased where it is not.
  case half
  /// None of them does: R's boot and DABEST.
  case below
}
