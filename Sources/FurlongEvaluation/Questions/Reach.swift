import FurlongStatistics
import FurlongStudy

/// Question 1: who came, and who is in these numbers.
struct Reach {
  var material: Material

  func answer() throws(EvaluationError) -> ReachFinding<Unreleased> {
    // Sorting by role keeps the plan's order within each.
    let all = try material.allScales()
    let scales =
      all.filter { $0.description.role == .primary }
      + all.filter { $0.description.role != .primary }
    let casemix = CasemixColumns(material: material)
    let kept = casemix.names
    for stated in material.plan.population?.columns ?? [] where !kept.contains(stated.column) {
      throw .populationNotKept(stated.column, kept: kept)
    }
    return ReachFinding(
      flows: ReachFlows(material: material).flows(of: scales), attendance: attendance(),
      casemix: casemix.answer(), population: material.plan.population?.source,
      missing: MissingPeople(material: material, casemix: casemix).comparisons(of: scales),
      unusedForms: unusedForms(scales))
  }

  private func attendance() -> ReachFinding<Unreleased>.Attendance? {
    guard let places = material.cohort.attendance else { return nil }
    let sample = material.sample(used: material.everyone, eligible: material.everyone)
    func total(_ columns: [Int]...) -> FoundAnswer {
      let people = (0..<material.cohort.size).map { person in
        columns.reduce(0) { $0 + $1[person] }
      }
      return sample.sum(
        Double(people.reduce(0, +)), of: Estimate.Contributors(to: people))
    }
    let came = places.attended.filter { $0 > 0 }.map(Double.init)
    let cameSample = material.sample(
      used: PeopleCount(came.count, .attended), eligible: material.everyone)
    return ReachFinding.Attendance(
      answers: Answers { measure in
        switch measure {
        case .offered: total(places.attended, places.missed, places.cancelledByStudent)
        case .attended: total(places.attended)
        case .missed: total(places.missed)
        case .cancelledByStudent: total(places.cancelledByStudent)
        case .cancelledByCollege: total(places.cancelledByCollege)
        case .beforeDayZero: total(places.beforeDayZero)
        case .medianAttended:
          cameSample.answer { () throws(StatisticsError) in
            cameSample.estimate(try SampleDescription(of: came).median)
          }
        }
      },
      attendedAny: cameSample.used,
      years: places.monthly.flatMap {
        AttendanceTerms(years: places.years, monthly: $0, material: material).answer()
      },
      series: places.monthly.flatMap { AttendanceMonths(monthly: $0, material: material).answer() },
      hours: places.hours.map(hours))
  }

  /// Of those for whom each session that they came to has a length.
  private func hours(_ hours: HoursAttended) -> ReachFinding<Unreleased>.Hours {
    let known = hours.minutes.compactMap(\.self).sorted()
    let sample = material.sample(
      used: PeopleCount(known.count, .withHours), eligible: material.everyone)
    func quantile(_ share: Double) -> FoundAnswer {
      sample.answer { () throws(StatisticsError) in
        let hours = try SampleQuantiles().values(of: known.map { Double($0) / 60 }, at: [share])
        return sample.estimate(hours[0])
      }
    }
    return ReachFinding.Hours(
      people: sample.used,
      answers: Answers { measure in
        switch measure {
        case .total:
          known.isEmpty
            ? sample.none(.tooFew(needed: 1, found: 0)) : .estimated(total(known, hours, sample))
        case .lowerQuarter: quantile(0.25)
        case .median: quantile(0.5)
        case .upperQuarter: quantile(0.75)
        }
      })
  }

  private func total(_ minutes: [Int], _ hours: HoursAttended, _ sample: Sample) -> Estimate {
    var total = sample.estimate(Double(minutes.reduce(0, +)) / 60)
    total.contributors = [Estimate.Contributors(to: minutes)]
    total.longest = Double(hours.longest) / 60
    return total
  }

  /// How many have both forms, the later of which comes before its follow-up is due.
  private func notDue(_ scale: String, _ occasion: Occasion) -> Int {
    guard occasion.role == .followUp, let baseline = material.cohortPlan.baseline,
      let first = material.scored.scores(scale: scale, occasion: baseline.id),
      let second = material.scored.scores(scale: scale, occasion: occasion.id)
    else { return 0 }
    return second.values.indices.count {
      first.values[$0] != nil && second.values[$0] != nil && !second.due[$0]
    }
  }

  private func unusedForms(_ scales: [JudgedScale]) -> [ReachFinding<Unreleased>.UnusedForms] {
    var unused: [ReachFinding<Unreleased>.UnusedForms] = []
    for scale in scales {
      for occasion in material.cohortPlan.occasions(of: scale.id) {
        for column in material.cohort.forms
        where column.scale == scale.id && column.occasion == occasion.id {
          let set = (scale: scale.id, occasion: occasion.id)
          unused.append(
            ReachFinding.UnusedForms(
              scale: scale.id, occasion: TimeName(occasion),
              onlyUnscorable: PeopleCount(
                column.onlyUnscorable,
                .onlyUnscorable(scale: set.scale, occasion: set.occasion)),
              severalForms: PeopleCount(
                column.severalForms, .severalForms(scale: set.scale, occasion: set.occasion)),
              notDue: PeopleCount(
                notDue(scale.id, occasion),
                .pairedNotDue(scale: set.scale, occasion: set.occasion))))
        }
      }
    }
    return unused
  }
}
