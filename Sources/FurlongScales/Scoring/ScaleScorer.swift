public import FurlongStudy

/// The score of a form, and whether blank items were filled in.
public struct ScaleScore: Codable, Sendable, Equatable {
  /// The score, in the scale's points.
  public let score: Double
  /// Whether blank items were filled in by the mean of the others.
  public let filledIn: Bool

  /// A score.
  public init(score: Double, filledIn: Bool) {
    self.score = score
    self.filledIn = filledIn
  }
}

/// Scores the forms of one scale.
///
/// ```
/// sum   = Σ aᵢ             aᵢ = answer i, or from + to − answer i for a reversed item
/// sum   = Σ aᵢ · k / m     where m of k items are answered and k − m may be blank
/// score = sum, or the conversion table's entry for it
/// ```
///
/// A sum with filled-in items is not rounded.
public struct ScaleScorer: Sendable {
  /// The scale.
  public let scale: Scale
  /// How many items may be blank, the rest standing in by their mean.
  public let blankItemsAllowed: Int

  /// A scorer.
  ///
  /// - Parameters:
  ///   - scale: the instrument.
  ///   - blankItemsAllowed: how many items may be blank; nil = the scale's own rule.
  /// - Throws: `blankItemsWithConversion` where a table converts the sum of all items, `blankItemsOutOfRange`
  ///   for a negative number or one that leaves no answer.
  public init(scale: Scale, blankItemsAllowed: Int? = nil) throws(ScaleError) {
    let allowed = blankItemsAllowed ?? scale.blankItemsAllowed
    if allowed < 0 || allowed >= scale.itemCount {
      throw .blankItemsOutOfRange(scale: scale.id, asked: allowed, items: scale.itemCount)
    }
    if allowed > 0, scale.conversion != nil {
      throw .blankItemsWithConversion(scale: scale.id, asked: allowed)
    }
    self.scale = scale
    self.blankItemsAllowed = allowed
  }

  /// How many items must be answered.
  public var requiredAnswers: Int { scale.itemCount - blankItemsAllowed }

  /// The score of a form.
  ///
  /// - Parameter answers: one entry an item in the scale's order, or the export's total.
  /// - Returns: nil where the form cannot be scored: too many items blank, a number of entries or an answer that
  ///   the scale does not have, a total that is no score of it.
  public func score(_ answers: FormAnswers) -> ScaleScore? {
    switch answers {
    case .total(let total):
      guard case .score(let score) = scale.fit(ofTotal: total) else { return nil }
      return ScaleScore(score: score, filledIn: false)
    case .items(let items):
      return score(items)
    }
  }

  private func score(_ items: [Int?]) -> ScaleScore? {
    guard items.count == scale.itemCount else { return nil }
    var sum = 0
    var answered = 0
    for (place, answer) in items.enumerated() {
      guard let answer else { continue }
      guard scale.answers.contains(answer) else { return nil }
      let reversed = scale.reversedItems.contains(place + 1)
      sum += reversed ? scale.answers.lowerBound + scale.answers.upperBound - answer : answer
      answered += 1
    }
    guard answered >= requiredAnswers else { return nil }
    if answered == scale.itemCount {
      guard let conversion = scale.conversion else {
        return ScaleScore(score: Double(sum), filledIn: false)
      }
      return conversion.score(ofSum: sum).map { ScaleScore(score: $0, filledIn: false) }
    }
    let filled = Double(sum) * Double(scale.itemCount) / Double(answered)
    return ScaleScore(score: filled, filledIn: true)
  }
}
