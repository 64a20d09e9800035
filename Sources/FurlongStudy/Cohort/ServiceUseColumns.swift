/// Service use of each person: one event, one window, one rule.
public struct ServiceUseColumns: Codable, Sendable, Equatable {
  /// Why a rule cannot be followed with these data.
  public enum Obstacle: String, Codable, Sendable, CaseIterable {
    /// No export counts this event.
    case noExport = "no export"
    /// The export has no dates, so days cannot be left out.
    case noDates = "no dates"
    /// The window is given in months, and the export counts days from day 0.
    case monthsWithoutDates = "months without dates"
    /// The time before day 0 is no longer than what would be left out.
    case nothingLeft = "nothing left"
    /// No spell of the event can run on day 0 in this way, so that the rule is another one.
    case noSpells = "no spells"
    /// Nobody has the rule's day 0, or it is everybody's own, so that the rule is another one.
    case noOtherDay = "no other day"
  }

  /// The event's id.
  public var event: String
  /// The window's id.
  public var window: String
  /// Which days are counted.
  public var rule: ServiceUseRule
  /// Whether the person is counted: linkable, known about, with time at risk on both sides.
  ///
  /// Where the rule says so, also with both windows whole. The other columns are 0 for who is not counted.
  public var counted: [Bool]
  /// Events before day 0.
  public var eventsBefore: [Int]
  /// Events from day 0 on.
  public var eventsAfter: [Int]
  /// Days at risk before day 0.
  public var daysBefore: [Int]
  /// Days at risk from day 0 on.
  public var daysAfter: [Int]
  /// Events from day 0 on of who was at risk on all days of the window after it, and nil for all others.
  ///
  /// Whatever is known of the time before; of the headline's way of counting alone.
  public var eventsOfWholeAfter: [Int?] = []
  /// Spells that were running on day 0: begun before it, not ended by it; counted before.
  public var runningOnDayZero: [Int]
  /// Whether spells are counted, so that some may run on day 0.
  public var countsSpells = false
  /// Whether their starts are, so that it matters what becomes of transfers.
  public var startsOfSpells = false
  /// Whether the days at risk lie side by side on both sides of day 0, on days of the calendar that are known.
  public var isUnbroken = false
  /// What became of nights at home on leave; nil where no export holds them.
  public var homeLeave: HomeLeave?
  /// People in the population who cannot be linked to the export.
  public var notLinkable: Int
  /// People who can be linked but were never known to the trust, or of whom nothing is known.
  public var notKnown: Int
  /// What a person without rows means in the export.
  public var noRowsMeans: NoRowsMeaning
  /// Why the rule cannot be followed with these data; nil where it can.
  public var notPossible: Obstacle?

  /// Columns of service use.
  public init(
    event: String, window: String, rule: ServiceUseRule, counted: [Bool], eventsBefore: [Int],
    eventsAfter: [Int], daysBefore: [Int], daysAfter: [Int], runningOnDayZero: [Int],
    notLinkable: Int, notKnown: Int, noRowsMeans: NoRowsMeaning, notPossible: Obstacle?
  ) {
    self.event = event
    self.window = window
    self.rule = rule
    self.counted = counted
    self.eventsBefore = eventsBefore
    self.eventsAfter = eventsAfter
    self.daysBefore = daysBefore
    self.daysAfter = daysAfter
    self.runningOnDayZero = runningOnDayZero
    self.notLinkable = notLinkable
    self.notKnown = notKnown
    self.noRowsMeans = noRowsMeans
    self.notPossible = notPossible
  }
}

/// Events around day 0, bin by bin, over all people who are counted.
public struct EventTimeline: Codable, Sendable, Equatable {
  /// What a bin is.
  public enum Unit: String, Codable, Sendable {
    /// Calendar months from day 0: bin k is month k after day 0 begins, −1 the month before it.
    case months
    /// The periods that the export itself has, in days from day 0.
    case periods
  }

  /// One bin.
  public struct Bin: Codable, Sendable, Equatable {
    /// Where it begins: months, or days, from day 0.
    public var from: Int
    /// Where it ends, not included.
    public var to: Int
    /// Events in it.
    public var events: Int
    /// People with at least one.
    public var peopleWithAny: Int
    /// How many of the events the two people have who have most; nil where that is not known.
    public var ofTwo: Int?
    /// People with time at risk in it.
    public var people: Int
    /// Their days at risk in it.
    public var days: Int

    /// A bin.
    public init(
      from: Int, to: Int, events: Int, peopleWithAny: Int, ofTwo: Int? = nil, people: Int, days: Int
    ) {
      self.from = from
      self.to = to
      self.events = events
      self.peopleWithAny = peopleWithAny
      self.ofTwo = ofTwo
      self.people = people
      self.days = days
    }
  }

  /// The event's id.
  public var event: String
  /// The window's id.
  public var window: String
  /// What a bin is.
  public var unit: Unit
  /// The bins, earliest first.
  public var bins: [Bin]

  /// A timeline.
  public init(event: String, window: String, unit: Unit, bins: [Bin]) {
    self.event = event
    self.window = window
    self.unit = unit
    self.bins = bins
  }
}
