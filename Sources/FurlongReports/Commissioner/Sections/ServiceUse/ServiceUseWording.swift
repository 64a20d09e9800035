import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says whether the use of one service fell.
struct ServiceUseWording {
  /// The event's use.
  var outcome: ServiceUseFinding<Released>.Outcome
  private let material: ReportMaterial
  private let ratio = AnswerWording(.ratio)
  private let rate = AnswerWording(.rate)

  init(_ outcome: ServiceUseFinding<Released>.Outcome, _ material: ReportMaterial) {
    self.outcome = outcome
    self.material = material
  }

  /// The fact of one measure of a row.
  func fact(_ row: ServiceUseFinding<Released>.Row, _ measure: String) -> String {
    "\(prefix).\(row.group.id).\(measure)"
  }

  /// The fact of one thing about everybody.
  var prefix: String { "service_use.\(outcome.event.id).\(outcome.window.id)" }

  private var dayZero: String { material.study.dayZero }

  /// Whether use fell, or may have fallen: a ratio that is not shown says neither.
  var mayHaveFallen: Bool {
    guard let row = outcome.rows.first(where: { $0.group == .everyone }),
      let ratio = row[.ratio].estimate
    else { return true }
    return ratio.value < 1
  }

  /// The reminder that use is highest when people start; nothing where use did not fall.
  var expectation: Prose {
    guard mayHaveFallen else { return Prose() }
    return "People often start when things are worst, so some fall would be expected anyway."
  }

  /// What may be said of a row.
  func verdict(_ row: ServiceUseFinding<Released>.Row) -> ServiceUseVerdict {
    ServiceUseVerdict(outcome, row, material)
  }

  /// What a rate ratio says and what corrects it, for a figure's title.
  func finding(_ row: ServiceUseFinding<Released>.Row) -> Prose {
    headline(row).plain.withoutFullStop
  }

  /// What a rate ratio says and what corrects it, both in strong words, for page one.
  func headline(_ row: ServiceUseFinding<Released>.Row) -> Prose {
    let verdict = verdict(row)
    let value = ratio.value(row[.ratio], fact(row, "rate_ratio"))
    switch verdict.call {
    case .notShown:
      return
        "\(strong: "Whether \(outcome.event.many) changed cannot be told"): the ratio \(answer(row))."
    case .cannotTell:
      return
        "\(strong: "Whether \(outcome.event.many) changed cannot be told"): \(value) times as frequent after as before\(range(row))."
    case .up, .down:
      if verdict.correction == .doesNot { return undone(row, verdict) }
      let verb = verdict.call == .up ? "rose" : "fell"
      return
        "\(strong: "\(outcome.event.many.capitalised) \(verb) to \(value) times")\(range(row))\(withoutRunUp(row, verdict))\(hangs(verdict))."
    }
  }

  /// A headline that does not outlast leaving out the run-up: it is not said before what corrects it.
  private func undone(
    _ row: ServiceUseFinding<Released>.Row, _ verdict: ServiceUseVerdict
  ) -> Prose {
    let value = ratio.value(row[.ratio], fact(row, "rate_ratio"))
    return
      "\(strong: "\(outcome.event.many.capitalised) were \(value) times as frequent after\(range(row)), but \(cautious(row, verdict))")\(hangs(verdict))."
  }

  /// `0.74 (0.53 to 1.03) without the 3 months before, which fits no change`.
  private func cautious(
    _ row: ServiceUseFinding<Released>.Row, _ verdict: ServiceUseVerdict
  ) -> Prose {
    let fact = fact(row, "rate_ratio.without_3_months")
    let range = ratio.range(row.cautious, fact).map { " (\($0))" as Prose } ?? Prose()
    let fits: Prose =
      switch verdict.withoutRunUp {
      case .cannotTell, .notShown: ", which fits no change"
      case .up, .down: verdict.correction == .doesNot ? ", the other way" : ""
      }
    return "\(ratio.value(row.cautious, fact))\(range) without the 3 months before\(fits)"
  }

  /// What else the headline does not outlast, in its own weight.
  private func hangs(_ verdict: ServiceUseVerdict) -> Prose {
    if verdict.hangsOnWay {
      return "; \(strong: "other ways of counting do not all say so")"
    }
    guard verdict.hangsOnFive, let withoutFive = verdict.withoutFive else { return Prose() }
    return "; \(strong: "without the five people with the most \(Prose(withoutFive.left))")"
  }

