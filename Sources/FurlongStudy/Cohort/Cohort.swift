/// The people in the numbers, as columns: entry i of every column is person i.
///
/// Order carries no meaning, and no result may depend on it.
public struct Cohort: Codable, Sendable, Equatable {
  /// How many people are left after one more condition.
  public struct Step: Codable, Sendable, Equatable {
    /// What the condition is.
    public enum Condition: Codable, Sendable, Equatable {
      /// Everybody in the register (in exports without one: everybody with a row).
      case registered
      /// Registered within the plan's days.
      case registeredInPeriod
      /// A line of `who:` holds.
      case criterion(CohortPlan.Criterion)
      /// Day 0 is known (a first session attended exists).
      case hasDayZero
    }

    /// What stands for no value.
    public static let notRecorded = "not recorded"

    /// The condition.
    public var condition: Condition
    /// People for whom it and all before it hold.
    public var people: Int
    /// Of those lost at a line of `who:`, how many have each value of its column; `not recorded` where there is none.
    public var others: [String: Int]

    /// A step.
    public init(condition: Condition, people: Int, others: [String: Int] = [:]) {
      self.condition = condition
      self.people = people
      self.others = others
    }
  }

  /// How many people the columns hold.
  public var size: Int
  /// From everybody to the population, condition by condition.
  public var steps: [Step]
  /// Day 0 of each person; nil in exports without dates.
  public var dayZero: [CalendarDay?]
  /// What is known about each person, by name, from the first registration that counts.
  public var about: [String: [String?]]
  /// Places at sessions; nil where no export of attendance was mapped.
  public var attendance: AttendanceColumns?
  /// The picked form of each scale and part of life at each occasion.
  public var forms: [FormColumn]
  /// The forms of the scales that are asked once.
  public var onceForms: [OnceForms]
  /// Service use, an entry an event, window and rule.
  public var serviceUse: [ServiceUseColumns]
  /// Service use by months (or by the export's periods) around day 0.
  public var timelines: [EventTimeline]
  /// When each person first had an event from day 0 on, an entry an event whose time is asked for.
  public var firstEvents: [FirstEvents]
  /// Counts of units by month, of nobody in the columns; an entry a count and unit, in order of both.
  public var units: [UnitMonths]
  /// Stories of people in the population; nil where no export of stories was mapped.
  public var stories: StoryColumns?

  /// A cohort.
  public init(
    size: Int, steps: [Step], dayZero: [CalendarDay?], about: [String: [String?]],
    attendance: AttendanceColumns?, forms: [FormColumn], serviceUse: [ServiceUseColumns],
    timelines: [EventTimeline], stories: StoryColumns?, onceForms: [OnceForms] = [],
    firstEvents: [FirstEvents] = [], units: [UnitMonths] = []
  ) {
    self.units = units
    self.firstEvents = firstEvents
    self.onceForms = onceForms
    self.size = size
    self.steps = steps
    self.dayZero = dayZero
    self.about = about
    self.attendance = attendance
    self.forms = forms
    self.serviceUse = serviceUse
    self.timelines = timelines
    self.stories = stories
  }
}

/// Places at sessions, counted for each person.
public struct AttendanceColumns: Codable, Sendable, Equatable {
  /// Sessions attended.
  public var attended: [Int]
  /// Sessions missed.
  public var missed: [Int]
  /// Sessions that the student cancelled.
  public var cancelledByStudent: [Int]
  /// Sessions that the college cancelled: not offered.
  public var cancelledByCollege: [Int]
  /// Places dated before day 0, whatever became of them but cancelled by the college: in no other number.
  public var beforeDayZero: [Int]
  /// How long each person was at sessions; nil where no export says how long they last.
  public var hours: HoursAttended?
  /// Attendance month by month; nil where nobody came.
  public var monthly: MonthlyAttendance?
  /// Attendance by academic year and term, of the same people; none where nobody came.
  public var years: [YearAttendance]

  /// Columns of attendance.
  public init(
    attended: [Int], missed: [Int], cancelledByStudent: [Int], cancelledByCollege: [Int],
    beforeDayZero: [Int]? = nil, monthly: MonthlyAttendance? = nil, years: [YearAttendance] = [],
    hours: HoursAttended? = nil
  ) {
    self.hours = hours
    self.beforeDayZero = beforeDayZero ?? attended.map { _ in 0 }
    self.years = years
    self.attended = attended
    self.missed = missed
    self.cancelledByStudent = cancelledByStudent
    self.cancelledByCollege = cancelledByCollege
    self.monthly = monthly
  }
}

/// How long people were at sessions.
public struct HoursAttended: Codable, Sendable, Equatable {
  /// Minutes at sessions attended, of those who came; nil of those who did not, and where a session's length is not known.
  public var minutes: [Int?]
  /// The longest of those sessions, in minutes.
  public var longest: Int

  /// Time at sessions.
  public init(minutes: [Int?], longest: Int) {
    self.minutes = minutes
    self.longest = longest
  }
}

/// The form that was picked for each person, of one scale at one occasion.
public struct FormColumn: Codable, Sendable, Equatable {
  /// The scale's id.
  public var scale: String
  /// The occasion's id.
  public var occasion: String
  /// The picked form; nil where there is none that can be scored.
  public var answers: [FormAnswers?]
  /// Whether the occasion is due: its whole window lies within the data.
  ///
  /// Always true without dates.
  public var due: [Bool]
  /// People whose window holds only forms that cannot be scored.
  public var onlyUnscorable: Int
  /// People with more than one form in the window.
  public var severalForms: Int

  /// A column of forms.
  public init(
    scale: String, occasion: String, answers: [FormAnswers?], due: [Bool], onlyUnscorable: Int,
    severalForms: Int
  ) {
    self.scale = scale
    self.occasion = occasion
    self.answers = answers
    self.due = due
    self.onlyUnscorable = onlyUnscorable
    self.severalForms = severalForms
  }
}
