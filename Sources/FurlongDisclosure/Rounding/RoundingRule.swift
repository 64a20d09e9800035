import FurlongEvaluation

/// Counts rounded, small ones hidden, and of everything else as much as rounded counts would tell.
struct RoundingRule: NumberRule {
  let rounding: Rounding
  /// Counts that the audit holds back.
  let heldBack: Set<CountKey>
  let isForEverybody: Bool

  private var rules: RoundingRules { rounding.rules }

  init(_ rules: RoundingRules, isForEverybody: Bool, heldBack: Set<CountKey> = []) {
    rounding = Rounding(rules: rules)
    self.isForEverybody = isForEverybody
    self.heldBack = heldBack
  }

  func holdsBack(_ key: CountKey) -> Bool { heldBack.contains(key) }

  func isFewForEstimates(_ people: PeopleCount) -> Bool { people.count < rules.leastPeople }

  var showsMonths: Bool { !isForEverybody }

  func showsQuote(of people: PeopleCount) -> Bool {
    !isForEverybody && !rounding.isFew(people.count)
  }

  func count(_ people: PeopleCount) -> ReleasedCount {
    people.isGiven
      ? ReleasedCount(.exactly(people.count)) : count(people.count, .people(people.people))
  }

  /// A count of people, events or forms.
  private func count(_ number: Int, _ key: CountKey?) -> ReleasedCount {
    if rounding.isFew(number) { return ReleasedCount(.fewerThan(rules.threshold)) }
    if let key, holdsBack(key) { return ReleasedCount(.withheld(.wouldTell)) }
    return ReleasedCount(.about(rounding.count(number)))
  }

  func answer(
    _ answer: FoundAnswer, of measure: Measure, key: CountKey?, closed: Withheld?
  ) -> ReleasedAnswer {
    switch answer {
    case .notEstimable(let reason, let used, let eligible):
      return ReleasedAnswer(
        shown(reason, used: used, closed), used: count(used), eligible: count(eligible))
    case .estimated(let estimate):
      // Of few people it is not to be seen whether there were any.
      let hasNone = rounding.isFew(estimate.used.count) || estimate.minus != nil
      let parts = hasNone ? nil : parts(of: estimate)
      return ReleasedAnswer(
        shown(estimate, measure, key, parts, closed), used: count(estimate.used),
        eligible: count(estimate.eligible), parts: parts)
    }
  }

  /// A reason that the data cannot change may always be said; others tell of the people behind them.
  private func shown(
    _ reason: NotEstimable, used: PeopleCount, _ closed: Withheld?
  ) -> ReleasedAnswer.Shown {
    switch reason {
    case .noCutOffPublished, .noReliability, .noDates, .noData, .notCountable, .windowsDiffer,
      .totalsWithoutItems, .limitsNeedMonths, .notTwoCoders, .noStoryReadByAll, .noDeliveryCost,
      .paysForNothing, .servedNotSaid, .notAllArmsServed, .daysNotKnown:
      return .notEstimable(reason)
    case .tooFew, .nobodyWatchedSoLong: return .withheld(.fewPeople)
    // Which months of units are counted is no secret.
    case .seriesTooShort where used.isGiven: return .notEstimable(reason)
    case .noVariation, .nothingHappened, .halfNotReached, .limitBelowZero, .offScale,
      .outsideMethod,
      .seriesTooShort, .notAllDearerAndBetter:
      if let closed { return .withheld(closed) }
      return used.count < rules.leastPeople ? .withheld(.fewPeople) : .notEstimable(reason)
    }
  }

