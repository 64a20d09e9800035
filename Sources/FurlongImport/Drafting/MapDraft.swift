public import FurlongStudy

/// A mapping drafted for an export that has none, with what speaks for it and what a person has to decide.
public struct MapDraft: Sendable, Equatable {
  /// What the export seems to hold; nil where that cannot be told.
  public var kind: ExportKind?
  /// Why, each as words after "because".
  public var reasons: [String] = []
  /// What each column seems to be, in the export's order.
  public var columns: [Column] = []
  /// What to look at, each as a sentence.
  public var checks: [String] = []
  /// The mapping's text; `DECIDE` stands where only a person can say.
  public var text = ""
  /// What a first plan can be made of.
  public var facts = DraftFacts()
  /// Mappings of what the same rows hold beside it, such as the stories of a form; they are written beside this one.
  public var beside: [MapDraft] = []

  /// How many words of the mapping a person must write before it can be used.
  public var decisions: Int { Self.decisions(in: text) }

  /// How many lines of a drafted file a person must complete before it can be used.
  public static func decisions(in text: String) -> Int {
    text.split(separator: "\n").count { $0.contains(DraftLines.decide) && !$0.hasPrefix("#") }
  }

  /// A column and what it seems to be.
  public struct Column: Sendable, Equatable {
    /// Its heading.
    public var heading: String
    /// What it seems to be, in a few words.
    public var seems: String
    /// How many of its cells hold something.
    public var filled: Int
  }
}

/// What exports say that a first plan is made of.
public struct DraftFacts: Sendable, Equatable {
  /// The first and the last day of registration.
  public var registered: DayRange?
  /// The last day of anything.
  public var lastDay: CalendarDay?
  /// The scales, and the occasions by which each is named; none where days decide.
  public var scales: [String: Set<String>] = [:]
  /// How many forms of each scale hold something.
  public var filled: [String: Int] = [:]
  /// The questions of the scales that were recognised.
  public var questions: [SameQuestions] = []
  /// How many days after the same person's form at the start the forms of each other occasion lie, where both have a day.
  public var formDays: [String: [Int]] = [:]
  /// Whether forms have days from a day 0 of the dataset's own, and no dates.
  public var countsDays = false
  /// Scales of the college's own.
  public var ownScales: [OwnScaleDraft] = []
  /// Whether it says since when people are known to the trust.
  public var saysKnown = false
  /// Whether it is a trust's own list of people.
  public var hasCaseload = false
  /// Whether rows are periods under the Mental Health Act.
  public var hasLegalPeriods = false
  /// The heading of a column that numbers people 1, 2, 3 …, by the export's path.
  public var counting: [String: String] = [:]
  /// The extracts of service use.
  public var extracts: [ExtractDays] = []
  /// Ids of events.
  public var events: Set<String> = []
  /// The kinds of people in the register.
  public var types: Set<String> = []
  /// The occasions of files whose forms are of a scale that nobody has named yet.
  public var undecidedAt: Set<String> = []
  /// The column that says who agreed to be evaluated, where one does.
  public var evaluationConsent: String?
  /// The column that says who agreed that their records be linked, where one does.
  public var linkageConsent: String?
  /// The two arms to which chance assigned people, where a register says so.
  public var arms: ArmsSeen?
  /// Whether NHS numbers are of the range for tests; nil where there are none.
  public var isInvented: Bool?
  /// How the college writes its ids.
  public var spelling: IdentifierSpelling?
  /// What is counted of wards, teams or courses by month, an export each.
  public var units: [UnitsSeen] = []
  /// What the service cost, a sheet each.
  public var budgets: [Budget] = []
  /// Whether places at sessions are recorded.
  public var hasAttendance = false
  /// Whether stories are told, and what their tellers agreed to.
  public var hasStories = false
  /// The names of files that hold the words of stories.
  public var storyFiles: [String] = []
  /// The single names in columns of names, in small letters: held in memory alone, so that no draft shows them.
  public var names: Set<String> = []

  /// Nothing is known.
  public init() {}

  /// What two exports say together.
  public mutating func add(_ other: DraftFacts) {
    if let days = other.registered {
      registered = DayRange(
        from: min(registered?.from ?? days.from, days.from),
        to: max(registered?.to ?? days.to, days.to))
    }
    lastDay = [lastDay, other.lastDay].compactMap { $0 }.max()
    scales.merge(other.scales) { $0.union($1) }
    questions += other.questions
    filled.merge(other.filled, uniquingKeysWith: +)
    formDays.merge(other.formDays, uniquingKeysWith: +)
    countsDays = countsDays || other.countsDays
    for scale in other.ownScales where !ownScales.contains(where: { $0.id == scale.id }) {
      ownScales.append(scale)
    }
    saysKnown = saysKnown || other.saysKnown
    hasCaseload = hasCaseload || other.hasCaseload
    hasLegalPeriods = hasLegalPeriods || other.hasLegalPeriods
    counting.merge(other.counting) { first, _ in first }
    extracts += other.extracts
    events.formUnion(other.events)
    types.formUnion(other.types)
    undecidedAt.formUnion(other.undecidedAt)
    evaluationConsent = evaluationConsent ?? other.evaluationConsent
    linkageConsent = linkageConsent ?? other.linkageConsent
    arms = arms ?? other.arms
    if let invented = other.isInvented { isInvented = (isInvented ?? true) && invented }
    spelling = spelling ?? other.spelling
    units += other.units
    budgets += other.budgets
    hasAttendance = hasAttendance || other.hasAttendance
    hasStories = hasStories || other.hasStories
    storyFiles += other.storyFiles
    names.formUnion(other.names)
  }
}

/// The two arms of a trial, in the words in which they are kept.
public struct ArmsSeen: Sendable, Equatable {
  /// The name under which the arm is kept.
  public var column: String
  /// The two words, in order.
  public var values: [String]

  /// The arm that is the control, where its word says so.
  public var control: String? {
    let found = values.filter { value in
      let words = value.lowercased().split { !$0.isLetter }.map(String.init)
      return words.contains {
        ["control", "controls", "usual", "tau", "cau", "wait", "waiting", "waitlist", "delayed"]
          .contains($0)
      }
    }
    return found.count == 1 ? found[0] : nil
  }

  init(column: String, values: [String]) {
    self.column = column
    self.values = values
  }
}

/// A scale that the catalogue does not have, as far as its columns tell.
public struct OwnScaleDraft: Sendable, Equatable {
  /// Its id: the words of its columns that are no occasion.
  public var id: String
  /// Its name, likewise.
  public var name: String
  /// The lowest and the highest score that it seems to have.
  public var scores: ClosedRange<Int>
  /// The smallest difference of two scores.
  public var step: Double
  /// Which way is better; nil where nothing tells.
  public var better: String?
}
