/// Places at sessions.
public enum AttendanceMeasure: String, Codable, FindingMeasure {
  /// Offered = attended + missed + cancelled by the student.
  case offered
  /// Attended.
  case attended
  /// Missed.
  case missed
  /// Cancelled by the student.
  case cancelledByStudent
  /// Cancelled by the college; not offered.
  case cancelledByCollege
  /// Dated before day 0, and so in no other number of sessions.
  case beforeDayZero
  /// The median number of sessions attended, over those who came at least once.
  case medianAttended

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .offered: Measure("sessions_offered", .count, .events)
    case .attended: Measure("sessions_attended", .count, .events)
    case .missed: Measure("sessions_missed", .count, .events)
    case .cancelledByStudent: Measure("sessions_cancelled_by_student", .count, .events)
    case .cancelledByCollege: Measure("sessions_cancelled_by_college", .count, .events)
    case .beforeDayZero: Measure("sessions_before_day_0", .count, .events)
    case .medianAttended: Measure("median_sessions_attended", .median, .events)
    }
  }
}

/// What months of attendance are read against.
public enum MonthlyMeasure: FindingMeasure {
  /// The mean, or the median of a run chart.
  case centre
  /// The lower limit; not estimable where it would lie below 0.
  case low
  /// The upper limit.
  case high

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .centre: Measure("monthly_centre", .count, .events)
    case .low: Measure("monthly_lower_limit", .count, .events)
    case .high: Measure("monthly_upper_limit", .count, .events)
    }
  }

  /// Places attended in a month.
  public static let attended = Measure("monthly_attended", .count, .events)
  static let people = Measure("monthly_people", .count, .people)
  static let signal = Measure("monthly_signal", .stated, .months)
}

/// Attendance in an academic year or one of its terms.
public enum PeriodMeasure {
  /// Places attended.
  public static let attended = Measure("period_attended", .count, .events)
  /// People who came.
  static let people = Measure("period_people", .count, .people)
}

/// How long people were at sessions.
public enum HoursMeasure: FindingMeasure {
  /// Hours at sessions, of all who are counted.
  case total
  /// The hours that a quarter of them did not reach.
  case lowerQuarter
  /// The hours that half of them reached.
  case median
  /// The hours that a quarter of them reached.
  case upperQuarter

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .total: Measure("hours_attended", .hours, .hours)
    case .lowerQuarter: Measure("lower_quarter_hours", .median, .hours)
    case .median: Measure("median_hours", .median, .hours)
    case .upperQuarter: Measure("upper_quarter_hours", .median, .hours)
    }
  }

  /// Those who came and of whom the length of each session is known.
  static let people = Measure("people_with_hours", .count, .people)
}

/// What is known of people beside the same of those who could have come.
public enum CasemixMeasure: FindingMeasure {
  /// The share of the people of the report who have a value.
  case share
  /// It minus the share that the plan's `population:` states.
  case difference

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .share: Measure("casemix_share", .share, .proportion, .wilson)
    case .difference:
      Measure(
        "casemix_share_difference", .shareDifference, .proportion,
        Method(estimator: "share less the stated one", interval: "wilson, shifted"),
        sign: .peopleMinusPopulation)
    }
  }

  /// The share that the plan states.
  static let population = Measure("population_share", .stated, .proportion)
}

/// Counts of people on the way from registered to analysed.
enum ReachPeople {
  static let registered = Measure("registered", .count, .people)
  static let registeredInPeriod = Measure("registered_in_period", .count, .people)
  static let meets = Measure("meets", .count, .people)
  static let leftOut = Measure("left_out", .count, .people)
  static let hasDayZero = Measure("has_day_0", .count, .people)
  static let attendedAny = Measure("attended_any", .count, .people)
  static let withBaseline = Measure("with_baseline", .count, .people)
  static let dueFollowUp = Measure("due_follow_up", .count, .people)
  static let withFollowUp = Measure("with_follow_up", .count, .people)
  static let analysed = Measure("analysed", .count, .people)
  static let casemix = Measure("casemix", .count, .people)
  static let onlyUnscorable = Measure("only_unscorable", .count, .people)
  static let severalForms = Measure("several_forms", .count, .people)
  static let bothNotDue = Measure("both_forms_not_due", .count, .people)
  static let all = [
    registered, registeredInPeriod, meets, leftOut, hasDayZero, attendedAny, withBaseline,
    dueFollowUp,
    withFollowUp, analysed, casemix, onlyUnscorable, severalForms, bothNotDue,
  ]
}

/// One thing known before a follow-up, of those missing and those present.
public enum MissingMeasure: FindingMeasure {
  /// Among those present.
  case present
  /// Among those missing.
  case missing
  /// Missing minus present, in pooled standard deviations.
  case difference

  /// The declaration for a share; of other variables by `declared(for:)`.
  public var declared: Measure { declared(for: .value(column: "", value: "")) }

  /// The measure's declaration for what is compared.
  public func declared(for kind: MissingVariable) -> Measure {
    let word =
      switch kind {
      case .firstScore: "mean_first_score"
      case .sessionsAttended: "mean_sessions"
      case .value: "share"
      }
    switch self {
    case .difference:
      return Measure(
        "standardised_difference_missing", .ratio, .standardDeviations,
        Method(estimator: "missing minus present, pooled sd, \(kind.word)"),
        sign: .missingMinusPresent)
    case .present, .missing:
      let side = self == .present ? "present" : "missing"
      return switch kind {
      case .firstScore: Measure("\(word)_\(side)", .mean, .points)
      case .sessionsAttended: Measure("\(word)_\(side)", .mean, .events)
      case .value: Measure("\(word)_\(side)", .share, .proportion, .wilson)
      }
    }
  }
}

/// What is compared between those missing and those present.
public enum MissingVariable: Codable, Sendable, Hashable {
  /// The first score, of those who have one.
  case firstScore
  /// Sessions attended.
  case sessionsAttended
  /// The share that has a value.
  case value(column: String, value: String)

  var word: String {
    switch self {
    case .firstScore: "first_score"
    case .sessionsAttended: "sessions"
    case .value: "share"
    }
  }

  /// The group's cell: the value whose share is compared.
  var group: String {
    guard case .value(let column, let value) = self else { return GroupName.everyone.id }
    return "\(column)=\(value)"
  }
}
