/// By how much two arms differ in cost and in effect, and in each draw of their persons: treated minus control.
public struct DrawnCostAndEffect: Equatable, Sendable {
  /// The difference in mean cost, with what the treated were given.
  public let cost: BootstrapEstimate
  /// The difference in effect: above 0 where the treated gained more.
  public let effect: BootstrapEstimate
  private let whole: CostAndEffect
  private let draws: [CostAndEffect]
  private let left: [[CostAndEffect]]
  private var bootstrap: Bootstrap

  init(
    whole: CostAndEffect, draws: [CostAndEffect], left: [[CostAndEffect]], bootstrap: Bootstrap
  ) throws(StatisticsError) {
    self.whole = whole
    self.draws = draws
    self.left = left
    self.bootstrap = bootstrap
    // How many threads drew is no part of the answer.
    self.bootstrap.threads = 1
    cost = try Self.estimate(whole, draws, left, bootstrap) { $0.cost }
    effect = try Self.estimate(whole, draws, left, bootstrap) { $0.effect }
  }

  /// What the treated arm gained at a price of one unit of effect, less what it cost more: λ ΔE − ΔC.
  ///
  /// Above 0 it is worth its cost at that price. Stinnett & Mullahy 1998, doi:10.1177/0272989X98018002S09.
  ///
  /// - Parameter price: λ, in the unit of the costs; 0 or more.
  /// - Throws: `outsideRange` for the price.
  public func netBenefit(at price: Double) throws(StatisticsError) -> BootstrapEstimate {
    try requirePrice(price)
    return try Self.estimate(whole, draws, left, bootstrap) { price * $0.effect - $0.cost }
  }

  /// In what share of the draws the net benefit lies above 0: a point of the acceptability curve.
  ///
  /// Draws at 0 count half; nil where a draw has no effect. No probability that the service is worth its cost: a share of
  /// samples that these persons could have been (Fenwick, O'Brien & Briggs 2004, doi:10.1002/hec.903).
  ///
  /// - Parameter price: λ, in the unit of the costs; 0 or more.
  /// - Throws: `outsideRange` for the price.
  public func acceptability(at price: Double) throws(StatisticsError) -> Double? {
    try requirePrice(price)
    let benefits = draws.map { price * $0.effect - $0.cost }
    guard benefits.allSatisfy(\.isFinite) else { return nil }
    return benefits.reduce(0) { $0 + CostAndEffect.share(above: $1) } / Double(draws.count)
  }

  /// In what share of the draws cost and effect lie in a quadrant of the plane; a draw on a line counts half on each side.
  ///
  /// Nil where a draw has no effect. The four sum to 1.
  public func share(of quadrant: CostEffectQuadrant) -> Double? {
    guard draws.allSatisfy(\.effect.isFinite) else { return nil }
    return draws.reduce(0) { sum, draw in
      let dearer = CostAndEffect.share(above: draw.cost)
      let better = CostAndEffect.share(above: draw.effect)
      return sum
        + (quadrant.isDearer ? dearer : 1 - dearer) * (quadrant.isBetter ? better : 1 - better)
    } / Double(draws.count)
  }

  /// The cost of one unit of effect; nil unless the treated arm cost more and gained more in every draw.
  ///
  /// Across quadrants the same ratio is good and bad (Briggs & Fenn 1998,
  /// doi:10.1002/(SICI)1099-1050(199812)7:8<723::AID-HEC392>3.0.CO;2-O).
  public func ratio() throws(StatisticsError) -> BootstrapEstimate? {
    guard (draws + [whole]).allSatisfy({ $0.cost > 0 && $0.effect > 0 }) else { return nil }
    return try Self.estimate(whole, draws, left, bootstrap) { $0.cost / $0.effect }
  }

  private func requirePrice(_ price: Double) throws(StatisticsError) {
    if !(price >= 0 && price.isFinite) {
      throw .outsideRange(what: "price of one unit of effect", value: price, expected: "0 or more")
    }
  }

  private static func estimate(
    _ whole: CostAndEffect, _ draws: [CostAndEffect], _ left: [[CostAndEffect]],
    _ bootstrap: Bootstrap, _ value: (CostAndEffect) -> Double
  ) throws(StatisticsError) -> BootstrapEstimate {
    guard value(whole).isFinite else {
      throw .notFinite(in: "statistics of the whole sample", count: 1)
    }
    return try bootstrap.estimate(
      value(whole), drawn: draws.map(value),
      Acceleration(leavingOutOfGroups: left.map { $0.map(value) }))
  }
}

/// A quarter of the cost-effectiveness plane.
public enum CostEffectQuadrant: Sendable, CaseIterable {
  /// The treated arm costs more and gains more.
  case dearerAndBetter
  /// It costs more and gains less: the control arm is better in both.
  case dearerAndWorse
  /// It costs less and gains more: it is better in both.
  case cheaperAndBetter
  /// It costs less and gains less.
  case cheaperAndWorse

  var isDearer: Bool {
    switch self {
    case .dearerAndBetter, .dearerAndWorse: true
    case .cheaperAndBetter, .cheaperAndWorse: false
    }
  }

  var isBetter: Bool {
    switch self {
    case .dearerAndBetter, .cheaperAndBetter: true
    case .dearerAndWorse, .cheaperAndWorse: false
    }
  }
}

/// A point of the cost-effectiveness plane.
struct CostAndEffect: Equatable, Sendable {
  var cost: Double
  var effect: Double

  /// 1 above 0, a half at 0, else 0.
  static func share(above value: Double) -> Double { value > 0 ? 1 : value == 0 ? 0.5 : 0 }
}
