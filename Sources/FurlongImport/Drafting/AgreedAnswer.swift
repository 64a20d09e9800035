/// What somebody said who was asked for consent, in a word or in a sentence.
enum AgreedAnswer: Equatable {
  case yes
  /// Yes, but not to the linking of records: `Yes, but not my health record`.
  case yesWithoutRecords
  case no
  /// Neither of them: `Not sure`, `to be asked`.
  case neither

  /// - Returns: nil where it cannot be told: a person must say.
  init?(_ answer: String) {
    let said = HeadingText(answer)
    if KnownWords.isYes(answer) {
      self = .yes
    } else if KnownWords.isNo(answer) {
      self = .no
    } else if Self.isOpen(said) || KnownWords.isMissing(answer) || answer.contains("?") {
      self = .neither
    } else if Self.leavesOutRecords(said) {
      self = .yesWithoutRecords
    } else if let found = Self.told(said) {
      self = found
    } else {
      return nil
    }
  }

  /// Whether words say that somebody has still to decide, or to be asked.
  private static func isOpen(_ said: HeadingText) -> Bool {
    said.words == ["may", "be"]
      || said.says(
        "not sure", "unsure", "maybe", "don t know", "dont know", "do not know", "undecided",
        "unknown",
        "not asked", "not yet", "not answered", "no answer", "no response", "not stated",
        "not recorded", "not applicable", "prefer not to say", "pending", "awaiting", "awaited",
        "to be asked", "to be confirmed", "to ask", "requested", "sent", "needed", "expired",
        "lapsed",
        "thinking about it")
  }

  /// Whether a yes leaves the linking of records out.
  private static func leavesOutRecords(_ said: HeadingText) -> Bool {
    let turns = said.words.firstIndex {
      ["but", "except", "without", "not", "no", "don", "dont"].contains($0)
    }
    guard let turns, turns > 0 else { return false }
    let before = said.words[..<turns]
    let after = HeadingText(said.words[turns...].joined(separator: " "))
    let agrees =
      before.contains { agreeing.contains($0) } && !before.contains(where: refusing.contains)
    return agrees && KnownWords.speaksOfRecords(after) && isNegated(after)
      && (before.first.map(KnownWords.isYes) == true || after.words.first == "but"
        || after.words.first == "except" || after.words.first == "without")
  }

  private static func isNegated(_ said: HeadingText) -> Bool {
    said.says("not", "no", "without", "except", "don t", "dont")
  }

  private static func told(_ said: HeadingText) -> AgreedAnswer? {
    // What holds under a condition is neither.
    if said.says(
      "but", "except", "unless", "only", "if", "provided", "some", "partly", "partial", "limited",
      "however")
    {
      return nil
    }
    let refusals = said.words.indices.filter { place in
      let word = said.words[place]
      return refusing.contains(word)
        || word == "t" && place > 0 && shortened.contains(said.words[place - 1])
        || word == "out" && place > 0 && said.words[place - 1].hasPrefix("opt")
    }
    let agreed = said.words.firstIndex(where: agreeing.contains)
    // "I have no problem with it" refuses nothing.
    if said.says(
      "objection", "objections", "problem", "problems", "issue", "issues", "worries", "concerns")
    {
      return nil
    }
    if said.words.first == "no" { return .no }
    if refusals.isEmpty {
      // A yes is one where every word of it is: "agreed, then backed out" and "I agree to nothing" are for a person to read.
      let isWhole = said.words.allSatisfy { affirming.contains($0) || $0.allSatisfy(\.isNumber) }
      return isWhole && (agreed != nil || saysGiven(said)) ? .yes : nil
    }
    // Two negations may be none, and after a yes a no may be of something else.
    if refusals.count > 1 || said.says("mind") || agreed.map({ $0 < refusals[0] }) == true {
      return nil
    }
    return .no
  }

  private static func saysGiven(_ said: HeadingText) -> Bool {
    said.says(
      "give permission", "give my permission", "give consent", "give my consent",
      "permission given",
      "permission granted", "consent given", "consent obtained", "consent received",
      "signed consent", "you may", "you can", "may be", "can be", "i do",
      "opt in",
      "opted in", "i consent", "we consent")
  }

  private static let agreeing: Set<String> = [
    "yes", "y", "agree", "agrees", "agreed", "consented", "consents", "happy", "ok", "okay",
    "willing",
    "allow", "allows", "permit", "accept", "accepts", "accepted",
  ]
  /// Words of which a sentence that agrees is made, and nothing that takes it back or leaves something out.
  private static let affirming: Set<String> = agreeing.union(
    """
    a all also am an and any are as at be been being both by can do does for from have i in is it may me my of on our so that the
    them these they this to us we will with you your
    consent give given gives giving grant granted opt opted participate part permission take taking
    access accessed analyse analysed collect collected evaluate evaluated held hold include included join link linkage linked
    linking look looked looking match matched process processed quote quoted share shared sharing store stored use used using
    anonymous anonymised anonymized anonymously answer answers attendance college comments confidential confidentially course
    courses data details evaluation evaluations feedback form forms gp health hospital info information medical mental nhs notes
    number organisation outcomes project purpose purposes questionnaire questionnaires record records recovery report reports
    research responses results score scores service services staff study survey surveys team training trust
    confirm confirmed fine form freely full fully informed leaflet obtained please read received said sheet signed thank thanks
    understand understood verbal verbally written
    """.split(whereSeparator: \.isWhitespace).map { String($0) })
  private static let refusing: Set<String> = [
    "not", "no", "never", "nor", "cannot", "dont", "decline", "declines", "declined", "refuse",
    "refuses", "refused", "withdraw", "withdraws", "withdrawn", "withdrew", "withhold", "withheld",
    "object", "objects", "revoke", "revoked", "disagree", "disagrees", "unhappy", "against",
    "rather",
    "without",
  ]
  private static let shortened: Set<String> = [
    "don", "doesn", "won", "can", "wouldn", "didn", "isn", "aren", "haven",
  ]
}
