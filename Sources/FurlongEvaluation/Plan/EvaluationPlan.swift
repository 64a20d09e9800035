public import FurlongStudy

/// What the evaluation asks, of whom, and how it is said.
public struct EvaluationPlan: Codable, Sendable, Equatable {
  /// What the report calls people.
  public struct PeopleWords: Codable, Sendable, Equatable {
    /// One of them.
    public var one: String
    /// Several.
    public var many: String

    /// Words for people.
    public init(one: String, many: String) {
      self.one = one
      self.many = many
    }
  }

  /// The study's title.
  public var title: String
  /// What the study is about, in a sentence or two.
  public var about: String
  /// What the report calls people.
  public var people: PeopleWords
  /// How the study was designed.
  public var design: Design
  /// How the people concerned were involved.
  public var involvement: String
  /// The seed of everything that draws.
  public var seed: UInt64
  /// The level of every interval.
  public var confidence: Double
  /// The scales that are judged.
  public var outcomes: [OutcomePlan]
  /// The scales that are asked once.
  public var feedback: [FeedbackPlan]
  /// The groups that are told apart; everyone is always there.
  public var groups: [GroupPlan]
  /// How stories are read; nil where none are.
  public var stories: StoriesPlan?
  /// Who could have come; nil where the plan does not say.
  public var population: PopulationPlan?
  /// What others publish of events, month by month.
  public var context: [ContextSeries]
  /// What things cost; nil where the plan does not say.
  public var costs: CostsPlan?
  /// The questions, in order.
  public var steps: [EvaluationStep]
  /// Steps that the plan had when it was frozen, and has no more.
  public var dropped: [PlanFreeze.DroppedStep]

  /// A plan.
  public init(
    title: String, about: String, people: PeopleWords, design: Design, involvement: String,
    seed: UInt64, confidence: Double = 0.95, outcomes: [OutcomePlan], groups: [GroupPlan],
    stories: StoriesPlan?, population: PopulationPlan? = nil,
    costs: CostsPlan? = nil, steps: [EvaluationStep],
    dropped: [PlanFreeze.DroppedStep] = [], feedback: [FeedbackPlan] = [],
    context: [ContextSeries] = []
  ) {
    self.context = context
    self.feedback = feedback
    self.population = population
    self.costs = costs
    self.title = title
    self.about = about
    self.people = people
    self.design = design
    self.involvement = involvement
    self.seed = seed
    self.confidence = confidence
    self.outcomes = outcomes
    self.groups = groups
    self.stories = stories
    self.steps = steps
    self.dropped = dropped
  }

  /// The scale that leads: the primary one, or else the first.
  public var leadingOutcome: OutcomePlan? {
    outcomes.first { $0.role == .primary } ?? outcomes.first
  }
}

/// A scale that is judged.
public struct OutcomePlan: Codable, Sendable, Equatable {
  /// The scale's id.
  public var scale: String
  /// Whether it decides.
  public var role: OutcomeRole
  /// What judges reliable change.
  public var reliability: ReliabilityChoice
  /// Which cut-off says who is in difficulty.
  public var cutOff: CutOffChoice
  /// The scores of people without difficulty; nil where the plan gives none.
  public var norm: FunctionalNorm?

  /// An outcome.
  public init(
    scale: String, role: OutcomeRole, reliability: ReliabilityChoice,
    cutOff: CutOffChoice = .published, norm: FunctionalNorm? = nil
  ) {
    self.scale = scale
    self.role = role
    self.reliability = reliability
    self.cutOff = cutOff
    self.norm = norm
  }
}

/// A scale that is asked once, such as feedback after a course: nothing is compared with it.
public struct FeedbackPlan: Codable, Sendable, Equatable {
  /// The scale's id.
  public var scale: String
  /// The score at which, or past which in the good direction, something is said of people; nil where nothing is.
  public var reaching: Double?
  /// What is said of them, after "people who": `would recommend the college`.
  public var label: String

  /// A scale that is asked once.
  public init(scale: String, reaching: Double?, label: String) {
    self.scale = scale
    self.reaching = reaching
    self.label = label
  }
}

/// A column by which people are told apart.
public struct GroupPlan: Codable, Sendable, Equatable {
  /// One group of the column.
  public struct Value: Codable, Sendable, Equatable {
    /// The value as the mapping keeps it.
    public var value: String
    /// Its words in the report.
    public var label: String

    /// A group.
    public init(value: String, label: String) {
      self.value = value
      self.label = label
    }
  }

  /// The name under which the mapping keeps it.
  public var column: String
  /// What the column is called: `arm`.
  public var label: String
  /// The groups, in the plan's order.
  public var values: [Value]

  /// A column of groups.
  public init(column: String, label: String, values: [Value]) {
    self.column = column
    self.label = label
    self.values = values
  }
}

/// How stories are read.
public struct StoriesPlan: Codable, Sendable, Equatable {
  /// The codebook's id.
  public var codebook: String
  /// What stories are quoted for.
  public var quotePurpose: ConsentPurpose
  /// The day on which a consent must hold to be used.
  public var consentOn: CalendarDay?

  /// A plan for stories.
  public init(codebook: String, quotePurpose: ConsentPurpose, consentOn: CalendarDay?) {
    self.codebook = codebook
    self.quotePurpose = quotePurpose
    self.consentOn = consentOn
  }
}
