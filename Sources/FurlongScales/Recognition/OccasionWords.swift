/// Finds in a heading when a form was filled in: `start`, `T1`, `week 12`, `3 months`.
enum OccasionWords {
  private static let words: Set<String> = [
    "start", "baseline", "pre", "before", "entry", "initial", "first", "admission", "intake",
    "begin",
    "beginning", "later", "end", "post", "after", "exit", "final", "last", "discharge", "leaving",
    "followup",
    "review", "mid", "midpoint", "fu",
  ]
  /// A number follows these.
  private static let counted: Set<String> = [
    "t", "time", "timepoint", "wave", "visit", "week", "wk", "w", "month", "mth", "m", "fu",
    "session", "round", "assessment", "occasion", "year", "term",
  ]
  /// Numbers written as words, as far as lengths of time are.
  private static let numbers: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "eighteen": 18,
  ]
  /// A number stands before these.
  private static let spans: Set<String> = ["months", "month", "mths", "weeks", "week", "m", "wk"]

  /// The occasion as one word in small letters, and which tokens say it; nil where none does.
  ///
  /// - Parameter tokens: of the heading; those of a name are blanked out by the caller.
  static func find(in tokens: [String]) -> (label: String, places: Set<Int>)? {
    for place in tokens.indices {
      let next = place + 1 < tokens.count ? tokens[place + 1] : nil
      if counted.contains(tokens[place]), let next, Int(next).map({ $0 < 200 }) == true {
        return (tokens[place] + next, [place, place + 1])
      }
      if tokens[place] == "follow", next == "up" { return ("follow-up", [place, place + 1]) }
      // The last two weeks are what a question asks about, not when it was asked.
      let isAsked = place > 0 && ["last", "past", "previous"].contains(tokens[place - 1])
      if !isAsked, Int(tokens[place]).map({ $0 < 200 }) == true, let next, spans.contains(next),
        place + 2 >= tokens.count || Int(tokens[place + 2]) == nil || next.count > 1
      {
        return (tokens[place] + "-" + next, [place, place + 1])
      }
      // In few words, as a heading has them: a question may be about six months.
      if !isAsked, tokens.count <= 6, let number = numbers[tokens[place]], let next,
        next.count > 2, spans.contains(next)
      {
        return ("\(number)-\(next)", [place, place + 1])
      }
    }
    // A single word, at an end of the heading or in brackets: within a question it may mean anything.
    for place in [0, tokens.count - 1] where tokens.indices.contains(place) {
      if words.contains(tokens[place]) { return (tokens[place], [place]) }
    }
    guard tokens.count <= 6, let place = tokens.firstIndex(where: words.contains) else {
      return nil
    }
    return (tokens[place], [place])
  }
}
