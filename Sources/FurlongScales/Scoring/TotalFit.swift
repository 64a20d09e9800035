/// Whether a total that an export gives can be a score of a scale.
public enum TotalFit: Sendable, Equatable {
  /// It is this score.
  case score(Double)
  /// It lies outside the scale's range.
  case outOfRange
  /// It lies between two scores: no set of answers gives it.
  case betweenScores
  /// It is a raw sum of a scale whose scores are made of it by a table or a factor, and no score.
  case notConverted
}

extension Scale {
  /// Judges a total that an export gives.
  ///
  /// For a scale whose scores come from a conversion table, or are the sum times a factor, the total must be such a score. A
  /// whole number that is none is a raw sum: it is refused and not converted, since a column of raw sums and one of converted
  /// scores look alike in places (7 and 35 of SWEMWBS, 4, 8, 12 of WHO-5) and a mixed one would be wrong unseen.
  /// Where blank items may be filled in, and for means, which exports round, any number in the range is a score.
  public func fit(ofTotal total: Double) -> TotalFit {
    guard total.isFinite, scores.contains(total) else { return .outOfRange }
    switch rule {
    case .table(let conversion):
      if let score = conversion.score(printedAs: total) { return .score(score) }
      return total == total.rounded() ? .notConverted : .betweenScores
    case .mean, .tariff: return .score(total)
    case .sum(let times, let over):
      let found = fit(total, step: times / over)
      return found == .betweenScores && score(ofRawSum: total) != nil ? .notConverted : found
    case .total: return fit(total, step: step)
    }
  }

  /// A number within half a hundredth of a step is that step, as exports round.
  private func fit(_ total: Double, step: Double) -> TotalFit {
    let steps = (total - scores.lowerBound) / step
    let isStep = abs(steps - steps.rounded()) * step < 0.0051
    return isStep || blankItemsAllowed > 0 ? .score(total) : .betweenScores
  }
}
