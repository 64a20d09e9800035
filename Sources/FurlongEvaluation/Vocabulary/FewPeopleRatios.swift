/// What is known of the intervals of a ratio of rates over the same people where they are few.
///
/// Counted over 10,000 samples of people drawn from a known population: docs/methods/coverage.md, the rows of ratios of
/// rates over persons. The methods differ by less than a time in 100; the least of them is given.
public enum FewPeopleRatios {
  /// Below so many people the intervals are too sure.
  public static let people = 50
  /// How many times in 100 intervals of 95 % held the true ratio, with 10 people and with 20.
  public static let held = (ofTen: 89, ofTwenty: 92)
  /// What the results table notes.
  public static let note =
    "fewer than \(people) people: too sure, 95% intervals held the true ratio \(held.ofTen) times in 100 with 10 people and \(held.ofTwenty) with 20"

  /// Notes it on a ratio of too few people.
  static func noted(_ ratio: Estimate) -> Estimate {
    guard ratio.used < people, ratio.interval != nil else { return ratio }
    var noted = ratio
    noted.note = [ratio.note, note].compactMap { $0 }.joined(separator: "; ")
    return noted
  }
}

extension Estimate {
  /// Whether it is a ratio of rates whose interval is too sure, because it stands on few people.
  public var isTooSure: Bool { note?.contains(FewPeopleRatios.note) ?? false }
}
