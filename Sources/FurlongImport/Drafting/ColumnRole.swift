import FurlongScales
import FurlongStudy

/// What a column seems to be, from its heading and its cells.
enum ColumnRole: Equatable, Sendable {
  case nhsNumber, studentID, localID
  /// Numbers of rows, beside ids of people that repeat: the heading of those.
  case rowNumber(beside: String)
  /// Names, addresses, telephone numbers: dropped.
  case identifying
  case birth, registered, left, known
  /// Any other day.
  case day
  case spellStart, spellEnd
  case course, status, team, legalStatus
  /// What is kept of a person, by name.
  case about(String)
  /// Words that say at which occasion a form was filled in.
  case occasion
  /// What people agreed to.
  case consent
  case freeText, blank, other

  init(_ column: ColumnProfile) {
    let words = column.words
    if column.filled == 0 {
      self = .blank
    } else if column.isNHSNumbers || words.says("nhs number", "nhs no", "nhsno") {
      self = .nhsNumber
    } else if column.share({ $0.contains("@") }) > 0.3 || words.says("email", "e mail") {
      self = .identifying
    } else if column.days.isDays
      || column.days.isDaysAndNumbers
        && words.says("date", "day", "on", "dob", "time", "start", "end", "completed")
    {
      self = Self.day(words)
    } else if words.says(
      "student id", "student no", "student number", "student ref", "student reference",
      "learner id", "learner number", "college id", "college number", "rc id", "rc number",
      "enrolment id", "enrolment number", "member id", "member number", "studentid")
    {
      self = .studentID
    } else if words.says(
      "client id", "patient id", "rio", "rio id", "rio no", "local id", "record id", "person id",
      "participant", "participant id", "subject", "subject id", "hospital number", "case number",
      "local patient id", "systmone", "carenotes",
      "paris id", "crn", "pid", "unique id", "respondent id")
    {
      self = .localID
    } else if let named = IdentifierHeading(HeadingText(column.heading)), !named.isBare,
      IdentifierHeading.fits(column)
    {
      self = named.kind == .studentID ? .studentID : .localID
    } else if words.saysAName
      || words.says(
        "address", "postcode", "post code", "phone", "telephone", "mobile", "next of kin",
        "emergency contact",
        "ip address", "recipient")
      || words.isOnly("title", "initials", "gp", "pronouns")
      || (words.isOnly("student", "learner", "attendee", "participant", "tutor")
        && column.share { $0.contains(where: \.isNumber) } < 0.1)
    {
      self = .identifying
    } else if column.isChoices, AgreementColumn.asks(words) {
      self = .consent
    } else if column.isFreeText {
      self =
        words.says("course", "workshop", "class", "module", "event name", "event title")
        ? .course : .freeText
    } else {
      self = Self.word(column)
    }
  }

  private static func day(_ words: HeadingText) -> ColumnRole {
    if words.says("dob", "d o b", "birth", "born")
      || words.words.contains(where: { $0.contains("birth") })
    {
      return .birth
    }
    if words.says("admission", "admitted", "admit", "spell start", "start date hosp prov spell") {
      return .spellStart
    }
    if words.says("discharge", "discharged", "disch", "spell end", "disch date hosp prov spell") {
      return .spellEnd
    }
    // Stays on wards, a row each.
    if words.says("ward", "ward stay") {
      if words.says("start", "from", "in", "began", "arrived") { return .spellStart }
      if words.says("end", "to", "out", "until", "departed") { return .spellEnd }
    }
    if words.says("legal status", "mh act", "mental health act") {
      return words.says("end", "expiry", "ended") ? .spellEnd : .spellStart
    }
    if words.says("known", "record start") { return .known }
    if words.says(
      "registered", "registration", "register", "enrolled", "enrolment", "joined", "reg date")
    {
      return .registered
    }
    if saysRandomised(words) { return .registered }
    return saysLeaving(words) ? .left : .day
  }

  /// Whether a heading speaks of the day on which chance assigned somebody to an arm: a trial's people are registered then.
  static func saysRandomised(_ words: HeadingText) -> Bool {
    words.says(
      "randomised", "randomized", "randomisation", "randomization", "rand date", "allocation date",
      "date of allocation", "date allocated")
  }

  /// Whether a heading speaks of leaving, moving away or dying.
  static func saysLeaving(_ words: HeadingText) -> Bool {
    words.says("left", "leaving", "leaver") || LeavingDraft.saysGone(words)
  }

  private static func word(_ column: ColumnProfile) -> ColumnRole {
    let words = column.words
    if OccasionColumn.isOne(column) { return .occasion }
    if words.says("legal status", "mha", "mental health act", "section", "legal status code") {
      return .legalStatus
    }
    // Of numbers the heading itself must say it: a label may speak of the start of a course.
    let named = column.isNumbers ? HeadingText(column.heading) : words
    // What somebody thought of a course is no course.
    let isOpinion = named.says(
      "recommend", "satisfied", "satisfaction", "enjoy", "enjoyed", "rate", "rating", "how much",
      "how useful", "how helpful", "how did", "what did", "would you", "did you", "do you", "agree")
    if !isOpinion,
      named.says(
        "course", "workshop", "class", "module", "session title", "session name", "event name",
        "event title")
    {
      return .course
    }
    if words.says("team", "service") { return .team }
    guard column.isWords else { return .other }
    if words.says("gender", "sex") { return .about("gender") }
    if words.says("ethnicity", "ethnic", "ethnic group") { return .about("ethnicity") }
    let isType = words.says("student type", "person type", "learner type", "attendee type")
    // What else is called a type is one of people only by its words.
    if isType
      || words.says(
        "type", "role", "category", "registered as", "registering as", "enrolled as",
        "enrolling as",
        "attending as", "joined as", "joining as")
        && column.share({ KnownWords.personType($0) != nil }) >= 0.5
    {
      return .about("type")
    }
    if words.says(
      "attend", "attended", "attendance", "status", "outcome", "dna", "attend status")
      || words.says("mark", "marks", "present")
        && column.share({ KnownWords.place($0) != nil }) >= 0.5
    {
      return .status
    }
    return .other
  }
}