  /// `; without the 3 months before, to 0.74 …`, in the same weight as the headline that it corrects.
  private func withoutRunUp(
    _ row: ServiceUseFinding<Released>.Row, _ verdict: ServiceUseVerdict
  ) -> Prose {
    let fact = fact(row, "rate_ratio.without_3_months")
    guard row.cautious.estimate != nil else {
      // A run-up can only hide a rise.
      guard verdict.call == .down else { return Prose() }
      return
        "; \(strong: "the months before cannot be left out, so how far it is the run-up is not known")"
    }
    let range = ratio.range(row.cautious, fact).map { " (\($0))" as Prose } ?? Prose()
    let value = ratio.value(row.cautious, fact)
    return "; \(strong: "without the 3 months before, to \(value)\(range)")"
  }

  /// `placebo 0.95 (95% confidence interval 0.70 to 1.30), 28 of 28 people`.
  func groupClause(_ row: ServiceUseFinding<Released>.Row) -> Prose {
    let counted = people(row)
    guard row[.ratio].estimate != nil else {
      return "\(row.group.label): \(answer(row)), \(counted)"
    }
    let value = ratio.value(row[.ratio], fact(row, "rate_ratio"))
    return "\(row.group.label) \(value)\(interval(row)), \(counted)"
  }

  /// Counts, rates and the ratio in full: the template sentences of the section.
  func comparison(_ row: ServiceUseFinding<Released>.Row) -> Prose {
    if let reason = row[.eventsBefore].notEstimable {
      return Prose("\(outcome.event.many.capitalised) cannot be counted: \(reason.words).")
    }
    let who = material.people.people(row.people, fact(row, "people"))
    if isWithheld(row[.eventsBefore]), isWithheld(row[.eventsAfter]), row[.ratio].estimate == nil {
      return
        "How many \(outcome.event.many) there were among \(who), before and after \(dayZero), is not shown, nor how the two compare."
    }
    let before: Prose =
      "\(outcome.window.isOfTwoLengths ? "Before \(dayZero) (\(outcome.window.label))" : "In the \(outcome.window.label) before \(dayZero)") there were \(AnswerWording(.count).count(row[.eventsBefore], of: outcome.event.many, fact(row, "events_before"))) among \(who)\(bracket(row[.rateBefore], fact(row, "rate_before"), " per person-year"))"
    let after: Prose =
      "\(outcome.window.isOfTwoLengths ? "after it" : "in the \(outcome.window.label) after"), \(AnswerWording(.count).count(row[.eventsAfter], fact(row, "events_after")))\(bracket(row[.rateAfter], fact(row, "rate_after"), ""))"
    let any: Prose =
      row.anyBefore.number == nil && row.anyAfter.number == nil
      ? ""
      : "\(material.people.people(row.anyBefore, fact(row, "people_with_any_before")).capitalised) had any before, \(material.people.count(row.anyAfter, fact(row, "people_with_any_after"))) after."
    let headline = row[.ratio]
    guard headline.estimate != nil else {
      return ["\(before); \(after).", any, "The ratio of the two rates \(answer(row))."].joined()
    }
    let verdict = verdict(row)
    let times = ratio.value(headline, fact(row, "rate_ratio"))
    let rate: Prose =
      verdict.correction == .doesNot && verdict.call.isTold
      ? "The rate was \(strong: "\(times) times as high\(interval(row)), but \(cautious(row, verdict))")\(hangs(verdict))."
      : "The rate was \(strong: "\(times) times as high")\(interval(row))\(verdict.call.isTold ? hangs(verdict) : Prose())."
    let sentence = ["\(before); \(after).", any, rate].joined()
    guard !verdict.call.isTold else { return sentence }
    return "\(sentence) \(strong: "We cannot tell from these data whether the rate changed.")"
  }

