import FurlongScales

/// What an answer to "When are you filling this in?" means: `When my first course ended` is the end, `Six months after I started` six
/// months on.
struct OccasionPhrase: Equatable {
  /// The plan's id for the occasion: `start`, `end`, `6-months`, `t2`.
  let id: String
  /// The occasion as the words have it, where `id` is one of the two usual ones: `t2` is `end` unless there is a third.
  let label: String
  /// What tells it apart from other words of the same occasion: `At the start` and `Start` are one.
  let core: Set<String>
  /// Whether the words say nothing else, so that they hold no name and no remark.
  let isWhole: Bool

  /// What the words mean; nil where they are not understood, or could mean either.
  ///
  /// - Parameter isAsked: whether the column asks when, so that a single word such as `Completed` is an answer to that.
  init?(_ text: String, isAsked: Bool = false) {
    let words = HeadingText(text).words
    let isSentence = words.count > 1 && words.count <= 12
    let said = Said(words)
    if isSentence, said.isDenied || Length.isAskedAbout(words) { return nil }
    let isUsual = isSentence || isAsked
    if isSentence, let length = Length(words) {
      guard let found = length.id(in: words) else { return nil }
      (id, label, core) = (found, found, [found])
    } else if isUsual, said.begins || said.ends {
      guard let found = said.usual else { return nil }
      (id, label, core) = (found, found, Self.core(words))
    } else if let plain = HeadingOccasion(text) {
      (id, label, core) = (plain.usual, plain.label, Self.core(words))
      isWhole = plain.rest.isEmpty || Self.isPlain(words)
      return
    } else {
      return nil
    }
    isWhole = Self.isPlain(words)
  }

  private static func core(_ words: [String]) -> Set<String> {
    Set(
      words.filter { !filling.contains($0) }.map {
        Said.beginning.contains($0) ? "start" : Said.ending.contains($0) ? "end" : $0
      })
  }

  private static func isPlain(_ words: [String]) -> Bool {
    words.allSatisfy {
      filling.contains($0) || Said.known.contains($0) || Length.known.contains($0)
        || Int($0) != nil
    }
  }

  /// Words of such phrases that say nothing of when.
  private static let filling: Set<String> = [
    "a", "an", "and", "any", "at", "attending", "attended", "attend", "be", "been", "class",
    "classes", "coming", "college", "course", "courses", "form", "from", "had", "have", "i", "ive",
    "in", "it", "learning", "me", "module", "my", "of", "on", "or", "our", "point", "programme",
    "questionnaire", "recovery", "session", "sessions", "study", "survey", "term", "the", "this",
    "time", "to", "was", "we", "when", "with", "workshop", "you", "your", "about", "around",
    "up", "follow", "later", "since",
  ]
}

/// What words say of beginning and ending.
private struct Said {
  let begins: Bool
  let ends: Bool
  /// Whether it is not so, or only under way.
  let isDenied: Bool
  private let isBefore: Bool
  let isAfter: Bool

  static let beginning: Set<String> = [
    "start", "started", "starting", "starts", "begin", "began", "beginning", "begun", "begins",
    "join", "joined", "joining", "enrol", "enrolled", "enrolling", "enrolment", "baseline",
    "registered", "registering", "registration",
  ]
  static let ending: Set<String> = [
    "end", "ended", "ending", "ends", "finish", "finished", "finishing", "finishes", "complete",
    "completed", "completing", "completion", "leave", "left", "leaving", "exit",
  ]
  static let known: Set<String> = beginning.union(ending)
    .union(["before", "after", "first", "last", "final", "following"])

  init(_ words: [String]) {
    begins = words.contains(where: Self.beginning.contains)
    ends = words.contains(where: Self.ending.contains)
    isBefore = words.contains { ["before", "prior"].contains($0) }
    isAfter = words.contains { ["after", "following", "since", "from", "post"].contains($0) }
    isDenied = words.contains { ["not", "didn", "didnt", "never", "during", "while"].contains($0) }
  }

  /// `start` or `end`; nil where both are said, or neither the one nor the other.
  var usual: String? {
    guard begins != ends, !(isBefore && isAfter) else { return nil }
    // After a start, nobody knows how long; before an end neither.
    if begins { return isAfter ? nil : "start" }
    return isBefore ? nil : "end"
  }
}

/// A length of time in words: `six months`, `12 weeks`, `half a year`.
private struct Length {
  private let number: Int
  private let unit: String
  private let place: Int

  private static let numbers: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18,
  ]
  private static let units: [String: String] = [
    "day": "days", "days": "days", "week": "weeks", "weeks": "weeks", "wk": "weeks",
    "wks": "weeks", "w": "weeks", "month": "months", "months": "months", "mth": "months",
    "mths": "months", "m": "months", "year": "years", "years": "years", "yr": "years",
    "yrs": "years",
  ]
  static let known = Set(numbers.keys).union(units.keys).union(["half"])

  /// The first length; nil where none stands there.
  init?(_ words: [String]) {
    for place in words.indices.dropLast() {
      guard let unit = Self.units[words[place + 1]] else { continue }
      let isHalf = place > 0 && words[place - 1] == "half" && words[place] == "a"
      if isHalf, unit == "years" {
        (number, self.unit, self.place) = (6, "months", place - 1)
        return
      }
      let isOne = words[place] == "a" && place + 2 < words.count && unit != "days"
      guard
        let number = Int(words[place]).flatMap({ (1..<200).contains($0) ? $0 : nil })
          ?? Self.numbers[words[place]] ?? (isOne ? 1 : nil)
      else { continue }
      (self.number, self.unit, self.place) = (number, unit, place)
      return
    }
    return nil
  }

  /// The occasion that it is in a phrase; nil where it counts back, or is what a question asks about.
  func id(in words: [String]) -> String? {
    let said = Said(words)
    if words.contains(where: { ["before", "prior", "ago"].contains($0) }) { return nil }
    if said.begins, said.ends { return nil }
    let length = "\(number)-\(number == 1 ? String(unit.dropLast()) : unit)"
    // `End of the 12 week course` is an end, however long the course was.
    if said.ends { return said.isAfter ? "\(length)-after-end" : "end" }
    return said.begins && !said.isAfter ? "start" : length
  }

  /// Whether words say what a question asks about, and not when it was asked: `in the last two weeks`.
  static func isAskedAbout(_ words: [String]) -> Bool {
    words.indices.contains { place in
      guard ["last", "past", "previous", "this", "next"].contains(words[place]) else {
        return false
      }
      return words[(place + 1)...].prefix(2).contains { units[$0] != nil }
    }
  }
}
