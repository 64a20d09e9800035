import FurlongStudy

extension ResultRows {
  mutating func add(_ finding: ReachFinding) {
    addFlows(finding.flows)
    if let attendance = finding.attendance { add(attendance) }
    for casemix in finding.casemix {
      for value in casemix.values {
        add(
          "casemix", value.people,
          at: Place(outcome: casemix.column, group: "\(casemix.column)=\(value.value)"))
      }
    }
    for comparison in finding.missing { add(comparison) }
    for unused in finding.unusedForms {
      let place = Place(outcome: unused.scale, occasion: unused.occasion.id)
      add("only_unscorable", unused.onlyUnscorable, at: place)
      add("several_forms", unused.severalForms, at: place)
    }
  }

  /// Each number once: the stages before forms are the same in every flow.
  private mutating func addFlows(_ flows: [ReachFinding.Flow]) {
    var baselines: Set<String> = []
    for (index, flow) in flows.enumerated() {
      let scale = flow.scale?.id ?? ""
      for stage in flow.stages {
        switch stage.kind {
        case .registered where index == 0: add("registered", stage.people, at: Place())
        case .registeredInPeriod where index == 0:
          add("registered_in_period", stage.people, at: Place())
        case .meets(let column, let values) where index == 0:
          add(
            "meets", stage.people, note: values.joined(separator: ", "),
            at: Place(outcome: column))
        case .hasDayZero where index == 0: add("has_day_0", stage.people, at: Place())
        case .attendedAny where index == 0: add("attended_any", stage.people, at: Place())
        case .withBaseline where baselines.insert(scale).inserted:
          add("with_baseline", stage.people, at: Place(outcome: scale))
        case .dueFollowUp(let occasion):
          add("due_follow_up", stage.people, at: Place(outcome: scale, occasion: occasion))
        case .withFollowUp(let occasion):
          add("with_follow_up", stage.people, at: Place(outcome: scale, occasion: occasion))
        case .analysed(let occasion):
          add("analysed", stage.people, at: Place(outcome: scale, occasion: occasion))
        default: break
        }
      }
    }
  }

  private mutating func add(_ attendance: ReachFinding.Attendance) {
    for (measure, answer) in [
      ("sessions_offered", attendance.offered), ("sessions_attended", attendance.attended),
      ("sessions_missed", attendance.missed),
      ("sessions_cancelled_by_student", attendance.cancelledByStudent),
      ("sessions_cancelled_by_college", attendance.cancelledByCollege),
      ("median_sessions_attended", attendance.medianAttended),
    ] {
      add(measure, answer, unit: .events, at: Place())
    }
    if let series = attendance.series { add(series) }
  }

  private mutating func add(_ series: AttendanceSeries) {
    let method = MethodWords.chart(series.kind.rawValue, series.rules)
    for month in series.months {
      let place = Place(occasion: month.first.month)
      add("monthly_attended", month.attended, unit: .events, at: place)
      add("monthly_people", month.people, at: place)
    }
    add("monthly_centre", series.centre, unit: .events, method: method, at: Place())
    add("monthly_lower_limit", series.low, unit: .events, method: method, at: Place())
    add("monthly_upper_limit", series.high, unit: .events, method: method, at: Place())
    for signal in series.signals {
      let way = signal.isUp.map { $0 ? " up" : " down" } ?? ""
      let ends = [signal.months.first, signal.months.last].compactMap { $0?.month }
      add(
        "monthly_signal", number: Double(signal.months.count), unit: "months",
        method: "\(method), \(signal.kind.rawValue)\(way)", note: "",
        at: Place(occasion: ends.joined(separator: " to ")))
    }
  }

  private mutating func add(_ comparison: ReachFinding.MissingComparison) {
    for variable in comparison.variables {
      let kind = variable.kind
      let place = Place(
        outcome: comparison.scale.id, occasion: comparison.occasion.id, group: kind.group)
      add("\(kind.measure)_present", variable.present, unit: kind.unit, at: place)
      add("\(kind.measure)_missing", variable.missing, unit: kind.unit, at: place)
      add(
        "standardised_difference_missing", variable.standardisedDifference,
        unit: .standardDeviations, method: kind.method, at: place)
    }
  }
}

extension CalendarDay {
  /// The month of the day: `2024-03`.
  fileprivate var month: String { String(description.prefix(7)) }
}

extension ReachFinding.MissingComparison.Variable.Kind {
  fileprivate var word: String {
    switch self {
    case .firstScore: "first_score"
    case .sessionsAttended: "sessions"
    case .value: "share"
    }
  }

  fileprivate var measure: String {
    switch self {
    case .firstScore, .sessionsAttended: "mean_\(word)"
    case .value: word
    }
  }

  fileprivate var unit: EstimateUnit {
    switch self {
    case .firstScore: .points
    case .sessionsAttended: .events
    case .value: .proportion
    }
  }

  /// The group's cell: the value whose share is compared.
  var group: String {
    guard case .value(let column, let value) = self else { return GroupName.everyone.id }
    return "\(column)=\(value)"
  }

  /// The method's word, which tells the variables of one scale apart.
  var method: String { "\(MethodWords.pooledDeviations), \(word)" }
}
