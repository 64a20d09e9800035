public import FurlongStudy

/// A student of a simulated college, with what no real export holds: the truth behind the answers.
public struct SimulatedStudent: Sendable {
  /// What somebody is at the college.
  public enum Kind: Int, Sendable, CaseIterable {
    /// A person who uses or used mental health services.
    case serviceUser
    /// A relative or friend of one.
    case carer
    /// A member of the trust's staff.
    case staff
  }

  /// What somebody is at the college.
  public var kind: Kind
  /// The day of the first registration: day 0.
  public var registered: CalendarDay
  /// The day of another registration in the next academic year.
  public var registeredAgain: CalendarDay?
  /// Whether the college may use the data.
  public var dataConsent: Bool
  /// Whether the college holds the NHS number.
  public var nhsNumberKnown: Bool
  /// Since when the trust knows the student; none = never.
  public var knownSince: CalendarDay?
  /// When the student moved away or died.
  public var leftOn: CalendarDay?
  /// How much the student takes part, in standard deviations.
  public var engagement: Double
  /// Wellbeing at the start, in standard deviations of service users.
  public var wellbeing: Double
  /// True change of wellbeing at four months and at a year.
  public var wellbeingChange: (fourMonths: Double, aYear: Double)
  /// Recovery at the start.
  public var recovery: Double
  /// True change of recovery at four months and at a year.
  public var recoveryChange: (fourMonths: Double, aYear: Double)
  /// The forms that the student filled in, or would have had nobody been lost.
  public var forms: [PlannedForm] = []

  /// Whether the plan's population holds the student: a service user who agreed.
  public var isInPopulation: Bool { kind == .serviceUser && dataConsent }
  /// Whether the trust's extracts can speak of the student.
  public var isLinkable: Bool { nhsNumberKnown && knownSince != nil }
}

/// One form, filled in or only due.
public struct PlannedForm: Sendable {
  /// Why a form was due.
  public enum Purpose: Sendable {
    /// At the start.
    case baseline
    /// At about four months.
    case fourMonths
    /// At about a year.
    case aYear
    /// Nothing of the plan: a second form, one between, one at another registration.
    case other
  }

  /// What stands in place of an answer.
  public enum Gap: Sendable {
    /// Nothing: the answer is there.
    case none
    /// The item was left blank.
    case blank
    /// The form did not hold the item.
    case notAsked
  }

  /// Why the form was due.
  public var purpose: Purpose
  /// Days from day 0.
  public var offset: Int
  /// Whether the college received it.
  public var isHandedIn: Bool
  /// Answers to the seven items of SWEMWBS, all of them.
  public var swemwbs: [Int]
  /// What is missing of them on paper.
  public var swemwbsGaps: [Gap]
  /// Answers to the fifteen items of QPR, all of them.
  public var qpr15: [Int]
  /// What is missing of them on paper.
  public var qpr15Gaps: [Gap]
}

/// A stay in hospital.
public struct SimulatedSpell: Sendable {
  /// The first day.
  public var admitted: CalendarDay
  /// The day of leaving; the stay has one night fewer than days.
  public var discharged: CalendarDay
  /// 0 informal, 1 section 2, 2 section 3.
  public var legalStatus: Int
}

/// A contact with a community team, kept or not.
public struct SimulatedContact: Sendable {
  /// The day.
  public var day: CalendarDay
  /// Which team.
  public var team: Int
  /// The trust's code of attendance; 5 and 6 are attended.
  public var attended: String
  /// Whether it stands twice in the extract.
  public var twoStaff: Bool

  /// Whether the contact took place.
  public var tookPlace: Bool { attended == "5" || attended == "6" }
}
