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

  /// Where a figure of the reference stands in the results: measure, how its method begins, columns.
  private static let places: [String: (measure: String, method: String, columns: [String])] = [
    "n_eligible": ("mean_change", "t", ["n_eligible"]),
    "n_used": ("mean_change", "t", ["n_used"]),
    "mean_before": ("mean_before", "", ["estimate"]),
    "sd_before": ("sd_before", "", ["estimate"]),
    "mean_after": ("mean_after", "", ["estimate"]),
    "sd_after": ("sd_after", "", ["estimate"]),
    "mean_change": ("mean_change", "t", ["estimate"]),
    "sd_change": ("sd_change", "", ["estimate"]),
    "change_conf": ("mean_change", "t", ["conf_low", "conf_high"]),
    "t": ("t_statistic", "", ["estimate"]),
    "df": ("t_statistic", "", ["df"]),
    "p": ("t_statistic", "", ["p_value"]),
    "correlation": ("correlation", "", ["estimate"]),
    "d_z": ("d_z", "noncentral t", ["estimate"]),
    "d_z_conf": ("d_z", "noncentral t", ["conf_low", "conf_high"]),
    "d_av": ("d_av", "algina-keselman", ["estimate"]),
    "d_av_conf": ("d_av", "algina-keselman", ["conf_low", "conf_high"]),
    "g_av": ("g_av", "algina-keselman", ["estimate"]),
    "g_av_conf": ("g_av", "algina-keselman", ["conf_low", "conf_high"]),
    "wilcoxon_exact_p": ("wilcoxon_signed_rank", "zeros dropped, exact with ties", ["p_value"]),
    "wilcoxon_w_plus": ("wilcoxon_signed_rank", "zeros dropped, exact with ties", ["estimate"]),
    "n": ("people", "", ["estimate"]),
    "events_before": ("events_before", "", ["estimate"]),
    "events_after": ("events_after", "", ["estimate"]),
    "person_years_each": ("person_time_before", "", ["estimate"]),
    "rate_before": ("rate_before", "", ["estimate"]),
    "rate_after": ("rate_after", "", ["estimate"]),
    "rate_ratio": ("rate_ratio", "person bootstrap, bca, 9999 draws", ["estimate"]),
    "log_rr_se_person_delta": ("rate_ratio", "person delta, log scale", ["std_error"]),
    "rate_ratio_conf_delta": ("rate_ratio", "person delta, log scale", ["conf_low", "conf_high"]),
    "person_bca": (
      "rate_ratio", "person bootstrap, bca, 9999 draws", ["conf_low", "conf_high"]
    ),
    "person_percentile": (
      "rate_ratio", "person bootstrap, percentile, 9999 draws", ["conf_low", "conf_high"]
    ),
  ]

  /// The rows of the results; methods hold commas, so quoted cells are read as such.
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
            record.rows.allSatisfy { row[$0.key] == $0.value } && row["measure"] == place.measure
              && (place.method.isEmpty || row["method"] == place.method)
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
