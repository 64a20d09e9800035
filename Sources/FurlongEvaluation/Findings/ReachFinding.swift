/// A stage on the way from registered to analysed.
public enum ReachStage: Codable, Sendable, Hashable {
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

/// Question 1: who came, and who is in these numbers.
public struct ReachFinding<N: Numbers>: Encodable, Sendable, Equatable {
  /// One stage of the flow from registered to analysed.
  public struct Stage: Encodable, Sendable, Equatable {
    /// What the stage is.
    public var kind: ReachStage
    /// How many people reach it.
    public var people: N.People
    /// How many of the stage before do not; nil for the first and for stages that are no part of the one before.
    public var lost: N.People?
    /// Those of a line of `who:` by what they are; none where they have too many values, or none is known.
    public var others: [Others]

    /// A stage.
    public init(kind: ReachStage, people: N.People, lost: N.People?, others: [Others] = []) {
      self.kind = kind
      self.people = people
      self.lost = lost
      self.others = others
    }
  }

  /// Those left out at a line of `who:` who have one value of its column.
  public struct Others: Encodable, Sendable, Equatable {
    /// The value as kept; `not recorded` where there is none.
    public var value: String
    /// What the plan calls them; nil where it does not say.
    public var words: String?
    /// How many.
    public var people: N.People

    /// Those left out.
    public init(value: String, words: String?, people: N.People) {
      self.value = value
      self.words = words
      self.people = people
    }
  }

  /// Places at sessions, over the whole population.
  public struct Attendance: Encodable, Sendable, Equatable {
    /// Places, and how many sessions people came to.
    public var answers: Answers<AttendanceMeasure, N>
    /// People who came at least once.
    public var attendedAny: N.People
    /// How long people were at sessions; nil where no export says how long they last.
    public var hours: Hours?
    /// Attendance by academic year and term; nil where nobody came, or the exports have no dates.
    public var years: AttendanceYears<N>?
    /// Attendance month by month; nil where there are too few whole months, or where months are not released.
    public var series: AttendanceSeries<N>?

    /// Attendance.
    public init(
      answers: Answers<AttendanceMeasure, N>, attendedAny: N.People, years: AttendanceYears<N>?,
      series: AttendanceSeries<N>?, hours: Hours? = nil
    ) {
      self.hours = hours
      self.answers = answers
      self.attendedAny = attendedAny
      self.years = years
      self.series = series
    }

    /// The answer to one measure.
    public subscript(measure: AttendanceMeasure) -> N.Answer { answers[measure] }
  }

  /// How long people were at sessions.
  public struct Hours: Encodable, Sendable, Equatable {
    /// Those who came and of whom the length of each session is known.
    public var people: N.People
    /// Their hours.
    public var answers: Answers<HoursMeasure, N>

    /// Hours.
    public init(people: N.People, answers: Answers<HoursMeasure, N>) {
      self.people = people
      self.answers = answers
    }

    /// The answer to one measure.
    public subscript(measure: HoursMeasure) -> N.Answer { answers[measure] }
  }

  /// Those missing at a follow-up against those present, among those due.
  public struct MissingComparison: Encodable, Sendable, Equatable {
    /// One thing known before the follow-up.
    public struct Variable: Encodable, Sendable, Equatable {
      /// What it is.
      public var kind: MissingVariable
      /// Both sides and their difference.
      public var answers: Answers<MissingMeasure, N>

      /// A variable.
      public init(kind: MissingVariable, answers: Answers<MissingMeasure, N>) {
        self.kind = kind
        self.answers = answers
      }

      /// The answer to one measure.
      public subscript(measure: MissingMeasure) -> N.Answer { answers[measure] }
    }

    /// The scale.
    public var scale: ScaleDescription
    /// The follow-up.
    public var occasion: TimeName
    /// People with the follow-up.
    public var present: N.People
    /// People due without it.
    public var missing: N.People
    /// What is compared.
    public var variables: [Variable]

    /// A comparison.
    public init(
      scale: ScaleDescription, occasion: TimeName, present: N.People, missing: N.People,
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
  public struct UnusedForms: Encodable, Sendable, Equatable {
    /// The scale's id.
    public var scale: String
    /// The occasion.
    public var occasion: TimeName
    /// People whose window holds only forms that cannot be scored.
    public var onlyUnscorable: N.People
    /// People with more than one form in the window, of which one was picked.
    public var severalForms: N.People
    /// People with both forms whose follow-up is not due, since its window ends after the data.
    public var notDue: N.People

    /// Unused forms.
    public init(
      scale: String, occasion: TimeName, onlyUnscorable: N.People, severalForms: N.People,
      notDue: N.People
    ) {
      self.scale = scale
      self.occasion = occasion
      self.onlyUnscorable = onlyUnscorable
      self.severalForms = severalForms
      self.notDue = notDue
    }
  }

  /// One flow from registered to analysed for the primary scale at one follow-up; the part before forms is the same.
  public struct Flow: Encodable, Sendable, Equatable {
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
  public var casemix: [Casemix<N>]
  /// Who could have come, and who says so; nil where the plan does not.
  public var population: PopulationSource?
  /// Those missing against those present.
  public var missing: [MissingComparison]
  /// Forms that could not be used.
  public var unusedForms: [UnusedForms]

  /// A finding of reach.
  public init(
    flows: [Flow], attendance: Attendance?, casemix: [Casemix<N>],
    population: PopulationSource?, missing: [MissingComparison], unusedForms: [UnusedForms]
  ) {
    self.flows = flows
    self.attendance = attendance
    self.casemix = casemix
    self.population = population
    self.missing = missing
    self.unusedForms = unusedForms
  }
}

extension ReachFinding: Decodable where N == Unreleased {}
extension ReachFinding.Stage: Decodable where N == Unreleased {}
extension ReachFinding.Attendance: Decodable where N == Unreleased {}
extension ReachFinding.Hours: Decodable where N == Unreleased {}
extension ReachFinding.Others: Decodable where N == Unreleased {}
extension ReachFinding.MissingComparison: Decodable where N == Unreleased {}
extension ReachFinding.MissingComparison.Variable: Decodable where N == Unreleased {}
extension ReachFinding.UnusedForms: Decodable where N == Unreleased {}
extension ReachFinding.Flow: Decodable where N == Unreleased {}
