import FurlongEvaluation

extension RoundingRule {
  /// Hours at sessions, rounded to as many as the base's number of sessions of the longest last.
  ///
  /// Where all last as long they are then the rounded count of sessions times that length, and say no more than it.
  func hours(_ estimate: Estimate, _ reason: Withheld?) -> ReleasedAnswer.Shown {
    guard let longest = estimate.longest, longest > 0 else { return .withheld(.fewPeople) }
    let sessions = estimate.value / longest
    let why = reason ?? (sessions < Double(rounding.rules.threshold) ? .fewPeople : nil)
    let hours = Double(rounding.count(sessions)) * longest
    return shown(hours, nil, hours == hours.rounded() ? 0 : 1, estimate, why)
  }

  /// A share by a month, made of the counts that are printed of it and of the months before, so that it tells no more than
  /// these: by a life table, in which a month without both of its counts does not stand.
  ///
  /// Shown where those who had had the event are printed, and those still watched who had not are printed as 10 or more.
  func shareByTime(_ estimate: Estimate, _ reason: Withheld?) -> ReleasedAnswer.Shown {
    guard let timed = estimate.timed, let last = timed.months.last,
      let level = estimate.interval?.level
    else { return .withheld(.fewPeople) }
    if let reason { return .withheld(reason) }
    for people in [last.had, last.still] {
      switch count(people).shown {
      case .fewerThan: return .withheld(.fewPeople)
      case .withheld(let reason): return .withheld(reason)
      case .exactly, .about: break
      }
    }
    guard let all = count(estimate.used).number, let still = count(last.still).number,
      still >= leastPeople
    else { return .withheld(.fewPeople) }
    var stretches: [(watched: Int, events: Int, lost: Int)] = []
    var (watched, had) = (all, 0)
    for month in timed.months {
      guard let hadNow = count(month.had).number, let stillNow = count(month.still).number
      else { continue }
      // Rounded counts may miss one another by a step.
      let events = max(0, hadNow - had)
      stretches.append((watched, events, max(0, watched - events - stillNow)))
      (watched, had) = (stillNow, hadNow)
    }
    guard let found = Interval.lifeTable(stretches, level: level) else {
      return .withheld(.fewPeople)
    }
    let decimals = all < 1_000 ? 2 : 3
    func coarse(_ number: Double) -> Double { Rounding.decimals(number, decimals) }
    return .number(
      ReleasedEstimate(
        coarse(found.share),
        interval: found.interval.map {
          Interval(low: coarse($0.low), high: coarse($0.high), level: $0.level)
        }, decimals: decimals, method: .lifeTable, caveats: []))
  }

  /// The time by which half had something, in whole weeks: a time at which somebody had it.
  ///
  /// Shown where at least 10 had it by then and 10 later; its limits where no few had it outside of them.
  func medianTime(_ estimate: Estimate, _ reason: Withheld?) -> ReleasedAnswer.Shown {
    guard let timed = estimate.timed, min(timed.before, timed.after) >= leastPeople else {
      return .withheld(reason ?? .fewPeople)
    }
    var estimate = estimate
    if estimate.interval != nil, rounding.isFew(timed.outside) {
      estimate.interval = nil
      estimate.caveats.append(.limitsOfFew)
    }
    return shown(estimate.value, estimate.interval, 0, estimate, reason)
  }

  private var leastPeople: Int { rounding.rules.leastPeople }
}
