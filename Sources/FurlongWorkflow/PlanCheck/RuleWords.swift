import FurlongEvaluation
import FurlongScales
import FurlongStudy

/// Says in plain English by which named rules a plan counts too, with each threshold and where it stands.
struct RuleWords {
  let set: RuleSet
  let plan: StudyPlan

  private var people: String { plan.evaluation.people.many }

  /// The rules, what judges each scale, what is shown and what cannot be checked.
  func lines(of outcomes: [String]) -> [String] {
    let planned = outcomes.compactMap { id in plan.evaluation.outcomes.first { $0.scale == id } }
    let judged = set.judged(planned, by: plan.catalogue)
    let memory = set.isFromMemory ? "; from memory, not verified" : ""
    var lines = ["Also by the rules \(set.word) (\(set.source)\(memory))."]
    lines += judged.map { "\($0.scale.name): \(threshold($0))\(cutOff($0))." }
    let ids = judged.map(\.scale.id)
    let others = planned.filter { !ids.contains($0.scale) }
      .compactMap { try? plan.catalogue.scale($0.scale).name }
    if !others.isEmpty {
      lines.append("Not judged by these rules: \(others.joined(separator: ", ")).")
    }
    return lines + [counted, unchecked]
  }

  private func threshold(_ ruled: RuledScale) -> String {
    let source =
      ruled.reliability.source
      + (ruled.reliability.isFromMemory ? "; from memory, not verified" : "")
    switch ruled.reliability.basis {
    case .atLeast(let points), .important(let points):
      return "a change of at least \(ScalePage.number(points)) points (\(source))"
    case .error(let error, _):
      return "more than 1.96·√2·SEM, SEM = \(ScalePage.number(error)) points (\(source))"
    case .coefficient(let coefficient):
      return
        "more than 1.96·√2·SD·√(1 − r), r = \(ScalePage.number(coefficient)) (\(source)), SD of "
        + "all baselines of this study"
    }
  }

  private func cutOff(_ ruled: RuledScale) -> String {
    guard let cutOff = ruled.cutOff else { return "" }
    let side = ruled.scale.higherIsBetter ? "or less" : "or more"
    return "; in the clinical range at \(ScalePage.number(cutOff.score)) \(side) (\(cutOff.source))"
  }

  private var counted: String {
    switch set {
    case .nhsTalkingTherapies:
      "Of \(people) with both forms of both: who was in the clinical range on either at the start; of these, who is in it "
        + "on neither any more (recovered), and who also improved reliably. Improved: on one scale at least, and worse on "
        + "neither. Got worse: on one at least, and better on neither."
    case .nhsCommunity:
      "Each scale by itself, of those with both forms and again of all who are due: who improved, changed less and got worse."
    case .youngPeople:
      "Of \(people) with both forms of one of these scales at least: improved on one and worse on none; worse on any; neither."
    }
  }

  private var unchecked: String {
    switch set {
    case .nhsTalkingTherapies:
      "Not checked, since the exports do not say: that treatment was finished, with two or more sessions; measures "
        + "of single anxiety disorders in the place of GAD-7."
    case .nhsCommunity:
      "Due stands for NHS England’s referrals that are closed, or open for six months, with two contacts or more. Not "
        + "checked: age, team, reason, rejection, stays in hospital and contacts of the referral, and that the forms are "
        + "the first and the last of one referral."
    case .youngPeople:
      "Not checked: age, and that the forms are the first and the last of one referral."
    }
  }
}
