/// How one-sided the changes of the same persons are, by rank of their sizes.
public struct MatchedRankBiserial: Equatable, Sendable {
  /// What becomes of differences of 0.
  public var zeros: ZeroPolicy

  /// Chooses what becomes of differences of 0.
  public init(zeros: ZeroPolicy = .drop) {
    self.zeros = zeros
  }

  /// The share of the ranks that rose, less the share that fell.
  ///
  /// ```
  /// r = (W⁺ − W⁻) / (W⁺ + W⁻)
  /// ```
  ///
  /// W⁺ and W⁻ are those of ``WilcoxonSignedRank``. Kerby 2014, doi:10.2466/11.IT.3.1. (1 − 4W/(n(n + 1)) with
  /// the smaller W has no sign.) O(n log n).
  ///
  /// - Parameter differences: later minus earlier, finite.
  /// - Returns: from −1, where all who moved fell, to 1.
  /// - Throws: `tooFew`, `notFinite`; `noVariation` where all differences are 0.
  public func coefficient(of differences: [Double]) throws(StatisticsError) -> Double {
    if differences.isEmpty { throw .tooFew(of: "differences", count: 0, needed: 1) }
    try requireFinite(differences, "differences")
    guard let r = SizeGroups(differences).coefficient(differences.indices, zeros: zeros) else {
      throw .noVariation(in: "differences", count: differences.count)
    }
    return r
  }

  /// The coefficient with intervals by drawing persons.
  ///
  /// Ties and zeros are drawn as they are, and the interval is not symmetric: that of effectsize, by Fisher's
  /// z and the variance of changes that lie about 0, is neither. O(n) a draw.
  ///
  /// - Parameters:
  ///   - differences: later minus earlier, finite, at least two.
  ///   - bootstrap: how many draws, from which seed, and the confidence.
  /// - Returns: the coefficient and its intervals; without variation where all who moved moved one way.
  /// - Throws: as ``coefficient(of:)`` and ``Bootstrap/estimate(of:statistic:)``.
  public func estimate(
    of differences: [Double], bootstrap: Bootstrap
  ) throws(StatisticsError) -> BootstrapEstimate {
    _ = try coefficient(of: differences)
    // Sorted by value, so that neither row order nor pseudonyms matter.
    let groups = SizeGroups(differences.sorted())
    let zeros = zeros
    return try bootstrap.estimate(of: differences.count) { groups.coefficient($0, zeros: zeros) }
  }
}

/// Differences by the order of their sizes, so that a sample of them is ranked in one pass.
private struct SizeGroups {
  /// The size's place among the different sizes, of each difference.
  private let place: [Int]
  private let sign: [Int]
  private let sizes: Int
  private let hasZero: Bool

  init(_ differences: [Double]) {
    let different = Set(differences.map { abs($0) }).sorted()
    var places: [Double: Int] = [:]
    for (index, size) in different.enumerated() { places[size] = index }
    place = differences.map { places[abs($0)] ?? 0 }
    sign = differences.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }
    sizes = different.count
    hasZero = different.first == 0
  }

  /// The coefficient of the differences with these indices, or nil where none is other than 0.
  func coefficient(_ indices: some Sequence<Int>, zeros: ZeroPolicy) -> Double? {
    var counts = [Int](repeating: 0, count: sizes)
    var net = [Int](repeating: 0, count: sizes)
    for index in indices {
      counts[place[index]] += 1
      net[place[index]] += sign[index]
    }
    var before = hasZero && zeros == .rankThenDrop ? counts[0] : 0
    var (difference, total) = (0, 0)
    for size in (hasZero ? 1 : 0)..<sizes where counts[size] > 0 {
      let doubledRank = 2 * before + counts[size] + 1
      difference += doubledRank * net[size]
      total += doubledRank * counts[size]
      before += counts[size]
    }
    return total == 0 ? nil : Double(difference) / Double(total)
  }
}
