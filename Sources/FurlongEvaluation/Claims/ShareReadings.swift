import FurlongStatistics

/// What counts and percentages can mean, each by itself and together.
struct ShareReadings {
  let shares: [PublishedClaim.Share]

  var list: [ClaimReading] { shares.compactMap(alone) + together }

  private func alone(_ share: PublishedClaim.Share) -> ClaimReading? {
    if let count = share.count, let people = share.people, count > people {
      return ClaimReading(
        about: share.label, says: .part(count: count, all: people), fit: .cannotBe)
    }
    guard let percent = share.percent, let number = percent.number else { return nil }
    if let count = share.count {
      let bases = bases(share)
      let fit: ClaimReading.Fit =
        bases == nil || share.people.map { bases?.contains($0) == false } == true
        ? .cannotBe : .follows
      return ClaimReading(
        about: share.label,
        says: .base(
          count: count, percent: percent, low: bases?.low, high: bases?.high, said: share.people),
        fit: fit)
    }
    guard let people = share.people,
      let counts = try? PercentageCheck().counts(of: people, percentage: number)
    else {
      return share.people.map {
        ClaimReading(
          about: share.label, says: .counts(percent: percent, people: $0, low: nil, high: nil),
          fit: .cannotBe)
      }
    }
    return ClaimReading(
      about: share.label,
      says: .counts(
        percent: percent, people: people, low: counts.lowerBound, high: counts.upperBound),
      fit: .follows)
  }

  private func bases(_ share: PublishedClaim.Share) -> PossibleBases? {
    guard let count = share.count, let percent = share.percent?.number else { return nil }
    return try? PercentageCheck().bases(count: count, percentage: percent)
  }

  /// Shares that are told of the same people, two by two in their order.
  private var together: [ClaimReading] {
    var list: [ClaimReading] = []
    for (at, first) in shares.enumerated() {
      for second in shares.dropFirst(at + 1)
      where first.samePeople != nil && first.samePeople == second.samePeople {
        guard let one = bases(first), let other = bases(second) else { continue }
        let common = one.common(with: other)
        list.append(
          ClaimReading(
            about: first.samePeople ?? "",
            says: .samePeople(
              first: first.label, second: second.label, low: common?.low, high: common?.high),
            fit: common == nil ? .doesNotFollow : .follows))
      }
    }
    return list
  }
}

/// What falls at several times can mean.
struct FallReadings {
  let falls: [PublishedClaim.Fall]

  var list: [ClaimReading] {
    let left = falls.map { fall in
      ClaimReading(
        about: fall.label,
        says: .left(
          percent: fall.percent.value, months: fall.months, left: 100 - fall.percent.value),
        fit: fall.percent.value <= 100 ? .follows : .cannotBe)
    }
    return left + zip(falls, falls.dropFirst()).compactMap(again)
  }

  private func again(
    _ first: PublishedClaim.Fall, _ second: PublishedClaim.Fall
  ) -> ClaimReading? {
    let left = 100 - first.percent.value
    guard first.label == second.label, first.months < second.months, left > 0 else { return nil }
    return ClaimReading(
      about: first.label,
      says: .fellAgain(
        first: first.months, second: second.months,
        percent: 100 - 100 * (100 - second.percent.value) / left), fit: .open)
  }
}
