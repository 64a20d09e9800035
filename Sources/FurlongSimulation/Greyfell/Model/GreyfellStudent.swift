import FurlongStudy

/// A student of Greyfell, with what no real export holds: the truth behind the answers.
struct GreyfellStudent: Sendable {
  /// A carer, not a student of the plan's population.
  var isCarer: Bool
  /// The day of the registration: day 0.
  var registered: CalendarDay
  /// When the student moved away.
  var leftOn: CalendarDay?
  /// Whether the college holds the NHS number.
  var nhsNumberKnown: Bool
  /// How much the student takes part, in standard deviations.
  var engagement: Double
  /// How well courses please the student beside what each course is, in standard deviations.
  var taste: Double
  /// The form at the start.
  var start: GreyfellForm
  /// The form at about four months, filled in or only due.
  var end: GreyfellForm

  /// Both forms, first to last.
  var forms: [GreyfellForm] { [start, end] }
}

/// One form, filled in or only due: every answer, and which of them are blank on paper.
struct GreyfellForm: Sendable {
  /// Days from day 0.
  var offset: Int
  /// Whether the college received it.
  var isHandedIn: Bool
  /// Answers to the nine items of PHQ-9, from 0 to 3.
  var phq9: [Int]
  /// Answers to the seven items of GAD-7, from 0 to 3.
  var gad7: [Int]
  /// Confidence, connection and hope, from 0 to 10.
  var ladder: [Int]
  /// What the student does.
  var work: WorkState
  /// Where the student lives.
  var housing: HousingState
  /// Whether each answer is blank on paper: PHQ-9, GAD-7, ladder, work, housing, in this order.
  var blanks: [Bool]

  /// How many answers on scales a form asks for.
  static let scaleAnswers = 9 + 7 + 3
  /// How many answers a form asks for.
  static let answers = scaleAnswers + 2

  /// The items of PHQ-9 that stand on paper; none where one is blank.
  var phq9OnPaper: [Int?] { zip(phq9, blanks).map { $1 ? nil : $0 } }
  /// The items of GAD-7 that stand on paper.
  var gad7OnPaper: [Int?] { zip(gad7, blanks[9...]).map { $1 ? nil : $0 } }
  /// The ladder as it stands on paper.
  var ladderOnPaper: [Int?] { zip(ladder, blanks[16...]).map { $1 ? nil : $0 } }
  /// What the student does, if the form says so.
  var workOnPaper: WorkState? { blanks[19] ? nil : work }
  /// Where the student lives, if the form says so.
  var housingOnPaper: HousingState? { blanks[20] ? nil : housing }
}

/// What somebody does: the states of the plan's life outcome `work`, in its order.
enum WorkState: Int, CaseIterable, Sendable {
  case paid
  case volunteering
  case study
  case looking
  case neither

  /// Whether the plan seeks the state.
  var isSought: Bool { self != .looking && self != .neither }
}

/// Where somebody lives: the states of the plan's life outcome `housing`, in its order.
enum HousingState: Int, CaseIterable, Sendable {
  case own
  case family
  case supported
  case temporary

  /// Whether the plan seeks the state.
  var isSought: Bool { self != .temporary }
}
