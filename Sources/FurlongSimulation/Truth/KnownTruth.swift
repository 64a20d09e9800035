/// What one number of an evaluation should be, known because the college is invented.
public struct KnownTruth: Codable, Hashable, Sendable {
  /// The question of the plan: `change`, `meaning`, `service_use`.
  public let question: String
  /// The scale, the event or the life outcome.
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

/// The truths of an invented college: properties of its model, the same for every seed.
public struct KnownTruths: Codable, Sendable {
  /// How many students they were computed from.
  public let students: Int
  /// The seed of that computation.
  public let seed: UInt64
  /// Share of those due with a baseline who have a score at each follow-up, by scale and occasion.
  public let returned: [String: Double]
  /// One truth a measure.
  public let truths: [KnownTruth]

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
  ) -> KnownTruth? {
    truths.first {
      $0.outcome == outcome && $0.occasion == occasion && $0.measure == measure && $0.part == part
    }
  }
}
