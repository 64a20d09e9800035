import FurlongEvaluation

extension CountSystem {
  /// Holds what sets of rules count against what each scale's own judgement counts of the same people.
  ///
  /// A change that reaches a threshold reaches every lower one, so that a count by one threshold bounds a count by another;
  /// equal thresholds count the same people.
  mutating func relateRules(_ findings: Findings<Unreleased>) {
    var steps: [MeaningFinding<Unreleased>] = []
    for step in findings.steps {
      if case .meaning(let found) = step.finding { steps.append(found) }
    }
    guard steps.contains(where: { !$0.rules.isEmpty }) else { return }
    let known = JudgedCounts(steps, in: self)
    for finding in steps.flatMap(\.rules) {
      for line in finding.lines {
        for row in line.rows {
          let scales = line.scale.map { scale in
            finding.scales.filter { $0.ruled.scale.id == scale.id }
          }
          let view = RuleView(
            row, finding.rules, scales ?? finding.scales, line.scale?.id ?? "", known, self)
          switch finding.rules {
          case .nhsCommunity: relateOne(view)
          case .nhsTalkingTherapies: relateBoth(view)
          case .youngPeople: relateAny(view)
          }
        }
      }
    }
    for step in steps { relateSets(step.rules) }
  }

  /// One scale: the same judgement by another threshold.
  private mutating func relateOne(_ view: RuleView) {
    for change in [RuleCount.improved, .deteriorated] {
      guard let own = view.place(change), let scale = view.scales.first else { continue }
      if let more = view.atLeast(scale, change) { relate(more, holds: [own]) }
      if let fewer = view.atMost(scale, change) { relate(own, holds: [fewer]) }
    }
    // By the plan's own points and cut-off the same people recovered.
    if let scale = view.scales.first, let own = view.place(.reliablyRecovered),
      view.isPlansOwn(scale), let theirs = view.judged(.recovered, scale)
    {
      relate(own, isSumOf: [theirs])
    }
  }

  /// Two scales, with pairs on both.
  private mutating func relateBoth(_ view: RuleView) {
    guard let used = view.place(.judged), view.scales.count == 2 else { return }
    let endless = Double(Self.endless)
    let paired = view.scales.compactMap { view.paired($0) }
    for place in paired { relate(place, holds: used, restIsHidden: true) }
    if paired.count == 2, let due = view.due {
      // Who has a pair on either is due.
      relate([(due, 1), (paired[0], -1), (paired[1], -1), (used, 1)], in: 0...endless)
    }
    for (change, turn) in [
      (RuleCount.improved, RuleCount.deteriorated), (.deteriorated, .improved),
    ] {
      guard let own = view.place(change) else { continue }
      let more = view.scales.compactMap { view.atLeast($0, change) }
      // Whoever counts changed so on one scale at least.
      if more.count == 2 { relate([(more[0], 1), (more[1], 1), (own, -1)], in: 0...endless) }
      guard paired.count == 2 else { continue }
      for (one, other) in [(0, 1), (1, 0)] {
        guard let fewer = view.atMost(view.scales[one], change) else { continue }
        // Who changed so on one scale counts, unless the other turned (and they are in neither), or without a pair there.
        let known = [(own, 1.0), (fewer, -1), (paired[one], 1), (used, -1)]
        if let neither = view.place(.unchanged) {
          relate(known + [(neither, 1)], in: 0...endless)
        }
        if let turned = view.atLeast(view.scales[other], turn) {
          relate(known + [(turned, 1)], in: 0...endless)
        }
      }
    }
    let crossed = view.scales.compactMap {
      view.hasPlansCutOff($0) ? view.judged(.crossed, $0) : nil
    }
    if let recovered = view.place(.recovered), crossed.count == 2 {
      relate([(crossed[0], 1), (crossed[1], 1), (recovered, -1)], in: 0...endless)
    }
  }

