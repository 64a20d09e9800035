/// Whether so many people can have a mean and a standard deviation together (GRIMMER), and one set of scores that has
/// them (SPRITE).
///
/// Both are answered at once: every set of scores within the scale is searched, not only the parity of its squares, so
/// that "impossible" is a proof and "possible" comes with an example.
public struct SpreadCheck: Equatable, Sendable {
  /// After so many steps of the search it is given up, and the answer is that it is not known.
  public var mostStates: Int

  /// A check that gives up after so many steps.
  public init(mostStates: Int = 200_000) {
    self.mostStates = mostStates
  }

  /// Looks for n scores on the grid whose mean and standard deviation are printed so.
  ///
  /// ```
  /// S = Σ j,  Q = Σ j²  of the steps j above the lowest score;   sd² = step² (Q − S²/n) / (n − 1)
  /// Q ≡ S (mod 2),   Q(even split of S) ≤ Q ≤ Q(S heaped on the ends)
  /// ```
  ///
  /// For each S that has the mean and each Q that has the standard deviation, so many people are put on the highest score,
  /// the next, and so on, within those bounds. Exact, in whole numbers; halves may have been rounded either way. The divisor
  /// is n − 1. Anaya 2016, doi:10.7287/peerj.preprints.2400v1; Allard 2018; Heathers and others 2018,
  /// doi:10.7287/peerj.preprints.26968v1.
  ///
  /// - Parameters:
  ///   - mean: as printed.
  ///   - sd: as printed, 0 or more.
  ///   - people: how many have a score, 2 to 1,000,000.
  ///   - grid: the scores that one can have.
  /// - Throws: `tooFew`, `outsideRange`, `overflow`.
  public func check(
    mean: PrintedNumber, sd: PrintedNumber, people: Int, on grid: ScoreGrid
  ) throws(StatisticsError) -> PossibleSpread {
    if people < 2 { throw .tooFew(of: "persons", count: people, needed: 2) }
    if sd.units < 0 {
      throw .outsideRange(what: "standard deviation", value: sd.value, expected: "0 or more")
    }
    let means = try GranularityCheck().check(mean: mean, people: people, on: grid)
    guard let sums = means.sums else {
      return PossibleSpread(verdict: .meanImpossible, lowest: nil, highest: nil)
    }
    let printed = try PrintedSpread(sd, people: people, on: grid)
    var search = SampleSearch(mostStates: mostStates)
    var lowest = Double.infinity
    var highest = 0.0
    for sum in sums {
      let whole = SampleGoal(highest: grid.steps, people: people, sum: sum, squares: 0)
      lowest = min(lowest, printed.sd(ofSquares: whole.fewestSquares, sum: sum))
      highest = max(highest, printed.sd(ofSquares: whole.mostSquares, sum: sum))
      let squares = try printed.squares(ofSum: sum)
      var goal = max(squares.low, whole.fewestSquares)
      // A sum of squares is odd where the sum is.
      if (goal - sum) % 2 != 0 { goal += 1 }
      let last = min(squares.high, whole.mostSquares)
      while goal <= last {
        if let counts = search.sample(whole.with(squares: goal)) {
          return PossibleSpread(
            verdict: .possible(
              example: counts.map {
                ScoreCount(score: grid.score(Double($0.score)), people: $0.people)
              }),
            lowest: lowest, highest: highest)
        }
        if search.isGivenUp {
          return PossibleSpread(verdict: .notKnown, lowest: nil, highest: nil)
        }
        goal += 2
      }
    }
    let verdict: PossibleSpread.Verdict =
      sd.value < lowest ? .tooSmall : sd.value > highest ? .tooLarge : .impossible
    return PossibleSpread(verdict: verdict, lowest: lowest, highest: highest)
  }
}

/// Whether so many people can have a mean and a standard deviation together.
public struct PossibleSpread: Equatable, Sendable {
  /// What a check of a standard deviation can come to.
  public enum Verdict: Equatable, Sendable {
    /// These scores have both.
    case possible(example: [ScoreCount])
    /// No scores have the mean already.
    case meanImpossible
    /// Scores with this mean lie further apart than that.
    case tooSmall
    /// Scores with this mean cannot lie so far apart.
    case tooLarge
    /// It lies between what is possible, and no scores have it.
    case impossible
    /// The search was given up.
    case notKnown
  }

  /// What came out.
  public let verdict: Verdict
  /// The smallest standard deviation with this mean; nil where the mean is impossible or the search was given up.
  public let lowest: Double?
  /// The largest.
  public let highest: Double?
}

/// How many people have a score.
public struct ScoreCount: Equatable, Sendable {
  /// The score.
  public let score: Double
  /// How many have it.
  public let people: Int
}

/// Which sums of squares a printed standard deviation allows.
private struct PrintedSpread {
  let people: Int
  let step: Double
  private let low: Int128
  private let high: Int128
  private let divisor: Int128

  init(_ sd: PrintedNumber, people: Int, on grid: ScoreGrid) throws(StatisticsError) {
    self.people = people
    step = grid.step
    let pairs = Int128(people) * Int128(people - 1)
    let one = try exactProduct(grid.items, grid.unitsInOne)
    let twice = 2 * Int128(sd.units)
    // From half a unit below the printed figure to half a unit above, squared; nothing lies below 0.
    let below = max(twice - 1, 0)
    low = try exactProduct(below, below, pairs, one, one)
    high = try exactProduct(twice + 1, twice + 1, pairs, one, one)
    divisor = try exactProduct(
      4, sd.unitsInOne, sd.unitsInOne, grid.stepUnits, grid.stepUnits)
  }

  func squares(ofSum sum: Int) throws(StatisticsError) -> (low: Int, high: Int) {
    let centre = try exactProduct(Int128(sum), Int128(sum), divisor)
    let all = try exactProduct(Int128(people), divisor)
    let first = ceilingQuotient(centre + low, all)
    let last = floorQuotient(centre + high, all)
    let most = Int128(Int.max / 4)
    return (Int(min(first, most)), Int(min(last, most)))
  }

  func sd(ofSquares squares: Int, sum: Int) -> Double {
    let n = Int128(people)
    let apart = n * Int128(squares) - Int128(sum) * Int128(sum)
    return step * (Double(apart) / (Double(people) * Double(people - 1))).squareRoot()
  }
}
