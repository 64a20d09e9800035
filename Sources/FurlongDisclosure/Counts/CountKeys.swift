import FurlongEvaluation
import FurlongStudy

/// What the question of meaning counts, least useful first.
enum MeaningKind: CaseIterable {
  case unchanged, crossed, recovered, harmed, improved, deteriorated

  var share: WritableKeyPath<MeaningFinding.Row, MeaningFinding.Share> {
    switch self {
    case .improved: \.improved
    case .unchanged: \.unchanged
    case .deteriorated: \.deteriorated
    case .crossed: \.crossed
    case .recovered: \.recovered
    case .harmed: \.harmed
    }
  }

  /// Of improved, not changed and worse the second count hidden is *not changed*, and worse comes last.
  var usefulness: Int {
    switch self {
    case .unchanged: 1
    case .crossed: 25
    case .recovered: 27
    case .harmed: 30
    case .improved: 32
    case .deteriorated: 35
    }
  }

  func key(_ scale: String, _ occasion: String, _ group: String, _ value: Int) -> String {
    "\(self)|\(scale)|\(occasion)|\(group)=\(value)"
  }
}

/// Before day 0, or from it on.
enum ServiceUseSide: CaseIterable {
  case before, after

  var any: WritableKeyPath<ServiceUseFinding.Row, PeopleCount> {
    self == .before ? \.anyBefore : \.anyAfter
  }
  var events: WritableKeyPath<ServiceUseFinding.Row, Answer> {
    self == .before ? \.eventsBefore : \.eventsAfter
  }
  var rate: WritableKeyPath<ServiceUseFinding.Row, Answer> {
    self == .before ? \.rateBefore : \.rateAfter
  }
}

/// Keys of one event's counts; events of one export share the counts of who could be counted.
struct ServiceUseKeys {
  private let event: String
  private let window: String
  private let source: String

  init(_ outcome: ServiceUseFinding.Outcome, _ names: CountNames) {
    event = outcome.event.id
    window = outcome.window.id
    let counts =
      outcome.rows.map(\.people) + [outcome.notLinkable, outcome.notKnown, outcome.noTimeAtRisk]
    source = counts.map { $0.exact.map(String.init) ?? "?" }.joined(separator: ",")
  }

  func counted(_ group: String, _ value: Int) -> String {
    "counted|\(window)|\(source)|\(group)=\(value)"
  }
  func left(_ why: String, _ value: Int) -> String { "\(why)|\(window)|\(source)=\(value)" }
  func own(_ what: String, _ place: String, _ value: Int) -> String {
    "\(what)|\(event)|\(window)|\(place)=\(value)"
  }
}

/// The count of people behind a share.
enum SharePeople {
  static func count(_ share: Estimate) -> Int {
    Int((share.value * Double(share.used)).rounded())
  }

  static func key(
    _ comparison: ReachFinding.MissingComparison, _ column: String, _ value: String
  ) -> String {
    "share|\(comparison.scale.id)|\(comparison.occasion.id)|\(column)|\(value)"
  }
}
