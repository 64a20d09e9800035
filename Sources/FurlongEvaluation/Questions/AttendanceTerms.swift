import FurlongStudy

/// Attendance by academic year and term, of the people of `AttendanceMonths`.
struct AttendanceTerms {
  var years: [YearAttendance]
  var monthly: MonthlyAttendance
  var material: Material

  /// The years; nil where there are none.
  func answer() -> AttendanceYears<Unreleased>? {
    guard !years.isEmpty else { return nil }
    let calendar = material.cohortPlan.terms
    return AttendanceYears(
      calendar: calendar,
      years: years.map { year in
        AttendanceYears.Year(
          beginsIn: year.beginsIn,
          name: calendar.year(beginningIn: year.beginsIn)?.name ?? String(year.beginsIn),
          whole: period(year.whole, year.beginsIn, nil),
          terms: calendar.terms.compactMap { term in
            year.terms[term.id].map {
              AttendanceYears.Term(
                id: term.id, label: term.label, period: period($0, year.beginsIn, term.id))
            }
          })
      })
  }

  private func period(
    _ period: YearAttendance.Period, _ year: Int, _ term: String?
  ) -> AttendanceYears<Unreleased>.Period {
    let everCame = PeopleCount(monthly.people, .everAttended)
    return AttendanceYears.Period(
      attended: material.sample(used: everCame, eligible: everCame).sum(
        Double(period.attended),
        of: Estimate.Contributors(
          people: period.people, of: period.attended, ofTwo: period.ofTwo)),
      people: PeopleCount(period.people, .attendedDuring(year: year, term: term)),
      isPart: period.isPart)
  }
}
