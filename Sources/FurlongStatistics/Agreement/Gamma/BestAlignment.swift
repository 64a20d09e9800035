/// The alignment of coders' units that has the smallest disorder of all.
///
/// It is the true minimum, never an approximation: with two coders by assignment, with more by a search that
/// gives up only what cannot be better by more than rounding is (1e-13 of it). Where that takes too long there is
/// an error. Where several are smallest, one of them is given, always the same.
public struct BestAlignment: Equatable, Sendable {
  /// How unlike units are.
  public var dissimilarity: UnitDissimilarity
  /// The most groups of units that are looked at, and the most partial alignments that are kept, for more than
  /// two coders' units that lie close together.
  public var mostWays: Int

  /// Chooses the dissimilarity and when to give up with more than two coders.
  public init(_ dissimilarity: UnitDissimilarity = UnitDissimilarity(), mostWays: Int = 500_000) {
    self.dissimilarity = dissimilarity
    self.mostWays = mostWays
  }

  /// Aligns the units of the texts that all coders read, each text for itself.
  ///
  /// With two coders O(units³) for units that lie close together, of which only neighbours are looked at.
  ///
  /// - Parameter texts: the texts, each with the same coders; a coder's spans may overlap.
  /// - Throws: `unequalLengths`, `tooFew` and `outsideRange` as ``CodedSpans/init(_:overlaps:)`` but for
  ///   overlaps; `outsideRange` for weights that cannot be, and where there are more ways than `mostWays`.
  public func align(_ texts: [CodedText]) throws(StatisticsError) -> UnitAlignment {
    try dissimilarity.requireUsable()
    _ = try CodedSpans.readByAll(texts)
    var unitary: [UnitaryAlignment] = []
    for (place, text) in texts.enumerated() where text.isComparable {
      let coders = text.coders.map { $0 ?? [] }
      for spans in coders { try CodedSpans.requireInside(spans, text.length) }
      for units in try groups(of: coders) {
        unitary.append(
          UnitaryAlignment(
            text: place, units: units, disorder: dissimilarity.disorder(of: units)))
      }
    }
    return UnitAlignment(
      unitary: unitary, disorder: dissimilarity.disorder(ofAlignment: unitary.map(\.units)))
  }

  /// The best groups of the units of one text, by their first units.
  private func groups(of coders: [[CodedSpan]]) throws(StatisticsError) -> [[CodedSpan?]] {
    var groups: [(first: Int, units: [CodedSpan?])] = []
    let neighbours = UnitNeighbours(coders, dissimilarity)
    for cluster in neighbours.clusters {
      let together =
        coders.count == 2
        ? PairMatching(cluster).groups
        : try AlignmentSearch(cluster, most: mostWays).groups
      for members in together {
        var units = [CodedSpan?](repeating: nil, count: coders.count)
        for member in members {
          units[cluster.units[member].coder] = cluster.units[member].span
        }
        groups.append((cluster.units[members[0]].place, units))
      }
    }
    return groups.sorted { $0.first < $1.first }.map(\.units)
  }
}
