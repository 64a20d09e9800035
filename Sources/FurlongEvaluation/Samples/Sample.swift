import FurlongStatistics
import FurlongStudy

/// Who of a group is used of how many eligible: makes answers that say so.
struct Sample {
  var used: PeopleCount
  var eligible: PeopleCount
  var confidence: Double

  /// An estimate without more.
  func estimate(_ value: Double, method: Method? = nil, caveats: [Caveat] = []) -> Estimate {
    Estimate(value, used: used, eligible: eligible, method: method, caveats: caveats)
  }

  /// A number without more.
  func number(_ value: Double, method: Method? = nil) -> FoundAnswer {
    .estimated(estimate(value, method: method))
  }

  /// A sum of what people have.
  func sum(
    _ value: Double, of contributors: Estimate.Contributors, caveats: [Caveat] = []
  ) -> FoundAnswer {
    var sum = estimate(value, caveats: caveats)
    sum.contributors = [contributors]
    return .estimated(sum)
  }

  /// A reason why there is no number.
  func none(_ reason: NotEstimable) -> FoundAnswer {
    .notEstimable(reason, used: used, eligible: eligible)
  }

  /// What a statistic says, or its error as a reason.
  func answer(
    _ compute: () throws(StatisticsError) -> Estimate
  ) -> FoundAnswer {
    do {
      return .estimated(try compute())
    } catch {
      return none(NotEstimable(error))
    }
  }

  /// The share of those used to whom something applies, with Wilson's interval.
  func share(_ count: Int, _ people: PeopleSet? = nil) -> FoundAnswer {
    answer { () throws(StatisticsError) in
      let share = try WilsonInterval(confidence: confidence).proportion(count, of: used.count)
      return Estimate(
        share.estimate, used: used, eligible: eligible, interval: Interval(share.interval),
        parts: Estimate.Parts(count: Double(count), people: people, of: used.count))
    }
  }
}

extension Sample {
  /// One share minus another of different people, with Newcombe's interval.
  func difference(of share: Estimate.Parts, minus other: Estimate.Parts) -> FoundAnswer {
    answer { () throws(StatisticsError) in
      let found = try ProportionDifference(confidence: confidence)
        .compare(Int(share.count), of: share.of, to: Int(other.count), of: other.of)
      return Estimate(
        found.difference, used: used, eligible: eligible, interval: Interval(found.interval),
        parts: share, minus: other)
    }
  }
}

extension Sample {
  /// A share after minus the share before of the same people, with Newcombe's interval.
  func change(from before: Estimate.Parts, to after: Estimate.Parts, _ exchange: Estimate.Exchange)
    -> FoundAnswer
  {
    answer { () throws(StatisticsError) in
      let (gained, lost) = (Int(exchange.gained.count), Int(exchange.lost.count))
      let both = Int(before.count) - lost
      let found = try PairedProportionChange(confidence: confidence).change(
        both: both, gained: gained, lost: lost, neither: used.count - both - gained - lost)
      return Estimate(
        found.change, used: used, eligible: eligible, interval: Interval(found.interval),
        parts: after, minus: before, exchange: exchange)
    }
  }

  /// The share of those used to whom something applies minus one that the plan states, which is taken as known.
  func difference(of count: Int, _ people: PeopleSet, minusStated other: Estimate.Parts)
    -> FoundAnswer
  {
    guard case .estimated(var estimate) = share(count, people) else { return share(count, people) }
    let stated = other.count / Double(other.of)
    estimate.value -= stated
    estimate.interval = estimate.interval.map {
      Interval(low: $0.low - stated, high: $0.high - stated, level: $0.level)
    }
    estimate.minus = other
    return .estimated(estimate)
  }
}

extension Interval {
  init(_ interval: ConfidenceInterval) {
    self.init(low: interval.low, high: interval.high, level: interval.level)
  }

  /// Wilson's interval of a count, with halves where ties count half, of a number of people or things; nil where there
  /// are none.
  ///
  /// For counts as they are published: whoever has them can make it again.
  public static func wilson(_ count: Double, of number: Int, level: Double) -> Interval? {
    guard count >= 0, count <= Double(number) else { return nil }
    return (try? WilsonInterval(confidence: level).interval(of: count, in: number))
      .map { Interval($0) }
  }

  /// Newcombe's interval of a count of a number of people minus another of different people; nil where there are none.
  ///
  /// For counts as they are published: whoever has them can make it again.
  public static func newcombe(
    _ count: Int, of number: Int, minus other: Int, of otherNumber: Int, level: Double
  ) -> Interval? {
    (try? ProportionDifference(confidence: level)
      .compare(count, of: number, to: other, of: otherNumber)).map { Interval($0.interval) }
  }
}

extension Interval {
  /// Newcombe's interval of how far a share moved in the same people; nil where there are none.
  ///
  /// For counts as they are published: whoever has them can make it again.
  public static func newcombePaired(
    before: Int, after: Int, lost: Int, of number: Int, level: Double
  ) -> Interval? {
    let both = before - lost
    let gained = after - both
    return
      (try? PairedProportionChange(confidence: level)
      .change(both: both, gained: gained, lost: lost, neither: number - before - gained))
      .map { Interval($0.interval) }
  }
}

extension NotEstimable {
  init(_ error: StatisticsError) {
    switch error {
    case .tooFew(_, let count, let needed): self = .tooFew(needed: needed, found: count)
    case .noVariation: self = .noVariation
    case .noEvents: self = .nothingHappened
    case .unequalLengths, .notFinite, .outsideRange, .dependentTerms, .leverageOfOne, .overflow,
      .numerics:
      self = .outsideMethod
    }
  }
}
