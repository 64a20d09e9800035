import Foundation
import FurlongEvaluation
import FurlongForms
import FurlongImport
import FurlongScales
import FurlongStudy

/// A first plan, made of what the exports say; a person decides what it means.
struct PlanDraft {
  let facts: DraftFacts
  let catalogue: ScaleCatalogue

  /// The plan's text.
  ///
  /// - Parameters:
  ///   - id: the study's id.
  ///   - title: its title.
  func text(id: String, title: String) -> String {
    var lines = RemarkedLines()
    // Counts of units have days, and nobody's.
    let dated = facts.registered != nil || isOfUnitsAlone
    lines.add(
      "# Drafted by `furlong init --from` out of what the exports say. Every line is a decision: read them all."
    )
    lines.add("# docs/guides/plan.md explains each key. No result has been looked at.")
    lines.add("furlong: 1")
    lines.add("")
    lines.add("study:")
    lines.add("  id: \(id)", "never change it: pseudonyms depend on it")
    lines.add("  title: \(YAMLText.title(title))")
    lines.add("  drafted: yes", "the report says so; take this line out once the plan is yours")
    lines.add("  about: \(WordsToReplace.about.rawValue)")
    if facts.isInvented == true {
      lines.add(
        "  fictional: yes", "all NHS numbers are of the range for tests, so the people are invented"
      )
    }
    lines.add("  people: { one: student, many: students }")
    if let days = facts.registered {
      lines.add(
        "  registered: { from: \(days.from), to: \(days.to) }",
        "whose registrations count: the first and the last seen")
    }
    let stated = facts.extracts.filter(\.isStated).map(\.days.to).min()
    if dated, let stated {
      lines.add(
        "  data_to: \(stated)",
        "check: the last day that all exports cover; up to this one an extract says that it was drawn"
      )
    } else if dated, let last = facts.lastDay ?? facts.units.compactMap(\.lastDay).max() {
      lines.add(
        "  data_to: \(last)",
        "check: the last day that all exports cover; this is the last day seen in any")
    }
    design(&lines)
    lines.add("  involvement: Not known", "how students were involved in making this evaluation")
    lines.add("  seed: 2025")
    lines.add("")
    people(&lines)
    groups(&lines)
    lines.add(
      dated
        ? "day_0: { what: first registration }"
        : "day_0: { what: \(facts.countsDays ? "day 0 of the dataset" : "the first form"), dates: none }",
      dated
        ? facts.arms != nil
          ? "the day of randomisation, which the mapping reads as that of registration"
          : "or: first session attended"
        : facts.countsDays
          ? "the exports count days from it and give no dates"
          : "the exports name occasions and give no days of registration")
    lines.add("")
    occasions(&lines, dated: dated || facts.countsDays)
    let scales = outcomes(&lines)
    if !facts.events.isEmpty { events(&lines) }
    completers(&lines)
    UnitsInPlan(facts.units)?.add(to: &lines)
    if facts.hasStories { stories(&lines) }
    CostsInPlan(facts)?.add(to: &lines)
    steps(&lines, scales)
    lines.add("")
    lines.add("disclosure: nhs-round5", "for any report that leaves the college")
    lines.add("")
    lines.add("report:")
    lines.add("  for: commissioner")
    lines.add("  prepared_by: \(WordsToReplace.preparedBy.rawValue)")
    lines.add("  decision: \(WordsToReplace.decision.rawValue)")
    lines.add("  commentary: \"\"")
    return lines.text
  }

  private func design(_ lines: inout RemarkedLines) {
    guard let arms = facts.arms else {
      lines.add("  design: before-after")
      return
    }
    lines.add(
      "  design: { randomised: \(YAMLText.word(arms.column)), control: \(arms.control.map(YAMLText.word) ?? "DECIDE") }",
      arms.control == nil
        ? "which arm is the control: \(arms.values.joined(separator: " or "))"
        : "check: whether chance made these arms, and which is the control")
  }

  private func groups(_ lines: inout RemarkedLines) {
    guard let arms = facts.arms else { return }
    let values = arms.values.map { "\(YAMLText.word($0)): \(YAMLText.word($0))" }
    lines.add("groups:", "everyone (\"all\") is always there")
    lines.add(
      "  - { column: \(YAMLText.word(arms.column)), label: arm, values: { \(values.joined(separator: ", ")) } }",
      "behind each colon what the report calls it")
    lines.add("")
  }

  /// What a step says of the arms.
  private var byArm: String {
    facts.arms.map { ", groups: [all, \(YAMLText.word($0.column))]" } ?? ""
  }

