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
    let known = JudgedCounts(steps, in: self)
    for judged in known.inOrder { relate(byRank: judged) }
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

  /// The more people the lower the threshold; who reaches the one and not the other is not to be worked out where they are few.
  private mutating func relate(byRank judged: [JudgedCounts.Judged]) {
    for (lower, higher) in zip(judged, judged.dropFirst()) where lower.place != higher.place {
      if lower.rank == higher.rank {
        relate(lower.place, isSumOf: [higher.place])
      } else {
        relate(lower.place, holds: higher.place, restIsHidden: true)
      }
    }
  }

  /// One scale, with its own count by another threshold: by the plan's points and cut-off the same people recovered.
  private mutating func relateOne(_ view: RuleView) {
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