  /// Several scales, with a pair on one at least.
  private mutating func relateAny(_ view: RuleView) {
    guard let used = view.place(.judged) else { return }
    let endless = Double(Self.endless)
    let paired = view.scales.compactMap { view.paired($0) }
    for place in paired { relate(used, holds: place, restIsHidden: true) }
    if paired.count == view.scales.count {
      relate(paired.map { ($0, 1) } + [(used, -1)], in: 0...endless)
    }
    let worse = view.scales.compactMap { view.atLeast($0, .deteriorated) }
    let better = view.scales.compactMap { view.atLeast($0, .improved) }
    if let own = view.place(.deteriorated) {
      for scale in view.scales {
        if let fewer = view.atMost(scale, .deteriorated) { relate(own, holds: [fewer]) }
      }
      if worse.count == view.scales.count {
        relate(worse.map { ($0, 1) } + [(own, -1)], in: 0...endless)
      }
    }
    guard let own = view.place(.improved) else { return }
    for scale in view.scales {
      // Whoever changed on one scale changed.
      if let turned = view.place(.deteriorated), let better = view.atMost(scale, .improved),
        let worse = view.atMost(scale, .deteriorated)
      {
        relate([(own, 1), (turned, 1), (better, -1), (worse, -1)], in: 0...endless)
      }
    }
    if better.count == view.scales.count {
      relate(better.map { ($0, 1) } + [(own, -1)], in: 0...endless)
    }
    guard worse.count == view.scales.count else { return }
    for (one, scale) in view.scales.enumerated() {
      guard let fewer = view.atMost(scale, .improved) else { continue }
      let turned = worse.enumerated().filter { $0.offset != one }.map { ($0.element, 1.0) }
      relate([(own, 1), (fewer, -1)] + turned, in: 0...endless)
    }
  }

  /// Two scales together, and the same two among several: who has both has one at least.
  private mutating func relateSets(_ rules: [RuleFinding<Unreleased>]) {
    guard let both = rules.first(where: { $0.rules == .nhsTalkingTherapies }),
      let any = rules.first(where: { $0.rules == .youngPeople })
    else { return }
    let ranks = both.scales.map { scale in
      any.scales.first { $0.ruled.scale.id == scale.ruled.scale.id }.map { $0.rank == scale.rank }
    }
    guard ranks.allSatisfy({ $0 != nil }) else { return }
    let isOfThese = any.scales.count == both.scales.count
    for row in both.lines.flatMap(\.rows) {
      let place = (row.occasion.id, row.group.id)
      guard
        let other = any.lines.flatMap(\.rows).first(where: {
          ($0.occasion.id, $0.group.id) == place
        }), let used = self.place(of: .people(row.used.people)),
        let either = self.place(of: .people(other.used.people))
      else { continue }
      relate(either, holds: used, restIsHidden: true)
      let paired = both.scales.compactMap {
        self.place(
          of: .people(.paired(scale: $0.ruled.scale.id, occasion: place.0, group: place.1)))
      }
      if isOfThese, paired.count == 2 {
        relate([(used, 1), (either, 1), (paired[0], -1), (paired[1], -1)], in: 0...0)
      }
      guard ranks.allSatisfy({ $0 == true }) else { continue }
      func count(_ count: RuleCount, _ rules: RuleSet) -> Int? {
        self.place(
          of: .people(
            .ruled(count, rules: rules, scale: "", occasion: place.0, group: place.1)))
      }
      guard let better = count(.improved, both.rules), let worse = count(.deteriorated, both.rules),
        let betterOfAny = count(.improved, any.rules),
        let worseOfAny = count(.deteriorated, any.rules)
      else { continue }
      relate(worseOfAny, holds: [worse])
      relate(
        [(betterOfAny, 1), (worseOfAny, 1), (better, -1), (worse, -1)],
        in: 0...Double(Self.endless))
      if isOfThese { relate(betterOfAny, holds: [better]) }
    }
  }
}

/// How strict a threshold is: of two equal ones more people reach the one than exceed the other.
private struct ThresholdRank: Comparable {
  var points: Double
  var isExceeded: Bool

  static func < (one: Self, other: Self) -> Bool {
    (one.points, one.isExceeded ? 1 : 0) < (other.points, other.isExceeded ? 1 : 0)
  }
}

