/// Whether what one arm gained was worth what it cost more, by drawing persons with their cost and their scores together.
///
/// ```swift
/// let worth = DrawnCostEffectiveness(bootstrap: Bootstrap(seed: 2025))
/// let found = try worth.compare(treated: treated, control: control, given: 372)[0]
/// try found.acceptability(at: 150)
/// ```
public struct DrawnCostEffectiveness: Equatable, Sendable {
  /// How persons are drawn within each arm; its confidence is that of all intervals.
  public var bootstrap: Bootstrap

  /// Chooses how persons are drawn.
  public init(bootstrap: Bootstrap) {
    self.bootstrap = bootstrap
  }

  /// Compares the mean cost of two arms and their scores after, adjusted for the scores before, by each list of costs.
  ///
  /// ```
  /// ΔC = C̄₁ + given − C̄₀        ΔE = (ȳ₁ − ȳ₀) − b (x̄₁ − x̄₀)        b = Σ arms Sxy / Σ arms Sxx
  /// ```
  ///
  /// ΔE is the coefficient of the arm in ``AdjustedArmDifference``: where arms begin apart by chance, a difference of scores
  /// after alone would be credited to the service (Manca, Hawkins & Sculpher 2005, doi:10.1002/hec.944). Costs are as
  /// they are: a budget pays means. Persons are drawn within their arm, each with cost and scores, so that what hangs
  /// together in a person stays together (Briggs, Wonderling & Mooney 1997,
  /// doi:10.1002/(SICI)1099-1050(199707)6:4<327::AID-HEC282>3.0.CO;2-W). BCa intervals as ``MeansBootstrap`` has them.
  /// All lists of costs share the draws. O(persons × draws).
  ///
  /// - Parameters:
  ///   - treated: costs and scores of each person of the treated arm; at least two.
  ///   - control: the same of the control arm, by as many lists of costs.
  ///   - given: what each person of the treated arm was given besides, such as the service itself; taken as known.
  /// - Returns: of each list treated minus control; an effect is better the higher it is, so turn the sign of scores of
  ///   which lower is better. The order of persons does not matter, nor the other lists.
  /// - Throws: `unequalLengths`, `notFinite`, `tooFew`, `outsideRange`; `noVariation` where nobody differs before.
  public func compare(
    treated: CostsAndScores, control: CostsAndScores, given: Double = 0
  ) throws(StatisticsError) -> [DrawnCostAndEffect] {
    if treated.costs.count != control.costs.count {
      throw .unequalLengths(treated.costs.count, control.costs.count)
    }
    try requireFinite([given], "what the treated were given")
    let lists = treated.costs.count
    // In order, so that the order of persons changes no digit.
    let centre = try Moments(of: (treated.before + control.before).sorted(), "scores before")
    if centre.isConstant(at: 0) {
      throw .noVariation(in: "scores before", count: treated.before.count + control.before.count)
    }
    let drawing = MeansBootstrap(bootstrap: bootstrap)
    let arms = try drawing.rows([try treated.columns(centre), try control.columns(centre)])
    let difference = ArmMeans(
      lists: lists, sizes: arms.map { Double($0.count) }, given: given,
      least: 1e-12 * centre.squares)
    let whole = arms.map(\.means)
    func made(_ means: [[Double]], by difference: ArmMeans) -> [Double] {
      var values = Array(repeating: Double.nan, count: lists + 1)
      Array(means.joined()).withUnsafeBufferPointer { means in
        values.withUnsafeMutableBufferPointer { values in
          if let place = values.baseAddress { difference.write(means, to: place) }
        }
      }
      return values
    }
    let all = made(whole, by: difference)
    let drawn = drawing.draws(of: arms, width: lists + 1) { difference.write($0, to: $1) }
    let left = arms.enumerated().map { place, arm in
      var means = whole
      let others = difference.withoutOne(of: place)
      return (0..<arm.count).map { person in
        means[place] = arm.means(without: person, whole[place])
        return made(means, by: others)
      }
    }
    var answers: [DrawnCostAndEffect] = []
    for list in 0..<lists {
      func pair(_ values: some RandomAccessCollection<Double>) -> CostAndEffect {
        let first = values.startIndex
        return CostAndEffect(
          cost: values[values.index(first, offsetBy: list)],
          effect: values[values.index(first, offsetBy: lists)])
      }
      answers.append(
        try DrawnCostAndEffect(
          whole: pair(all),
          draws: (0..<bootstrap.draws).map {
            pair(drawn[($0 * (lists + 1))..<(($0 + 1) * (lists + 1))])
          }, left: left.map { $0.map { pair($0) } }, bootstrap: bootstrap))
    }
    return answers
  }
}

/// What each person of an arm cost, and their scores before and after.
public struct CostsAndScores: Equatable, Sendable {
  /// By each list of prices, what each person cost.
  public var costs: [[Double]]
  /// Each person's score before, in the same order.
  public var before: [Double]
  /// Each person's score after, in the same order.
  public var after: [Double]

  /// An arm.
  public init(costs: [[Double]], before: [Double], after: [Double]) {
    self.costs = costs
    self.before = before
    self.after = after
  }

  /// Costs, then x, y, x² and xy with x from its mean over both arms, persons in an order that hangs on values alone.
  fileprivate func columns(_ centre: Moments) throws(StatisticsError) -> [[Double]] {
    for column in [after] + costs where column.count != before.count {
      throw .unequalLengths(before.count, column.count)
    }
    try requireFinite(after, "scores after")
    for list in costs { try requireFinite(list, "costs") }
    let order = before.indices.sorted { one, other in
      if before[one] != before[other] { return before[one] < before[other] }
      if after[one] != after[other] { return after[one] < after[other] }
      return costs.map { $0[one] }.lexicographicallyPrecedes(costs.map { $0[other] })
    }
    let x = order.map { centre.deviation(of: before[$0]) }
    let y = order.map { after[$0] }
    return costs.map { list in order.map { list[$0] } }
      + [x, y, x.map { $0 * $0 }, zip(x, y).map { $0 * $1 }]
  }
}

/// Both differences of two arms from the means of their columns.
private struct ArmMeans {
  var lists: Int
  /// How many persons each mean is of.
  var sizes: [Double]
  var given: Double
  /// Below it nobody differs before.
  var least: Double

  /// The same of one person fewer of an arm.
  func withoutOne(of arm: Int) -> ArmMeans {
    var others = self
    others.sizes[arm] -= 1
    return others
  }

  /// The difference in each cost, then in effect, which is NaN where nobody of a draw differs before.
  func write(_ means: UnsafeBufferPointer<Double>, to place: UnsafeMutablePointer<Double>) {
    let control = lists + 4
    for list in 0..<lists { place[list] = means[list] + given - means[control + list] }
    func within(_ arm: Int, _ size: Double) -> (square: Double, product: Double) {
      let (x, y) = (means[arm + lists], means[arm + lists + 1])
      return (
        size * (means[arm + lists + 2] - x * x), size * (means[arm + lists + 3] - x * y)
      )
    }
    let (first, second) = (within(0, sizes[0]), within(control, sizes[1]))
    let square = first.square + second.square
    guard square > least else {
      place[lists] = .nan
      return
    }
    let slope = (first.product + second.product) / square
    place[lists] =
      means[lists + 1] - means[control + lists + 1] - slope
      * (means[lists] - means[control + lists])
  }
}
