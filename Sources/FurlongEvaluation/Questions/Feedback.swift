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
        for (course, scores) in Self.byCourse(forms.map { ($0.entry, $0.score) }) {
          rows.append(row(scores, course, scale, planned, isListed))
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

  /// The scores by course, in order: capitals and blanks make no other course, whose name is the commonest spelling.
  ///
  /// Of a person with forms under several spellings their last counts, or else one.
  static func byCourse(
    _ forms: [(entry: OnceForms.Entry, score: Double)]
  ) -> [(course: String, scores: [Double])] {
    let named = forms.compactMap { form in
      form.entry.course.map {
        (course: $0, person: form.entry.person, isLast: form.entry.isLast, score: form.score)
      }
    }
    let spelt = Dictionary(grouping: named) {
      $0.course.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return spelt.values.map { forms in
      let spellings = Dictionary(grouping: forms, by: \.course).mapValues(\.count)
      let name = spellings.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
      let people = Dictionary(grouping: forms, by: \.person)
      return (
        name,
        people.keys.sorted().compactMap { person in
          let theirs = (people[person] ?? []).sorted {
            ($0.course, $0.score) < ($1.course, $1.score)
          }
          return (theirs.first(where: \.isLast) ?? theirs.first)?.score
        }.sorted()
      )
    }.sorted { $0.course < $1.course }
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
