import FurlongEvaluation

/// How strict a threshold is: of two equal ones more people reach the one than exceed the other.
struct ThresholdRank: Comparable {
  var points: Double
  var isExceeded: Bool

  static func < (one: Self, other: Self) -> Bool {
    (one.points, one.isExceeded ? 1 : 0) < (other.points, other.isExceeded ? 1 : 0)
  }
}

extension RuleFinding<Unreleased>.Scale {
  var rank: ThresholdRank? {
    threshold.estimate.map {
      ThresholdRank(points: $0.value, isExceeded: ruled.reliability.points == nil)
    }
  }
}

/// Who changed on one scale by every threshold of the report.
struct JudgedCounts {
  struct Place: Hashable {
    var scale: String
    var occasion: String
    var group: String
    var change: RuleCount
  }

  /// A count by one threshold.
  struct Judged {
    var rank: ThresholdRank
    var place: Int
  }

  private(set) var counts: [Place: [Judged]] = [:]
  /// By what the plan judges each scale.
  private(set) var plans: [String: (rank: ThresholdRank?, cutOff: Double?)] = [:]

  init(_ steps: [MeaningFinding<Unreleased>], in system: CountSystem) {
    for outcome in steps.flatMap(\.outcomes) {
      let rank = outcome.threshold.estimate.map {
        ThresholdRank(points: $0.value, isExceeded: outcome.reliability?.points == nil)
      }
      plans[outcome.scale.id] = (rank, outcome.cutOff?.score)
      for row in outcome.rows {
        add(outcome.threshold, outcome.reliability, outcome.scale.id, row, system)
      }
      for other in outcome.others {
        for row in other.rows {
          for (measure, change) in [
            (OtherJudgement.improved, RuleCount.improved), (.deteriorated, .deteriorated),
          ] {
            add(
              row[measure], other.threshold, other.reliability,
              Place(
                scale: outcome.scale.id, occasion: row.occasion.id, group: GroupName.everyone.id,
                change: change), system)
          }
        }
      }
    }
    for finding in steps.flatMap(\.rules) where !finding.rules.isOfSeveral {
      for line in finding.lines {
        guard let scale = finding.scales.first(where: { $0.ruled.scale.id == line.scale?.id })
        else { continue }
        for row in line.rows {
          for measure in [RuleMeasure.improved, .deteriorated] {
            add(
              row.changes[measure], scale.threshold, scale.ruled.reliability,
              Place(
                scale: scale.ruled.scale.id, occasion: row.occasion.id, group: row.group.id,
                change: RuleCount(measure)), system)
          }
        }
      }
    }
  }

  /// The counts of the same change in the same people, from the lowest threshold to the highest.
  var inOrder: [[Judged]] {
    counts.values.map { $0.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) } }
      .sorted { ($0.first?.place ?? 0) < ($1.first?.place ?? 0) }
  }

  private mutating func add(
    _ threshold: FoundAnswer, _ reliability: ReliabilityDescription?, _ scale: String,
    _ row: MeaningFinding<Unreleased>.Row, _ system: CountSystem
  ) {
    for (measure, change) in [
      (MeaningMeasure.improved, RuleCount.improved), (.deteriorated, .deteriorated),
    ] {
      add(
        row[measure], threshold, reliability,
        Place(scale: scale, occasion: row.occasion.id, group: row.group.id, change: change), system)
    }
  }

  private mutating func add(
    _ answer: FoundAnswer, _ threshold: FoundAnswer, _ reliability: ReliabilityDescription?,
    _ place: Place, _ system: CountSystem
  ) {
    guard let people = answer.estimate?.parts?.people, let points = threshold.estimate?.value,
      let count = system.place(of: .people(people))
    else { return }
    let rank = ThresholdRank(points: points, isExceeded: reliability?.points == nil)
    counts[place, default: []].append(Judged(rank: rank, place: count))
  }
}
