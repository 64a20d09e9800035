import FurlongEvaluation
import FurlongTestSupport
import Testing

/// Both real studies, against R 4.2.2 and numpy.
@Suite(.tags(.reference)) struct MainJobTests {
  struct File: Decodable {
    struct Record: Decodable {
      struct Rows: Decodable {
        var question: String
        var outcome: String
        var occasion: String
        var group: String
      }

      var id: String
      var expected: Expected
      var rows: Rows
    }

    var records: [Record]
  }

  /// Numbers, and pairs of numbers for intervals.
  struct Expected: Decodable {
    var numbers: [String: Double] = [:]
    var pairs: [String: [Double]] = [:]

    init(from decoder: any Decoder) throws {
      for (key, value) in try [String: Either](from: decoder) {
        switch value {
        case .number(let number): numbers[key] = number
        case .pair(let pair): pairs[key] = pair
        }
      }
    }

    enum Either: Decodable {
      case number(Double)
      case pair([Double])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          self = .pair(try container.decode([Double].self))
        }
      }
    }
  }

  @Test func change() throws {
    let rows = ResultsTable(try RealStudies.beatTheBlues().findings()).rows
    var compared = 0
    for record in try reference("main_job.json", as: File.self).records
    where record.rows.question == "change" {
      let found = Lookup(rows, record.rows)
      func close(
        _ key: String, _ measure: String, _ value: KeyPath<ResultRow, Double?>
      ) throws {
        let expected = try #require(record.expected.numbers[key])
        let actual = try #require(found.row(measure)[keyPath: value])
        expectClose(actual, expected, relative: 1e-9, strict: true, "\(record.id) \(key)")
        compared += 1
      }
      func closeInterval(_ key: String, _ measure: String) throws {
        let pair = try #require(record.expected.pairs[key])
        let row = try found.row(measure)
        expectClose(try #require(row.confLow), pair[0], relative: 1e-9, strict: true, key)
        expectClose(try #require(row.confHigh), pair[1], relative: 1e-9, strict: true, key)
        #expect(row.confLevel == 0.95)
        compared += 2
      }
      for measure in [
        "mean_before", "sd_before", "mean_after", "sd_after", "correlation", "mean_change",
        "sd_change", "d_av", "g_av", "d_z",
      ] {
        try close(measure, measure, \.estimate)
      }
      try close("t", "t_statistic", \.estimate)
      try close("df", "t_statistic", \.df)
      try close("p", "t_statistic", \.pValue)
      try close("wilcoxon_w_plus", "wilcoxon_signed_rank", \.estimate)
      try close("wilcoxon_exact_p", "wilcoxon_signed_rank", \.pValue)
      try closeInterval("change_conf", "mean_change")
      try closeInterval("d_av_conf", "d_av")
      try closeInterval("g_av_conf", "g_av")
      try closeInterval("d_z_conf", "d_z")
      let row = try found.row("mean_change")
      #expect(row.nUsed.map(Double.init) == record.expected.numbers["n_used"])
      #expect(row.nEligible.map(Double.init) == record.expected.numbers["n_eligible"])
    }
    #expect(compared == 4 * 23)
  }

  @Test func serviceUse() throws {
    let rows = ResultsTable(try RealStudies.epilepsyCounts().findings()).rows
    let records = try reference("main_job.json", as: File.self).records
    let record = try #require(records.first { $0.id == "seizures_all" })
    let found = Lookup(rows, record.rows)
    let numbers = record.expected.numbers
    for (key, measure) in [
      ("events_before", "events_before"), ("events_after", "events_after"),
      ("person_years_each", "person_time_before"), ("person_years_each", "person_time_after"),
      ("rate_before", "rate_before"), ("rate_after", "rate_after"),
      ("wilcoxon_w_plus", "wilcoxon_signed_rank"), ("n", "people"),
    ] {
      expectClose(
        try #require(found.row(measure).estimate), try #require(numbers[key]), relative: 1e-9,
        strict: true, key)
    }
    expectClose(
      try #require(found.row("wilcoxon_signed_rank").pValue),
      try #require(numbers["wilcoxon_exact_p"]), relative: 1e-9, strict: true)

    let delta = try found.row("rate_ratio", .personDelta)
    expectClose(
      try #require(delta.estimate), try #require(numbers["rate_ratio"]), relative: 1e-9,
      strict: true)
    expectClose(
      try #require(delta.stdError), try #require(numbers["log_rr_se_person_delta"]),
      relative: 1e-9, strict: true)
    for (key, method, tolerance) in [
      ("rate_ratio_conf_delta", Method.personDelta, 1e-9),
      ("person_bca", .personBCa(draws: 9999), 0.02),
      ("person_percentile", .personPercentile(draws: 9999), 0.02),
    ] {
      let row = try found.row("rate_ratio", method)
      let pair = try #require(record.expected.pairs[key])
      expectClose(try #require(row.estimate), try #require(numbers["rate_ratio"]), relative: 1e-9)
      expectClose(try #require(row.confLow), pair[0], relative: tolerance, strict: true, key)
      expectClose(try #require(row.confHigh), pair[1], relative: tolerance, strict: true, key)
    }
  }

  private struct Lookup {
    var rows: [ResultRow]

    init(_ rows: [ResultRow], _ place: File.Record.Rows) {
      self.rows = rows.filter {
        $0.question == place.question && $0.outcome == place.outcome
          && $0.occasion == place.occasion && $0.group == place.group
      }
    }

    func row(_ measure: String, _ method: Method? = nil) throws -> ResultRow {
      let found = rows.filter { row in
        let own = Method(estimator: row.estimator, interval: row.interval, draws: row.draws)
        return row.measure == measure && (method ?? own) == own
      }
      #expect(found.count == 1, "\(measure) \(method?.interval ?? "")")
      return try #require(found.first)
    }
  }
}
