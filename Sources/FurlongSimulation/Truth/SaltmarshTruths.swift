import Foundation
import FurlongNumerics

/// What one number of an evaluation should be, known because the college is invented.
public struct SaltmarshTruth: Codable, Hashable, Sendable {
  /// `change`, `meaning` or `service_use`.
  public let question: String
  /// The scale or the event.
  public let outcome: String
  /// The follow-up occasion or the window.
  public let occasion: String
  /// The measure's name in the flat results table.
  public let measure: String
  /// Which part of the windows is counted; empty for the headline.
  ///
  /// In the flat results table the ratio of a part is a measure of its own: `rate_ratio_without_1_month`.
  public let part: String
  /// The measure's unit in the flat results table.
  public let unit: String
  /// What the analysis estimates: among those who return both forms; with the peak before day 0.
  public let estimated: Double
  /// What the college did: had nobody been lost and every item been answered; had there been no peak.
  public let did: Double
}

/// The truths of the saltmarsh college: properties of its model, the same for every seed.
public struct SaltmarshTruths: Codable, Sendable {
  /// How many students they were computed from.
  public let students: Int
  /// The seed of that computation.
  public let seed: UInt64
  /// Share of those due with a baseline who have a score at each follow-up, by scale and occasion.
  public let returned: [String: Double]
  /// One truth a measure.
  public let truths: [SaltmarshTruth]

  /// The truths as they were computed once with `compute(students: 1_000_000, seed: 1)`.
  public static let published: SaltmarshTruths = {
    let data = Data(PackageResources.truths_json)
    guard let truths = try? JSONDecoder().decode(SaltmarshTruths.self, from: data) else {
      preconditionFailure("Saltmarsh/Texts/truths.json does not hold truths")
    }
    return truths
  }()

  /// The truths as the file that is embedded: one object a measure, numbers as short as they read back.
  public var json: String {
    let rows = truths.map { truth in
      OrderedJSON.object([
        ("question", .text(truth.question)), ("outcome", .text(truth.outcome)),
        ("occasion", .text(truth.occasion)), ("measure", .text(truth.measure)),
        ("part", .text(truth.part)), ("unit", .text(truth.unit)),
        ("estimated", .number(truth.estimated)), ("did", .number(truth.did)),
      ])
    }
    let shares = returned.sorted { $0.key < $1.key }.map { ($0.key, OrderedJSON.number($0.value)) }
    return OrderedJSON.object([
      ("students", .whole(students)), ("seed", .whole(Int(seed))), ("returned", .object(shares)),
      ("truths", .list(rows)),
    ]).text() + "\n"
  }

  /// The truth of a measure, if there is one.
  public func truth(
    outcome: String, occasion: String, measure: String, part: String = ""
  ) -> SaltmarshTruth? {
    truths.first {
      $0.outcome == outcome && $0.occasion == occasion && $0.measure == measure && $0.part == part
    }
  }

  /// Computes the truths from the model itself: simulates many students and measures them.
  ///
  /// The same students give both columns: with the forms that came back and with all of them; with a
  /// peak of service use and without. Ratios are of totals, which is what the ratio of a college's
  /// rates estimates.
  ///
  /// - Parameters:
  ///   - students: how many are simulated; a million give the mean changes to about 0.01 points and the
  ///     ratio of admissions to about 1 %.
  ///   - seed: of the simulation.
  ///   - parameters: the college.
  public static func compute(
    students: Int, seed: UInt64, parameters: CollegeParameters = .saltmarsh
  ) -> SaltmarshTruths {
    var simulation = TruthSimulation(parameters)
    for index in 0..<students { simulation.add(student: UInt64(index), seed: seed) }
    return simulation.truths(students: students, seed: seed)
  }
}
