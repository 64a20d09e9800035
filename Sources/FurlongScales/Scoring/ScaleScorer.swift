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
/// score = sum or sum / k, · times / over; or the conversion table's entry for the sum; or 1 minus the tariff's figures
/// ```
///
/// A sum with filled-in items is not rounded.
public struct ScaleScorer: Sendable {
  /// The scale.
  public let scale: Scale
  /// How many items may be blank, the rest standing in by their mean.
  public let blankItemsAllowed: Int
  /// The items that may be blank, counted from 1; empty = any.
  private let onlyBlanks: [Int]

  /// A scorer.
  ///
  /// - Parameters:
  ///   - scale: the instrument.
  ///   - blankItemsAllowed: how many items may be blank; nil = the scale's own rule.
  /// - Throws: `blankItemsWithConversion` where a table needs all items, `blankItemsOutOfRange`
  ///   for a negative number or one that leaves no answer.
  public init(scale: Scale, blankItemsAllowed: Int? = nil) throws(ScaleError) {
    // Of a total the rule for its items only describes what was exported.
    let allowed = blankItemsAllowed ?? (scale.rule == .total ? 0 : scale.blankItemsAllowed)
    if allowed < 0 || allowed >= max(scale.itemCount, 1) {
      throw .blankItemsOutOfRange(scale: scale.id, asked: allowed, items: scale.itemCount)
    }
    switch scale.rule {
    case .table, .tariff:
      if allowed > 0 { throw .blankItemsWithConversion(scale: scale.id, asked: allowed) }
    case .sum, .mean, .total: break
    }
    self.scale = scale
    self.blankItemsAllowed = allowed
    onlyBlanks = blankItemsAllowed == nil ? scale.blanks.only : []
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
    case .state:
      return nil
    }
  }

  private func score(_ items: [Int?]) -> ScaleScore? {
    guard let answers = turned(items), answers.count >= max(requiredAnswers, 1) else { return nil }
    let sum = Double(answers.reduce(0, +))
    let isWhole = answers.count == scale.itemCount
    let score: Double? =
      switch scale.rule {
      case .sum(let times, let over):
        (isWhole ? sum : sum * Double(scale.itemCount) / Double(answers.count)) * times / over
      case .mean(let times, let over): sum / Double(answers.count) * times / over
      case .table(let conversion): conversion.score(ofSum: answers.reduce(0, +))
      case .tariff(let tariff): tariff.value(of: answers)
      case .total: nil
      }
    return score.map { ScaleScore(score: $0, filledIn: !isWhole) }
  }

  /// The answers that there are, reversed items turned round; nil where one cannot be, or a blank is not allowed.
  private func turned(_ items: [Int?]) -> [Int]? {
    guard items.count == scale.itemCount else { return nil }
    var answers: [Int] = []
    for (place, answer) in items.enumerated() {
      guard let answer else {
        guard onlyBlanks.isEmpty || onlyBlanks.contains(place + 1) else { return nil }
        continue
      }
      let allowed = scale.itemAnswers[place]
      guard allowed.contains(answer) else { return nil }
      let isReversed = scale.reversedItems.contains(place + 1)
      answers.append(isReversed ? allowed.lowerBound + allowed.upperBound - answer : answer)
    }
    return answers
  }
}
