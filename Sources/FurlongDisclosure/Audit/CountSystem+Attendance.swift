import FurlongEvaluation
import FurlongStudy

extension CountSystem {
  mutating func enter(
    _ attendance: ReachFinding<Unreleased>.Attendance, _ rule: RoundingRule
  ) {
    let came = enter(attendance.attendedAny)
    var places: [AttendanceMeasure: Int] = [:]
    for (measure, answer) in attendance.answers.all where measure.declared.kind == .count {
      places[measure] = enter(.places(measure), answer, of: measure.declared, rule)
    }
    if let offered = places[.offered], let attended = places[.attended],
      let missed = places[.missed], let cancelled = places[.cancelledByStudent]
    {
      relate(offered, isSumOf: [attended, missed, cancelled])
      relate(attended, holds: came, restIsHidden: false)
    }
    for (_, answer) in attendance.answers.all { enter(answer.used) }
    if let hours = attendance.hours {
      relate(came, holds: enter(hours.people), restIsHidden: true)
    }
    if let years = attendance.years {
      enter(years, rule)
      relate(years, toAll: places[.attended], by: came)
    }
    if let series = attendance.series {
      enter(series, rule)
      if let years = attendance.years, rule.showsMonths { relate(years, series) }
    }
  }

  private mutating func enter(_ series: AttendanceSeries<Unreleased>, _ rule: RoundingRule) {
    for (_, answer) in series.lines.all { enter(answer.used) }
    for month in series.months {
      let people = enter(month.people)
      if let attended = enter(
        .placesIn(month: month.first), month.attended, of: MonthlyMeasure.attended, rule)
      {
        relate(attended, holds: people, restIsHidden: true)
      }
    }
  }

  /// Years count all who meet the criteria, whenever they registered; where they are the population, they add up to its places.
  private mutating func relate(
    _ years: AttendanceYears<Unreleased>, toAll attended: Int?, by came: Int
  ) {
    let whole = years.years.compactMap { place(of: .placesDuring(year: $0.beginsIn, term: nil)) }
    guard let attended, whole.count == years.years.count else { return }
    let isAll = whole.reduce(0) { $0 + counts[$1].truth } == counts[attended].truth
    relate(
      [(attended, -1)] + whole.map { ($0, 1) }, in: 0...(isAll ? 0 : Double(Self.endless)))
    if isAll, let ever = place(of: .people(.everAttended)),
      counts[ever].truth == counts[came].truth
    {
      relate(ever, isSumOf: [came])
    }
  }

  /// A year is the sum of its terms, which those who came in it came to one of at least.
  private mutating func enter(_ years: AttendanceYears<Unreleased>, _ rule: RoundingRule) {
    func enter(
      _ period: AttendanceYears<Unreleased>.Period, _ key: CountKey
    ) -> (attended: Int?, people: Int) {
      let people = self.enter(period.people)
      let attended = self.enter(key, period.attended, of: PeriodMeasure.attended, rule)
      if let attended { relate(attended, holds: people, restIsHidden: true) }
      return (attended, people)
    }
    for year in years.years {
      let whole = enter(year.whole, .placesDuring(year: year.beginsIn, term: nil))
      guard rule.showsMonths, !year.terms.isEmpty else { continue }
      let terms = year.terms.map {
        enter($0.period, .placesDuring(year: year.beginsIn, term: $0.id))
      }
      let attended = terms.compactMap(\.attended)
      if let all = whole.attended, attended.count == terms.count {
        relate(all, isSumOf: attended)
      }
      relate(
        [(whole.people, -1)] + terms.map { ($0.people, 1) }, in: 0...Double(Self.endless))
    }
  }

  /// Terms and months are the same places: what no printed month holds of a term is not to be worked out where it is small.
  ///
  /// Terms that begin inside a month are held against the months together with their neighbours too, from one term that
  /// begins with a month to the next.
  private mutating func relate(
    _ years: AttendanceYears<Unreleased>, _ series: AttendanceSeries<Unreleased>
  ) {
    var run: [TermPlace] = []
    for term in terms(of: years) {
      if term.days.from.date.day == 1 {
        relate(run, series)
        run = []
      }
      if term.days.from.date.day != 1 || term.days.to.adding(days: 1).date.day != 1 {
        relate([term], series)
      }
      run.append(term)
    }
    relate(run, series)
  }

  /// A term whose places are a count of the system.
  private struct TermPlace {
    var days: DayRange
    var place: Int
    var beside: CountKey
  }

  private func terms(of years: AttendanceYears<Unreleased>) -> [TermPlace] {
    years.years.flatMap { year in
      (years.calendar.year(beginningIn: year.beginsIn)?.parts ?? []).compactMap { part in
        place(of: .placesDuring(year: year.beginsIn, term: part.term.id)).map {
          TermPlace(
            days: part.days, place: $0,
            beside: .placesBeside(year: year.beginsIn, term: part.term.id))
        }
      }
    }
  }

  /// The terms of some days in a row are the months that lie in them whole, and the rest.
  private mutating func relate(_ run: [TermPlace], _ series: AttendanceSeries<Unreleased>) {
    guard let first = run.first, let last = run.last else { return }
    let days = DayRange(from: first.days.from, to: last.days.to)
    let months = series.months.map(\.first).filter {
      days.contains($0) && $0.adding(months: 1).adding(days: -1) <= days.to
    }.compactMap { place(of: .placesIn(month: $0)) }
    guard !months.isEmpty else { return }
    let isWhole =
      days.from.date.day == 1 && days.to.adding(days: 1).date.day == 1
      && !series.partial.contains(where: days.contains)
    let rest =
      run.reduce(0) { $0 + counts[$1.place].truth } - months.reduce(0) { $0 + counts[$1].truth }
    var terms = run.map { ($0.place, -1.0) } + months.map { ($0, 1.0) }
    if !isWhole {
      let key = run.count == 1 ? first.beside : .difference(first.beside, last.beside)
      terms.append((imply(key, rest), 1))
    }
    relate(terms, in: 0...0)
  }
}
