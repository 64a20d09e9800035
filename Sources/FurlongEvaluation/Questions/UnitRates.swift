import FurlongStatistics
import FurlongStudy

/// Question 4 of wards, teams or courses: whether counts changed from before something began on them to after.
///
/// ```
/// before: whole months that end before the day on which it began on the unit
/// after:  whole months that begin on that day or later
/// ```
///
/// The month in which it began is on neither side, unless it began on the first.
struct UnitRates {
  var material: Material

  func answer(counts: [String]) throws(EvaluationError) -> UnitRatesFinding<Unreleased> {
    guard let plan = material.cohortPlan.units else { throw .noUnits }
    var outcomes: [UnitRatesFinding<Unreleased>.Outcome] = []
    for id in counts.isEmpty ? plan.counts.map(\.id) : counts {
      guard let count = plan.counts.first(where: { $0.id == id }) else { throw .noUnits }
      outcomes.append(outcome(count, plan))
    }
    return UnitRatesFinding(one: plan.one, many: plan.many, what: plan.what, outcomes: outcomes)
  }

  /// One unit with its months on both sides.
  private struct Unit {
    var name: String
    var began: CalendarDay
    /// The months before, the last first.
    var before: [UnitMonths.Month]
    /// The months after, the first first.
    var after: [UnitMonths.Month]

    init(_ months: UnitMonths, began: CalendarDay, at most: Int?) {
      name = months.unit
      self.began = began
      let start = began.adding(days: 1 - began.date.day)
      let first = began.date.day == 1 ? start : start.adding(months: 1)
      before = months.months.filter { $0.first.adding(months: 1) <= began }.reversed()
      after = months.months.filter { $0.first >= first }
      if let most {
        let least = start.adding(months: -most)
        before.removeAll { $0.first < least }
        after.removeAll { $0.first >= first.adding(months: most) }
      }
    }

    var hasBothSides: Bool {
      before.contains { $0.over > 0 } && after.contains { $0.over > 0 }
    }

    var all: Int { (before + after).reduce(0) { $0 + $1.count } }

    var periods: UnitPeriods {
      UnitPeriods(
        before.map { .init(events: Double($0.count), time: $0.over, isAfter: false) }
          + after.map { .init(events: Double($0.count), time: $0.over, isAfter: true) })
    }

    /// Its month so many after the beginning (1 the first) or before it (−1 the last); nil where the data have none.
    func month(_ number: Int) -> UnitMonths.Month? {
      let start = began.adding(days: 1 - began.date.day)
      let first = began.date.day == 1 ? start : start.adding(months: 1)
      return number < 0
        ? before.first { $0.first == start.adding(months: number) }
        : after.first { $0.first == first.adding(months: number - 1) }
    }
  }

  private func outcome(
    _ count: UnitsPlan.Count, _ plan: UnitsPlan
  ) -> UnitRatesFinding<Unreleased>.Outcome {
    var units: [Unit] = []
    var leftOut: [String: UnitRatesFinding<Unreleased>.LeftOut] = [:]
    let found = material.cohort.units.filter { $0.count == count.id }
    for months in found {
      guard let began = plan.began[months.unit] else {
        leftOut[months.unit] = .noBeginning
        continue
      }
      let unit = Unit(months, began: began, at: plan.months)
      if unit.hasBothSides { units.append(unit) } else { leftOut[months.unit] = .oneSide }
    }
    for name in plan.began.keys where !found.contains(where: { $0.unit == name }) {
      leftOut[name] = .noData
    }
    units.sort { $0.name < $1.name }
    let months = months(units, count)
    let largest = units.max { ($0.all, $1.name) < ($1.all, $0.name) }
    return UnitRatesFinding.Outcome(
      count: count,
      rows: (units.count == 1 ? [] : [row(units, of: count, named: nil)])
        + units.map { row([$0], of: count, named: $0) },
      leftOut: leftOut,
      largest: units.count > 1
        ? largest.map { largest in
          .init(
            unit: largest.name,
            ratioWithout: ratio(units.filter { $0.name != largest.name }, of: count))
        } : nil,
      months: months.months, median: months.median, signals: months.signals,
      context: context(units, count))
  }

  private func sample(_ units: [Unit], _ count: UnitsPlan.Count) -> Sample {
    material.sample(
      used: .units(units.count, of: count.id), eligible: .units(units.count, of: count.id))
  }

