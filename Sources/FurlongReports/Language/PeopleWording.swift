import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Prints counts of people in the plan's words for them.
struct PeopleWording: Sendable {
  /// The plan's words.
  var words: EvaluationPlan.PeopleWords
  private let numbers = NumberWording()

  init(_ words: EvaluationPlan.PeopleWords) { self.words = words }

  /// The word that stands beside a count.
  func noun(_ count: ReleasedCount) -> String { count.number == 1 ? words.one : words.many }

  /// The count alone: `209`, `about 210`, `fewer than 5`, `a number not shown`.
  func count(_ count: ReleasedCount, _ fact: String) -> Prose {
    count.isRounded ? "about \(plain(count, fact))" : plain(count, fact)
  }

  /// The count without a word on its rounding, for the second of two numbers in a breath: `about 65 of 110`.
  func plain(_ count: ReleasedCount, _ fact: String) -> Prose {
    switch count.shown {
    case .exactly(let people), .about(let people):
      Prose(
        ReportedNumber(numbers.count(people), fact: fact, value: .released(Double(people))))
    case .fewerThan(let limit):
      Prose(ReportedNumber.small("fewer than \(numbers.count(limit))", fact))
    case .withheld(let reason):
      Prose(ReportedNumber.withheld("a number not shown", reason, fact))
    }
  }

  /// The count with the word for people: `209 students`.
  func people(_ count: ReleasedCount, _ fact: String) -> Prose {
    named(count, self.count(count, fact), fact)
  }

  /// The same without a word on its rounding.
  func plainPeople(_ count: ReleasedCount, _ fact: String) -> Prose {
    named(count, plain(count, fact), fact)
  }

  private func named(_ count: ReleasedCount, _ words: Prose, _ fact: String) -> Prose {
    if case .withheld(let reason) = count.shown {
      return Prose(
        ReportedNumber.withheld(
          "a number of \(self.words.many) that is not shown", reason, fact))
    }
    return "\(words) \(noun(count))"
  }

  /// The count for a table: `[c]` where held back.
  func cell(_ count: ReleasedCount, _ fact: String) -> Prose {
    switch count.shown {
    case .exactly, .about: plain(count, fact)
    case .fewerThan: Prose(ReportedNumber.small("[c]", fact))
    case .withheld(let reason): Prose(ReportedNumber.withheld("[c]", reason, fact))
    }
  }

  /// `n = 160 of 360 due`: how many are in a row of a figure, and of how many who could be.
  func mark(_ part: ReleasedCount, of whole: ReleasedCount, _ what: String = "") -> String {
    let all = whole.number.map { " of \(numbers.count($0))\(what.isEmpty ? "" : " \(what)")" }
    return "n = \(cell(part, "").plainText)\(all ?? "")"
  }

  /// The count for a chart.
  func plotted(_ count: ReleasedCount) -> PlottedValue {
    count.number.map { .shown(Double($0), label: numbers.count($0)) }
      ?? .hidden(label: cell(count, "").plainText)
  }

  /// `(52%)`: a count as a share of another, both as they are shown, where there is anybody.
  func percentage(_ part: ReleasedCount, of whole: ReleasedCount, _ fact: String) -> Prose? {
    guard let count = part.number, let all = whole.number, all > 0, count <= all else {
      return nil
    }
    let share = Double(count) / Double(all)
    let text = numbers.percentage(share, of: all)
    // Of rounded counts the share is what is printed of it.
    let value =
      part.isRounded || whole.isRounded ? numbers.rounded(share: share, of: all) : share
    return "(\(ReportedNumber(text, fact: "\(fact).share", value: .released(value))))"
  }

  /// `209 of 402 students (52%)`; `209 students` where the whole is not shown, and where the part is held back,
  /// `some of the 402 students (how many is not shown)`.
  func part(_ part: ReleasedCount, of whole: ReleasedCount, _ fact: String) -> Prose {
    if case .withheld(let reason) = part.shown {
      return "some of the \(all(whole, "\(fact).of")) (\(howMany(reason, fact)))"
    }
    guard whole.number != nil else { return people(part, fact) }
    let counts: Prose = "\(count(part, fact)) of \(plainPeople(whole, "\(fact).of"))"
    guard let percentage = percentage(part, of: whole, fact) else { return counts }
    return "\(counts) \(percentage)"
  }

  /// `209 of 402 students`, with facts of both; where one is held back, words that stand inside a sentence.
  func among(
    _ part: ReleasedCount, _ fact: String, of whole: ReleasedCount, _ wholeFact: String
  ) -> Prose {
    if case .withheld(let reason) = part.shown {
      return "some of the \(all(whole, wholeFact)) (\(howMany(reason, fact)))"
    }
    guard whole.number != nil else { return people(part, fact) }
    return "\(count(part, fact)) of \(plainPeople(whole, wholeFact))"
  }

