import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Says what a named set of rules counts, and what it makes of everyone.
struct RuleWording {
  private let finding: RuleFinding<Released>
  private let material: ReportMaterial

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

  // MARK: The rules themselves

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

  // MARK: What they make of everyone

  /// One sentence of a row: better and worse alike.
  func sentence(
    _ line: RuleFinding<Released>.Line, _ row: RuleFinding<Released>.Row
  ) -> Prose {
    let people = material.people
    let begin = Prose(
      [line.scale?.name, row.occasion.when].compactMap { $0 }.joined(separator: ", ").capitalised)
    let used = fact(line, row, "n_used")
    guard row.used.number != nil else {
      return
        "\(begin): \(people.people(row.used, used)) \(Prose(judged)), so nothing more is shown."
    }
    let changes: Prose =
      "\(begin): of \(people.people(row.used, used)) \(Prose(judged)), \(strong: "\(part(line, row, .improved)) improved and \(part(line, row, .deteriorated)) got worse"); \(part(line, row, .unchanged)) \(Prose(rest))."
    return [changes, recovery(line, row), due(line, row)].joined()
  }

  private var judged: String {
    switch finding.rules {
    case .nhsTalkingTherapies: "with both forms of both scales"
    case .nhsCommunity: "with both forms"
    case .youngPeople: "with both forms of at least one scale"
    }
  }

  private var rest: String {
    switch finding.rules {
    case .nhsTalkingTherapies: "did neither, or improved on one scale and got worse on the other"
    case .nhsCommunity: "changed less"
    case .youngPeople: "did neither"
    }
  }

  private func part(
    _ line: RuleFinding<Released>.Line, _ row: RuleFinding<Released>.Row, _ measure: RuleMeasure
  ) -> Prose {
    let fact = fact(line, row, measure.declared.word)
    if case .withheld? = row.changes[measure].parts?.count?.shown {
      return material.people.share(count: row.changes[measure], fact)
    }
    return material.people.share(row.changes[measure], of: row.used, fact)
  }

  /// Who began in the clinical range, and who of them left it.
  private func recovery(
    _ line: RuleFinding<Released>.Line, _ row: RuleFinding<Released>.Row
  ) -> Prose {
    guard let recovery = row.recovery else { return Prose() }
    let people = material.people
    let caseness = recovery[.caseness]
    let began = people.share(
      caseness, of: row.used, fact(line, row, RuleRecoveryMeasure.caseness.declared.word))
    let start: Prose = "\(began.capitalised) began in the clinical range"
    let clinical = caseness.parts?.count
    guard let clinical, clinical.number != nil else {
      return "\(start), so who of them recovered is not shown."
    }
    let reliably = people.share(
      recovery[.reliablyRecovered], of: clinical,
      fact(line, row, RuleRecoveryMeasure.reliablyRecovered.declared.word))
    guard let recovered = row.recovered else {
      return "\(start); of these \(strong: "\(reliably) reliably recovered")."
    }
    let left = people.share(
      recovered, of: clinical, fact(line, row, RuleRecoveryMeasure.recovered.word))
    return
      "\(start); of these \(strong: "\(left) recovered"), and \(strong: "\(reliably) reliably recovered")."
  }

  /// The same people of all who are due.
  private func due(
    _ line: RuleFinding<Released>.Line, _ row: RuleFinding<Released>.Row
  ) -> Prose {
    guard let due = row.ofDue, row.eligible.number != nil else { return Prose() }
    let people = material.people
    func part(_ measure: RuleDueMeasure) -> Prose {
      people.share(due[measure], of: row.eligible, fact(line, row, measure.declared.word))
    }
    return
      "Of all who were due, with or without a form: \(part(.improved)) improved and \(part(.deteriorated)) got worse, as far as forms tell."
  }
}
