import FurlongStatistics
import FurlongStudy

/// Attendance month by month: an XmR chart, or a run chart while months are few.
struct AttendanceMonths {
  /// From how many months on limits are drawn; with fewer they are guesses.
  static let leastForLimits = 13
  /// From how many months on a median is drawn.
  static let leastForMedian = 6

  var monthly: MonthlyAttendance
  var material: Material

  /// The series; nil where too few months are covered whole.
  func answer() -> AttendanceSeries<Unreleased>? {
    let counted = monthly.months.filter { isWithin($0.first) }
    let whole = counted.filter { isWhole($0.first) }
    guard whole.count >= Self.leastForMedian else { return nil }
    let everCame = PeopleCount(monthly.people, .everAttended)
    let sample = material.sample(used: everCame, eligible: everCame)
    let reading = Reading(whole, sample, ofTwo: monthly.ofTwo)
    return AttendanceSeries(
      kind: reading.kind, rules: reading.rules,
      months: whole.map { month in
        AttendanceSeries.Month(
          first: month.first,
          attended: sample.sum(
            Double(month.attended),
            of: Estimate.Contributors(people: month.people, of: month.attended, ofTwo: month.ofTwo)),
          people: PeopleCount(month.people, .attendedIn(month: month.first)))
      }, partial: counted.map(\.first).filter { !isWhole($0) }, lines: reading.lines,
      leftOutOfLimits: reading.leftOutOfLimits, signals: reading.signals)
  }

  /// Whether it begins within the plan's period of registration: later nobody new is counted, and fewer and fewer come.
  private func isWithin(_ first: CalendarDay) -> Bool {
    material.cohortPlan.registered.map { first <= $0.to } ?? true
  }

  /// Whether the register covers a month from its first day to its last.
  private func isWhole(_ first: CalendarDay) -> Bool {
    first >= monthly.firstDay && first.adding(months: 1).adding(days: -1) <= monthly.lastDay
  }

  /// Months as a chart reads them.
  private struct Reading {
    let kind: AttendanceSeriesKind
    let rules: String
    private(set) var lines: Answers<MonthlyMeasure, Unreleased>
    private(set) var leftOutOfLimits = 0
    private(set) var signals: [AttendanceSignal] = []

    init(_ months: [MonthlyAttendance.Month], _ sample: Sample, ofTwo: Int?) {
      kind = months.count >= AttendanceMonths.leastForLimits ? .controlChart : .runChart
      rules =
        kind == .controlChart
        ? ProcessRules.makingDataCount.name : RunChartRules.anhoej.rawValue
      lines = Answers { _ in sample.none(.noVariation) }
      let contributors = Estimate.Contributors(
        people: sample.used.count, of: months.reduce(0) { $0 + $1.attended }, ofTwo: ofTwo)
      do throws(StatisticsError) {
        switch kind {
        case .controlChart: try draw(months, sample, contributors)
        case .runChart: try drawMedian(months, sample, contributors)
        }
      } catch {
        let reason = NotEstimable(error)
        lines = Answers { _ in sample.none(reason) }
      }
    }

    private func line(
      _ value: Double, _ sample: Sample, _ contributors: Estimate.Contributors
    ) -> FoundAnswer {
      var line = sample.estimate(value, method: .chart(kind, rules))
      line.contributors = [contributors]
      return .estimated(line)
    }

    private mutating func draw(
      _ months: [MonthlyAttendance.Month], _ sample: Sample,
      _ contributors: Estimate.Contributors
    ) throws(StatisticsError) {
      let reading = try IndividualsChart().read(months.map { Double($0.attended) })
      guard let phase = reading.phases.first else { return }
      lines = Answers { measure in
        switch measure {
        case .centre: line(phase.centre, sample, contributors)
        case .low:
          phase.low < 0
            ? sample.none(.limitBelowZero) : line(phase.low, sample, contributors)
        case .high: line(phase.high, sample, contributors)
        }
      }
      leftOutOfLimits = phase.rangesLeftOut
      signals = reading.signals.map { signal in
        AttendanceSignal(
          kind: .init(signal.kind), isUp: signal.direction == .up,
          months: signal.points.map { months[$0].first })
      }
    }

    private mutating func drawMedian(
      _ months: [MonthlyAttendance.Month], _ sample: Sample,
      _ contributors: Estimate.Contributors
    ) throws(StatisticsError) {
      let reading = try RunChart().read(months.map { Double($0.attended) })
      lines = Answers { measure in
        switch measure {
        case .centre: line(reading.median, sample, contributors)
        case .low, .high:
          sample.none(.limitsNeedMonths(AttendanceMonths.leastForLimits))
        }
      }
      signals = reading.signals.map { signal in
        AttendanceSignal(
          kind: .init(signal.kind), isUp: signal.direction.map { $0 == .up },
          months: signal.points.map { months[$0].first })
      }
    }
  }
}

extension AttendanceSignal.Kind {
  fileprivate init(_ kind: ProcessSignal.Kind) {
    switch kind {
    case .beyondLimit: self = .beyondLimit
    case .shift: self = .shift
    case .trend: self = .trend
    case .nearLimit: self = .nearLimit
    }
  }

  fileprivate init(_ kind: RunChartSignal.Kind) {
    switch kind {
    case .longRun: self = .shift
    case .trend: self = .trend
    // Anhøj's rules know no signal of too many crossings.
    case .fewCrossings, .manyCrossings: self = .fewCrossings
    }
  }
}
