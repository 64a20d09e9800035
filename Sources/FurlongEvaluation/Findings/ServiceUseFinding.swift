public import FurlongStudy

/// Question 4: whether use of services fell.
public struct ServiceUseFinding<N: Numbers>: Encodable, Sendable, Equatable {
  /// One group's use in one window.
  public struct Row: Encodable, Sendable, Equatable {
    /// The group.
    public var group: GroupName
    /// People counted.
    public var people: N.People
    /// People of the group in the population.
    public var eligible: N.People
    /// People with any event before.
    public var anyBefore: N.People
    /// People with any event after.
    public var anyAfter: N.People
    /// What use is measured by.
    public var answers: Answers<ServiceUseMeasure, N>

    /// A row.
    public init(
      group: GroupName, people: N.People, eligible: N.People, anyBefore: N.People,
      anyAfter: N.People, answers: Answers<ServiceUseMeasure, N>
    ) {
      self.group = group
      self.people = people
      self.eligible = eligible
      self.anyBefore = anyBefore
      self.anyAfter = anyAfter
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: ServiceUseMeasure) -> N.Answer { answers[measure] }
  }

  /// One bin of the timeline.
  public struct Bin: Encodable, Sendable, Equatable {
    /// Where it begins, in the timeline's unit from day 0.
    public var from: Int
    /// Where it ends, not included.
    public var to: Int
    /// People with any event in it.
    public var withAny: N.People
    /// Its events and their rate.
    public var answers: Answers<TimelineMeasure, N>

    /// A bin.
    public init(from: Int, to: Int, withAny: N.People, answers: Answers<TimelineMeasure, N>) {
      self.from = from
      self.to = to
      self.withAny = withAny
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: TimelineMeasure) -> N.Answer { answers[measure] }
  }

  /// The ratio of everyone in one way of counting.
  public struct Way: Encodable, Sendable, Equatable {
    /// The way.
    public var rule: ServiceUseRule
    /// After over before, with an interval by formula.
    public var ratio: N.Answer
    /// Of each way before it in how many people's events they differ, on the side where it is fewer; nil once released.
    ///
    /// Who is in one of them alone has no events in the other.
    public var apart: [Int]?

    /// A way.
    public init(rule: ServiceUseRule, ratio: N.Answer, apart: [Int]? = nil) {
      self.rule = rule
      self.ratio = ratio
      self.apart = apart
    }
  }

  /// One event in one window.
  public struct Outcome: Encodable, Sendable, Equatable {
    /// The event and its words.
    public var event: EventKind
    /// The window.
    public var window: TimeName
    /// People in the population who cannot be linked to the export.
    public var notLinkable: N.People
    /// People never known to the trust, or of whom nothing is known.
    public var notKnown: N.People
    /// People left out because they have no time at risk on one of the two sides.
    public var noTimeAtRisk: N.People
    /// People with a spell running on day 0, counted before.
    public var runningOnDayZero: N.People
    /// What became of spells that begin when another ends; nil where no starts of spells are counted.
    public var transfers: Transfers?
    /// What became of nights at home on leave; nil where no export holds them.
    public var homeLeave: HomeLeave?
    /// What a person without rows means in the export.
    public var noRowsMeans: NoRowsMeaning
    /// Everyone first.
    public var rows: [Row]
    /// Whether events fell further in one arm of a randomised study than in the other; nil where none are compared.
    public var arms: ArmComparison<ArmUseMeasure, N>?
    /// What a bin of the timeline is.
    public var timelineUnit: EventTimeline.Unit
    /// Events around day 0, earliest first, over everyone counted.
    public var timeline: [Bin]
    /// Whether the answer of everyone hangs on few; nil where windows of different lengths, or no data, allow no such look.
    public var robustness: Robustness?
    /// The ratio of everyone in every way of counting, the usual ones first; none where the plan does not ask.
    public var ways: [Way]
    /// What others publish of it, over the same days.
    public var context: [ContextFinding<N>]

    /// An event's use.
    public init(
      event: EventKind, window: TimeName, notLinkable: N.People, notKnown: N.People,
      noTimeAtRisk: N.People, runningOnDayZero: N.People, noRowsMeans: NoRowsMeaning, rows: [Row],
      arms: ArmComparison<ArmUseMeasure, N>? = nil, timelineUnit: EventTimeline.Unit,
      timeline: [Bin], robustness: Robustness? = nil, ways: [Way] = [],
      transfers: Transfers? = nil, homeLeave: HomeLeave? = nil, context: [ContextFinding<N>] = []
    ) {
      self.context = context
      self.homeLeave = homeLeave
      self.transfers = transfers
      self.robustness = robustness
      self.ways = ways
      self.event = event
      self.window = window
      self.notLinkable = notLinkable
      self.notKnown = notKnown
      self.noTimeAtRisk = noTimeAtRisk
      self.runningOnDayZero = runningOnDayZero
      self.noRowsMeans = noRowsMeans
      self.rows = rows
      self.arms = arms
      self.timelineUnit = timelineUnit
      self.timeline = timeline
    }
  }

  /// Events within windows, in the step's order.
  public var outcomes: [Outcome]
  /// The landmark from which people are followed, where completers are told apart; nil where from day 0.
  public var landmark: Landmark?

  /// A finding of service use.
  public init(outcomes: [Outcome], landmark: Landmark? = nil) {
    self.outcomes = outcomes
    self.landmark = landmark
  }
}

extension ServiceUseFinding: Decodable where N == Unreleased {}
extension ServiceUseFinding.Outcome: Decodable where N == Unreleased {}
extension ServiceUseFinding.Row: Decodable where N == Unreleased {}
extension ServiceUseFinding.Way: Decodable where N == Unreleased {}
extension ServiceUseFinding.Bin: Decodable where N == Unreleased {}
