/// One row of a register: a person registered on a day.
public struct Registration: Codable, Sendable, Equatable {
  /// The day of registration; nil in exports without dates.
  public var registeredOn: CalendarDay?
  /// Since when the trust has known the person; nil = never.
  public var knownToTrustFrom: CalendarDay?
  /// When the person moved away or died; nil = still there.
  public var leftOn: CalendarDay?
  /// The age band on the day of registration, such as `25 to 34`; the date of birth is not kept.
  public var ageBand: String?

  /// A registration.
  public init(
    registeredOn: CalendarDay?, knownToTrustFrom: CalendarDay?, leftOn: CalendarDay?,
    ageBand: String?
  ) {
    self.registeredOn = registeredOn
    self.knownToTrustFrom = knownToTrustFrom
    self.leftOn = leftOn
    self.ageBand = ageBand
  }
}

/// When a form was filled in: at a named occasion, on a day, or both.
public enum FormMoment: Hashable, Codable, Sendable {
  /// The occasion's id, in exports without dates.
  case occasion(String)
  /// The day on the form; the plan's windows decide which occasion it is.
  case day(CalendarDay)
  /// The occasion that the export names, and the day: the name decides, the day tells several apart.
  case occasionOn(String, CalendarDay)
}

/// What a form holds: answers item by item, only their total, or the state that a person is in.
public enum FormAnswers: Equatable, Codable, Sendable {
  /// One entry an item in the scale's order, as answered; nil where blank.
  case items([Int?])
  /// The total that the export gives.
  case total(Double)
  /// The state of a part of life, in the plan's word.
  case state(String)

  /// How many items were answered; nil where there are none to count.
  public var answered: Int? {
    switch self {
    case .items(let items): items.count { $0 != nil }
    case .total, .state: nil
    }
  }
}

/// One filled-in form of one scale, or what it says of one part of life.
public struct FormRecord: Codable, Sendable, Equatable {
  /// The scale's id in the catalogue, or the id of a part of life.
  public var scale: String
  /// When it was filled in.
  public var moment: FormMoment
  /// What it holds.
  public var answers: FormAnswers
  /// The course after which it was filled in; nil where the export does not say.
  public var course: String?

  /// A form of a scale.
  public init(
    scale: String, moment: FormMoment, answers: FormAnswers, course: String? = nil
  ) {
    self.scale = scale
    self.moment = moment
    self.answers = answers
    self.course = course
  }
}

/// What became of a place at a session.
public enum AttendanceStatus: String, Codable, Sendable, CaseIterable {
  /// The person came.
  case attended
  /// The person did not come and had not cancelled.
  case missed
  /// The person cancelled: still offered.
  case cancelledByStudent = "cancelled by student"
  /// The college cancelled: not offered.
  case cancelledByCollege = "cancelled by college"
}

/// One person's place at one session.
public struct AttendanceRecord: Codable, Sendable, Equatable {
  /// The course's name.
  public var course: String
  /// The day of the session.
  public var day: CalendarDay
  /// What became of it.
  public var status: AttendanceStatus
  /// How long the session lasts, in minutes; nil where the export does not say.
  public var minutes: Int?

  /// A place at a session.
  public init(
    course: String, day: CalendarDay, status: AttendanceStatus, minutes: Int? = nil
  ) {
    self.minutes = minutes
    self.course = course
    self.day = day
    self.status = status
  }
}

/// One event of service use.
public enum EventRecord: Codable, Sendable, Equatable {
  /// An event that is counted on a day: a contact.
  case onDay(event: String, day: CalendarDay)
  /// The beginning of a spell, an admission; `until` nil = still there at the end of the data.
  case start(event: String, from: CalendarDay, until: CalendarDay?)
  /// The nights of a spell: from a day up to, not including, another.
  case nights(event: String, from: CalendarDay, until: CalendarDay?)
  /// The days of a spell, the first and the last included.
  case days(event: String, from: CalendarDay, until: CalendarDay?)
  /// The nights at home on leave from a spell: from a day up to, not including, another.
  case leave(event: String, from: CalendarDay, until: CalendarDay?)
  /// A count over days measured from day 0: from `from`, up to and not including `to`.
  case counted(event: String, from: Int, to: Int, count: Int)

  /// The id of the event.
  public var event: String {
    switch self {
    case .onDay(let event, _), .start(let event, _, _), .nights(let event, _, _),
      .days(let event, _, _), .leave(let event, _, _), .counted(let event, _, _, _):
      event
    }
  }

  /// The first day of the spell that it is of, and the day on which that ends; nil where it is of none.
  public var spell: (from: CalendarDay, until: CalendarDay?)? {
    switch self {
    case .start(_, let from, let until), .nights(_, let from, let until),
      .days(_, let from, let until), .leave(_, let from, let until):
      (from, until)
    case .onDay, .counted: nil
    }
  }
}

/// One story, as told.
public struct StoryRecord: Codable, Sendable, Equatable {
  /// The story's id in the export.
  public var id: String
  /// The day on which it was told.
  public var toldOn: CalendarDay?
  /// Its words, empty where they may never be quoted: sensitive, never in a message or log.
  public var text: String
  /// What the teller agreed to.
  public var agreed: AgreedPurposes
  /// The day of the consent.
  public var consentGivenOn: CalendarDay?
  /// The last day on which the consent holds; nil = no end.
  public var consentUntil: CalendarDay?
  /// The day of withdrawal; any day here means withdrawn.
  public var withdrawnOn: CalendarDay?
  /// The day on which a named person looked for names and places; nil = not reviewed.
  public var reviewedOn: CalendarDay?

  /// A story.
  public init(
    id: String, toldOn: CalendarDay?, text: String, agreed: AgreedPurposes,
    consentGivenOn: CalendarDay?, consentUntil: CalendarDay?, withdrawnOn: CalendarDay?,
    reviewedOn: CalendarDay?
  ) {
    self.id = id
    self.toldOn = toldOn
    self.text = text
    self.agreed = agreed
    self.consentGivenOn = consentGivenOn
    self.consentUntil = consentUntil
    self.withdrawnOn = withdrawnOn
    self.reviewedOn = reviewedOn
  }
}

/// One code that one coder gave to one story; `code` nil = read, and nothing found.
public struct CodingRecord: Codable, Sendable, Equatable, Hashable {
  /// The name under which stands what coders settled together: no coder is called so.
  public static let settled = "settled"

  /// The story's id.
  public var story: String
  /// The coder's short name in the export.
  public var coder: String
  /// The code's id in the codebook.
  public var code: String?
  /// The stretch of the story's words that has it; nil for the story as a whole.
  public var span: TextSpan?

  /// A coding.
  public init(story: String, coder: String, code: String?, span: TextSpan? = nil) {
    self.span = span
    self.story = story
    self.coder = coder
    self.code = code
  }
}

/// What happened on one unit, such as a ward, in one calendar month: of nobody by name.
public struct UnitRecord: Codable, Sendable, Equatable {
  /// The count's id.
  public var count: String
  /// The unit's name.
  public var unit: String
  /// The month's first day.
  public var month: CalendarDay
  /// How often it happened.
  public var number: Int
  /// Over what it is counted, such as bed days.
  public var over: Double

  /// A count of a unit.
  public init(count: String, unit: String, month: CalendarDay, number: Int, over: Double) {
    self.count = count
    self.unit = unit
    self.month = month
    self.number = number
    self.over = over
  }
}
