import FurlongStudy

extension ResultRows {
  mutating func add<N: Numbers>(_ finding: UnitRatesFinding<N>) {
    for outcome in finding.outcomes {
      for row in outcome.rows {
        add(row.answers, at: Place(outcome.count, group: row.unit.map { "\(finding.one)=\($0)" }))
      }
      if let largest = outcome.largest {
        add(
          UnitMeasure.ratioWithoutLargest, largest.ratioWithout,
          at: Place(outcome.count, group: "\(finding.one)=\(largest.unit)"))
      }
      for series in outcome.context {
        add(series.answers, at: Place(outcome.count, occasion: series.id))
      }
      for month in outcome.months {
        add(month.answers, at: Place(outcome.count, occasion: "month \(month.number)"))
      }
      add(UnitMeasure.median, outcome.median, at: Place(outcome.count))
      for signal in outcome.signals {
        let side = signal.isUp.map { $0 ? "above" : "below" }
        let note = [signal.months.first, signal.months.last].compactMap { $0.map(String.init) }
        add(
          UnitMeasure.signal, stated: nil,
          note: side.map { "months \(note.joined(separator: " to ")), \($0) the median" }
            ?? "the median is crossed too seldom",
          at: Place(outcome.count))
      }
    }
  }
}

extension ResultRows.Place {
  /// A place of a count of units: fewer is what is asked for.
  fileprivate init(_ count: UnitsPlan.Count, occasion: String = "", group: String? = nil) {
    self.init(
      outcome: count.id, label: "\(count.many) per \(count.per) \(count.over)",
      role: count.role.rawValue, direction: "lower is better", occasion: occasion,
      group: group ?? GroupName.everyone.id)
  }
}
