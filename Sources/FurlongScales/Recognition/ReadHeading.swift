/// A column with its heading taken apart: a name, an occasion, an item's number, a mark of a total, and the rest.
struct ReadHeading {
  /// The column's place, counted from 0.
  let place: Int
  /// The longest names in it; several where they are equally long.
  let found: [InstrumentNames.Found]
  /// A beginning of several names, with an item's number after it.
  let stem: (word: String, number: Int)?
  /// When the form was filled in.
  let occasion: String?
  /// The numbers beside name and occasion.
  let numbers: [Int]
  /// Whether it says that it is a total.
  let isTotal: Bool
  /// The words that are none of these.
  let rest: [String]
  /// How many words and numbers it has in all.
  let length: Int

  init(_ text: String, place: Int, names: InstrumentNames) {
    self.place = place
    let heading = HeadingWords(text)
    length = heading.tokens.count
    found = names.find(in: heading.tokens)
    stem = Self.stem(in: heading.tokens, names)
    var free = heading.tokens
    if let range = found.first?.range {
      for index in range { free[index] = "" }
    } else if let stem, let start = heading.tokens.firstIndex(of: stem.word) {
      free[start] = ""
      for index in start + 1..<free.count where itemNumber(free[index]) == stem.number {
        free[index] = ""
        break
      }
    }
    for index in Self.greatest(in: free) { free[index] = "" }
    let moment = OccasionWords.find(in: free)
    occasion = moment?.label
    for index in moment?.places ?? [] { free[index] = "" }
    let words = free.filter { !$0.isEmpty }
    numbers = words.compactMap(itemNumber)
    isTotal = words.contains {
      ["total", "score", "sum", "tot", "raw", "metric", "overall", "mean"].contains($0)
    }
    let named = found.first?.name.instrument
    rest = words.filter { word in
      // A name and a code of the same instrument may stand side by side.
      named == nil || names.find(in: [word]).first?.name.instrument != named
    }.filter {
      itemNumber($0) == nil && !HeadingWords.itemMarks.contains($0)
        && !HeadingWords.totalMarks.contains($0)
    }
  }

  /// Where it says how high a score can be, as in `out of 35` and `max 27`: that is no item's number.
  private static func greatest(in tokens: [String]) -> [Int] {
    for place in tokens.indices where place > 0 && Int(tokens[place]) != nil {
      if place > 1, tokens[place - 2] == "out", tokens[place - 1] == "of" {
        return [place - 2, place - 1, place]
      }
      if ["max", "maximum"].contains(tokens[place - 1]) { return [place - 1, place] }
    }
    return []
  }

  /// `phq1`, `phq_q1` and `phq item 1` for the stem `phq`.
  private static func stem(
    in tokens: [String], _ names: InstrumentNames
  ) -> (word: String, number: Int)? {
    for (place, token) in tokens.enumerated() where names.stems[token] != nil {
      for next in tokens[(place + 1)...].prefix(2) {
        if let number = itemNumber(next) { return (token, number) }
        if !HeadingWords.itemMarks.contains(next) { break }
      }
    }
    return nil
  }

  /// The instrument that the heading names.
  var instrument: String? { found.first?.name.instrument }
  /// The score that the heading names, where it names one.
  var scale: String? { found.first?.name.scale }
  /// Whether it holds nothing but an item's number and an occasion.
  var isPlainNumber: Bool {
    found.isEmpty && stem == nil && rest.isEmpty && !isTotal && numbers.count == 1
  }
}
