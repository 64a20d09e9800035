import FurlongEvaluation

extension FindingsRelease {
  func release(_ reach: ReachFinding<Unreleased>) -> ReachFinding<Released> {
    ReachFinding(
      flows: reach.flows.map(release), attendance: reach.attendance.map(release),
      casemix: reach.casemix.map(release), population: reach.population,
      missing: reach.missing.map(release),
      unusedForms: reach.unusedForms.map { unused in
        ReachFinding.UnusedForms(
          scale: unused.scale, occasion: unused.occasion,
          onlyUnscorable: rule.count(unused.onlyUnscorable),
          severalForms: rule.count(unused.severalForms), notDue: rule.count(unused.notDue))
      })
  }

  private func release(_ flow: ReachFinding<Unreleased>.Flow) -> ReachFinding<Released>.Flow {
    ReachFinding.Flow(
      scale: flow.scale, occasion: flow.occasion,
      stages: flow.stages.map {
        ReachFinding.Stage(
          kind: $0.kind, people: rule.count($0.people), lost: $0.lost.map(rule.count),
          others: $0.others.map {
            ReachFinding.Others(value: $0.value, words: $0.words, people: rule.count($0.people))
          })
      })
  }

  private func release(_ casemix: Casemix<Unreleased>) -> Casemix<Released> {
    Casemix(
      column: casemix.column,
      values: casemix.values.map { value in
        Casemix.Value(
          value: value.value, people: rule.count(value.people),
          beside: value.beside.map {
            Casemix.Beside(count: $0.count, of: $0.of, answers: rule.answers($0.answers))
          })
      })
  }

  private func release(
    _ attendance: ReachFinding<Unreleased>.Attendance
  ) -> ReachFinding<Released>.Attendance {
    ReachFinding.Attendance(
      answers: rule.answers(attendance.answers) {
        $0.declared.kind == .count ? .places($0) : nil
      },
      attendedAny: rule.count(attendance.attendedAny),
      years: attendance.years.map(release),
      series: rule.showsMonths ? attendance.series.map(release) : nil,
      hours: attendance.hours.map(release))
  }

  /// Hours go where the sessions that they add up go: who knows how long each lasts reads one in the other.
  private func release(_ hours: ReachFinding<Unreleased>.Hours) -> ReachFinding<Released>.Hours {
    let closed: Withheld? = rule.holdsBack(.places(.attended)) ? .wouldTell : nil
    return ReachFinding.Hours(
      people: rule.count(hours.people),
      answers: rule.answers(hours.answers, closed: closed))
  }

  /// Where dates are years, so are terms.
  private func release(_ years: AttendanceYears<Unreleased>) -> AttendanceYears<Released> {
    AttendanceYears(
      calendar: years.calendar,
      years: years.years.map { year in
        func release(
          _ period: AttendanceYears<Unreleased>.Period, _ term: String?
        ) -> AttendanceYears<Released>.Period {
          AttendanceYears.Period(
            attended: rule.answer(
              period.attended, of: PeriodMeasure.attended,
              key: .placesDuring(year: year.beginsIn, term: term)),
            people: rule.count(period.people), isPart: period.isPart)
        }
        let terms = rule.showsMonths ? year.terms : []
        return AttendanceYears.Year(
          beginsIn: year.beginsIn, name: year.name, whole: release(year.whole, nil),
          terms: terms.map {
            AttendanceYears.Term(id: $0.id, label: $0.label, period: release($0.period, $0.id))
          })
      })
  }

  private func release(
    _ series: AttendanceSeries<Unreleased>
  ) -> AttendanceSeries<Released> {
    let months = series.months.map { month in
      AttendanceSeries<Released>.Month(
        first: month.first,
        attended: rule.answer(
          month.attended, of: MonthlyMeasure.attended, key: .placesIn(month: month.first)),
        people: rule.count(month.people))
    }
    // Without the months there is nothing that a signal could be seen in.
    let isAnyShown = months.contains { $0.attended.estimate != nil }
    return AttendanceSeries(
      kind: series.kind, rules: series.rules, months: months, partial: series.partial,
      lines: rule.answers(series.lines), leftOutOfLimits: series.leftOutOfLimits,
      signals: isAnyShown ? series.signals : [])
  }

  func release(
    _ comparison: ReachFinding<Unreleased>.MissingComparison
  ) -> ReachFinding<Released>.MissingComparison {
    ReachFinding.MissingComparison(
      scale: comparison.scale, occasion: comparison.occasion,
      present: rule.count(comparison.present), missing: rule.count(comparison.missing),
      variables: comparison.variables.map(release))
  }

  /// One side and the difference would give the other side away: they go together.
  private func release(
    _ variable: ReachFinding<Unreleased>.MissingComparison.Variable
  ) -> ReachFinding<Released>.MissingComparison.Variable {
    func released(_ closed: Withheld?) -> Answers<MissingMeasure, Released> {
      variable.answers.map {
        rule.answer($1, of: $0.declared(for: variable.kind), key: nil, closed: closed)
      }
    }
    let open = released(nil)
    let why = open.all.lazy.compactMap { measure, answer -> Withheld? in
      if case .withheld(let why) = answer.shown { why } else { nil }
    }.first
    return ReachFinding.MissingComparison.Variable(
      kind: variable.kind, answers: why.map { released($0) } ?? open)
  }
}
