public import FurlongStudy

/// Everything that the evaluation found; with `Unreleased` numbers small ones are not hidden.
public struct Findings<N: Numbers>: Encodable, Sendable, Equatable {
  /// One step and what it found.
  public struct Step: Encodable, Sendable, Equatable {
    /// The step's id in the plan.
    public var id: String
    /// Whether it was planned.
    public var planned: EvaluationStep.Planned
    /// What it found.
    public var finding: Finding<N>

    /// A step's finding.
    public init(id: String, planned: EvaluationStep.Planned, finding: Finding<N>) {
      self.id = id
      self.planned = planned
      self.finding = finding
    }
  }

  /// The study that was evaluated.
  public var study: StudyDescription
  /// How its numbers were made.
  public var provenance: Provenance
  /// What was found, in the plan's order.
  public var steps: [Step]

  /// Findings.
  public init(study: StudyDescription, provenance: Provenance, steps: [Step]) {
    self.study = study
    self.provenance = provenance
    self.steps = steps
  }
}

extension Findings: Decodable where N == Unreleased {}
extension Findings.Step: Decodable where N == Unreleased {}

/// What one question was answered with.
public enum Finding<N: Numbers>: Encodable, Sendable, Equatable {
  /// Who came, and who is in these numbers.
  case reach(ReachFinding<N>)
  /// How far people travelled.
  case change(ChangeFinding<N>)
  /// Whether it was real, and whether it mattered.
  case meaning(MeaningFinding<N>)
  /// What changed in people's lives.
  case lifeOutcomes(LifeOutcomesFinding<N>)
  /// Whether use of services fell.
  case serviceUse(ServiceUseFinding<N>)
  /// How long it took until something happened.
  case timeToEvent(TimeToEventFinding<N>)
  /// What changed on wards, teams or courses.
  case unitRates(UnitRatesFinding<N>)
  /// What it cost, and what use of services cost.
  case money(MoneyFinding<N>)
  /// What people thought of it.
  case feedback(FeedbackFinding<N>)
  /// What people say.
  case experience(ExperienceFinding<N>)
  /// What this cannot show.
  case certainty(CertaintyFinding<N>)

  /// The question that it answers.
  public var question: Question {
    switch self {
    case .reach: .reach
    case .change: .change
    case .meaning: .meaning
    case .lifeOutcomes: .lifeOutcomes
    case .serviceUse: .serviceUse
    case .timeToEvent: .timeToEvent
    case .unitRates: .unitRates
    case .money: .money
    case .feedback: .feedback
    case .experience: .experience
    case .certainty: .certainty
    }
  }
}

extension Finding: Decodable where N == Unreleased {}

/// The study, as a report introduces it.
public struct StudyDescription: Codable, Sendable, Equatable {
  /// Its id.
  public var id: String
  /// Its title.
  public var title: String
  /// What it is about.
  public var about: String
  /// Whether it is invented.
  public var fictional: Bool
  /// What the report calls people.
  public var people: EvaluationPlan.PeopleWords
  /// How it was designed.
  public var design: EvaluationPlan.Design
  /// How the people concerned were involved.
  public var involvement: String
  /// Whose registrations count.
  public var registered: DayRange?
  /// The last day that the data cover.
  public var dataTo: CalendarDay?
  /// What day 0 is: `first registration`.
  public var dayZero: String
  /// How many outcomes (scales and events) the plan has.
  public var outcomes: Int

  /// A description.
  public init(
    id: String, title: String, about: String, fictional: Bool,
    people: EvaluationPlan.PeopleWords, design: EvaluationPlan.Design, involvement: String,
    registered: DayRange?, dataTo: CalendarDay?, dayZero: String, outcomes: Int
  ) {
    self.id = id
    self.title = title
    self.about = about
    self.fictional = fictional
    self.people = people
    self.design = design
    self.involvement = involvement
    self.registered = registered
    self.dataTo = dataTo
    self.dayZero = dayZero
    self.outcomes = outcomes
  }
}

/// A group of people in a finding.
public struct GroupName: Codable, Sendable, Equatable, Hashable {
  /// `all`, or `column=value` as in the results table.
  public var id: String
  /// Its words in the report: `everyone`, `usual care`.
  public var label: String

  /// A group.
  public init(id: String, label: String) {
    self.id = id
    self.label = label
  }

  /// Everyone.
  public static let everyone = GroupName(id: "all", label: "everyone")
}

/// An occasion or a window in a finding.
public struct TimeName: Codable, Sendable, Equatable, Hashable {
  /// Its id in the results table.
  public var id: String
  /// Its words in the report.
  public var label: String
  /// For a follow-up, the day from day 0 that its form should be nearest to; nil where the plan gives none.
  public var day: Int?

  /// A name of a time.
  public init(id: String, label: String, day: Int? = nil) {
    self.id = id
    self.label = label
    self.day = day
  }
}

/// What a report says of a scale.
public struct ScaleDescription: Codable, Sendable, Equatable {
  /// A band of scores.
  public struct Band: Codable, Sendable, Equatable {
    /// Its words: `low wellbeing`.
    public var label: String
    /// Its least score.
    public var low: Double
    /// Its greatest score.
    public var high: Double

    /// A band.
    public init(label: String, low: Double, high: Double) {
      self.label = label
      self.low = low
      self.high = high
    }
  }

  /// Its id in the catalogue.
  public var id: String
  /// Its short name: `SWEMWBS`.
  public var name: String
  /// What it measures, in plain words: `mental wellbeing`.
  public var measures: String
  /// Whether its name says all that is known of what it measures.
  public var isNamedAlone: Bool { measures.lowercased() == name.lowercased() }
  /// Whether a higher score is better.
  public var higherIsBetter: Bool
  /// The least and the greatest score.
  public var low: Double
  /// The greatest score.
  public var high: Double
  /// The smallest step between scores, for the number of decimals.
  public var step: Double
  /// Published bands, lowest first; empty where none were published.
  public var bands: [Band]
  /// Where scoring and bands come from.
  public var source: String
  /// Whether it decides.
  public var role: OutcomeRole

  /// A description.
  public init(
    id: String, name: String, measures: String, higherIsBetter: Bool, low: Double, high: Double,
    step: Double, bands: [Band], source: String, role: OutcomeRole
  ) {
    self.id = id
    self.name = name
    self.measures = measures
    self.higherIsBetter = higherIsBetter
    self.low = low
    self.high = high
    self.step = step
    self.bands = bands
    self.source = source
    self.role = role
  }
}
