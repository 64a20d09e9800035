public import FurlongStudy

/// Question 4: how long it took until people first had an event, some of whom were lost from view before.
public struct TimeToEventFinding<N: Numbers>: Encodable, Sendable, Equatable {
  /// How a group's people stood at the end of a month.
  public struct Month: Encodable, Sendable, Equatable {
    /// How many calendar months after day 0.
    public var month: Int
    /// Those who had had the event.
    public var had: N.People
    /// Those still watched who had not.
    public var still: N.People
    /// The share who had had it.
    public var answers: Answers<ByMonthMeasure, N>

    /// A month.
    public init(
      month: Int, had: N.People, still: N.People, answers: Answers<ByMonthMeasure, N>
    ) {
      self.month = month
      self.had = had
      self.still = still
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: ByMonthMeasure) -> N.Answer { answers[measure] }
  }

  /// One group.
  public struct Row: Encodable, Sendable, Equatable {
    /// The group.
    public var group: GroupName
    /// People watched from day 0.
    public var people: N.People
    /// People of the group in the population.
    public var eligible: N.People
    /// Those lost from view without the event before the last month.
    public var lost: N.People
    /// The plan's months, the first first.
    public var months: [Month]
    /// When half had had the event.
    public var answers: Answers<TimeToEventMeasure, N>

    /// A row.
    public init(
      group: GroupName, people: N.People, eligible: N.People, lost: N.People, months: [Month],
      answers: Answers<TimeToEventMeasure, N>
    ) {
      self.group = group
      self.people = people
      self.eligible = eligible
      self.lost = lost
      self.months = months
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: TimeToEventMeasure) -> N.Answer { answers[measure] }
  }

  /// One event.
  public struct Outcome: Encodable, Sendable, Equatable {
    /// The event and its words.
    public var event: EventKind
    /// People in the population who cannot be linked to the export.
    public var notLinkable: N.People
    /// People never known to the trust, or of whom nothing is known.
    public var notKnown: N.People
    /// People of whom the exports do not speak on day 0.
    public var notWatched: N.People
    /// People with a spell running on day 0, who had the event already.
    public var hadBefore: N.People
    /// Everyone first.
    public var rows: [Row]

    /// An event's times.
    public init(
      event: EventKind, notLinkable: N.People, notKnown: N.People, notWatched: N.People,
      hadBefore: N.People, rows: [Row]
    ) {
      self.event = event
      self.notLinkable = notLinkable
      self.notKnown = notKnown
      self.notWatched = notWatched
      self.hadBefore = hadBefore
      self.rows = rows
    }
  }

  /// Events, in the step's order.
  public var outcomes: [Outcome]

  /// A finding of times.
  public init(outcomes: [Outcome]) { self.outcomes = outcomes }
}

extension TimeToEventFinding: Decodable where N == Unreleased {}
extension TimeToEventFinding.Outcome: Decodable where N == Unreleased {}
extension TimeToEventFinding.Row: Decodable where N == Unreleased {}
extension TimeToEventFinding.Month: Decodable where N == Unreleased {}
