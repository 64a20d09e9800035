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
  func answer() -> AttendanceSeries? {
    let whole = monthly.months.filter { isWhole($0.first) }
    guard whole.count >= Self.leastForMedian else { return nil }
    let sample = material.sample(used: monthly.people, eligible: monthly.people)
    let kind: AttendanceSeries.Kind =
      whole.count >= Self.leastForLimits ? .controlChart : .runChart
    var series = AttendanceSeries(
      kind: kind,
      rules: kind == .controlChart
        ? ProcessRules.makingDataCount.name : RunChartRules.anhoej.rawValue,
      months: whole.map {
        AttendanceSeries.Month(
          first: $0.first, attended: sample.number(Double($0.attended), .events),
          people: .exactly($0.people))
      }, partial: monthly.months.map(\.first).filter { !isWhole($0) },
      centre: sample.none(.noVariation), low: sample.none(.noVariation),
      high: sample.none(.noVariation), leftOutOfLimits: 0, signals: [])
    do throws(StatisticsError) {
      switch kind {
      case .controlChart: try draw(&series, whole, sample)
      case .runChart: try drawMedian(&series, whole, sample)
      }
    } catch {
      let reason = sample.none(NotEstimable(error))
      (series.centre, series.low, series.high) = (reason, reason, reason)
    }
    return series
  }

  /// Whether the register covers a month from its first day to its last.
  private func isWhole(_ first: CalendarDay) -> Bool {
    first >= monthly.firstDay && first.adding(months: 1).adding(days: -1) <= monthly.lastDay
  }

  private func draw(
    _ series: inout AttendanceSeries, _ months: [MonthlyAttendance.Month], _ sample: Sample
  ) throws(StatisticsError) {
    let reading = try IndividualsChart().read(months.map { Double($0.attended) })
    guard let phase = reading.phases.first else { return }
    let method = MethodWords.chart(series.kind.rawValue, series.rules)
    series.centre = sample.number(phase.centre, .events, method: method)
    series.high = sample.number(phase.high, .events, method: method)
    series.low =
      phase.low < 0
      ? sample.none(.because("the lower limit would lie below 0"))
      : sample.number(phase.low, .events, method: method)
    series.leftOutOfLimits = phase.rangesLeftOut
    series.signals = reading.signals.map { signal in
      AttendanceSeries.Signal(
        kind: .init(signal.kind), isUp: signal.direction == .up,
        months: signal.points.map { months[$0].first })
    }
  }

  private func drawMedian(
    _ series: inout AttendanceSeries, _ months: [MonthlyAttendance.Month], _ sample: Sample
  ) throws(StatisticsError) {
    let reading = try RunChart().read(months.map { Double($0.attended) })
    let method = MethodWords.chart(series.kind.rawValue, series.rules)
    series.centre = sample.number(reading.median, .events, method: method)
    let few = sample.none(.because("limits need \(Self.leastForLimits) months"))
    (series.low, series.high) = (few, few)
    series.signals = reading.signals.map { signal in
      AttendanceSeries.Signal(
        kind: .init(signal.kind), isUp: signal.direction.map { $0 == .up },
        months: signal.points.map { months[$0].first })
    }
  }
}

extension AttendanceSeries.Signal.Kind {
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
