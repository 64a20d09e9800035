import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Says what a named set of rules counts, and what it makes of everyone.
struct RuleWording {
  let finding: RuleFinding<Released>
  let material: ReportMaterial

  init(_ finding: RuleFinding<Released>, _ material: ReportMaterial) {
    self.finding = finding
    self.material = material
  }

  /// `By the rules of NHS Talking Therapies`.
  static func heading(_ rules: RuleSet) -> String {
    switch rules {
    case .nhsTalkingTherapies: "By the rules of NHS Talking Therapies"
    case .nhsCommunity: "By NHS England’s rules for community services"
    case .youngPeople: "By NHS England’s rule for several scales at once"
    }
  }

  /// The fact of a measure of a row.
  func fact(
    _ line: RuleFinding<Released>.Line, _ row: RuleFinding<Released>.Row, _ measure: String
  ) -> String {
    "rules.\(finding.rules.word).\(line.scale?.id ?? "all-scales").\(row.occasion.id).\(row.group.id).\(measure)"
  }

  /// What the rules count, with each threshold and where it stands.
  var rules: Prose {
    let source: Prose =
      "\(Prose(finding.rules.source))\(Prose(finding.rules.isFromMemory ? "; from memory, not verified" : ""))"
    switch finding.rules {
    case .nhsTalkingTherapies:
      return
        "These rules take \(names) together. A change counts from \(thresholds(" and from ")). \(strong: "Improved"): by that much for the better on at least one scale, and for the worse on neither. \(strong: "Got worse"): by that much for the worse on at least one, and for the better on neither. In the clinical range at the start (“caseness”): \(cutOffs(" or ")). \(strong: "Recovered"): in it at the start, and on neither scale at the follow-up. \(strong: "Reliably recovered"): recovered and improved. Source: \(source)."
    case .nhsCommunity:
      let recovery: Prose =
        cutOffs(" or ").isEmpty
        ? ""
        : " In the clinical range: \(cutOffs(" or ")). \(strong: "Reliably recovered"): in it at the start, not at the follow-up, and improved."
      return
        "These rules take each scale by itself. A change counts from \(thresholds(", from ")).\(recovery) Source: \(source)."
    case .youngPeople:
      return
        "This rule takes \(names) together, for everybody with both forms of at least one. A change counts from \(thresholds(", from ")). \(strong: "Improved"): by that much for the better on at least one scale, and for the worse on none. \(strong: "Got worse"): by that much for the worse on any scale, whatever got better. Source: \(source)."
    }
  }

  /// What the rules ask for that these data cannot tell.
  var limits: Prose {
    let left: Prose =
      finding.leftOut.isEmpty
      ? "" : " Not judged by them: \(finding.leftOut.map { Prose($0) }.listed)."
    switch finding.rules {
    case .nhsTalkingTherapies:
      return
        "The service that these rules are made for counts those who finished treatment after two sessions or more, and takes another questionnaire for some anxiety disorders. Neither can be checked here, so these shares are not that service’s published ones.\(left)"
    case .nhsCommunity:
      return
        "NHS England sets those who improved against two wholes: those with both forms, and all referrals that are closed, or open for six months, with two contacts or more. Here the second whole is all \(material.people.words.many) whose follow-up is due, with or without a form. Age, team, reason, rejection, stays in hospital and contacts of the referral are not in these data and cannot be checked.\(left)"
    case .youngPeople:
      return
        "NHS England’s measure is of children and young people, and of the first and the last form of one referral. Neither can be checked here.\(left)"
    }
  }

  private var names: Prose { finding.scales.map { Prose($0.ruled.scale.name) }.listed }

  private func cutOffs(_ between: String) -> Prose {
    finding.scales.compactMap { scale -> Prose? in
      guard let cutOff = scale.ruled.cutOff else { return nil }
      let number = ReportedNumber(
        NumberWording().score(cutOff.score), fact: fact(scale, RuleMeasure.cutOff),
        value: .released(cutOff.score))
      let side = scale.ruled.scale.higherIsBetter ? "or less" : "or more"
      return "\(number) \(Prose(side)) on \(Prose(scale.ruled.scale.name))"
    }.joined(between)
  }

  /// `6 points on PHQ-9 and from 4 points on GAD-7 (source)`: each source once, after the last that it is of.
  private func thresholds(_ between: String) -> Prose {
    let sources = finding.scales.map(\.ruled.reliability.sourceWords)
    return finding.scales.enumerated().map { place, scale -> Prose in
      let name = scale.ruled.scale.name
      let fact = fact(scale, RuleMeasure.threshold)
      guard let points = scale.ruled.reliability.points else {
        let wording = ScaleWording(scale.ruled.scale).points
        guard scale.threshold.estimate != nil else {
          return
            "a threshold on \(Prose(name)) that \(wording.predicate(scale.threshold, fact))"
        }
        return
          "more than \(wording.value(scale.threshold, fact)) points on \(Prose(name)), as above"
      }
      let number = ReportedNumber(
        NumberWording().score(points), fact: fact, value: .released(points))
      let isLast = !sources[(place + 1)...].contains(sources[place])
      return
        "\(strong: "\(number) \(Prose(points == 1 ? "point" : "points"))") on \(Prose(name))\(Prose(isLast ? " (\(sources[place]))" : ""))"
    }.joined(between)
  }

  private func fact(_ scale: RuleFinding<Released>.Scale, _ measure: Measure) -> String {
    "rules.\(finding.rules.word).\(scale.ruled.scale.id).\(measure.word)"
  }
}
