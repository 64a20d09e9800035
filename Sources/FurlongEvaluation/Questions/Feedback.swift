import FurlongStatistics
import FurlongStudy

/// Question 7, asked once: what people thought of it.
///
/// Nothing is compared, so that no change is claimed.
struct Feedback {
  /// Scales with at most so many scores are listed score by score.
  static let mostListed = 11

  var material: Material
  var step: EvaluationStep

  func answer(
    scales ids: [String], byCourse: Bool
  ) throws(EvaluationError) -> FeedbackFinding<Unreleased> {
    var outcomes: [FeedbackFinding<Unreleased>.Outcome] = []
    for planned in try material.feedback(ids, step: step) {
      let scale = try material.judged(
        OutcomePlan(scale: planned.scale, role: .secondary, reliability: .none)
      ).description
      let forms = material.onceForms(of: planned.scale)
      let last = forms.filter(\.entry.isLast).map(\.score)
      let isListed = scale.scores.count <= Self.mostListed
      var rows = [row(last, nil, scale, planned, isListed)]
      if byCourse {
        let courses = Dictionary(grouping: forms.filter { $0.entry.course != nil }) {
          $0.entry.course ?? ""
        }
        for course in courses.keys.sorted() {
          rows.append(
            row((courses[course] ?? []).map(\.score), course, scale, planned, isListed))
        }
      }
      outcomes.append(
        FeedbackFinding.Outcome(
          scale: scale, reaching: planned.reaching, label: planned.label,
          eligible: material.everyone, rows: rows,
          scores: (isListed ? scale.scores : []).map { score in
            FeedbackFinding.Score(
              score: score,
              people: PeopleCount(
                last.count { abs($0 - score) < scale.step / 2 },
                .scoredOnce(scale: scale.id, score: score)))
          }))
    }
    return FeedbackFinding(outcomes: outcomes)
  }

  private func row(
    _ scores: [Double], _ course: String?, _ scale: ScaleDescription, _ planned: FeedbackPlan,
    _ isListed: Bool
  ) -> FeedbackFinding<Unreleased>.Row {
    let used = PeopleCount(scores.count, .answeredOnce(scale: scale.id, course: course))
    let sample = material.sample(
      used: used, eligible: course == nil ? material.everyone : used)
    return FeedbackFinding.Row(
      course: course, used: used,
      reached: planned.reaching.map { least in
        let count = scores.count { scale.higherIsBetter ? $0 >= least : $0 <= least }
        return sample.share(count, .reached(scale: scale.id, course: course))
      },
      mean: isListed
        ? nil
        : sample.answer { () throws(StatisticsError) in
          let mean = try OneSampleTTest(confidence: material.plan.confidence)
            .mean(of: scores.sorted())
          var estimate = sample.estimate(mean.mean)
          estimate.interval = Interval(mean.test.interval)
          return estimate
        })
  }
}

extension ScaleDescription {
  /// Every score that the scale can have, the least first; of a scale of many scores only the first few.
  fileprivate var scores: [Double] {
    guard step > 0 else { return [] }
    let count = Int(((high - low) / step).rounded()) + 1
    return (0..<min(count, Feedback.mostListed + 1)).map { low + Double($0) * step }
  }
}