extension RuleFinding<Unreleased>.Scale {
  fileprivate var rank: ThresholdRank? {
    threshold.estimate.map {
      ThresholdRank(points: $0.value, isExceeded: ruled.reliability.points == nil)
    }
  }
}

/// Who changed on one scale by every threshold of the report.
private struct JudgedCounts {
  struct Place: Hashable {
    var scale: String
    var occasion: String
    var group: String
    var change: RuleCount
  }

  private(set) var counts: [Place: [(rank: ThresholdRank, place: Int)]] = [:]
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
    counts[place, default: []].append((rank, count))
  }
}

/// One row of a set of rules, and what the report says of its scales.
private struct RuleView {
  private let row: RuleFinding<Unreleased>.Row
  private let rules: RuleSet
  let scales: [RuleFinding<Unreleased>.Scale]
  private let scale: String
  private let known: JudgedCounts
  private let system: CountSystem

  init(
    _ row: RuleFinding<Unreleased>.Row, _ rules: RuleSet,
    _ scales: [RuleFinding<Unreleased>.Scale], _ scale: String, _ known: JudgedCounts,
    _ system: CountSystem
  ) {
    self.row = row
    self.rules = rules
    self.scales = scales
    self.scale = scale
    self.known = known
    self.system = system
  }

  var due: Int? { system.place(of: .people(row.eligible.people)) }

  /// The place of a count of the rules themselves.
  func place(_ count: RuleCount) -> Int? {
    if count == .judged { return system.place(of: .people(row.used.people)) }
    return system.place(
      of: .people(
        .ruled(
          count, rules: rules, scale: scale, occasion: row.occasion.id, group: row.group.id)))
  }

  func paired(_ scale: RuleFinding<Unreleased>.Scale) -> Int? {
    system.place(
      of: .people(
        .paired(scale: scale.ruled.scale.id, occasion: row.occasion.id, group: row.group.id)))
  }

  /// A count by the plan's own choice for a scale.
  func judged(_ measure: MeaningMeasure, _ scale: RuleFinding<Unreleased>.Scale) -> Int? {
    system.place(
      of: .people(
        .judged(
          measure, scale: scale.ruled.scale.id, occasion: row.occasion.id, group: row.group.id)))
  }

  /// Whether the plan's cut-off of a scale is that of the rules.
  func hasPlansCutOff(_ scale: RuleFinding<Unreleased>.Scale) -> Bool {
    guard let score = scale.ruled.cutOff?.score else { return false }
    return known.plans[scale.ruled.scale.id]?.cutOff == score
  }

  /// Whether the plan judges a scale by the very points and the cut-off of the rules.
  func isPlansOwn(_ scale: RuleFinding<Unreleased>.Scale) -> Bool {
    guard let rank = scale.rank else { return false }
    return hasPlansCutOff(scale) && known.plans[scale.ruled.scale.id]?.rank == rank
  }

  /// The smallest count that holds all who changed by the rules' threshold.
  func atLeast(_ scale: RuleFinding<Unreleased>.Scale, _ change: RuleCount) -> Int? {
    guard let rank = scale.rank else { return nil }
    return others(scale, change).filter { $0.rank <= rank }.max { $0.rank < $1.rank }?.place
  }

  /// The largest count of which all changed by the rules' threshold.
  func atMost(_ scale: RuleFinding<Unreleased>.Scale, _ change: RuleCount) -> Int? {
    guard let rank = scale.rank else { return nil }
    return others(scale, change).filter { $0.rank >= rank }.min { $0.rank < $1.rank }?.place
  }

  private func others(
    _ scale: RuleFinding<Unreleased>.Scale, _ change: RuleCount
  ) -> [(rank: ThresholdRank, place: Int)] {
    let own = self.scale.isEmpty ? nil : place(change)
    let place = JudgedCounts.Place(
      scale: scale.ruled.scale.id, occasion: row.occasion.id, group: row.group.id, change: change)
    return (known.counts[place] ?? []).filter { $0.place != own }
  }
}
