/// Two groups of one spread, as a plan sees them.
struct PlannedComparison {
  /// The standard error of the difference of means, in standard deviations.
  let error: Double
  /// The degrees of freedom of the common standard deviation.
  let df: Double

  /// Throws unless both groups have at least two people.
  init(_ group: Int, _ other: Int) throws(StatisticsError) {
    let smaller = min(group, other)
    if smaller < 2 { throw .tooFew(of: "people in a group", count: smaller, needed: 2) }
    let (n1, n2) = (Double(group), Double(other))
    error = (1 / n1 + 1 / n2).squareRoot()
    df = n1 + n2 - 2
  }
}

/// How many people of the other group there are for each of the first.
struct GroupRatio {
  private let othersPerPerson: Double

  /// Throws unless neither group is more than a thousand times the other.
  init(_ othersPerPerson: Double) throws(StatisticsError) {
    if !(othersPerPerson >= 1e-3 && othersPerPerson <= 1e3) {
      throw .outsideRange(
        what: "number of others for each person", value: othersPerPerson,
        expected: "from 0.001 to 1000")
    }
    self.othersPerPerson = othersPerPerson
  }

  /// The size of the other group, rounded up, at least two.
  func others(to group: Int) -> Int {
    max(2, Int((othersPerPerson * Double(group) * (1 - 1e-12)).rounded(.up)))
  }
}
