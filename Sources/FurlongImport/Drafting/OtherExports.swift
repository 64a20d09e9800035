public import FurlongStudy

/// What the other exports of a folder say that a draft of one of them needs.
public struct OtherExports: Sendable, Equatable {
  /// How the college writes its ids, where a register has told.
  public var spelling: IdentifierSpelling?
  /// Whether there is a register of people already: then a list without registrations is no register.
  public var hasRegister = false
  /// Whether one says since when people are known to the trust.
  public var saysKnown = false
  /// Whether one is a trust's own list of people, though it may not say since when they are known.
  public var hasCaseload = false
  /// Whether one holds periods under the Mental Health Act: then detentions are counted there alone.
  public var hasLegalPeriods = false
  /// Headings of columns that number people 1, 2, 3 …, by the export's path.
  public var counting: [String: String] = [:]
  /// The extracts of service use.
  public var extracts: [ExtractDays] = []
  /// The questions of the scales that were recognised in them.
  public var questions: [SameQuestions] = []
  /// The rows of a sheet of the same workbook that is a register's key: a mark, and what it means.
  public var key: [[String]] = []
  /// The single names in their columns of names, in small letters and in memory alone: no draft shows a word that holds one.
  public var names: Set<String> = []

  /// Nothing is known of others.
  public init() {}
}

/// The days on which things happened in an extract of service use.
public struct ExtractDays: Sendable, Equatable {
  /// The export's path from the study folder.
  public var path: String
  /// The first and the last day seen.
  public var days: DayRange
  /// How many days stand in it.
  public var count: Int
  /// Whether the export says for which days it was drawn.
  public var isStated = false

  /// The days of one extract.
  public init(path: String, days: DayRange, count: Int) {
    self.path = path
    self.days = days
    self.count = count
  }

  /// Days without anything after the last day seen, or before the first, that so rare events leave by chance more often than once
  /// in twenty: at a steady rate the chance of none in `gap` days is exp(-rate × gap), which is 0.05 at three events expected.
  var gapByChance: Int {
    let span = days.to.number - days.from.number
    return count < 2 ? .max : 3 * span / count
  }

  /// The days of which this extract can speak, if it was drawn together with others: its own, and those of the others where its having
  /// nothing on them may be chance.
  public func together(with others: [ExtractDays]) -> DayRange {
    var all = days
    for other in others where other.path != path {
      if days.from.number - other.days.from.number <= gapByChance {
        all.from = min(all.from, other.days.from)
      }
      if other.days.to.number - days.to.number <= gapByChance {
        all.to = max(all.to, other.days.to)
      }
    }
    return all
  }
}
