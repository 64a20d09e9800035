/// Several groups' moments about their common mean, so that a large constant costs no digits.
struct CentredGroups {
  /// The mean of all values, which was taken off first.
  let centre: Double
  /// The moments of what is left, group by group.
  let moments: [Moments]

  /// How many values there are in all.
  var total: Int { moments.reduce(0) { $0 + $1.count } }

  /// The groups as they were given: size, mean and standard deviation.
  var summaries: [GroupSummary] {
    moments.map { GroupSummary(count: $0.count, mean: centre + $0.mean, sd: $0.sd) }
  }

  /// Whether no group varies by more than rounding does.
  var isConstant: Bool { moments.allSatisfy { $0.isConstant(at: abs(centre)) } }

  /// The sum of squares of the groups' means about the mean of all, and that within the groups.
  var squares: (between: Double, within: Double) {
    var sum = CompensatedSum()
    for group in moments { sum.add(Double(group.count) * group.mean) }
    let middle = sum.total / Double(total)
    var between = CompensatedSum()
    var within = CompensatedSum()
    for group in moments {
      between.add(Double(group.count) * (group.mean - middle) * (group.mean - middle))
      within.add(group.squares)
    }
    return (between.total, within.total)
  }

  init(_ groups: [[Double]]) throws(StatisticsError) {
    if groups.count < 2 { throw .tooFew(of: "groups", count: groups.count, needed: 2) }
    let smallest = groups.reduce(Int.max) { min($0, $1.count) }
    if smallest < 2 { throw .tooFew(of: "values in a group", count: smallest, needed: 2) }
    let centre = try Moments(of: groups.flatMap { $0 }, "values").mean
    var moments: [Moments] = []
    for group in groups { moments.append(try Moments(of: group.map { $0 - centre }, "values")) }
    self.centre = centre
    self.moments = moments
  }
}
