import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

extension RuleWording {
  /// One sentence of a row: better and worse alike.
  func sentence(
    _ line: RuleFinding<Released>.Line, _ row: RuleFinding<Released>.Row
  ) -> Prose {
    let people = material.people
    let begin = Prose(
      [line.scale?.name, row.occasion.when].compactMap { $0 }.joined(separator: ", ").capitalised)
    let used = fact(line, row, "n_used")
    guard row.used.number != nil else {
      if case .withheld = row.used.shown {
        return "\(begin): not shown, because it rests on few people or would give them away."
      }
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