  /// The rule of each kind of number; there is none for what is not named here.
  private func shown(
    _ estimate: Estimate, _ measure: Measure, _ key: CountKey?, _ parts: ReleasedAnswer.Parts?,
    _ closed: Withheld?
  ) -> ReleasedAnswer.Shown {
    let reason = closed ?? whyNot(estimate, measure.kind, key)
    switch measure.kind {
    case .count:
      // Sums that no few people make are counts like others.
      if estimate.value < Double(rules.threshold), closed == nil {
        return .fewerThan(rules.threshold)
      }
      return shown(Double(rounding.count(estimate.value)), nil, 0, estimate, reason)
    case .unitSum:
      if estimate.value < Double(rules.threshold), closed == nil {
        return .fewerThan(rules.threshold)
      }
      return shown(Double(rounding.count(estimate.value)), nil, 0, estimate, reason)
    case .unitEstimate:
      let decimals =
        measure.unit == .ratio ? 2 : Rounding.decimalsForTwoFigures(of: estimate.value)
      return shown(estimate.value, estimate.interval, decimals, estimate, reason)
    case .hours: return hours(estimate, reason)
    case .time: return shown(rounding.time(estimate.value), nil, 0, estimate, reason)
    case .share: return share(estimate, parts, reason)
    case .shareDifference: return shareDifference(estimate, reason)
    case .shareByTime: return shareByTime(estimate, reason)
    case .medianTime: return medianTime(estimate, reason)
    case .mean, .median: return shown(estimate.value, estimate.interval, 1, estimate, reason)
    case .ratio: return shown(estimate.value, estimate.interval, 2, estimate, reason)
    case .shared: return shared(estimate, reason)
    case .money: return money(estimate, reason)
    case .rate:
      return shown(
        estimate.value, estimate.interval, Rounding.decimalsForTwoFigures(of: estimate.value),
        estimate, reason)
    case .published:
      let decimals =
        measure.unit == .ratio ? 2 : Rounding.decimalsForTwoFigures(of: estimate.value)
      return shown(estimate.value, nil, decimals, estimate, reason)
    case .statistic: return .withheld(.tellsNumbers)
    case .stated: return shown(estimate.value, estimate.interval, 2, estimate, reason)
    }
  }

  /// Why a number may not be shown; nil where it may.
  private func whyNot(
    _ estimate: Estimate, _ kind: Measure.Kind, _ key: CountKey?
  ) -> Withheld? {
    if let key, holdsBack(key) { return .wouldTell }
    // Before how few there are: of a share whose count is held back no reader is to learn how many it is of.
    if tellsOfHeldBack(estimate) { return .wouldTell }
    // What is counted of units is counted of nobody: how many units there are is no secret.
    if kind == .unitSum || kind == .unitEstimate { return nil }
    // Nor is anybody behind what others publish over months of units.
    if kind == .published, estimate.used.isGiven { return nil }
    // A number beside which its own people may not stand would tell of them.
    if holdsBack(.people(estimate.used.people)) { return .wouldTell }
    if estimate.used.count < rules.leastPeople { return .fewPeople }
    switch kind {
    case .median, .medianTime: return estimate.used.count < 2 * rules.leastPeople ? .fewPeople : nil
    case .count, .rate, .money, .hours: return concentration(estimate, isNeeded: true)
    case .ratio: return concentration(estimate, isNeeded: false)
    case .time, .share, .shareDifference, .shareByTime, .mean, .statistic, .stated, .shared,
      .unitSum, .unitEstimate, .published:
      return nil
    }
  }

  /// Whether a share, or a difference of shares, is made of a count that is held back.
  private func tellsOfHeldBack(_ estimate: Estimate) -> Bool {
    let exchange = estimate.exchange.map { [$0.gained, $0.lost] } ?? []
    return ([estimate.parts, estimate.minus].compactMap(\.self) + exchange).contains { parts in
      parts.people.map { !rounding.isFew(Int(parts.count)) && holdsBack(.people($0)) } ?? false
    }
  }

  /// Sums, and what is made of them, are not to be of few people, nor two people's.
  private func concentration(_ estimate: Estimate, isNeeded: Bool) -> Withheld? {
    if estimate.contributors.isEmpty { return isNeeded ? .fewPeople : nil }
    if estimate.contributors.contains(where: { rounding.isFew($0.people) }) { return .fewPeople }
    return estimate.contributors.contains { $0.mostOfTwo >= rules.mostOfTwo } ? .twoPeople : nil
  }

  /// A number and its interval with so many decimals, or why it is held back.
  func shown(
    _ value: Double, _ interval: Interval?, _ decimals: Int, _ estimate: Estimate,
    _ reason: Withheld?
  ) -> ReleasedAnswer.Shown {
    if let reason { return .withheld(reason) }
    func coarse(_ number: Double) -> Double { Rounding.decimals(number, decimals) }
    return .number(
      ReleasedEstimate(
        coarse(value),
        interval: interval.map {
          // The level that an interval of values attains tells how many there are.
          Interval(
            low: coarse($0.low), high: coarse($0.high), level: Rounding.decimals($0.level, 2))
        }, decimals: max(0, decimals), method: estimate.method, caveats: caveats(of: estimate)))
  }

