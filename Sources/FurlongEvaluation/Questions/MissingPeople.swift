import FurlongStatistics
import FurlongStudy

/// Those due without a follow-up against those with one, in what was known before it.
struct MissingPeople {
  var material: Material
  var casemix: CasemixColumns

  func comparisons(of scales: [JudgedScale]) -> [ReachFinding<Unreleased>.MissingComparison] {
    let baseline = material.cohortPlan.baseline
    var comparisons: [ReachFinding<Unreleased>.MissingComparison] = []
    for scale in scales {
      let first = baseline.flatMap {
        material.scored.scores(scale: scale.id, occasion: $0.id)
      }
      for occasion in material.cohortPlan.followUps(of: scale.id) {
        guard let second = material.scored.scores(scale: scale.id, occasion: occasion.id) else {
          continue
        }
        let due = second.due.indices.filter { second.due[$0] }
        comparisons.append(
          Comparison(
            material: material, casemix: casemix, scale: scale, occasion: occasion, first: first,
            present: due.filter { second.values[$0] != nil },
            missing: due.filter { second.values[$0] == nil }
          ).answer())
      }
    }
    return comparisons
  }

  /// One scale at one follow-up.
  private struct Comparison {
    var material: Material
    var casemix: CasemixColumns
    var scale: JudgedScale
    var occasion: Occasion
    var first: ScoredCohort.Scores?
    var present: [Int]
    var missing: [Int]

    func answer() -> ReachFinding<Unreleased>.MissingComparison {
      ReachFinding.MissingComparison(
        scale: scale.description, occasion: TimeName(occasion), present: here, missing: gone,
        variables: variables)
    }

    private var here: PeopleCount {
      PeopleCount(present.count, .returned(scale: scale.id, occasion: occasion.id))
    }

    private var gone: PeopleCount {
      PeopleCount(missing.count, .missing(scale: scale.id, occasion: occasion.id))
    }

    private var due: PeopleCount {
      PeopleCount(
        present.count + missing.count,
        .due(occasion: occasion.id, group: GroupName.everyone.id))
    }

    private var variables: [ReachFinding<Unreleased>.MissingComparison.Variable] {
      var variables: [ReachFinding<Unreleased>.MissingComparison.Variable] = []
      if let first {
        let here = present.compactMap { first.values[$0] }
        let gone = missing.compactMap { first.values[$0] }
        let set = (scale: scale.id, occasion: occasion.id)
        variables.append(
          measured(
            .firstScore, here, gone,
            [
              .paired(scale: set.scale, occasion: set.occasion, group: GroupName.everyone.id),
              .missingWithBaseline(scale: set.scale, occasion: set.occasion),
              .dueWithBaseline(scale: set.scale, occasion: set.occasion),
            ]))
      }
      if let attended = material.cohort.attendance?.attended {
        variables.append(
          measured(
            .sessionsAttended, present.map { Double(attended[$0]) },
            missing.map { Double(attended[$0]) }, [here.people, gone.people, due.people]))
      }
      for column in casemix.names {
        for value in casemix.values(of: column) { variables.append(share(column, value)) }
      }
      return variables
    }

    /// A comparison of means; `sets` are those present, missing and both who have the value.
    private func measured(
      _ kind: MissingVariable, _ here: [Double], _ gone: [Double], _ sets: [PeopleSet]
    ) -> ReachFinding<Unreleased>.MissingComparison.Variable {
      func sample(_ values: Int, _ set: Int, of people: PeopleCount) -> Sample {
        material.sample(used: PeopleCount(values, sets[set]), eligible: people)
      }
      func mean(_ values: [Double], _ sample: Sample) -> FoundAnswer {
        sample.answer { () throws(StatisticsError) in
          sample.estimate(try SampleDescription(of: values.sorted()).mean)
        }
      }
      return ReachFinding.MissingComparison.Variable(
        kind: kind,
        answers: Answers { measure in
          switch measure {
          case .present: mean(here, sample(here.count, 0, of: self.here))
          case .missing: mean(gone, sample(gone.count, 1, of: self.gone))
          case .difference:
            difference(kind, sample(here.count + gone.count, 2, of: due)) {
              () throws(StatisticsError) in
              try StandardisedMeanDifference()
                .continuous(gone.sorted(), comparedWith: here.sorted()).standardised
            }
          }
        })
    }

    private func share(
      _ column: String, _ value: String
    ) -> ReachFinding<Unreleased>.MissingComparison.Variable {
      func count(_ people: [Int]) -> Int {
        people.count { casemix.has(value, column, person: $0) }
      }
      let kind = MissingVariable.value(column: column, value: value)
      let set = (scale: scale.id, occasion: occasion.id, group: kind.group)
      return ReachFinding.MissingComparison.Variable(
        kind: kind,
        answers: Answers { measure in
          switch measure {
          case .present:
            material.sample(used: here, eligible: here).share(
              count(present),
              .returnedOf(scale: set.scale, occasion: set.occasion, group: set.group))
          case .missing:
            material.sample(used: gone, eligible: gone).share(
              count(missing),
              .missingOf(scale: set.scale, occasion: set.occasion, group: set.group))
          case .difference:
            difference(kind, material.sample(used: due, eligible: due)) {
              () throws(StatisticsError) in
              try StandardisedMeanDifference().binary(
                count(missing), of: missing.count, comparedWith: count(present),
                of: present.count
              ).standardised
            }
          }
        })
    }

    private func difference(
      _ kind: MissingVariable, _ sample: Sample,
      _ compute: () throws(StatisticsError) -> Double
    ) -> FoundAnswer {
      sample.answer { () throws(StatisticsError) in
        sample.estimate(
          try compute(), method: MissingMeasure.difference.declared(for: kind).method)
      }
    }
  }
}
