/// How many runs so many points above and below a line make, each order being as likely.
///
/// ```
/// P(2k runs) = 2 C(a−1, k−1) C(b−1, k−1) / C(a+b, a)
/// P(2k+1 runs) = (C(a−1, k) C(b−1, k−1) + C(a−1, k−1) C(b−1, k)) / C(a+b, a)
/// ```
///
/// Wald & Wolfowitz 1940, doi:10.1214/aoms/1177731909. O(min(a, b)).
struct RunsDistribution {
  /// The probability of each number of runs, from 0 on.
  private let shares: [Double]

  init(above: Int, below: Int) {
    guard above > 0, below > 0 else {
      shares = [0, 1]
      return
    }
    // Weights grow by (a − k)(b − k)/k²: from the greatest outwards they only shrink, so that none overflows.
    let most = min(above, below)
    let (a, b) = (Double(above), Double(below))
    func growth(_ k: Int) -> Double { (a - Double(k)) * (b - Double(k)) / (Double(k) * Double(k)) }
    var greatest = 1
    while greatest < most, growth(greatest) > 1 { greatest += 1 }
    var weights = [Double](repeating: 0, count: most + 1)
    weights[greatest] = 1
    for k in greatest..<most { weights[k + 1] = weights[k] * growth(k) }
    for k in stride(from: greatest - 1, through: 1, by: -1) {
      weights[k] = weights[k + 1] / growth(k)
    }
    var shares = [Double](repeating: 0, count: 2 * most + 2)
    var sum = CompensatedSum()
    for k in 1...most {
      shares[2 * k] = 2 * weights[k]
      shares[2 * k + 1] = weights[k] * (a + b - 2 * Double(k)) / Double(k)
      sum.add(shares[2 * k])
      sum.add(shares[2 * k + 1])
    }
    self.shares = shares.map { $0 / sum.total }
  }

  /// The probability of so few runs or fewer, and of so many or more.
  func tails(of runs: Int) -> (few: Double, many: Double) {
    var few = CompensatedSum()
    var many = CompensatedSum()
    for (count, share) in shares.enumerated() {
      if count <= runs { few.add(share) }
      if count >= runs { many.add(share) }
    }
    return (min(1, few.total), min(1, many.total))
  }
}
