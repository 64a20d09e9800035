import FurlongStudy

extension ResultRows {
  mutating func add<N: Numbers>(_ finding: ReachFinding<N>) {
    addFlows(finding.flows)
    if let attendance = finding.attendance {
      add(attendance.answers, at: Place())
      if let hours = attendance.hours {
        add(HoursMeasure.people, hours.people, at: Place())
        add(hours.answers, at: Place())
      }
      if let years = attendance.years { add(years) }
      if let series = attendance.series { add(series) }
    }
    for casemix in finding.casemix {
      for value in casemix.values {
        let place = Place(outcome: casemix.column, group: "\(casemix.column)=\(value.value)")
        add(ReachPeople.casemix, value.people, at: place)
        if let beside = value.beside {
          add(beside.answers, at: place)
          add(
            CasemixMeasure.population, stated: beside.share, note: finding.population?.source ?? "",
            at: place)
        }
      }
    }
    for comparison in finding.missing { add(comparison) }
    for unused in finding.unusedForms {
      let place = Place(outcome: unused.scale, occasion: unused.occasion.id)
      add(ReachPeople.onlyUnscorable, unused.onlyUnscorable, at: place)
      add(ReachPeople.severalForms, unused.severalForms, at: place)
      add(ReachPeople.bothNotDue, unused.notDue, at: place)
    }
  }

  /// Each number once: the stages before forms are the same in every flow.
  private mutating func addFlows<N: Numbers>(_ flows: [ReachFinding<N>.Flow]) {
    var baselines: Set<String> = []
    for (index, flow) in flows.enumerated() {
      let scale = flow.scale.map { Place($0, flow.occasion) } ?? Place()
      for stage in flow.stages {
        switch stage.kind {
        case .registered where index == 0: add(ReachPeople.registered, stage.people, at: Place())
        case .registeredInPeriod where index == 0:
          add(ReachPeople.registeredInPeriod, stage.people, at: Place())
        case .meets(let column, let values) where index == 0:
          add(
            ReachPeople.meets, stage.people, note: values.joined(separator: ", "),
            at: Place(outcome: column))
          for others in stage.others {
            add(
              ReachPeople.leftOut, others.people,
              at: Place(outcome: column, group: "\(column)=\(others.value)"))
          }
        case .hasDayZero where index == 0: add(ReachPeople.hasDayZero, stage.people, at: Place())
        case .attendedAny where index == 0:
          add(ReachPeople.attendedAny, stage.people, at: Place())
        case .withBaseline where baselines.insert(scale.outcome).inserted:
          var place = scale
          place.occasion = ""
          add(ReachPeople.withBaseline, stage.people, at: place)
        case .dueFollowUp: add(ReachPeople.dueFollowUp, stage.people, at: scale)
        case .withFollowUp: add(ReachPeople.withFollowUp, stage.people, at: scale)
        case .analysed: add(ReachPeople.analysed, stage.people, at: scale)
        default: break
        }
      }
    }
  }

  private mutating func add<N: Numbers>(_ years: AttendanceYears<N>) {
    func add(_ period: AttendanceYears<N>.Period, _ occasion: String) {
      let place = Place(occasion: occasion)
      self.add(PeriodMeasure.attended, period.attended, at: place)
      self.add(
        PeriodMeasure.people, period.people, note: period.isPart ? "covered in part" : "",
        at: place)
    }
    for year in years.years {
      add(year.whole, year.name)
      for term in year.terms { add(term.period, "\(year.name) \(term.id)") }
    }
  }

  private mutating func add<N: Numbers>(_ series: AttendanceSeries<N>) {
    for month in series.months {
      let place = Place(occasion: month.first.month)
      add(MonthlyMeasure.attended, month.attended, at: place)
      add(MonthlyMeasure.people, month.people, at: place)
    }
    add(series.lines, at: Place())
    for signal in series.signals {
      let way = signal.isUp.map { $0 ? " up" : " down" } ?? ""
      let ends = [signal.months.first, signal.months.last].compactMap { $0?.month }
      let chart = Method.chart(series.kind, series.rules).estimator
      add(
        MonthlyMeasure.signal, stated: Double(signal.months.count),
        method: Method(estimator: "\(chart), \(signal.kind.rawValue)\(way)"),
        at: Place(occasion: ends.joined(separator: " to ")))
    }
  }

  private mutating func add<N: Numbers>(_ comparison: ReachFinding<N>.MissingComparison) {
    for variable in comparison.variables {
      let kind = variable.kind
      for (measure, answer) in variable.answers.all {
        add(
          measure.declared(for: kind), answer,
          at: Place(comparison.scale, comparison.occasion, group: kind.group))
      }
    }
  }
}

extension CalendarDay {
  /// The month of the day: `2024-03`.
  fileprivate var month: String { String(description.prefix(7)) }
}
