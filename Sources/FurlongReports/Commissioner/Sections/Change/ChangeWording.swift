import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Says how far people travelled on one scale.
struct ChangeWording {
  /// The scale's change.
  var outcome: ChangeFinding<Released>.Outcome
  private let material: ReportMaterial

  init(_ outcome: ChangeFinding<Released>.Outcome, _ material: ReportMaterial) {
    self.outcome = outcome
    self.material = material
  }

  /// The scale's words.
  var scale: ScaleWording { ScaleWording(outcome.scale) }

  /// The fact of one measure of a row.
  func fact(_ row: ChangeFinding<Released>.Row, _ measure: String) -> String {
    "change.\(outcome.scale.id).\(row.occasion.id).\(row.group.id).\(measure)"
  }

  /// What may be said of a row.
  func verdict(_ row: ChangeFinding<Released>.Row) -> ChangeVerdict {
    ChangeVerdict(outcome, row, material)
  }

  /// The average change with its interval, for page one.
  func headline(_ row: ChangeFinding<Released>.Row) -> Prose {
    let change = row[.meanChange]
    let fact = fact(row, "mean_change")
    let when = row.occasion.when
    let verdict = verdict(row)
    let name = outcome.scale.name
    // Where nothing is known of what it measures, its name stands there already.
    let scale = outcome.scale.isNamedAlone ? nil : name
    switch verdict.call {
    case .notShown:
      return
        "The average change in \(outcome.scale.measures) \(when)\(Prose(scale.map { " (\($0))" } ?? "")) \(self.scale.points.predicate(change, fact))."
    case .cannotTell:
      return
        "\(strong: "Whether \(outcome.scale.measures) changed cannot be told"): \(self.scale.points.value(change, fact)) points on average\(interval(row, signed: true, scale))."
    case .up, .down:
      let amount = self.scale.points.magnitude(change, fact)
      let verb = verdict.call == .up ? "rose" : "fell"
      let worth = self.scale.scale.higherIsBetter ? "" : ", which is \(verdict.worthWord)"
      return
        "\(strong: "\(outcome.scale.measures.capitalised) \(verb) by \(amount) points on average")\(worth)\(interval(row, signed: false, scale))."
    }
  }

  /// `at 8 months: down by 11.9 points (95% confidence interval 9.0 to 14.8), 52 of 100 people`.
  func clause(_ row: ChangeFinding<Released>.Row) -> Prose {
    "\(row.occasion.when): \(amount(row)), \(among(row))"
  }

  /// The same as a sentence.
  func sentence(_ row: ChangeFinding<Released>.Row) -> Prose { "\(clause(row).capitalised)." }

  /// `usual care, down by 4.5 points (95% confidence interval …), 48 of 52 people`.
  func groupClause(_ row: ChangeFinding<Released>.Row) -> Prose {
    "\(row.group.label), \(amount(row)), \(among(row))"
  }

  /// The average change in full: the template sentence of the section.
  func average(_ row: ChangeFinding<Released>.Row) -> Prose {
    let when = "\(row.occasion.when)"
    let fact = fact(row, "mean_change")
    let verdict = verdict(row)
    guard let estimate = row[.meanChange].estimate else {
      let none: Prose =
        "The average change in \(outcome.scale.name) scores \(when) \(scale.points.predicate(row[.meanChange], fact))."
      if case .withheld = row.used.shown { return none }
      return "\(none) \(uses(row))"
    }
    if !verdict.call.isTold, let interval = estimate.interval {
      let low = scale.swing(interval.low, in: row[.meanChange], "\(fact).conf_low")
      let high = scale.swing(interval.high, in: row[.meanChange], "\(fact).conf_high")
      return
        "The average change in \(outcome.scale.name) scores \(when) was \(strong: "\(scale.points.value(row[.meanChange], fact)) points")\(fromTo(row)), but the data fit anything from \(low) to \(high). \(strong: "We cannot tell from these data whether scores changed.") \(uses(row))"
    }
    let range = scale.points.range(row[.meanChange], fact, isMagnitude: true) ?? Prose()
    let turn = estimate.value < 0 ? "fall" : "rise"
    return
      "On average, \(outcome.scale.name) scores went \(strong: "\(scale.way(estimate.value)) by \(scale.points.magnitude(row[.meanChange], fact)) points") \(when)\(fromTo(row)), which is \(verdict.worthWord) on this scale. We are \(row[.meanChange].level ?? "95%") confident that the true average change is a \(turn) of \(between(range)) points. \(uses(row))"
  }

  /// The median change and the probability of improvement, in a paragraph; nil where neither can be said.
  func typical(_ row: ChangeFinding<Released>.Row) -> Prose? {
    let sentences = [medianSentence(row), improvementSentence(row)].compactMap { $0 }
    return sentences.isEmpty ? nil : sentences.joined()
  }

