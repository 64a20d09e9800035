import FurlongStudy

/// Counts attendance by academic year and term, of those of `MonthlySelection`.
struct YearSelection {
  var plan: CohortPlan
  /// The places that were offered, of each person one after the other.
  var places: [CountedPlaces.Place]

  /// The years that the register covers, in order.
  func select(_ monthly: MonthlyAttendance) -> [YearAttendance] {
    let covered = DayRange(from: monthly.firstDay, to: monthly.lastDay)
    return plan.terms.years(over: covered).map { year in
      var terms: [String: YearAttendance.Period] = [:]
      for part in year.parts where part.days.to >= covered.from && part.days.from <= covered.to {
        terms[part.term.id] = period(part.days, covered)
      }
      var whole = period(year.days, covered)
      // A term that begins after the register ends is no term to which nobody came.
      if year.parts.contains(where: { $0.days.from > covered.to }) { whole.isPart = true }
      return YearAttendance(beginsIn: year.beginsIn, whole: whole, terms: terms)
    }
  }

  private func period(_ days: DayRange, _ covered: DayRange) -> YearAttendance.Period {
    var attended = 0
    var people = CountOfPeople()
    for place in places
    where place.cameTo && place.day >= days.from.number && place.day <= days.to.number {
      attended += 1
      people.add(place.person)
    }
    // Sessions seldom begin on a term's first day, nor end on its last; the plan's last day of data is exact.
    let lastDay = plan.dataTo ?? covered.to.adding(months: 1)
    return YearAttendance.Period(
      attended: attended, people: people.people, ofTwo: people.ofTwo,
      isPart: days.from.adding(months: 1) < covered.from || lastDay < days.to)
  }
}