  private var isOfUnitsAlone: Bool {
    !facts.units.isEmpty && facts.registered == nil && facts.scales.isEmpty && facts.events.isEmpty
      && !facts.hasStories && !facts.hasAttendance
  }

  private func people(_ lines: inout RemarkedLines) {
    let tellsTypes = facts.types.contains("student") && facts.types.count > 1
    if let linkage = facts.linkageConsent, !facts.events.isEmpty {
      lines.add(
        "linkage: { column: \(YAMLText.word(linkage)), is: [yes] }",
        "of whom use of services is counted; the forms of the others count all the same")
      lines.add("")
    }
    guard tellsTypes || facts.evaluationConsent != nil else { return }
    lines.add("who:", "who is in the numbers; the flow counts each line's losses")
    if tellsTypes {
      let others = facts.types.subtracting(["student"]).sorted()
      let words = others.map { "\(YAMLText.word($0)): \(YAMLText.word($0.many))" }
      lines.add("  - { column: type, is: [student], others: { \(words.joined(separator: ", ")) } }")
    }
    if let consent = facts.evaluationConsent {
      lines.add(
        "  - { column: \(YAMLText.word(consent)), is: [yes], others: { no: people who did not agree } }",
        "who left it blank is not counted either")
    }
    lines.add("")
  }

  private func occasions(_ lines: inout RemarkedLines, dated: Bool) {
    guard !facts.scales.isEmpty else { return }
    lines.add(
      "occasions:",
      dated
        ? "days from day 0, both ends included: by them forms with a day and no occasion are placed; check them"
        : "as the exports name them")
    let windows = WindowsDraft(of: followUps, days: facts.formDays)
    func occasion(
      _ id: String, _ label: String, _ role: String, _ from: Int, _ to: Int, _ nearest: Int,
      _ why: String?
    ) {
      let days = dated ? ", from: \(from), to: \(to), nearest_to: \(nearest)" : ""
      lines.add(
        "  - { id: \(YAMLText.word(id)), label: \(YAMLText.title(label)), is: \(role)\(days) }",
        dated ? why : nil)
    }
    occasion("start", "at the start", "baseline", -28, windows.startEnds, 0, nil)
    for window in windows.windows {
      let label = window.id == "end" ? "at the end" : "at \(window.id.replacing("-", with: " "))"
      occasion(
        window.id, label, "follow-up", window.from, window.to, window.nearest, window.why)
    }
    lines.add("")
  }

  /// The occasions after the start; an end is made up only where the exports name none.
  private var followUps: [String] {
    let named = facts.scales.values.reduce(into: facts.undecidedAt) { $0.formUnion($1) }
    let others = named.subtracting(["start", "end"]).sorted {
      $0.localizedStandardCompare($1) == .orderedAscending
    }
    return (named.contains("end") || others.isEmpty ? ["end"] : []) + others
  }

  /// The follow-ups of a scale that the exports do not have at all of them; nil where they name none of it.
  private func askedAt(_ scale: String) -> [String]? {
    let asked = followUps.filter(
      facts.scales[scale, default: []].union(facts.undecidedAt).contains)
    return asked.isEmpty || asked == followUps ? nil : asked
  }

  /// The outcomes; which of them have a reliability that judges change.
  private func outcomes(_ lines: inout RemarkedLines) -> (all: [String], judged: [String]) {
    guard !facts.scales.isEmpty else { return ([], []) }
    var all: [String] = []
    var judged: [String] = []
    lines.add("outcomes:", "the first is called primary: say which is yours")
    for id in ranked {
      let scores: [Scale?] =
        facts.ownScales.contains { $0.id == id }
        ? [nil]
        : (try? catalogue.scale(id)).map { [$0] }
          ?? catalogue.instruments.first { $0.id == id }.map { $0.scales } ?? []
      for scale in scores {
        let name = scale?.id ?? id
        var parts = [
          "scale: \(YAMLText.word(name))", "role: \(all.isEmpty ? "primary" : "secondary")",
        ]
        if let scale, !scale.reliabilities.isEmpty {
          let chosen = scale.reliabilities.first { $0.checked != .fromMemory }
          parts.append("reliability: \(chosen.map { YAMLText.title($0.kind) } ?? "none")")
          if chosen != nil { judged.append(name) }
        }
        if let asked = askedAt(id) {
          parts.append("asked_at: [\(asked.map(YAMLText.word).joined(separator: ", "))]")
        }
        all.append(name)
        lines.add("  - { \(parts.joined(separator: ", ")) }")
      }
    }
    lines.add("")
    return (all, judged)
  }

