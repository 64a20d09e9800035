/// One thing that a claim's figures can mean, worked out, and whether the source bears it out.
public struct ClaimReading: Hashable, Sendable, Encodable {
  /// Which figure it is of, in the claim's words.
  public let about: String
  /// What it says.
  public let says: Says
  /// Whether the source bears it out.
  public let fit: Fit

  /// Whether the source bears a reading out.
  public enum Fit: String, Codable, Sendable {
    /// It follows from what the source says.
    case follows
    /// The figures allow it, and the source does not say whether it is meant.
    case open
    /// It does not follow from what the source says.
    case doesNotFollow = "does_not_follow"
    /// The figures cannot be.
    case cannotBe = "cannot_be"
    /// Nobody could tell from these figures.
    case tellsNothing = "tells_nothing"
  }

  /// What a reading says; each case has the numbers that it was worked out of and what came out.
  public enum Says: Hashable, Sendable, Encodable {
    // Money
    /// So much each, of so many, is so much in all.
    case total(amount: Double, people: Int, months: Int?, total: Double)
    /// So much over so many months is so much a year.
    case yearly(amount: Double, months: Int, yearly: Double)
    /// It is of one year already.
    case oneYear(amount: Double)
    /// So much in all is so much each, if it is shared by so many.
    case spread(total: Double, months: Int?, people: Int, of: Spread, each: Double)
    /// It is told as of so many months, and its source says another number, or none.
    case timeBase(amount: Double, said: Int, source: Int?, yearly: Double?, factor: Double?)
    /// It is told as net, and its source does not say that anything was taken off.
    case netOfDelivery(source: PublishedClaim.Delivery)
    /// It is told of other people than its source says.
    case otherPeople(said: PublishedClaim.Base, source: PublishedClaim.Base)
    /// It is another amount than its source's, over the same time.
    case otherAmount(said: Double, source: Double)
    /// It is what its source says.
    case asInSource
    // Totals
    /// A total over a count is the mean, which need not be the median.
    case mean(total: Double, count: Int, of: String, mean: Double, median: Double?)
    /// A median times a count, which is no total, is the total that is told.
    case medianTimesCount(
      median: Double, count: Int, of: String, product: Double, total: Double)
    // Intervals
    /// An interval does not hold the very amount that it is told of.
    case outsideInterval(amount: Double, low: Double, high: Double)
    // Savings
    /// The difference of two means, and the one that is told.
    case difference(with: Double, without: Double, difference: Double, said: Double?)
    /// The standard error behind an interval, were it normal.
    case standardError(low: Double, high: Double, level: Double, error: Double)
    /// How probable a saving is under a normal distribution, and what the source says in percent.
    case probability(normal: Double, said: Double?)
    // Scores
    /// The mean change.
    case change(before: Double, after: Double, change: Double, decimals: Int)
    /// Whether so many people can have a mean.
    case meanScore(of: MeanScore)
    /// Whether so many people can have a mean and a standard deviation together.
    case spreadOfScores(of: SpreadOfScores)
    /// A size, if it was divided by the spread of the scores.
    case sizeByScores(name: PublishedClaim.Score.SizeName, size: Double, sd: Double)
    /// A size is told with a minus, and the change goes up: one of them is of earlier less later, or wrong.
    case otherSign(name: PublishedClaim.Score.SizeName, size: Double, change: Double, decimals: Int)
    /// A size, if it was divided by the spread of the changes.
    case sizeByChanges(
      name: PublishedClaim.Score.SizeName, size: Double, sd: Double, t: Double, people: Int)
    // Counts
    /// So many of so many.
    case part(count: Int, all: Int)
    /// Of how many people a count with its percentage can be.
    case base(count: Int, percent: PrintedFigure, low: Int?, high: Int?, said: Int?)
    /// How many a percentage of so many can be.
    case counts(percent: PrintedFigure, people: Int, low: Int?, high: Int?)
    /// Shares that are told of the same people, and whether they can be.
    case samePeople(first: String, second: String, low: Int?, high: Int?)
    // Falls
    /// What is left after a fall.
    case left(percent: Double, months: Int, left: Double)
    /// By how many percent it fell again, if the people are the same.
    case fellAgain(first: Int, second: Int, percent: Double)
  }

  /// By whom a total is shared.
  public enum Spread: String, Codable, Sendable {
    /// By those who are counted.
    case counted
    /// By all, of whom those are a part.
    case all
  }

  /// Whether so many people can have a mean.
  public struct MeanScore: Hashable, Sendable, Encodable {
    /// The mean as printed.
    public let mean: PrintedFigure
    /// How many people.
    public let people: Int
    /// The nearest mean below that so many people can have, where this one cannot be.
    public let below: Double?
    /// The nearest above.
    public let above: Double?
    /// Whether it lies outside the scale.
    public let isOutside: Bool
  }

  /// Whether so many people can have a mean and a standard deviation together.
  public struct SpreadOfScores: Hashable, Sendable, Encodable {
    /// The mean as printed.
    public let mean: PrintedFigure
    /// The standard deviation as printed.
    public let sd: PrintedFigure
    /// How many people.
    public let people: Int
    /// The smallest standard deviation with this mean; nil where that is not known.
    public let lowest: Double?
    /// The largest.
    public let highest: Double?
  }
}