  /// A share and its interval, made of the rounded counts, so that they tell no more than these.
  private func share(
    _ estimate: Estimate, _ parts: ReleasedAnswer.Parts?, _ reason: Withheld?
  ) -> ReleasedAnswer.Shown {
    guard let counts = estimate.parts else { return .withheld(.fewPeople) }
    if let reason { return .withheld(reason) }
    if case .withheld(let reason)? = parts?.count?.shown { return .withheld(reason) }
    if case .withheld(let reason)? = parts?.of.shown { return .withheld(reason) }
    let rest = Double(counts.of) - counts.count
    let least = Double(rules.threshold)
    if counts.count < least || rest < least || counts.of < rules.leastPeople {
      return .withheld(.fewPeople)
    }
    let of = rounding.count(counts.of)
    let count = min(rounding.count(counts.count), of)
    let decimals = of < 1_000 ? 2 : 3
    func coarse(_ number: Double) -> Double { Rounding.decimals(number, decimals) }
    let interval = estimate.interval.flatMap {
      Interval.wilson(Double(count), of: of, level: $0.level)
    }
    return .number(
      ReleasedEstimate(
        coarse(Double(count) / Double(of)),
        interval: interval.map {
          Interval(low: coarse($0.low), high: coarse($0.high), level: $0.level)
        }, decimals: decimals, method: estimate.method, caveats: caveats(of: estimate)))
  }

  /// A difference of two shares and its interval, made of their rounded counts: shown where both shares are.
  private func shareDifference(
    _ estimate: Estimate, _ reason: Withheld?
  ) -> ReleasedAnswer.Shown {
    guard let first = estimate.parts, let second = estimate.minus else {
      return .withheld(.fewPeople)
    }
    if let reason { return .withheld(reason) }
    if second.isStated { return shareDifference(estimate, first, minusStated: second) }
    for share in [first, second] {
      let least = rules.threshold
      guard share.count >= Double(least), Double(share.of) - share.count >= Double(least),
        share.of >= rules.leastPeople
      else { return .withheld(.fewPeople) }
    }
    if let exchange = estimate.exchange {
      return shareChange(estimate, to: first, from: second, exchange)
    }
    func rounded(_ share: Estimate.Parts) -> (count: Int, of: Int) {
      let of = rounding.count(share.of)
      return (min(rounding.count(Int(share.count)), of), of)
    }
    let (one, other) = (rounded(first), rounded(second))
    let decimals = min(one.of, other.of) < 1_000 ? 2 : 3
    func coarse(_ number: Double) -> Double { Rounding.decimals(number, decimals) }
    let interval = estimate.interval.flatMap {
      Interval.newcombe(one.count, of: one.of, minus: other.count, of: other.of, level: $0.level)
    }
    return .number(
      ReleasedEstimate(
        coarse(Double(one.count) / Double(one.of) - Double(other.count) / Double(other.of)),
        interval: interval.map {
          Interval(low: coarse($0.low), high: coarse($0.high), level: $0.level)
        }, decimals: decimals, method: estimate.method, caveats: caveats(of: estimate)))
  }

  /// How far a share moved in the same people, made of what is printed of it.
  ///
  /// Each of the two counts may be wrong by half a step of rounding, and so the interval is wider by a step; of those who
  /// moved as many are taken as the print allows.
  private func shareChange(
    _ estimate: Estimate, to after: Estimate.Parts, from before: Estimate.Parts,
    _ exchange: Estimate.Exchange
  ) -> ReleasedAnswer.Shown {
    let of = rounding.count(after.of)
    let (then, now) = (
      min(rounding.count(Int(before.count)), of), min(rounding.count(Int(after.count)), of)
    )
    func most(_ moved: Estimate.Parts) -> Int {
      let count = Int(moved.count)
      return rounding.isFew(count) ? rules.threshold - 1 : rounding.count(count)
    }
    let lost = min(
      max(most(exchange.lost), then - now + most(exchange.gained), 0, then - now),
      min(then, of - now))
    let decimals = of < 1_000 ? 2 : 3
    func coarse(_ number: Double) -> Double { Rounding.decimals(number, decimals) }
    let step = Double(2 * (rules.base / 2)) / Double(of)
    let interval = estimate.interval.flatMap {
      Interval.newcombePaired(before: then, after: now, lost: lost, of: of, level: $0.level)
    }
    return .number(
      ReleasedEstimate(
        coarse(Double(now - then) / Double(of)),
        interval: interval.map {
          Interval(
            low: coarse(max(-1, $0.low - step)), high: coarse(min(1, $0.high + step)),
            level: $0.level)
        }, decimals: decimals, method: estimate.method, caveats: caveats(of: estimate)))
  }