  /// How many people are counted, and who is not.
  func counted(for events: [String], isStrong: Bool = false) -> Prose {
    guard let row = outcome.rows.first(where: { $0.group == .everyone }) else { return Prose() }
    let people = material.people
    let part = people.part(row.people, of: row.eligible, fact(row, "people"))
    let first: Prose = "\(part.capitalised) are counted for \(events.map { Prose($0) }.listed)."
    let reasons: [Prose] = [
      reason(outcome.notLinkable, "not_linkable", "cannot be linked to the export"),
      reason(
        outcome.notKnown, "not_known", "are not known to the service",
        one: "is not known to the service"),
      reason(
        outcome.noTimeAtRisk, "no_time_at_risk", "have no time at risk on one side or the other",
        one: "has no time at risk on one side or the other"),
    ].compactMap { $0 }
    let sentence = isStrong ? Prose.strong(first) : first
    let counts = [outcome.notLinkable, outcome.notKnown, outcome.noTimeAtRisk]
    if case .fewerThan = counts[0].shown, counts.allSatisfy({ $0 == counts[0] }) {
      let few = people.count(outcome.notLinkable, "\(prefix).not_linkable")
      return
        "\(sentence) Left out are \(few), if any, of each: those who cannot be linked to the export, who are not known to the service, and who have no time at risk on one side or the other."
    }
    if reasons.isEmpty { return "\(sentence) Nobody is left out." }
    return "\(sentence) Left out: \(reasons.listed)."
  }

  /// What a person without rows means.
  var silence: Prose {
    switch outcome.noRowsMeans {
    case .noneHappened:
      Prose("A \(material.study.people.one) without a row in the export is counted as having none.")
    case .notKnown:
      Prose(
        "A \(material.study.people.one) without a row in the export is not counted, because nothing is known."
      )
    }
  }

  /// How many had a spell running on day 0; empty where nobody had.
  func running(for events: [String]) -> Prose {
    // Of few there is nothing to be said.
    guard let count = outcome.runningOnDayZero.number, count > 0 else { return Prose() }
    let running = material.people.people(outcome.runningOnDayZero, "\(prefix).running_on_day_zero")
    return "\(running) (\(events.map { Prose($0) }.listed))"
  }

  /// What became of spells that begin when another ends; empty where no spells are counted.
  func transfers(for events: [String]) -> Prose {
    let names: Prose = "(\(events.map { Prose($0) }.listed))"
    return switch outcome.transfers {
    case .joined:
      "A spell that begins by the day on which another of the same \(material.study.people.one) ends counts with it as one \(names), so that a move between wards is nothing new."
    case .apart:
      "A spell that begins when another ends counts as one of its own \(names), so that a move between wards may count again."
    case nil: Prose()
    }
  }

  /// What became of nights at home on leave; empty where none are known of.
  func homeLeave(for events: [String]) -> Prose {
    let names: Prose = "(\(events.map { Prose($0) }.listed))"
    return switch outcome.homeLeave {
    case .counted: "Nights at home on leave from a stay count as nights of it \(names)."
    case .leftOut: "Nights at home on leave from a stay are left out \(names)."
    case nil: Prose()
    }
  }

  private func reason(
    _ count: ReleasedCount, _ measure: String, _ words: String, one: String? = nil
  ) -> Prose? {
    material.people.leftOut(count, "\(prefix).\(measure)", words, one: one)
  }

  private func isWithheld(_ answer: ReleasedAnswer) -> Bool {
    if case .withheld = answer.shown { true } else { false }
  }

  private func bracket(_ answer: ReleasedAnswer, _ fact: String, _ unit: String) -> Prose {
    answer.estimate == nil ? Prose() : " (\(rate.value(answer, fact))\(unit))"
  }

  private func people(_ row: ServiceUseFinding<Released>.Row) -> Prose {
    material.people.among(row.people, fact(row, "people"), of: row.eligible, fact(row, "eligible"))
  }

  private func range(_ row: ServiceUseFinding<Released>.Row) -> Prose {
    ratio.range(row[.ratio], fact(row, "rate_ratio")).map { " (\($0))" } ?? Prose()
  }

  private func interval(_ row: ServiceUseFinding<Released>.Row) -> Prose {
    let headline = row[.ratio]
    guard let level = headline.level,
      let range = ratio.range(headline, fact(row, "rate_ratio"))
    else { return Prose() }
    return " (\(level) confidence interval \(range))"
  }

  private func answer(_ row: ServiceUseFinding<Released>.Row) -> Prose {
    ratio.predicate(row[.ratio], fact(row, "rate_ratio"))
  }
}
