import FurlongStatistics

extension PublishedClaim {
  /// A total of money, and what is said of the middle one of those that it is made of.
  public struct Total: Hashable, Sendable {
    /// What it is called.
    public var label: String
    /// The total.
    public var total: PrintedFigure
    /// Of how many.
    public var count: Int
    /// What they are, such as `students`.
    public var of: String
    /// The median of them.
    public var median: PrintedFigure?

    /// A total.
    public init(
      label: String, total: PrintedFigure, count: Int, of: String, median: PrintedFigure?
    ) {
      self.label = label
      self.total = total
      self.count = count
      self.of = of
      self.median = median
    }
  }

  /// What people cost who had what is evaluated, and others; a saving is above 0.
  public struct Saving: Hashable, Sendable {
    /// What it is called.
    public var label: String
    /// Mean cost with it.
    public var with: PrintedFigure?
    /// Mean cost without it.
    public var without: PrintedFigure?
    /// The difference that is said: without minus with.
    public var saving: PrintedFigure?
    /// Its interval.
    public var interval: Interval?
    /// A probability that is said, in percent.
    public var probability: Double?
    /// Whether it is of a group within the study, and if so, whether that was planned.
    public var group: Subgroup

    /// A saving of which nothing is said yet.
    public init(label: String, group: Subgroup = .everyone) {
      self.label = label
      self.group = group
    }
  }

  /// Whether a figure is of a group within a study.
  public enum Subgroup: String, Codable, Sendable, CaseIterable {
    /// It is of everyone.
    case everyone
    /// It is of a group that was named before the data were seen.
    case planned
    /// It is of a group that was found in the data.
    case notPlanned = "not-planned"
    /// It is of a group, and the source does not say when it was named.
    case notStated = "not-stated"
  }

  /// Mean scores before and after.
  public struct Score: Hashable, Sendable {
    /// The scale's name.
    public var scale: String
    /// How many have both scores.
    public var people: Int
    /// The mean before.
    public var before: PrintedFigure
    /// The standard deviation before.
    public var sdBefore: PrintedFigure?
    /// The mean after.
    public var after: PrintedFigure?
    /// The standard deviation after.
    public var sdAfter: PrintedFigure?
    /// The standardised size of the change.
    public var size: Size?
    /// The scores that one can have.
    public var range: Range

    /// Scores before, of which nothing more is said.
    public init(scale: String, people: Int, before: PrintedFigure, range: Range) {
      self.scale = scale
      self.people = people
      self.before = before
      self.range = range
    }

    /// A size as printed.
    public struct Size: Hashable, Sendable {
      /// Which size it is said to be.
      public var name: SizeName
      /// The size.
      public var value: PrintedFigure

      /// A size.
      public init(name: SizeName, value: PrintedFigure) {
        self.name = name
        self.value = value
      }
    }

    /// Which size a number is said to be.
    public enum SizeName: String, Codable, Sendable, CaseIterable {
      /// Hedges' g: corrected for few people.
      case g
      /// Not corrected.
      case d
    }

    /// The scores that one can have.
    public enum Range: Hashable, Sendable {
      /// Even steps.
      case even(EvenRange)
      /// They come of a table, or are weighted, and lie in no even steps.
      case uneven
      /// The source does not say.
      case notStated
    }
  }

  /// Scores from a lowest to a highest in equal steps.
  public struct EvenRange: Hashable, Sendable {
    /// The lowest score.
    public let low: PrintedFigure
    /// The highest.
    public let high: PrintedFigure
    /// The step of an item.
    public let step: PrintedFigure
    /// Of how many items a score is the mean; 1 where they are added up.
    public let itemsAveraged: Int

    /// The range; nil unless it is a whole number of steps, 1 to 100,000 of them, and of 1,000 items at most.
    public init?(low: PrintedFigure, high: PrintedFigure, step: PrintedFigure, itemsAveraged: Int) {
      self.low = low
      self.high = high
      self.step = step
      self.itemsAveraged = itemsAveraged
      if grid == nil { return nil }
    }

    /// The range as statistics take it.
    var grid: ScoreGrid? {
      guard let low = low.number, let high = high.number, let step = step.number else {
        return nil
      }
      return try? ScoreGrid(low: low, high: high, step: step, itemsAveraged: itemsAveraged)
    }
  }

  /// A count with its percentage, or either alone.
  public struct Share: Hashable, Sendable {
    /// What it is of.
    public var label: String
    /// How many.
    public var count: Int?
    /// The percentage that is printed.
    public var percent: PrintedFigure?
    /// Of how many, as the source says.
    public var people: Int?
    /// The source's words, where it gives no figure.
    public var words: String?
    /// A word that shares have in common which are said to be of the same people.
    public var samePeople: String?

    /// A share of which nothing is said yet.
    public init(label: String) { self.label = label }
  }

  /// A fall in percent at a time.
  public struct Fall: Hashable, Sendable {
    /// What fell.
    public var label: String
    /// By how many percent.
    public var percent: PrintedFigure
    /// After how many months.
    public var months: Int
    /// How many people it is of.
    public var people: Int?

    /// A fall.
    public init(label: String, percent: PrintedFigure, months: Int, people: Int?) {
      self.label = label
      self.percent = percent
      self.months = months
      self.people = people
    }
  }
}
