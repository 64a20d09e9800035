import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Whether a change in use is that of many people or of few: a sentence or two an event.
///
/// The leading events say it always, the others where their change hangs on five people.
struct FewPeopleBlocks {
  private let outcomes: [ServiceUseFinding<Released>.Outcome]
  private let material: ReportMaterial
  private let ratio = AnswerWording(.ratio)

  init(_ outcomes: [ServiceUseFinding<Released>.Outcome], material: ReportMaterial) {
    self.outcomes = outcomes
    self.material = material
  }

  var blocks: [Block] {
    let leads = outcomes.contains { $0.event.role == .primary }
    let said = outcomes.enumerated().compactMap { place, outcome -> Prose? in
      let leading = leads ? outcome.event.role == .primary : place == 0
      guard let robustness = outcome.robustness, leading || hangs(outcome) else { return nil }
      return [ways(outcome, robustness), five(outcome, robustness)].filter { !$0.isEmpty }.joined()
    }.filter { !$0.isEmpty }
    return said.count > 1 ? [.list(said)] : said.map(Block.paragraph)
  }

  private func hangs(_ outcome: ServiceUseFinding<Released>.Outcome) -> Bool {
    outcome.rows.first { $0.group == .everyone }.map {
      ServiceUseWording(outcome, material).verdict($0).hangsOnFive
    } ?? false
  }

  private func fact(_ outcome: ServiceUseFinding<Released>.Outcome, _ word: String) -> String {
    "\(ServiceUseWording(outcome, material).prefix).\(word)"
  }

  /// How many used the service less, more and as often, of those who can be compared.
  private func ways(
    _ outcome: ServiceUseFinding<Released>.Outcome,
    _ robustness: ServiceUseFinding<Released>.Robustness
  ) -> Prose {
    guard robustness.watched.number != 0,
      RobustUseMeasure.Direction.allCases.contains(where: { robustness[$0].number != nil })
    else { return Prose() }
    func count(_ direction: RobustUseMeasure.Direction) -> Prose {
      material.people.count(robustness[direction], fact(outcome, direction.declared.word))
    }
    let watched = material.people.people(robustness.watched, fact(outcome, "watched_as_long"))
    let window = outcome.isOneOfSeveral(among: outcomes) ? " (\(outcome.window.label))" : ""
    return
      "Of \(watched) watched as long after as before\(window), \(count(.less)) had fewer \(outcome.event.many) after, \(count(.more)) had more and \(count(.same)) as many."
  }

  private func printed(_ answer: ReleasedAnswer) -> Double {
    answer.estimate.map { ratio.printed($0.value, in: answer) } ?? 1
  }

  /// ` (0.47 times, 0.35 to 0.64)`.
  private func times(_ answer: ReleasedAnswer, _ fact: String) -> Prose {
    let range = ratio.range(answer, fact).map { ", \($0)" as Prose } ?? Prose()
    return " (\(ratio.value(answer, fact)) times\(range))"
  }

  /// What the five with the most have of all, and what is left without them.
  private func five(
    _ outcome: ServiceUseFinding<Released>.Outcome,
    _ robustness: ServiceUseFinding<Released>.Robustness
  ) -> Prose {
    guard let share = robustness[.shareOfFive].estimate else { return Prose() }
    let percent = ReportedNumber(
      NumberWording().percentage(share.value, decimals: 0),
      fact: fact(outcome, RobustUseMeasure.shareOfFive.declared.word),
      value: .released(share.value))
    let without = robustness[.ratioWithoutFive]
    let ratioFact = fact(outcome, RobustUseMeasure.ratioWithoutFive.declared.word)
    // That it is held back says nothing of them.
    let rest: Prose =
      without.estimate == nil
      ? ""
      : "; without them there were \(RatioInWords(printed(without)).compared) after\(times(without, ratioFact))"
    let hangs: Prose =
      hangs(outcome)
      ? " \(strong: "Without these five \(Call(without, printedAs: ratio, noChange: 1).left).")"
      : Prose()
    return
      "The five with the most \(outcome.event.many) have \(percent) of all of them\(rest).\(hangs)"
  }
}
