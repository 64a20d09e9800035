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

  /// What a rate ratio says and what corrects it, both in strong words.
  ///
  /// `isShort` leaves the ratio itself to its words and its interval, for page one.
  func headline(_ row: ServiceUseFinding<Released>.Row, isShort: Bool = false) -> Prose {
    let verdict = verdict(row)
    let many = outcome.event.many
    let isCounted = isShort && verdict.correction == .doesNot
    let range = bracket(row[.ratio], fact(row, "rate_ratio"), isShort, isCounted ? "" : "times")
    switch verdict.call {
    case .notShown:
      return "\(strong: "Whether \(many) changed cannot be told"): the ratio \(answer(row))."
    case .cannotTell:
      return "\(strong: "Whether \(many) changed cannot be told")\(anything(row))\(range)."
    case .up, .down:
      if verdict.correction == .doesNot {
        let compared = words(row[.ratio]).compared
        let after = isShort ? ": \(compared)" : " were \(compared) after"
        return
          "\(strong: "\(many.capitalised)\(Prose(after))\(range); \(cautious(row, verdict, isShort))")\(hangs(verdict))."
      }
      let verb = verdict.call == .up ? "rose" : "fell"
      return
        "\(strong: "\(many.capitalised) \(verb) \(words(row[.ratio]).moved)")\(range)\(withoutRunUp(row, verdict, isShort))\(hangs(verdict))."
    }
  }

  /// How far use went, after "fell" or "rose": `by about a third`.
  func moved(_ row: ServiceUseFinding<Released>.Row) -> String { words(row[.ratio]).moved }

  /// A ratio in words, of what is printed of it.
  private func words(_ answer: ReleasedAnswer) -> RatioInWords {
    RatioInWords(answer.estimate.map { ratio.printed($0.value, in: answer) } ?? 1)
  }

  /// `: anything from about a third fewer to about a quarter more fits`, of the interval; nothing where there is none.
  private func anything(_ row: ServiceUseFinding<Released>.Row) -> Prose {
    let answer = row[.ratio]
    guard let interval = answer.estimate?.interval else { return Prose() }
    let low = RatioInWords(ratio.printed(interval.low, in: answer)).compared
    let high = RatioInWords(ratio.printed(interval.high, in: answer)).compared
    return Prose(low == high ? "" : ": anything from \(low) to \(high) fits")
  }

  /// ` (0.49 times, 0.36 to 0.66)`, and where it is short ` (0.36 to 0.66 times)`.
  private func bracket(
    _ answer: ReleasedAnswer, _ fact: String, _ isShort: Bool, _ unit: String
  ) -> Prose {
    let unit = unit.isEmpty ? Prose() : " \(unit)" as Prose
    guard answer.estimate != nil else { return Prose() }
    let range = ratio.range(answer, fact)
    let value: Prose = "\(ratio.value(answer, fact))\(unit)"
    guard let range else { return " (\(value))" }
    return isShort ? " (\(range)\(unit))" : " (\(value), \(range))"
  }

  /// `without the three months before, about a quarter fewer (0.74, 0.53 to 1.03), perhaps no change`: what a headline does
  /// not outlast, which is not said before it.
  private func cautious(
    _ row: ServiceUseFinding<Released>.Row, _ verdict: ServiceUseVerdict, _ isShort: Bool
  ) -> Prose {
    let fits: Prose =
      switch verdict.withoutRunUp {
      case .cannotTell, .notShown: ", perhaps no change"
      case .up, .down: verdict.correction == .doesNot ? ", the other way" : ""
      }
    return
      "without the three months before, \(words(row.cautious).compared)\(cautious(row, isShort))\(fits)"
  }

  private func cautious(_ row: ServiceUseFinding<Released>.Row, _ isShort: Bool) -> Prose {
    bracket(row.cautious, fact(row, "rate_ratio.without_3_months"), isShort, "")
  }

  /// What else the headline does not outlast, in its own weight.
  private func hangs(_ verdict: ServiceUseVerdict) -> Prose {
    if verdict.hangsOnWay {
      return "; \(strong: "other ways of counting do not all say so")"
    }
    guard verdict.hangsOnFive, let withoutFive = verdict.withoutFive else { return Prose() }
    return "; \(strong: "without the five people with the most \(Prose(withoutFive.left))")"
  }

  /// `; without the three months before, by about a quarter …`, in the same weight as the headline that it corrects.
  private func withoutRunUp(
    _ row: ServiceUseFinding<Released>.Row, _ verdict: ServiceUseVerdict, _ isShort: Bool
  ) -> Prose {
    guard row.cautious.estimate != nil else {
      // A run-up can only hide a rise.
      guard verdict.call == .down else { return Prose() }
      return
        "; \(strong: "the months before cannot be left out, so it may be no more than the end of a bad time")"
    }
    return
      "; \(strong: "without the three months before, \(words(row.cautious).moved)\(cautious(row, isShort))")"
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
      "\(outcome.window.isOfTwoLengths ? "Before \(dayZero) (\(outcome.window.label))" : "In the \(outcome.window.label) before \(dayZero)") there were \(AnswerWording(.count).count(row[.eventsBefore], of: outcome.event.many, fact(row, "events_before"))) among \(who)\(per(row[.rateBefore], fact(row, "rate_before"), " per person-year"))"
    let after: Prose =
      "\(outcome.window.isOfTwoLengths ? "after it" : "in the \(outcome.window.label) after"), \(AnswerWording(.count).count(row[.eventsAfter], fact(row, "events_after")))\(per(row[.rateAfter], fact(row, "rate_after"), ""))"
    let any: Prose =
      row.anyBefore.number == nil && row.anyAfter.number == nil
      ? ""
      : "\(material.people.people(row.anyBefore, fact(row, "people_with_any_before")).capitalised) had any before, \(material.people.count(row.anyAfter, fact(row, "people_with_any_after"))) after."
    let headline = row[.ratio]
    guard headline.estimate != nil else {
      return ["\(before); \(after).", any, "The ratio of the two rates \(answer(row))."].joined()
    }
    let verdict = verdict(row)
    let words = words(headline)
    let range = bracket(headline, fact(row, "rate_ratio"), headline.level)
    let rate: Prose =
      verdict.correction == .doesNot && verdict.call.isTold
      ? "Over the same time that is \(strong: "\(words.compared)\(range); \(cautious(row, verdict, false))")\(hangs(verdict))."
      : "Over the same time that is \(strong: Prose(words.compared))\(range)\(verdict.call.isTold ? hangs(verdict) : anything(row))."
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
    let all: [(count: ReleasedCount, measure: String, words: String, one: String?)] = [
      (outcome.notLinkable, "not_linkable", "cannot be linked to the export", nil),
      (
        outcome.notKnown, "not_known", "are not known to the service",
        "is not known to the service"
      ),
      (
        outcome.noTimeAtRisk, "no_time_at_risk", "have no time at risk on one side or the other",
        "has no time at risk on one side or the other"
      ),
    ]
    // Several reasons of few people are told in one breath.
    let few = all.filter { if case .fewerThan = $0.count.shown { true } else { false } }
    let isTogether = few.count > 1
    var reasons = all.filter { one in !isTogether || !few.contains { $0.measure == one.measure } }
      .compactMap { reason($0.count, $0.measure, $0.words, one: $0.one) }
    if isTogether, let first = few.first {
      let count = people.count(first.count, "\(prefix).\(first.measure)")
      reasons.append("\(count) each who \(Prose(few.map(\.words).joined(separator: " or ")))")
    }
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

  /// ` (0.49 times, 95% confidence interval 0.36 to 0.66)`.
  private func bracket(_ answer: ReleasedAnswer, _ fact: String, _ level: String?) -> Prose {
    guard let level, let range = ratio.range(answer, fact) else {
      return " (\(ratio.value(answer, fact)) times)"
    }
    return " (\(ratio.value(answer, fact)) times, \(level) confidence interval \(range))"
  }

  private func per(_ answer: ReleasedAnswer, _ fact: String, _ unit: String) -> Prose {
    answer.estimate == nil ? Prose() : " (\(rate.value(answer, fact))\(unit))"
  }

  private func people(_ row: ServiceUseFinding<Released>.Row) -> Prose {
    material.people.among(row.people, fact(row, "people"), of: row.eligible, fact(row, "eligible"))
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
