import FurlongEvaluation

extension CountSystem {
  mutating func enter(_ feedback: FeedbackFinding<Unreleased>, _ rule: RoundingRule) {
    for outcome in feedback.outcomes {
      let population = enter(outcome.eligible)
      let rows = outcome.rows.map { row in
        // The interval of a mean tells how many people it is of.
        let used = enter(row.used, isKnown: isMeanShown(row, rule))
        if row.mean != nil { tellFew(used) }
        return (used: used, reached: enter(row, used))
      }
      guard let everyone = rows.first else { continue }
      relate(population, holds: everyone.used, restIsHidden: true)
      let courses = rows.dropFirst()
      // Whoever answered did so after some course, or the export does not say which.
      for course in courses { relate(everyone.used, holds: course.used, restIsHidden: true) }
      if courses.count > 0 {
        relate(
          courses.map { ($0.used, 1) } + [(everyone.used, -1)], in: 0...Double(Self.endless))
      }
      if let only = courses.first, courses.count == 1,
        counts[only.used].truth == counts[everyone.used].truth
      {
        relate(everyone.used, isSumOf: [only.used])
        if let all = everyone.reached, let reached = only.reached {
          relate(all, isSumOf: [reached])
        }
      }
      let scores = outcome.scores.map { enter($0.people) }
      guard !scores.isEmpty else { continue }
      relate(everyone.used, isSumOf: scores)
      if let reached = everyone.reached, let least = outcome.reaching {
        let isHigher = outcome.scale.higherIsBetter
        relate(
          reached,
          isSumOf: zip(outcome.scores, scores).filter {
            isHigher ? $0.0.score >= least : $0.0.score <= least
          }.map(\.1))
      }
    }
  }

  private func isMeanShown(
    _ row: FeedbackFinding<Unreleased>.Row, _ rule: RoundingRule
  ) -> Bool {
    row.mean?.estimate?.interval != nil && row.used.count >= rule.rounding.rules.leastPeople
  }

  private mutating func enter(
    _ row: FeedbackFinding<Unreleased>.Row, _ used: Int
  ) -> Int? {
    guard let parts = row.reached?.estimate?.parts, let set = parts.people else { return nil }
    let count = Int(parts.count)
    guard !rounding.isFew(row.used.count) else {
      return imply(.people(set), count, isHidden: true)
    }
    let place = enter(.people(set), count)
    relate(used, holds: place, restIsHidden: true)
    tellAbsence(of: place, used: used)
    return place
  }
}
