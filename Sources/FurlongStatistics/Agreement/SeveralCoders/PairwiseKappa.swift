/// Cohen's κ of each pair of several coders, which shows who differs, and its mean.
public struct PairwiseKappa: Equatable, Sendable {
  /// How Cohen's κ counts disagreements, and the confidence of its intervals.
  public var kappa: CohenKappa

  /// Chooses how Cohen's κ is made.
  public init(_ kappa: CohenKappa = CohenKappa()) {
    self.kappa = kappa
  }

  /// The agreement of each pair over the units that both coded.
  ///
  /// The mean of κ is Light's κ: Light 1971, doi:10.1037/h0031643. Agrees with irr 0.84.1 `kappam.light`.
  ///
  /// - Returns: the pairs that have units in common, in the order of the coders.
  /// - Throws: as ``CohenKappa/agreement(_:)``, and `tooFew` where no two coders have a unit in common.
  public func agreement(of units: CodedUnits) throws(StatisticsError) -> PairwiseAgreement {
    var pairs: [PairwiseAgreement.Pair] = []
    for first in 0..<units.coders {
      for second in (first + 1)..<max(first + 1, units.coders) {
        let table = try units.table(first, second)
        if table.allSatisfy({ $0.allSatisfy { $0 == 0 } }) { continue }
        pairs.append(
          PairwiseAgreement.Pair(
            first: first, second: second, agreement: try kappa.agreement(table)))
      }
    }
    if pairs.isEmpty { throw .tooFew(of: "pairs of coders with a unit", count: 0, needed: 1) }
    return PairwiseAgreement(pairs: pairs)
  }
}

/// The agreement of each pair of coders.
public struct PairwiseAgreement: Codable, Equatable, Sendable {
  /// Two coders and their agreement.
  public struct Pair: Codable, Equatable, Sendable {
    /// The coder of the rows, from 0.
    public let first: Int
    /// The coder of the columns.
    public let second: Int
    /// Their agreement.
    public let agreement: Agreement
  }

  /// The pairs with units in common.
  public let pairs: [Pair]

  /// The mean κ of the pairs, Light's κ; nil where it is undefined for any of them.
  public var mean: Double? {
    var sum = 0.0
    for pair in pairs {
      guard let kappa = pair.agreement.kappa else { return nil }
      sum += kappa
    }
    return sum / Double(pairs.count)
  }
}
