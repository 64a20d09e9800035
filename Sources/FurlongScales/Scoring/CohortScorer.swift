public import FurlongStudy

/// Scores every form column of a cohort whose scale is asked for.
public struct CohortScorer: Sendable {
  /// The instruments.
  public let catalogue: ScaleCatalogue

  /// A scorer with these instruments.
  public init(catalogue: ScaleCatalogue) { self.catalogue = catalogue }

  /// The cohort with its scores, a column for each scale asked for and each of its occasions, in the cohort's order.
  ///
  /// - Parameters:
  ///   - cohort: the population as columns.
  ///   - requests: the scales asked for, before and after or once, with the plan's rule for blank items.
  /// - Throws: an error for a scale that no catalogue has, or a rule for blank items that it cannot follow.
  public func score(
    _ cohort: Cohort, requests: [ScaleRequest]
  ) throws(ScaleError) -> ScoredCohort {
    var scorers: [String: ScaleScorer] = [:]
    for request in requests {
      scorers[request.scale] = try ScaleScorer(
        scale: try catalogue.scale(request.scale), blankItemsAllowed: request.blankItemsAllowed)
    }
    var columns: [ScoredCohort.Scores] = []
    for form in cohort.forms {
      guard let scorer = scorers[form.scale] else { continue }
      let scores = form.answers.map { $0.flatMap(scorer.score) }
      columns.append(
        ScoredCohort.Scores(
          scale: form.scale, occasion: form.occasion, values: scores.map { $0?.score },
          due: form.due, filledIn: scores.map { $0?.filledIn ?? false }))
    }
    let once = cohort.onceForms.compactMap { forms in
      scorers[forms.scale].map { scorer in
        ScoredCohort.OnceScores(
          scale: forms.scale, values: forms.entries.map { scorer.score($0.answers)?.score })
      }
    }
    return ScoredCohort(cohort: cohort, scores: columns, onceScores: once)
  }
}
