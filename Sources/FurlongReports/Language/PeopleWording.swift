import FurlongCharts
import FurlongDocuments
import FurlongEvaluation

/// Prints counts of people in the plan's words for them.
struct PeopleWording: Sendable {
  /// The plan's words.
  var words: EvaluationPlan.PeopleWords
  private let numbers = NumberWording()

  init(_ words: EvaluationPlan.PeopleWords) { self.words = words }

  /// The word that stands beside a count.
  func noun(_ count: PeopleCount) -> String { count.exact == 1 ? words.one : words.many }

  /// The count alone: `209`, `fewer than 5`, `a number not shown`.
  func count(_ count: PeopleCount, _ fact: String) -> Prose {
    switch count {
    case .exactly(let people):
      Prose(
        ReportedNumber(numbers.count(people), fact: fact, value: .released(Double(people))))
    case .fewerThan(let limit):
      Prose(ReportedNumber.small("fewer than \(numbers.count(limit))", fact))
    case .hidden: Prose(ReportedNumber.small("a number not shown", fact))
    }
  }

  /// The count with the word for people: `209 students`.
  func people(_ count: PeopleCount, _ fact: String) -> Prose {
    if case .hidden = count {
      return Prose(ReportedNumber.small("a number of \(words.many) that is not shown", fact))
    }
    return "\(self.count(count, fact)) \(noun(count))"
  }

  /// The count for a table: `[c]` where held back.
  func cell(_ count: PeopleCount, _ fact: String) -> Prose {
    if case .hidden = count { return Prose(ReportedNumber.small("[c]", fact)) }
    return self.count(count, fact)
  }

  /// The count for a chart.
  func plotted(_ count: PeopleCount) -> PlottedValue {
    switch count {
    case .exactly(let people): .shown(Double(people), label: numbers.count(people))
    case .fewerThan, .hidden: .hidden(label: cell(count, "").plainText)
    }
  }

  /// `(52%)`: a count as a share of another, where both are shown and there is anybody.
  func percentage(_ part: PeopleCount, of whole: PeopleCount, _ fact: String) -> Prose? {
    guard let part = part.exact, let whole = whole.exact, whole > 0, part <= whole else {
      return nil
    }
    let share = Double(part) / Double(whole)
    let text = numbers.percentage(share, of: whole)
    return "(\(ReportedNumber(text, fact: "\(fact).share", value: .released(share))))"
  }

  /// `209 of 402 students (52%)`.
  func part(_ part: PeopleCount, of whole: PeopleCount, _ fact: String) -> Prose {
    let counts: Prose = "\(count(part, fact)) of \(people(whole, "\(fact).of"))"
    guard let percentage = percentage(part, of: whole, fact) else { return counts }
    return "\(counts) \(percentage)"
  }

  /// `46 of 753 forms (6%)`: a share with the counts behind it; nil where the gate keeps the number behind it.
  ///
  /// A percentage alone would be a share of nobody knows how many, and could give that number away.
  func counted(_ share: Released, of what: String = "", _ fact: String) -> Prose? {
    counted(share, of: what, fact) { AnswerWording(.percentage).value(share, fact) }
  }

  /// `12 of 48 (25%; 15% to 39%)` for a table, `[c]` where it is not shown and `[x]` where there is none.
  func countedCell(_ share: Released, _ fact: String) -> Prose {
    let wording = AnswerWording(.percentage)
    guard share.estimate != nil else { return wording.cell(share, fact) }
    let cell = counted(share, of: "", fact) {
      [wording.value(share, fact), wording.range(share, fact) ?? Prose()].joined("; ")
    }
    return cell ?? Prose(ReportedNumber.small("[c]", fact))
  }

  private func counted(
    _ share: Released, of what: String, _ fact: String, _ percentage: () -> Prose
  ) -> Prose? {
    guard let estimate = share.estimate, estimate.used > 0 else { return nil }
    let people = Int((estimate.value * Double(estimate.used)).rounded())
    let whole = count(.exactly(estimate.used), "\(fact).of")
    return [
      "\(count(.exactly(people), "\(fact).people")) of \(whole)", Prose(what),
      "(\(percentage()))",
    ].joined()
  }

  /// `55 of 209 (26%)`, with the share that the evaluation made.
  func share(_ share: MeaningFinding.Share, of whole: PeopleCount, _ fact: String) -> Prose {
    let counts: Prose = "\(count(share.people, fact)) of \(count(whole, "\(fact).of"))"
    guard share.proportion.estimate != nil else { return counts }
    let percentage = AnswerWording(.percentage).value(share.proportion, "\(fact).proportion")
    return "\(counts) (\(percentage))"
  }

  /// `55 of 209 (26%; 21% to 33%)` for a table.
  func shareCell(
    _ share: MeaningFinding.Share, of whole: PeopleCount, _ fact: String
  ) -> Prose {
    let wording = AnswerWording(.percentage)
    if case .notEstimable(let reason, _, _) = share.proportion {
      return Prose(ReportedNumber("[x]", fact: fact, value: .withheld(reason: reason.words)))
    }
    let part = cell(share.people, fact)
    guard share.proportion.estimate != nil, whole.exact != nil else { return part }
    let count: Prose = "\(part) of \(self.count(whole, "\(fact).of"))"
    let value = wording.value(share.proportion, "\(fact).proportion")
    guard let range = wording.range(share.proportion, "\(fact).proportion") else {
      return "\(count) (\(value))"
    }
    return "\(count) (\(value); \(range))"
  }

  /// The share for a stacked bar.
  func plotted(_ share: MeaningFinding.Share) -> PlottedValue {
    guard let estimate = share.proportion.estimate else {
      return .hidden(label: cell(share.people, "").plainText)
    }
    let percentage = AnswerWording(.percentage).value(share.proportion, "").plainText
    let people = cell(share.people, "").plainText
    return .shown(estimate.value, label: "\(people) (\(percentage))")
  }
}