  /// What others publish of the count, over the months of all units that are compared.
  private func context(
    _ units: [Unit], _ count: UnitsPlan.Count
  ) -> [ContextFinding<Unreleased>] {
    func months(_ side: (Unit) -> [UnitMonths.Month]) -> [CalendarDay] {
      units.flatMap(side).filter { $0.over > 0 }.map(\.first)
    }
    return material.plan.context.filter { $0.event == count.id }.map { series in
      ContextOverMonths(
        series: series, before: months(\.before), after: months(\.after),
        sample: sample(units, count)
      ).answer()
    }
  }

  private func ratio(_ units: [Unit], of count: UnitsPlan.Count) -> FoundAnswer {
    let sample = sample(units, count)
    return sample.answer { () throws(StatisticsError) in
      let ratio = try UnitRateRatio(confidence: material.plan.confidence)
        .compare(units.map(\.periods))
      return Estimate(
        ratio.ratio, used: sample.used, eligible: sample.eligible,
        standardError: ratio.logStandardError,
        degreesOfFreedom: Double(ratio.degreesOfFreedom), interval: Interval(ratio.interval))
    }
  }

  private func row(
    _ units: [Unit], of count: UnitsPlan.Count, named unit: Unit?
  ) -> UnitRatesFinding<Unreleased>.Row {
    let sample = sample(units, count)
    func sum(_ months: [UnitMonths.Month]) -> (count: Double, over: Double) {
      (Double(months.reduce(0) { $0 + $1.count }), months.reduce(0) { $0 + $1.over })
    }
    let before = sum(units.flatMap(\.before))
    let after = sum(units.flatMap(\.after))
    func number(_ value: Double) -> FoundAnswer {
      units.isEmpty ? sample.none(.noData) : sample.number(value)
    }
    func rate(_ side: (count: Double, over: Double)) -> FoundAnswer {
      side.over > 0
        ? sample.number(side.count / side.over * Double(count.per)) : sample.none(.noData)
    }
    return UnitRatesFinding.Row(
      unit: unit?.name, began: unit?.began,
      monthsBefore: units.reduce(0) { $0 + $1.before.count },
      monthsAfter: units.reduce(0) { $0 + $1.after.count },
      answers: Answers { measure in
        switch measure {
        case .countBefore: number(before.count)
        case .countAfter: number(after.count)
        case .overBefore: number(before.over)
        case .overAfter: number(after.over)
        case .rateBefore: rate(before)
        case .rateAfter: rate(after)
        case .ratio: units.isEmpty ? sample.none(.noData) : ratio(units, of: count)
        }
      })
  }

  /// The months that all units have, and what they say against the middle month before.
  private func months(
    _ units: [Unit], _ count: UnitsPlan.Count
  ) -> (
    months: [UnitRatesFinding<Unreleased>.Month], median: FoundAnswer,
    signals: [UnitRatesFinding<Unreleased>.Signal]
  ) {
    let sample = sample(units, count)
    let most = units.flatMap { $0.before + $0.after }.count
    let numbers = most == 0 ? [] : (Array(-most...(-1)) + Array(1...most))
    let shared = numbers.compactMap { number -> (number: Int, count: Int, over: Double)? in
      let months = units.compactMap { $0.month(number) }
      let over = months.reduce(0) { $0 + $1.over }
      guard months.count == units.count, over > 0 else { return nil }
      return (number, months.reduce(0) { $0 + $1.count }, over)
    }
    let found = shared.map { month in
      UnitRatesFinding<Unreleased>.Month(
        number: month.number,
        answers: Answers { measure in
          switch measure {
          case .count: sample.number(Double(month.count))
          case .over: sample.number(month.over)
          case .rate: sample.number(Double(month.count) / month.over * Double(count.per))
          }
        })
    }
    let rates = shared.map { Double($0.count) / $0.over * Double(count.per) }
    let before = shared.count { $0.number < 0 }
    // Fewer make no line to read others by.
    guard before >= AttendanceMonths.leastForMedian else {
      return (found, sample.none(.limitsNeedMonths(AttendanceMonths.leastForMedian)), [])
    }
    do throws(StatisticsError) {
      let reading = try RunChart(baseline: before).read(rates)
      return (
        found, sample.number(reading.median),
        reading.signals.map { signal in
          UnitRatesFinding.Signal(
            isUp: signal.direction.map { $0 == .up },
            months: signal.points.map { shared[$0].number })
        }
      )
    } catch {
      return (found, sample.none(NotEstimable(error)), [])
    }
  }
}
