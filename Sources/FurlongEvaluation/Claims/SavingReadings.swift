import FurlongStatistics

/// What the costs of two groups say.
struct SavingReadings {
  let saving: PublishedClaim.Saving

  var list: [ClaimReading] { difference + interval }

  private func reading(_ says: ClaimReading.Says, _ fit: ClaimReading.Fit) -> ClaimReading {
    ClaimReading(about: saving.label, says: says, fit: fit)
  }

  private var difference: [ClaimReading] {
    guard let with = saving.with, let without = saving.without else { return [] }
    let difference = without.value - with.value
    let slack = with.halfUnit + without.halfUnit
    let agrees = saving.saving.map { abs($0.value - difference) <= slack + $0.halfUnit }
    return [
      reading(
        .difference(
          with: with.value, without: without.value, difference: difference,
          said: saving.saving?.value), agrees == false ? .cannotBe : .follows)
    ]
  }

  private var interval: [ClaimReading] {
    let worked = saving.without.flatMap { without in
      saving.with.map { without.value - $0.value }
    }
    if let told = saving.saving, let outside = saving.interval?.outside(told) {
      return [reading(outside, .cannotBe)]
    }
    guard let interval = saving.interval, let estimate = saving.saving?.value ?? worked,
      let normal = try? IntervalReading().read(
        estimate: estimate,
        interval: ConfidenceInterval(
          low: interval.low.value, high: interval.high.value, level: interval.level / 100))
    else { return [] }
    // An interval whose middle is not the estimate was not made of a normal distribution.
    let isSymmetric = abs(normal.offCentre) < 0.05
    let saves = estimate < 0 ? 1 - normal.probabilityOfSide : normal.probabilityOfSide
    let near = isSymmetric ? 0.02 : 0.05
    let agrees = saving.probability.map { abs($0 / 100 - saves) < near } ?? true
    return [
      reading(
        .standardError(
          low: interval.low.value, high: interval.high.value, level: interval.level,
          error: normal.standardError), isSymmetric ? .follows : .open),
      reading(
        .probability(normal: saves, said: saving.probability),
        agrees ? (isSymmetric ? .follows : .open) : .doesNotFollow),
    ]
  }
}
