import FurlongStatistics
import FurlongStudy

/// Question 1: who came, and who is in these numbers.
struct Reach {
  var material: Material

  func answer() throws(EvaluationError) -> ReachFinding {
    // Sorting by role keeps the plan's order within each.
    let all = try material.allScales()
    let scales =
      all.filter { $0.description.role == .primary }
      + all.filter { $0.description.role != .primary }
    let casemix = CasemixColumns(material: material)
    return ReachFinding(
      flows: ReachFlows(material: material).flows(of: scales), attendance: attendance(),
      casemix: casemix.answer(),
      missing: MissingPeople(material: material, casemix: casemix).comparisons(of: scales),
      unusedForms: unusedForms(scales))
  }

  private func attendance() -> ReachFinding.Attendance? {
    guard let places = material.cohort.attendance else { return nil }
    let size = material.cohort.size
    let sample = material.sample(used: size, eligible: size)
    func total(_ columns: [Int]...) -> Answer {
      sample.number(Double(columns.reduce(0) { $0 + $1.reduce(0, +) }), .events)
    }
    let came = places.attended.filter { $0 > 0 }.map(Double.init)
    let cameSample = material.sample(used: came.count, eligible: size)
    return ReachFinding.Attendance(
      offered: total(places.attended, places.missed, places.cancelledByStudent),
      attended: total(places.attended), missed: total(places.missed),
      cancelledByStudent: total(places.cancelledByStudent),
      cancelledByCollege: total(places.cancelledByCollege), attendedAny: .exactly(came.count),
      medianAttended: cameSample.answer { () throws(StatisticsError) in
        Estimate(
          try SampleDescription(of: came).median, unit: .events, used: came.count, eligible: size)
      },
      series: places.monthly.flatMap { AttendanceMonths(monthly: $0, material: material).answer() })
  }

  private func unusedForms(_ scales: [JudgedScale]) -> [ReachFinding.UnusedForms] {
    var unused: [ReachFinding.UnusedForms] = []
    for scale in scales {
      for occasion in material.cohortPlan.occasions {
        for column in material.cohort.forms
        where column.scale == scale.id && column.occasion == occasion.id {
          unused.append(
            ReachFinding.UnusedForms(
              scale: scale.id, occasion: TimeName(occasion),
              onlyUnscorable: .exactly(column.onlyUnscorable),
              severalForms: .exactly(column.severalForms)))
        }
      }
    }
    return unused
  }
}
