import FurlongNumerics

/// Yes of so many in each of two groups, as numbers to which parts can be added.
struct TwoByTwo {
  let x1: Double
  let n1: Double
  let x2: Double
  let n2: Double

  var p1: Double { x1 / n1 }
  var p2: Double { x2 / n2 }

  init(_ count: Int, of total: Int, and otherCount: Int, of otherTotal: Int) {
    self.init(x1: Double(count), n1: Double(total), x2: Double(otherCount), n2: Double(otherTotal))
  }

  private init(x1: Double, n1: Double, x2: Double, n2: Double) {
    (self.x1, self.n1, self.x2, self.n2) = (x1, n1, x2, n2)
  }

  func adding(toCounts count: Double, toTotals total: Double) -> TwoByTwo {
    TwoByTwo(x1: x1 + count, n1: n1 + total, x2: x2 + count, n2: n2 + total)
  }

  func scoreTest() throws(StatisticsError) -> ProportionTest? {
    let pooled = (x1 + x2) / (n1 + n2)
    let variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2)
    if !(variance > 0) { return nil }
    let statistic = (p1 - p2) * (p1 - p2) / variance
    return try numerically { () throws(NumericsError) in
      ProportionTest(
        chiSquared: statistic, p: try ChiSquared(df: 1).upperTail(statistic))
    }
  }
}
