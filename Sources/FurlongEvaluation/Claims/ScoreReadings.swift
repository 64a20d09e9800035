import FurlongStatistics

/// What mean scores can mean, and whether so many people can have them.
struct ScoreReadings {
  let score: PublishedClaim.Score

  var list: [ClaimReading] {
    change + means.flatMap { check($0.mean, sd: $0.sd) } + sizes
  }

  private func reading(_ says: ClaimReading.Says, _ fit: ClaimReading.Fit) -> ClaimReading {
    ClaimReading(about: score.scale, says: says, fit: fit)
  }

  private var means: [(mean: PrintedFigure, sd: PrintedFigure?)] {
    [(score.before, score.sdBefore)] + (score.after.map { [($0, score.sdAfter)] } ?? [])
  }

  private var change: [ClaimReading] {
    guard let after = score.after else { return [] }
    return [
      reading(
        .change(
          before: score.before.value, after: after.value, change: after.value - score.before.value,
          decimals: max(score.before.decimals, after.decimals)), .follows)
    ]
  }

  private func check(_ mean: PrintedFigure, sd: PrintedFigure?) -> [ClaimReading] {
    guard case .even(let range) = score.range, let grid = range.grid, let number = mean.number,
      let found = try? GranularityCheck().check(mean: number, people: score.people, on: grid)
    else { return [] }
    let fit: ClaimReading.Fit =
      found.verdict != .possible ? .cannotBe : found.canFail ? .follows : .tellsNothing
    let first = reading(
      .meanScore(
        of: ClaimReading.MeanScore(
          mean: mean, people: score.people, below: found.below, above: found.above,
          isOutside: found.verdict == .outsideScale)), fit)
    guard found.verdict == .possible, let sd, let spread = sd.number,
      let both = try? SpreadCheck().check(
        mean: number, sd: spread, people: score.people, on: grid)
    else { return [first] }
    let says = ClaimReading.Says.spreadOfScores(
      of: ClaimReading.SpreadOfScores(
        mean: mean, sd: sd, people: score.people, lowest: both.lowest, highest: both.highest))
    return [first, reading(says, both.verdict.fit)]
  }

  /// The two spreads that a size can have been divided by.
  private var sizes: [ClaimReading] {
    guard let size = score.size, let after = score.after else { return [] }
    let change = after.value - score.before.value
    // Papers print a size without its sign where lower is better: it has that of the change.
    let signed = change < 0 ? -abs(size.value.value) : abs(size.value.value)
    guard
      let behind = try? SizeReading().read(
        size: signed, isCorrected: size.name == .g, change: change, people: score.people)
    else { return [] }
    let sign: [ClaimReading] =
      size.value.value < 0 && change > 0
      ? [
        reading(
          .otherSign(
            name: size.name, size: size.value.value, change: change,
            decimals: max(score.before.decimals, after.decimals)), .doesNotFollow)
      ] : []
    return sign + [
      reading(
        .sizeByScores(name: size.name, size: size.value.value, sd: behind.sd),
        fitOfScores(behind.sd, size)),
      reading(
        .sizeByChanges(
          name: size.name, size: size.value.value, sd: behind.sd, t: behind.t,
          people: score.people), .open),
    ]
  }

  /// Whether one of the printed spreads, or their average, is the one behind the size, as far as rounding lets it be.
  private func fitOfScores(
    _ sd: Double, _ size: PublishedClaim.Score.Size
  ) -> ClaimReading.Fit {
    let printed = [score.sdBefore, score.sdAfter].compactMap { $0?.value }
    guard let least = printed.min(), let most = printed.max(), let after = score.after else {
      return .open
    }
    let change = abs(after.value - score.before.value)
    let slack =
      (score.before.halfUnit + after.halfUnit) / change
      + size.value.halfUnit / abs(size.value.value)
    return sd >= least * (1 - slack) - 0.05 && sd <= most * (1 + slack) + 0.05
      ? .follows : .doesNotFollow
  }
}

extension PossibleSpread.Verdict {
  /// Whether the figures can be.
  fileprivate var fit: ClaimReading.Fit {
    switch self {
    case .possible: .follows
    case .notKnown: .tellsNothing
    case .meanImpossible, .tooSmall, .tooLarge, .impossible: .cannotBe
    }
  }
}
