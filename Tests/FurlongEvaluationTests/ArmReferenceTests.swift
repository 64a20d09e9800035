import FurlongEvaluation
import FurlongTestSupport
import Testing

/// Both trials' arms, whole questions, against statsmodels and numpy.
@Suite("Randomised arms agree with statsmodels and numpy", .tags(.reference))
struct ArmReferenceTests {
  private func records(_ question: String) throws -> [MainJobTests.File.Record] {
    try reference("arms.json", as: MainJobTests.File.self).records.filter {
      $0.rows.question == question
    }
  }

  private func row(
    _ rows: [ResultRow], _ place: MainJobTests.File.Record.Rows, _ measure: String,
    _ interval: String? = nil
  ) throws -> ResultRow {
    let found = rows.filter {
      $0.question == place.question && $0.outcome == place.outcome
        && $0.occasion == place.occasion && $0.group == place.group && $0.measure == measure
        && (interval == nil || $0.interval == interval)
    }
    #expect(found.count == 1, "\(measure)")
    return try #require(found.first)
  }

  private func close(
    _ actual: Double?, _ expected: Double?, _ what: String, to tolerance: Double = 1e-9
  ) throws {
    expectClose(
      try #require(actual, "\(what)"), try #require(expected, "\(what)"), relative: tolerance,
      strict: true, what)
  }

  @Test("adjusted differences of BDI-II")
  func change() throws {
    let rows = ResultsTable(try RealStudies.randomised().blues.findings()).rows
    let records = try records("change")
    #expect(records.count == 4)
    for record in records {
      let e = record.expected
      let found = try row(rows, record.rows, "adjusted_difference")
      try close(found.estimate, e.numbers["adjusted_difference"], record.id)
      try close(found.stdError, e.numbers["std_error"], record.id)
      try close(found.df, e.numbers["df"], record.id)
      try close(found.pValue, e.numbers["p_value"], record.id)
      try close(found.confLow, e.pairs["conf"]?[0], record.id)
      try close(found.confHigh, e.pairs["conf"]?[1], record.id)
      for arm in ["treated", "control"] {
        let mean = try row(rows, record.rows, "adjusted_mean_\(arm)")
        try close(mean.estimate, e.numbers["adjusted_mean_\(arm)"], record.id)
        #expect(mean.nUsed.map(Double.init) == e.numbers["n_\(arm)"])
      }
      #expect(
        found.nUsed.map(Double.init) == (e.numbers["n_treated"] ?? 0)
          + (e.numbers["n_control"] ?? 0))
      #expect(found.nEligible == 100)
    }
  }

  @Test("differences of shares, with Newcombe's interval")
  func meaning() throws {
    let rows = ResultsTable(try RealStudies.randomised().blues.findings()).rows
    let records = try records("meaning")
    #expect(records.count == 4)
    for record in records {
      for what in ["improved", "deteriorated"] {
        let found = try row(rows, record.rows, "difference_\(what)_reliably")
        try close(found.estimate, record.expected.numbers["difference_\(what)"], record.id)
        try close(found.confLow, record.expected.pairs["conf_\(what)"]?[0], record.id, to: 1e-6)
        try close(found.confHigh, record.expected.pairs["conf_\(what)"]?[1], record.id, to: 1e-6)
        #expect(found.count == nil && found.of == nil, "four counts are no two")
      }
    }
  }

  @Test("the ratio of ratios of seizures")
  func serviceUse() throws {
    let rows = ResultsTable(try RealStudies.randomised().seizures.findings()).rows
    let record = try #require(records("service_use").first)
    let e = record.expected
    for (interval, key, tolerance) in [
      (Method.personDelta.interval, "conf_delta", 1e-9),
      (Method.personBCa(draws: 0).interval, "bca", 0.02),
      (Method.personPercentile(draws: 0).interval, "percentile", 0.02),
    ] {
      let found = try row(rows, record.rows, "ratio_of_rate_ratios", interval)
      try close(found.estimate, e.numbers["ratio_of_rate_ratios"], interval)
      try close(found.confLow, e.pairs[key]?[0], key, to: tolerance)
      try close(found.confHigh, e.pairs[key]?[1], key, to: tolerance)
      #expect(found.nUsed == 59 && found.note.contains("fewer than 50 people in an arm"))
    }
    try close(
      row(rows, record.rows, "ratio_of_rate_ratios", Method.personDelta.interval).stdError,
      e.numbers["log_se"], "log_se")
  }
}
