import FurlongStudy

/// Words of exports whose meaning is known, in small letters.
enum KnownWords {
  /// What a mark of a register means; nil where it may mean one thing or another.
  static func place(_ mark: String) -> AttendanceStatus? {
    switch ItemCoding.plain(mark) {
    case "attended", "present", "here", "yes", "y", "/", "\\", "1", "✓", "✔", "✅", "p", "late", "l",
      "attended late", "arrived late", "here, late", "in", "att", "checked in":
      .attended
    case "dna", "d.n.a.", "d.n.a", "did not attend", "absent", "a", "no", "n", "missed", "no show",
      "did not come",
      "not attended", "non attendance", "unauthorised absence", "no-show", "did not arrive":
      .missed
    case "cancelled by student", "student cancelled", "cancelled by learner", "apologies",
      "sent apologies", "apols", "apologies sent", "cancelled - student", "cancelled (student)",
      "cancelled by client", "authorised absence", "cancelled":
      .cancelledByStudent
    case "cancelled by college", "college cancelled", "session cancelled", "course cancelled",
      "cancelled by staff", "cancelled by tutor", "cancelled by provider", "withdrawn by college",
      "cancelled - college", "cancelled (college)", "event cancelled":
      .cancelledByCollege
    default: nil
    }
  }

  /// Whether an answer says no and nothing else.
  static func isNo(_ answer: String) -> Bool {
    ["no", "n", "none", "no consent", "not agreed", "false", "refused", "declined"]
      .contains(ItemCoding.plain(answer))
  }

  /// Whether a cell of a column of those who took their consent back says that this one did not.
  static func isNotTakenBack(_ answer: String) -> Bool {
    isNo(answer)
      || ["-", "--", "–", "—", ".", "n/a", "na", "nil", "not applicable", "not withdrawn"]
        .contains(ItemCoding.plain(answer))
  }

  /// Whether an answer says yes and nothing else.
  static func isYes(_ answer: String) -> Bool {
    ["yes", "y", "true", "agreed", "consent", "consents", "consented", "consent given", "✓", "✔"]
      .contains(ItemCoding.plain(answer))
  }

  /// Whether words speak of the records that a trust has of people.
  static func speaksOfRecords(_ words: HeadingText) -> Bool {
    words.says(
      "health", "record", "records", "nhs", "link", "linked", "linkage", "linking", "trust")
  }

  /// Words that stand for no value, in small letters.
  private static let missing: Set<String> = [
    "-", "--", ".", "?", "n/a", "na", "n/k", "nk", "null", "none", "nil", "unknown", "not known",
    "not recorded",
    "missing", "not applicable", "dna", "declined", "refused", "[not completed]", "#n/a", "#ref!",
    "tbc",
  ]

  /// Whether a text says that there is no value.
  static func isMissing(_ text: String) -> Bool { missing.contains(ItemCoding.plain(text)) }

  /// Whether a word says that somebody has no place.
  static func isNoPlace(_ word: String) -> Bool {
    [
      "waiting list", "waitlist", "waitlisted", "wait list", "on waiting list", "waiting",
      "enquiry",
    ]
    .contains(ItemCoding.plain(word))
  }

  /// The word of a mapping for a mark of a register; nil where a person must say.
  static func placeWord(_ mark: String) -> String? {
    if isNoPlace(mark) { return "no place" }
    if let known = place(mark) { return known.rawValue }
    // `Attended - Late` says what it is, as the words of a key do.
    return HeadingText(mark).words.count > 1 ? placeInKey(mark)?.rawValue : nil
  }

  /// What the words after `=` in a register's key say of a mark.
  static func placeInKey(_ words: String) -> AttendanceStatus? {
    let words = HeadingText(words)
    if words.words.contains(where: { $0.hasPrefix("cancel") || $0.hasPrefix("apolog") }) {
      return words.says("college") || words.says("tutor") || words.says("staff")
        || words.says("session") || words.says("us")
        ? .cancelledByCollege : .cancelledByStudent
    }
    if words.words.contains(where: { ["not", "absent", "dna", "missed", "no"].contains($0) }) {
      return .missed
    }
    return words.words.contains {
      ["here", "present", "attended", "attend", "came", "late"].contains($0)
    } ? .attended : nil
  }

