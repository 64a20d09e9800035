import FurlongStatistics
import FurlongStudy

/// Those due without a follow-up against those with one, in what was known before it.
struct MissingPeople {
  var material: Material
  var casemix: CasemixColumns

  func comparisons(of scales: [JudgedScale]) -> [ReachFinding.MissingComparison] {
    let baseline = material.cohortPlan.baseline
    var comparisons: [ReachFinding.MissingComparison] = []
    for scale in scales {
      let first = baseline.flatMap {
        material.scored.scores(scale: scale.id, occasion: $0.id)
      }
      for occasion in material.cohortPlan.followUps {
        guard let second = material.scored.scores(scale: scale.id, occasion: occasion.id) else {
          continue
        }
        let due = second.due.indices.filter { second.due[$0] }
        let present = due.filter { second.values[$0] != nil }
        let missing = due.filter { second.values[$0] == nil }
        comparisons.append(
          ReachFinding.MissingComparison(
            scale: scale.description,
            occasion: TimeName(occasion),
            present: .exactly(present.count), missing: .exactly(missing.count),
            variables: variables(first, present: present, missing: missing)))
      }
    }
    return comparisons
  }

  private func variables(
    _ first: ScoredCohort.Scores?, present: [Int], missing: [Int]
  ) -> [ReachFinding.MissingComparison.Variable] {
    var variables: [ReachFinding.MissingComparison.Variable] = []
    if let first {
      variables.append(
        measured(
          .firstScore, .points, present: present, missing: missing
        ) { first.values[$0] })
    }
    if let attended = material.cohort.attendance?.attended {
      variables.append(
        measured(.sessionsAttended, .events, present: present, missing: missing) {
          Double(attended[$0])
        })
    }
    for column in casemix.names {
      for value in casemix.values(of: column) {
        variables.append(share(column, value, present: present, missing: missing))
      }
    }
    return variables
  }

  private func measured(
    _ kind: ReachFinding.MissingComparison.Variable.Kind, _ unit: EstimateUnit, present: [Int],
    missing: [Int], _ value: (Int) -> Double?
  ) -> ReachFinding.MissingComparison.Variable {
    let here = present.compactMap(value).sorted()
    let gone = missing.compactMap(value).sorted()
    func mean(_ values: [Double], of people: Int) -> Answer {
      let sample = material.sample(used: values.count, eligible: people)
      return sample.answer { () throws(StatisticsError) in
        Estimate(
          try SampleDescription(of: values).mean, unit: unit, used: sample.used,
          eligible: sample.eligible)
      }
    }
    return ReachFinding.MissingComparison.Variable(
      kind: kind, present: mean(here, of: present.count), missing: mean(gone, of: missing.count),
      standardisedDifference: difference(
        kind, used: here.count + gone.count, eligible: present.count + missing.count
      ) { () throws(StatisticsError) in
        try StandardisedMeanDifference().continuous(gone, comparedWith: here).standardised
      })
  }

  private func share(
    _ column: String, _ value: String, present: [Int], missing: [Int]
  ) -> ReachFinding.MissingComparison.Variable {
    func count(_ people: [Int]) -> Int { people.count { casemix.has(value, column, person: $0) } }
    func share(_ people: [Int]) -> Answer {
      material.sample(used: people.count, eligible: people.count).share(count(people))
    }
    let all = present.count + missing.count
    let kind = ReachFinding.MissingComparison.Variable.Kind.value(column: column, value: value)
    return ReachFinding.MissingComparison.Variable(
      kind: kind, present: share(present),
      missing: share(missing),
      standardisedDifference: difference(kind, used: all, eligible: all) {
        () throws(StatisticsError) in
        try StandardisedMeanDifference().binary(
          count(missing), of: missing.count, comparedWith: count(present), of: present.count
        ).standardised
      })
  }

  private func difference(
    _ kind: ReachFinding.MissingComparison.Variable.Kind, used: Int, eligible: Int,
    _ compute: () throws(StatisticsError) -> Double
  ) -> Answer {
    material.sample(used: used, eligible: eligible).answer { () throws(StatisticsError) in
      Estimate(
        try compute(), unit: .standardDeviations, used: used, eligible: eligible,
        method: kind.method)
    }
  }
}