  /// The median change with the level that its interval attains.
  private func medianSentence(_ row: ChangeFinding<Released>.Row) -> Prose? {
    let fact = fact(row, "median_change")
    guard let estimate = row[.medianChange].estimate else { return nil }
    // Where the interval leaves out 0, the direction is said in words, as of the mean.
    let isDirected = Call(row[.medianChange], printedAs: scale.points, noChange: 0).isTold
    let amount: Prose =
      isDirected
      ? "a \(estimate.value < 0 ? "fall" : "rise") of \(scale.points.magnitude(row[.medianChange], fact)) points"
      : "\(scale.points.value(row[.medianChange], fact)) points"
    guard let words = row[.medianChange].level,
      let range = scale.points.range(row[.medianChange], fact, isMagnitude: isDirected),
      let attained = estimate.interval?.level
    else { return "The middle (median) change was \(amount)." }
    // Between two of the changes no interval has the plan's own level: what is attained is a number like others.
    let level = ReportedNumber(words, fact: "\(fact).conf_level", value: .released(attained))
    return "The middle (median) change was \(amount) (\(level) confidence interval \(range))."
  }

  private func improvementSentence(_ row: ChangeFinding<Released>.Row) -> Prose? {
    let answer = row[.probabilityOfImprovement]
    let fact = fact(row, "probability_of_improvement")
    let share = AnswerWording(.percentage)
    guard answer.estimate != nil, let level = answer.level, let range = share.range(answer, fact)
    else { return nil }
    return
      "Of those with both forms, \(share.value(answer, fact)) had moved towards the better end of the scale (\(level) confidence interval \(range)), counting half of those whose score did not change."
  }

  /// `97 of 100 people`.
  func among(_ row: ChangeFinding<Released>.Row) -> Prose {
    material.people.among(
      row.used, fact(row, "n_used"), of: row.eligible, fact(row, "n_eligible"))
  }

  /// `97 of 100`, short; where one is not shown, in words.
  func mark(_ row: ChangeFinding<Released>.Row) -> Prose {
    guard row.used.number != nil, row.eligible.number != nil else { return among(row) }
    return
      "\(material.people.plain(row.used, fact(row, "n_used"))) of \(material.people.plain(row.eligible, fact(row, "n_eligible")))"
  }

  private func between(_ range: Prose) -> Prose {
    let inlines = range.inlines.map { inline -> Inline in
      inline == .text(" to ") ? .text(" and ") : inline
    }
    return "between \(Prose(inlines))"
  }

  private func amount(_ row: ChangeFinding<Released>.Row) -> Prose {
    let fact = fact(row, "mean_change")
    guard let estimate = row[.meanChange].estimate else {
      return "the average change \(scale.points.predicate(row[.meanChange], fact))"
    }
    if !verdict(row).call.isTold {
      return
        "\(scale.points.value(row[.meanChange], fact)) points\(confidence(row, signed: true)), so whether scores changed cannot be told"
    }
    return
      "\(scale.way(estimate.value)) by \(scale.points.magnitude(row[.meanChange], fact)) points\(confidence(row))"
  }

  private func confidence(_ row: ChangeFinding<Released>.Row, signed: Bool = false) -> Prose {
    interval(row, signed: signed, of: "confidence interval")
  }

  /// ` (95% interval 1.6 to 2.6; SWEMWBS)`: with the scale's name behind it, where that adds something.
  private func interval(
    _ row: ChangeFinding<Released>.Row, signed: Bool, of kind: String = "interval",
    _ more: String? = nil
  ) -> Prose {
    guard let level = row[.meanChange].level,
      let range = scale.points.range(
        row[.meanChange], fact(row, "mean_change"), isMagnitude: !signed)
    else { return Prose(more.map { " (\($0))" } ?? "") }
    return " (\(level) \(Prose(kind)) \(range)\(more.map { "; \($0)" } ?? ""))"
  }

  private func fromTo(_ row: ChangeFinding<Released>.Row) -> Prose {
    guard row[.meanBefore].estimate != nil, row[.meanAfter].estimate != nil else { return Prose() }
    let before = scale.points.value(row[.meanBefore], fact(row, "mean_before"))
    let after = scale.points.value(row[.meanAfter], fact(row, "mean_after"))
    return " (from \(before) to \(after))"
  }

  private func uses(_ row: ChangeFinding<Released>.Row) -> Prose {
    let people = material.people
    let when = row.occasion.when
    guard row.used.number != nil, row.eligible.number != nil else {
      return
        "This uses those of the \(material.study.people.many) due a form \(when) who filled it in both times: \(among(row))."
    }
    let used = people.people(row.used, fact(row, "n_used"))
    let those: Prose = row.used.isRounded ? used : "the \(used)"
    let eligible = people.plain(row.eligible, fact(row, "n_eligible"))
    let percentage = people.percentage(row.used, of: row.eligible, fact(row, "n_used"))
    return [
      "This uses \(those) who filled in the form both times, of the \(eligible) who were due a form \(when)",
      percentage ?? Prose(),
    ].joined() + "."
  }
}