  static func gender(_ word: String) -> String? {
    switch ItemCoding.plain(word).trimmingPoint {
    case "female", "f", "woman", "w", "women": "woman"
    case "male", "m", "man", "men": "man"
    case "non-binary", "non binary", "nonbinary", "nb", "enby": "non-binary"
    case "prefer not to say", "not said", "not stated", "-", "x", "declined": "not said"
    case "other", "another", "prefer to self-describe": "another"
    default: nil
    }
  }

  /// The kind of person that a word says; nil where it says none, or that somebody is a student and something else.
  static func personType(_ word: String) -> String? {
    if isTwoKinds(word) { return nil }
    return kindsOfPeople.first { HeadingText(word).words.contains(where: $0.words.contains) }?.kind
  }

  /// Whether a word says that somebody is a student and something else as well: `Student; Carer`.
  static func isTwoKinds(_ word: String) -> Bool {
    let said = kindsOfPeople.filter {
      HeadingText(word).words.contains(where: $0.words.contains)
    }.map(\.kind)
    return said.count > 1 && said.contains("student")
  }

  /// The kinds, and the words that say them; of two that are said the first is meant, where neither is a student.
  private static let kindsOfPeople: [(kind: String, words: Set<String>)] = [
    ("carer", ["carer", "carers", "supporter", "family"]),
    ("staff", ["staff", "professional", "employee"]),
    ("volunteer", ["volunteer", "volunteers"]), ("public", ["public"]),
    (
      "student",
      ["student", "students", "user", "users", "su", "learner", "client", "patient"]
    ),
  ]

  /// Phrases that say that a person moved away or died, in small letters; to have moved on says nothing of where to.
  static let leaving = [
    "moved area", "moved away", "moved out", "moved to", "out of area", "relocated", "died", "dead",
    "deceased",
    "death", "rip", "passed away",
  ]

  /// Whether a text says that and nothing else.
  static func isOnlyLeaving(_ text: String) -> Bool {
    let known = Set(leaving.flatMap { HeadingText($0).words } + ["of", "the", "has", "student"])
    return HeadingText(text).words.allSatisfy(known.contains)
  }

  /// Whether a word of a form's status says that it is none to count: a draft, a test, one that was cancelled.
  static func isNoForm(_ word: String) -> Bool {
    HeadingText(word).says(
      "draft", "drafts", "test", "tests", "testing", "cancelled", "canceled", "abandoned", "void",
      "voided", "deleted", "in error", "dummy")
  }

  /// Whether a word of a form's status says that it may not have been filled in to its end.
  static func isUnfinishedForm(_ word: String) -> Bool {
    HeadingText(word).says(
      "incomplete", "not complete", "not completed", "in progress", "partial", "partially",
      "part complete", "started", "unfinished", "unsubmitted", "not submitted", "pending")
  }

  /// Whether a word for a ward is no ward to which people are admitted: a place of safety, a crisis house, a day hospital.
  static func isNoWard(_ word: String) -> Bool {
    let words = HeadingText(word)
    return words.says(
      "place of safety", "pos", "hbpos", "hb pos", "136 suite", "s 136", "section 136", "sec 136",
      "136 unit", "crisis house", "crisis cafe", "day hospital", "day unit", "day service",
      "day services", "day centre") || words.isOnly("136")
      || words.words.joined() == "hbpos"
  }

  /// Whether a word of a legal status is a detention under the Act, short-term orders left out.
  static func isDetention(_ word: String) -> Bool {
    // Codes of the mental health services data set.
    let codes = [
      "02", "03", "07", "08", "09", "10", "12", "13", "14", "15", "16", "17", "18", "37", "38",
    ]
    if codes.contains(word) { return true }
    let words = HeadingText(word).words
    guard let mark = words.firstIndex(where: { ["section", "s", "sec"].contains($0) }),
      mark + 1 < words.count
    else { return false }
    return ["2", "3", "37", "38", "41", "44", "45", "46", "47", "48", "35", "36"]
      .contains(words[mark + 1])
  }
}

extension String {
  /// Without a full stop at its end: `Female.` is `Female`.
  fileprivate var trimmingPoint: String { hasSuffix(".") ? String(dropLast()) : self }
}
