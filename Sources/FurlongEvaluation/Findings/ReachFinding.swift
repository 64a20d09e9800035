/// Question 1: who came, and who is in these numbers.
public struct ReachFinding: Codable, Sendable, Equatable {
  /// One stage of the flow from registered to analysed.
  public struct Stage: Codable, Sendable, Equatable {
    /// What the stage is.
    public enum Kind: Codable, Sendable, Equatable {
      /// Everybody registered.
      case registered
      /// Registered in the plan's period.
      case registeredInPeriod
      /// Meets one line of `who:`.
      case meets(column: String, values: [String])
      /// Day 0 is known.
      case hasDayZero
      /// Came to at least one session.
      case attendedAny
      /// Has a first form (of the primary scale) that can be scored.
      case withBaseline
      /// The follow-up is due.
      case dueFollowUp(occasion: String)
      /// Has a form at the follow-up that can be scored, whether or not there was a first one.
      case withFollowUp(occasion: String)
      /// Has both: in the figures.
      case analysed(occasion: String)
    }

    /// What the stage is.
    public var kind: Kind
    /// How many people reach it.
    public var people: PeopleCount
    /// How many of the stage before do not; nil for the first and for stages that are no part of the one before.
    public var lost: PeopleCount?

    /// A stage.
    public init(kind: Kind, people: PeopleCount, lost: PeopleCount?) {
      self.kind = kind
      self.people = people
      self.lost = lost
    }
  }

  /// Places at sessions, over the whole population.
  public struct Attendance: Codable, Sendable, Equatable {
    /// Offered = attended + missed + cancelled by the student.
    public var offered: Answer
    /// Attended.
    public var attended: Answer
    /// Missed.
    public var missed: Answer
    /// Cancelled by the student.
    public var cancelledByStudent: Answer
    /// Cancelled by the college; not offered.
    public var cancelledByCollege: Answer
    /// People who came at least once.
    public var attendedAny: PeopleCount
    /// The median number of sessions attended, over those who came at least once.
    public var medianAttended: Answer
    /// Attendance month by month; nil where there are too few whole months.
    public var series: AttendanceSeries?

    /// Attendance.
    public init(
      offered: Answer, attended: Answer, missed: Answer, cancelledByStudent: Answer,
      cancelledByCollege: Answer, attendedAny: PeopleCount, medianAttended: Answer,
      series: AttendanceSeries? = nil
    ) {
      self.offered = offered
      self.attended = attended
      self.missed = missed
      self.cancelledByStudent = cancelledByStudent
      self.cancelledByCollege = cancelledByCollege
      self.attendedAny = attendedAny
      self.medianAttended = medianAttended
      self.series = series
    }
  }

  /// How many people have each value of what is known about them.
  public struct Casemix: Codable, Sendable, Equatable {
    /// One value.
    public struct Value: Codable, Sendable, Equatable {
      /// The value as kept; `not recorded` where there is none.
      public var value: String
      /// How many people have it.
      public var people: PeopleCount

      /// A value.
      public init(value: String, people: PeopleCount) {
        self.value = value
        self.people = people
      }
    }

    /// The name under which the mapping keeps it.
    public var column: String
    /// Its values, in alphabetical order.
    public var values: [Value]

    /// A casemix.
    public init(column: String, values: [Value]) {
      self.column = column
      self.values = values
    }
  }

  /// Those missing at a follow-up against those present, among those due.
  public struct MissingComparison: Codable, Sendable, Equatable {
    /// One thing known before the follow-up.
    public struct Variable: Codable, Sendable, Equatable {
      /// What it is: `first score`, `sessions attended`, or `gender=woman`.
      public enum Kind: Codable, Sendable, Equatable {
        /// The first score, of those who have one.
        case firstScore
        /// Sessions attended.
        case sessionsAttended
        /// The share that has a value.
        case value(column: String, value: String)
      }

      /// What it is.
      public var kind: Kind
      /// Its mean (or share) among those present.
      public var present: Answer
      /// Its mean (or share) among those missing.
      public var missing: Answer
      /// Missing minus present, in pooled standard deviations.
      public var standardisedDifference: Answer

      /// A variable.
      public init(
        kind: Kind, present: Answer, missing: Answer, standardisedDifference: Answer
      ) {
        self.kind = kind
        self.present = present
        self.missing = missing
        self.standardisedDifference = standardisedDifference
      }
    }

    /// The scale.
    public var scale: ScaleDescription
    /// The follow-up.
    public var occasion: TimeName
    /// People with the follow-up.
    public var present: PeopleCount
    /// People due without it.
    public var missing: PeopleCount
    /// What is compared.
    public var variables: [Variable]

    /// A comparison.
    public init(
      scale: ScaleDescription, occasion: TimeName, present: PeopleCount, missing: PeopleCount,
      variables: [Variable]
    ) {
      self.scale = scale
      self.occasion = occasion
      self.present = present
      self.missing = missing
      self.variables = variables
    }
  }

  /// Forms that were there and could not be used, for one scale and occasion.
  public struct UnusedForms: Codable, Sendable, Equatable {
    /// The scale's id.
    public var scale: String
    /// The occasion.
    public var occasion: TimeName
    /// People whose window holds only forms that cannot be scored.
    public var onlyUnscorable: PeopleCount
    /// People with more than one form in the window, of which one was picked.
    public var severalForms: PeopleCount

    /// Unused forms.
    public init(
      scale: String, occasion: TimeName, onlyUnscorable: PeopleCount, severalForms: PeopleCount
    ) {
      self.scale = scale
      self.occasion = occasion
      self.onlyUnscorable = onlyUnscorable
      self.severalForms = severalForms
    }
  }

  /// One flow from registered to analysed for the primary scale at one follow-up; the part before forms is the same.
  public struct Flow: Codable, Sendable, Equatable {
    /// The scale; nil where the plan has none.
    public var scale: ScaleDescription?
    /// The follow-up; nil where there is none.
    public var occasion: TimeName?
    /// The stages, in order.
    public var stages: [Stage]

    /// A flow.
    public init(scale: ScaleDescription?, occasion: TimeName?, stages: [Stage]) {
      self.scale = scale
      self.occasion = occasion
      self.stages = stages
    }
  }

  /// A flow for each scale and follow-up, primary scale first; one without forms where the plan has no scale.
  public var flows: [Flow]
  /// Attendance; nil where no export was mapped.
  public var attendance: Attendance?
  /// Who the people in the population are.
  public var casemix: [Casemix]
  /// Those missing against those present.
  public var missing: [MissingComparison]
  /// Forms that could not be used.
  public var unusedForms: [UnusedForms]

  /// A finding of reach.
  public init(
    flows: [Flow], attendance: Attendance?, casemix: [Casemix], missing: [MissingComparison],
    unusedForms: [UnusedForms]
  ) {
    self.flows = flows
    self.attendance = attendance
    self.casemix = casemix
    self.missing = missing
    self.unusedForms = unusedForms
  }
}
