import FurlongEvaluation
import FurlongStudy

/// Small pieces of findings, so that an example reads as a table of numbers.
enum Parts {
  static func number(
    _ value: Double, _ unit: EstimateUnit, used: Int, eligible: Int,
    interval: ClosedRange<Double>? = nil, method: String = ""
  ) -> Answer {
    .estimated(
      Estimate(
        value, unit: unit, used: used, eligible: eligible, method: method,
        interval: interval.map {
          Interval(low: $0.lowerBound, high: $0.upperBound, level: 0.95)
        }))
  }

  static func change(
    _ occasion: TimeName, _ group: GroupName, used: Int, of eligible: Int, before: Double,
    after: Double, interval: ClosedRange<Double>
  ) -> ChangeFinding.Row {
    func points(_ value: Double, _ interval: ClosedRange<Double>? = nil) -> Answer {
      number(value, .points, used: used, eligible: eligible, interval: interval)
    }
    func deviations(_ value: Double) -> Answer {
      number(
        value, .standardDeviations, used: used, eligible: eligible,
        interval: (value - 0.2)...(value + 0.2))
    }
    let difference = after - before
    return ChangeFinding.Row(
      occasion: occasion, group: group, used: .exactly(used), eligible: .exactly(eligible),
      meanBefore: points(before), sdBefore: points(10.4), meanAfter: points(after),
      sdAfter: points(10.8),
      correlation: number(0.61, .coefficient, used: used, eligible: eligible),
      meanChange: points(difference, interval), sdChange: points(9.6),
      tStatistic: number(-6.5, .statistic, used: used, eligible: eligible),
      wilcoxon: number(587.5, .rankSum, used: used, eligible: eligible),
      dAv: deviations(difference / 10.6), gAv: deviations(difference / 10.7),
      dZ: deviations(difference / 9.6), dRm: deviations(difference / 10.9),
      dB: deviations(difference / 10.4), gB: deviations(difference / 10.5),
      medianBefore: points(before - 0.5), medianAfter: points(after - 0.5),
      medianChange: .estimated(
        Estimate(
          difference * 0.9, unit: .points, used: used, eligible: eligible,
          method: "order statistics",
          interval: Interval(
            low: interval.lowerBound - 0.1, high: interval.upperBound + 0.1, level: 0.957))),
      probabilityOfImprovement: number(
        0.62, .proportion, used: used, eligible: eligible, interval: 0.51...0.72))
  }

  static func share(_ people: Int, of used: Int) -> MeaningFinding.Share {
    let share = Double(people) / Double(used)
    return MeaningFinding.Share(
      people: .exactly(people),
      proportion: number(
        share, .proportion, used: used, eligible: used,
        interval: max(share - 0.06, 0)...min(share + 0.07, 1)))
  }

  static func noShare(_ reason: NotEstimable, used: Int) -> MeaningFinding.Share {
    MeaningFinding.Share(
      people: .exactly(0), proportion: .notEstimable(reason, used: used, eligible: used))
  }

  static func meaning(
    _ occasion: TimeName, _ group: GroupName, used: Int, of eligible: Int, better: Int,
    worse: Int, crossed: Int
  ) -> MeaningFinding.Row {
    MeaningFinding.Row(
      occasion: occasion, group: group, used: .exactly(used), eligible: .exactly(eligible),
      improved: share(better, of: used), unchanged: share(used - better - worse, of: used),
      deteriorated: share(worse, of: used), crossed: share(crossed, of: used),
      recovered: share(min(better, crossed), of: used), harmed: share(min(worse, 1), of: used))
  }

  static func provenance(_ inputs: [Provenance.Input]) -> Provenance {
    Provenance(
      tool: "furlong 0.1.0",
      planSHA256: "5f1c2b7e3d4a69081726354453627180f9e8d7c6b5a493827160594837261500", seed: 2025,
      inputs: inputs)
  }

  static func input(_ file: String, _ rows: Int, setAside: Int = 0) -> Provenance.Input {
    Provenance.Input(
      file: file,
      sortedLinesSHA256: "77b0c1d2e3f4051627384950a1b2c3d4e5f60718293a4b5c6d7e8f9001122334",
      rowsRead: rows, rowsKept: rows - setAside, rowsSetAside: setAside, rowsSkipped: 0)
  }
}