  /// A share as it is printed minus one that the plan states.
  private func shareDifference(
    _ estimate: Estimate, _ first: Estimate.Parts, minusStated second: Estimate.Parts
  ) -> ReleasedAnswer.Shown {
    let shown = share(estimate, parts(first, of: estimate), nil)
    guard case .number(let share) = shown else { return shown }
    let decimals = share.decimals ?? 2
    let stated = Rounding.decimals(second.count / Double(second.of), decimals)
    func less(_ number: Double) -> Double { Rounding.decimals(number - stated, decimals) }
    return .number(
      ReleasedEstimate(
        less(share.value),
        interval: share.interval.map {
          Interval(low: less($0.low), high: less($0.high), level: $0.level)
        }, decimals: decimals, method: share.method, caveats: share.caveats))
  }

  private func parts(of estimate: Estimate) -> ReleasedAnswer.Parts? {
    estimate.parts.map { parts($0, of: estimate) }
  }

  private func parts(_ parts: Estimate.Parts, of estimate: Estimate) -> ReleasedAnswer.Parts {
    let isOfThem = parts.of == estimate.used.count
    return ReleasedAnswer.Parts(
      count: parts.countsHalves
        ? nil : count(Int(parts.count), parts.people.map(CountKey.people)),
      of: count(parts.of, isOfThem ? .people(estimate.used.people) : nil))
  }

  /// What a reader must know, with no count that tells of few people.
  func caveats(of estimate: Estimate) -> [Caveat] {
    estimate.caveats.compactMap { caveat in
      switch caveat {
      case .percentilesOnly(let draws): .percentilesOnly(coarse(draws))
      case .noInterval(let draws): .noInterval(coarse(draws))
      case .tooSure:
        rounding.count(estimate.used.count) < FewPeopleRatios.people ? .tooSure : nil
      case .tooSureOfArms(let fewest):
        rounding.count(fewest) < FewPeopleRatios.people
          ? .tooSureOfArms(fewest: rounding.count(fewest)) : nil
      case .costsOfFewPeople:
        rounding.count(estimate.used.count) < CostsOfFewPeople.people ? .costsOfFewPeople : nil
      case .costsOfSmallArms(let fewest):
        rounding.count(fewest) < CostsOfFewPeople.people
          ? .costsOfSmallArms(fewest: rounding.count(fewest)) : nil
      case .tooFewForLevel, .tooFewStories, .allAlike, .noUpperLimit, .limitsOfFew, .equalTimeOnly,
        .wholeWindowsOnly, .consentedOnly,
        .servicesOfDifferentPeople:
        caveat
      }
    }
  }

  /// How many draws are undefined tells how many people have any event.
  private func coarse(_ draws: Caveat.Draws) -> Caveat.Draws {
    switch draws {
    case .undefined(_, let all): .undefined(nil, of: all)
    case .noVariation, .noAcceleration, .beyondDraws: draws
    }
  }

  /// With everyone's mean and those of all other groups a group's own mean follows.
  ///
  /// So the groups of a column that are hidden, with those in no group, must be nobody or at least `leastPeople` people.
  func closedRows(_ rows: [(group: GroupName, people: PeopleCount)]) -> Set<Int> {
    var closed = Set(rows.indices.filter { rows[$0].people.count < rules.leastPeople })
    guard let everyone = rows.firstIndex(where: { $0.group == .everyone }),
      !closed.contains(everyone)
    else { return closed }
    for members in Dictionary(grouping: rows.indices, by: { rows[$0].group.column }).values
    where !members.contains(everyone) {
      let people = members.reduce(0) { $0 + rows[$1].people.count }
      let ungrouped = max(0, rows[everyone].people.count - people)
      while true {
        let unseen = members.filter(closed.contains).reduce(ungrouped) {
          $0 + rows[$1].people.count
        }
        guard unseen > 0, unseen < rules.leastPeople else { break }
        let next = members.filter { !closed.contains($0) }.min {
          (rows[$0].people.count, $0) < (rows[$1].people.count, $1)
        }
        guard let next else { break }
        closed.insert(next)
      }
    }
    return closed
  }
}

extension GroupName {
  /// The column that tells the group apart; empty for everyone.
  var column: String {
    id.firstIndex(of: "=").map { String(id[..<$0]) } ?? ""
  }
}