  /// `46 of 753 forms (6%)`: a share with the counts behind it; nil where it is not shown.
  func counted(_ share: ReleasedAnswer, of what: String = "", _ fact: String) -> Prose? {
    counted(share, of: what, fact) { AnswerWording(.percentage).value(share, fact) }
  }

  /// `12 of 48 (25%; 15% to 39%)` for a table, `[c]` where it is not shown and `[x]` where there is none.
  func countedCell(_ share: ReleasedAnswer, _ fact: String) -> Prose {
    let wording = AnswerWording(.percentage)
    let cell = counted(share, of: "", fact, isCell: true) {
      [wording.value(share, fact), wording.range(share, fact) ?? Prose()].joined("; ")
    }
    return cell ?? wording.cell(share, fact)
  }

  private func counted(
    _ share: ReleasedAnswer, of what: String, _ fact: String, isCell: Bool = false,
    _ percentage: () -> Prose
  ) -> Prose? {
    guard share.estimate != nil, let parts = share.parts, let count = parts.count,
      parts.of.number ?? 0 > 0
    else { return nil }
    let people = isCell ? plain(count, "\(fact).people") : self.count(count, "\(fact).people")
    return [
      "\(people) of \(plain(parts.of, "\(fact).of"))", Prose(what), "(\(percentage()))",
    ].joined()
  }

  /// `402 students`, or `students` where how many is not shown.
  func all(_ whole: ReleasedCount, _ fact: String) -> Prose {
    whole.number == nil ? Prose(words.many) : plainPeople(whole, fact)
  }

  /// `about 15 who cannot be linked to the export`, in a list of who is left out; nil where nobody is.
  func leftOut(
    _ count: ReleasedCount, _ fact: String, _ words: String, one: String? = nil
  ) -> Prose? {
    guard count.number != 0 else { return nil }
    if case .withheld(let reason) = count.shown {
      return "some who \(words) (\(howMany(reason, fact)))"
    }
    return "\(self.count(count, fact)) who \(count.number == 1 ? one ?? words : words)"
  }

  /// `how many is not shown`, in the place of a number.
  func howMany(_ reason: Withheld, _ fact: String) -> ReportedNumber {
    ReportedNumber.withheld("how many is not shown", reason, fact)
  }

  /// `55 of 209 (26%)`, with the share that the evaluation made; the count alone where one of the two is not shown.
  ///
  /// `isShort` leaves the percentage out.
  func share(
    _ share: ReleasedAnswer, of whole: ReleasedCount, _ fact: String, isShort: Bool = false
  ) -> Prose {
    guard let part = share.parts?.count else {
      return AnswerWording(.percentage).value(share, fact)
    }
    guard part.number != nil, whole.number != nil else { return count(part, fact) }
    let counts: Prose = "\(count(part, fact)) of \(plain(whole, "\(fact).of"))"
    guard !isShort, share.estimate != nil else { return counts }
    let percentage = AnswerWording(.percentage).value(share, "\(fact).proportion")
    return "\(counts) (\(percentage))"
  }

  /// The count of a share alone: `55`.
  func share(count share: ReleasedAnswer, _ fact: String) -> Prose {
    share.parts?.count.map { count($0, fact) } ?? AnswerWording(.percentage).value(share, fact)
  }

  /// `55 of 209 (26%; 21% to 33%)` for a table.
  func shareCell(
    _ share: ReleasedAnswer, of whole: ReleasedCount, _ fact: String, hasRange: Bool = true
  ) -> Prose {
    let wording = AnswerWording(.percentage)
    guard let count = share.parts?.count else { return wording.cell(share, fact) }
    let part = cell(count, fact)
    guard share.estimate != nil, whole.number != nil else { return part }
    let counts: Prose = "\(part) of \(plain(whole, "\(fact).of"))"
    let value = wording.value(share, "\(fact).proportion")
    guard hasRange, let range = wording.range(share, "\(fact).proportion") else {
      return "\(counts) (\(value))"
    }
    return "\(counts) (\(value); \(range))"
  }

  /// The share for a stacked bar.
  func plotted(_ share: ReleasedAnswer) -> PlottedValue {
    let people = share.parts?.count.map { cell($0, "").plainText } ?? "[c]"
    guard let estimate = share.estimate else { return .hidden(label: people) }
    let percentage = AnswerWording(.percentage).value(share, "").plainText
    return .shown(estimate.value, label: "\(people) (\(percentage))")
  }
}
