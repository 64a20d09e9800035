public import FurlongStudy

/// Question 4: whether use of services fell.
public struct ServiceUseFinding: Codable, Sendable, Equatable {
  /// One group's use in one window.
  public struct Row: Codable, Sendable, Equatable {
    /// The group.
    public var group: GroupName
    /// People counted.
    public var people: PeopleCount
    /// People of the group in the population.
    public var eligible: PeopleCount
    /// Events before day 0.
    public var eventsBefore: Answer
    /// Events from day 0 on.
    public var eventsAfter: Answer
    /// Person-years before.
    public var personTimeBefore: Answer
    /// Person-years after.
    public var personTimeAfter: Answer
    /// People with any event before.
    public var anyBefore: PeopleCount
    /// People with any event after.
    public var anyAfter: PeopleCount
    /// Events a person-year before, with a person-level interval.
    public var rateBefore: Answer
    /// Events a person-year after, likewise.
    public var rateAfter: Answer
    /// After over before, headline first, told apart by method; sensitivity rows follow.
    public var rateRatios: [Answer]
    /// 1 − the headline ratio.
    public var rateReduction: Answer
    /// Events a person-year, after minus before.
    public var differencePerPerson: Answer
    /// Wilcoxon's signed-rank W+ of events after minus before.
    public var wilcoxon: Answer

    /// A row.
    public init(
      group: GroupName, people: PeopleCount, eligible: PeopleCount, eventsBefore: Answer,
      eventsAfter: Answer, personTimeBefore: Answer, personTimeAfter: Answer,
      anyBefore: PeopleCount, anyAfter: PeopleCount, rateBefore: Answer, rateAfter: Answer,
      rateRatios: [Answer], rateReduction: Answer, differencePerPerson: Answer,
      wilcoxon: Answer
    ) {
      self.group = group
      self.people = people
      self.eligible = eligible
      self.eventsBefore = eventsBefore
      self.eventsAfter = eventsAfter
      self.personTimeBefore = personTimeBefore
      self.personTimeAfter = personTimeAfter
      self.anyBefore = anyBefore
      self.anyAfter = anyAfter
      self.rateBefore = rateBefore
      self.rateAfter = rateAfter
      self.rateRatios = rateRatios
      self.rateReduction = rateReduction
      self.differencePerPerson = differencePerPerson
      self.wilcoxon = wilcoxon
    }
  }

  /// One bin of the timeline.
  public struct Bin: Codable, Sendable, Equatable {
    /// Where it begins, in the timeline's unit from day 0.
    public var from: Int
    /// Where it ends, not included.
    public var to: Int
    /// Events in it.
    public var events: Answer
    /// People with any event in it.
    public var peopleWithAny: PeopleCount
    /// Events a person-year at risk in it.
    public var rate: Answer

    /// A bin.
    public init(from: Int, to: Int, events: Answer, peopleWithAny: PeopleCount, rate: Answer) {
      self.from = from
      self.to = to
      self.events = events
      self.peopleWithAny = peopleWithAny
      self.rate = rate
    }
  }

  /// One event in one window.
  public struct Outcome: Codable, Sendable, Equatable {
    /// The event and its words.
    public var event: EventKind
    /// The window.
    public var window: TimeName
    /// People in the population who cannot be linked to the export.
    public var notLinkable: PeopleCount
    /// People never known to the trust, or of whom nothing is known.
    public var notKnown: PeopleCount
    /// People left out because they have no time at risk on one of the two sides.
    public var noTimeAtRisk: PeopleCount
    /// People with a spell running on day 0, counted before.
    public var runningOnDayZero: PeopleCount
    /// What a person without rows means in the export.
    public var noRowsMeans: NoRowsMeaning
    /// Everyone first.
    public var rows: [Row]
    /// What a bin of the timeline is.
    public var timelineUnit: EventTimeline.Unit
    /// Events around day 0, earliest first, over everyone counted.
    public var timeline: [Bin]

    /// An event's use.
    public init(
      event: EventKind, window: TimeName, notLinkable: PeopleCount, notKnown: PeopleCount,
      noTimeAtRisk: PeopleCount, runningOnDayZero: PeopleCount, noRowsMeans: NoRowsMeaning,
      rows: [Row], timelineUnit: EventTimeline.Unit, timeline: [Bin]
    ) {
      self.event = event
      self.window = window
      self.notLinkable = notLinkable
      self.notKnown = notKnown
      self.noTimeAtRisk = noTimeAtRisk
      self.runningOnDayZero = runningOnDayZero
      self.noRowsMeans = noRowsMeans
      self.rows = rows
      self.timelineUnit = timelineUnit
      self.timeline = timeline
    }
  }

  /// Events within windows, in the step's order.
  public var outcomes: [Outcome]

  /// A finding of service use.
  public init(outcomes: [Outcome]) { self.outcomes = outcomes }
}