  /// Scales of wellbeing and recovery before those of symptoms, the college's own last; among these the one with most forms first.
  private var ranked: [String] {
    let first = ["swemwbs", "wemwbs", "qpr15", "qpr22", "reqol10", "reqol20", "recollect"]
    let own = Set(facts.ownScales.map(\.id))
    func rank(_ id: String) -> (Int, Int, String) {
      let group = first.firstIndex(of: id) ?? (own.contains(id) ? first.count + 1 : first.count)
      return (group, -facts.filled[id, default: 0], id)
    }
    return facts.scales.keys.sorted { rank($0) < rank($1) }
  }

  private func events(_ lines: inout RemarkedLines) {
    lines.add("events:", "the first is called primary")
    let known = [
      ("admission", "admission", "admissions"), ("bed-day", "day in hospital", "days in hospital"),
      ("detention", "detention", "detentions"),
      ("contact", "community team contact", "community contacts"),
      ("emergency-attendance", "emergency attendance", "emergency attendances"),
      ("crisis-contact", "contact with the crisis team", "contacts with the crisis team"),
      ("referral", "referral", "referrals"), ("event", "event", "events"),
    ].filter { facts.events.contains($0.0) }
    for (place, (id, one, many)) in known.enumerated() {
      lines.add(
        "  - { id: \(id), one: \(one), many: \(many), role: \(place == 0 ? "primary" : "secondary") }"
      )
    }
    lines.add("")
    lines.add("windows:")
    lines.add(
      "  - { id: 12-months, label: 12 months, before: 12 months, after: 12 months, rate: per person-year }"
    )
    lines.add("")
  }

  private func stories(_ lines: inout RemarkedLines) {
    lines.add("stories:")
    lines.add("  codebook: chime-d", "a shipped codebook; your own is codebooks/NAME.yaml")
    lines.add("  agreement: cohen-kappa")
    let others = ConsentPurpose.quoting.filter { $0 != .publicReport }.map(\.rawValue)
    lines.add(
      "  quotes: { purpose: \(ConsentPurpose.publicReport.rawValue), reviewed: yes }",
      "quoted is only who agreed to that; or: \(others.joined(separator: ", "))")
    lines.add("")
  }

  /// Who completed, and every way of counting, as comments: for whom service use and attendance are both there.
  private func completers(_ lines: inout RemarkedLines) {
    guard tellsCompleters else { return }
    lines.add(
      "# Those who completed, told apart on a day and followed from it: take the # away, here and in 'steps'."
    )
    lines.add(
      "# completers: { by: 180 days, completed: 70% of a course }",
      "or 'completed: 6 sessions'; a day by which a course can be over")
    lines.add("# sensitivity: all", "counts service use in every way and shows them side by side")
    lines.add("")
  }

  private var tellsCompleters: Bool {
    facts.hasAttendance && facts.registered != nil && !facts.events.isEmpty
  }

  private func steps(_ lines: inout RemarkedLines, _ scales: (all: [String], judged: [String])) {
    lines.add("steps:", "one line a question")
    if let units = UnitsInPlan(facts.units) { lines.add(units.step) }
    if isOfUnitsAlone { return }
    lines.add("  - { id: who, ask: reach }")
    if !scales.all.isEmpty {
      lines.add(
        "  - { id: change, ask: change, outcomes: [\(scales.all.joined(separator: ", "))]\(byArm) }"
      )
    }
    if !scales.judged.isEmpty {
      lines.add(
        "  - { id: real-change, ask: meaning, outcomes: [\(scales.judged.joined(separator: ", "))]\(byArm) }"
      )
    }
    if !facts.events.isEmpty, facts.registered != nil {
      let events = [
        "admission", "bed-day", "detention", "contact", "emergency-attendance", "crisis-contact",
        "referral", "event",
      ]
      .filter(facts.events.contains)
      lines.add(
        "  - { id: services, ask: service_use, events: [\(events.joined(separator: ", "))] }")
      if tellsCompleters {
        lines.add(
          "#  - { id: completers, ask: service_use, events: [\(events.joined(separator: ", "))], groups: [completers] }",
          "once 'completers' is there")
      }
      if let costs = CostsInPlan(facts) { lines.add(costs.step, "once 'costs' is filled in") }
    }
    if facts.hasStories { lines.add("  - { id: stories, ask: experience }") }
    lines.add("  - { id: limits, ask: certainty }")
  }
}

extension YAMLText {
  /// A title as it is where YAML reads it so, else in quotes.
  fileprivate static func title(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || " -_.".unicodeScalars.contains($0)
      }
    return isPlain ? text : quoted(text)
  }
}

extension String {
  fileprivate var many: String {
    switch self {
    case "carer", "volunteer", "student": self + "s"
    default: self
    }
  }
}
