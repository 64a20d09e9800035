import Foundation
import FurlongTestSupport
import Testing

/// What the command prints for both real studies, held against other programs' numbers (R 4.2.2, numpy).
@Suite("furlong evaluate on real data")
struct MainJobReferenceTests {
  private struct Reference: Decodable {
    struct Record: Decodable {
      let id: String
      let expected: [String: Number]
      let rows: [String: String]
    }

    let records: [Record]
  }

  /// One number, or the two ends of an interval.
  private enum Number: Decodable {
    case one(Double)
    case ends([Double])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let value = try? container.decode(Double.self) {
        self = .one(value)
      } else {
        self = .ends(try container.decode([Double].self))
      }
    }
  }

  /// Where a figure of the reference stands in the results: measure, how it was made, columns.
  private struct Place {
    var measure: String
    /// Columns that say how the number or its interval was made.
    var how: [String: String]
    var columns: [String]

    init(_ measure: String, _ how: [String: String] = [:], _ columns: String...) {
      self.measure = measure
      self.how = how
      self.columns = columns
    }
  }

  private static let t = ["interval": "t"]
  private static let delta = ["interval": "person delta, log scale"]
  private static let bca = ["interval": "person bootstrap, bca", "draws": "9999"]
  private static let percentile = ["interval": "person bootstrap, percentile", "draws": "9999"]
  private static let exactRanks = ["estimator": "zeros dropped, exact with ties"]

  private static let places: [String: Place] = [
    "n_eligible": Place("mean_change", t, "n_eligible"),
    "n_used": Place("mean_change", t, "n_used"),
    "mean_before": Place("mean_before", [:], "estimate"),
    "sd_before": Place("sd_before", [:], "estimate"),
    "mean_after": Place("mean_after", [:], "estimate"),
    "sd_after": Place("sd_after", [:], "estimate"),
    "mean_change": Place("mean_change", t, "estimate"),
    "sd_change": Place("sd_change", [:], "estimate"),
    "change_conf": Place("mean_change", t, "conf_low", "conf_high"),
    "t": Place("t_statistic", [:], "estimate"),
    "df": Place("t_statistic", [:], "df"),
    "p": Place("t_statistic", [:], "p_value"),
    "correlation": Place("correlation", [:], "estimate"),
    "d_z": Place("d_z", ["interval": "noncentral t"], "estimate"),
    "d_z_conf": Place("d_z", ["interval": "noncentral t"], "conf_low", "conf_high"),
    "d_av": Place("d_av", ["interval": "algina-keselman"], "estimate"),
    "d_av_conf": Place("d_av", ["interval": "algina-keselman"], "conf_low", "conf_high"),
    "g_av": Place("g_av", ["interval": "algina-keselman"], "estimate"),
    "g_av_conf": Place("g_av", ["interval": "algina-keselman"], "conf_low", "conf_high"),
    "wilcoxon_exact_p": Place("wilcoxon_signed_rank", exactRanks, "p_value"),
    "wilcoxon_w_plus": Place("wilcoxon_signed_rank", exactRanks, "estimate"),
    "n": Place("people", [:], "estimate"),
    "events_before": Place("events_before", [:], "estimate"),
    "events_after": Place("events_after", [:], "estimate"),
    "person_years_each": Place("person_time_before", [:], "estimate"),
    "rate_before": Place("rate_before", [:], "estimate"),
    "rate_after": Place("rate_after", [:], "estimate"),
    "rate_ratio": Place("rate_ratio", bca, "estimate"),
    "log_rr_se_person_delta": Place("rate_ratio", delta, "std_error"),
    "rate_ratio_conf_delta": Place("rate_ratio", delta, "conf_low", "conf_high"),
    "person_bca": Place("rate_ratio", bca, "conf_low", "conf_high"),
    "person_percentile": Place("rate_ratio", percentile, "conf_low", "conf_high"),
  ]

  /// The rows of the results.
  private func rows(_ study: String) throws -> [[String: String]] {
    let folder = try TestFolder()
    let keys = try TestFolder()
    let copy = folder.url.appendingPathComponent(study)
    try FileManager.default.copyItem(
      at: projectFolder().appendingPathComponent("datasets/\(study)"), to: copy)
    let run = try CommandLineRun(["evaluate", copy.path, "--as", "json"], keys: keys.url)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["released"] as? Bool == false)
    let results = try #require(object["results"] as? [[String: Any]])
    return results.map { $0.mapValues { $0 is NSNull ? "" : "\($0)" } }
  }

  @Test("agrees with R to 1e-9, and the bootstrap to 0.02", .tags(.reference))
  func agrees() throws {
    let file = projectFolder().appendingPathComponent(
      "Tests/FurlongEvaluationTests/Reference/main_job.json")
    let records = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file)).records
    #expect(records.count == 5)
    let results = try rows("beat-the-blues") + rows("epilepsy-counts")
    var compared = 0
    for record in records {
      for (name, number) in record.expected {
        let place = try #require(Self.places[name], "\(name)")
        let row = try #require(
          results.first { row in
            record.rows.merging(place.how) { $1 }.allSatisfy { row[$0.key] == $0.value }
              && row["measure"] == place.measure
          }, "\(record.id) \(name)")
        let expected: [Double] =
          switch number {
          case .one(let value): [value]
          case .ends(let values): values
          }
        for (column, value) in zip(place.columns, expected) {
          let actual = try #require(row[column].flatMap(Double.init), "\(record.id) \(name)")
          compared += 1
          if ["person_bca", "person_percentile"].contains(name) {
            #expect(abs(actual - value) <= 0.02, "\(record.id) \(name): \(actual), \(value)")
          } else {
            expectClose(
              actual, value, relative: 1e-9, strict: true, "\(record.id) \(name) \(column)")
          }
        }
      }
    }
    #expect(compared > 100)
  }
}
