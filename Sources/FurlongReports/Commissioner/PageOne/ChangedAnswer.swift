import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// What changed, in points: what leads, each with its correction in the same weight, and one line on all the others.
struct ChangedAnswer {
  private let material: ReportMaterial
  private let verdict: StudyVerdict

  init(_ material: ReportMaterial, _ verdict: StudyVerdict) {
    self.material = material
    self.verdict = verdict
  }

  /// The answer.
  func answer(_ question: String) -> Answer {
    let points =
      [scale].compactMap { $0 } + events + units
      + [time, life].compactMap { $0 } + [others].compactMap { $0 }
    guard !points.isEmpty else {
      return Answer(question, "The plan asks for no figures of change.")
    }
    return Answer(question, Prose(), points: points)
  }

  /// The leading scale at the headline's follow-up, with who got better and who got worse; and each arm.
  private var scale: Prose? {
    guard let outcome = material.leadingChange else { return nil }
    let wording = ChangeWording(outcome, material)
    if let arms = outcome.arms.first {
      let difference = ArmChangeWording(outcome.scale, material).headline(arms)
      return [difference, meaning(of: arms)].joined()
    }
    guard let first = outcome.rows.first(where: { $0.group == .everyone }) else { return nil }
    let arms = outcome.rows.filter { $0.group != .everyone && $0.occasion == first.occasion }
    guard material.study.design == .armsApart, !arms.isEmpty else {
      return [wording.headline(first), meaning].joined()
    }
    let clauses = arms.map(wording.groupClause).joined("; ")
    return "\(wording.headline(first)) By arm: \(clauses)."
  }

  /// The same of each of two randomised arms.
  private func meaning(of arms: ArmComparison<ArmChangeMeasure, Released>) -> Prose {
    guard let outcome = material.leadingMeaning, outcome.threshold.estimate != nil else {
      return Prose()
    }
    let wording = MeaningWording(outcome, material)
    let clauses = [arms.treated, arms.control].compactMap { arm -> Prose? in
      outcome.rows.first { $0.group == arm.group && $0.occasion == arms.time }
        .map(wording.armClause)
    }
    return clauses.isEmpty
      ? Prose() : "\(wording.beyond.capitalised), \(clauses.joined("; "))."
  }

  /// How many got better and how many worse, in one breath and of one size.
  private var meaning: Prose {
    guard let outcome = material.leadingMeaning,
      let row = outcome.rows.first(where: { $0.group == .everyone })
    else { return Prose() }
    return MeaningWording(outcome, material).headline(row)
  }

  /// The events that decide, or the first where no scale leads.
  private var events: [Prose] {
    let outcomes = material.serviceUse.flatMap(\.found.outcomes)
    return verdict.leadingEvents.compactMap { id in
      guard let event = outcomes.first(where: { $0.event.id == id }) else { return nil }
      let wording = ServiceUseWording(event, material)
      if let arms = event.arms {
        let wording = ArmUseWording(event.event, material)
        return [wording.headline(arms), wording.tooSure(arms)].joined()
      }
      guard let row = event.rows.first(where: { $0.group == .everyone }) else { return nil }
      var sentences = [wording.headline(row, isShort: true)]
      let arms = event.rows.filter { $0.group != .everyone }
      let isApart = material.study.design == .armsApart && !arms.isEmpty
      if isApart {
        let clauses = arms.map(wording.groupClause).joined("; ")
        sentences.append("By arm: \(clauses).")
      }
      let shown = isApart ? event.rows : [row]
      sentences.append(TooSureWording(shown.map { ($0.group.label, $0[.ratio]) }).short)
      return sentences.joined()
    }
  }

  /// The counts of units that decide, or the first where none does.
  private var units: [Prose] {
    material.unitRates.flatMap { _, found in
      found.outcomes.filter { verdict.leadingUnits.contains($0.count.id) }.compactMap { outcome in
        outcome.rows.first.map { UnitRatesWording(outcome, found, material).headline($0) }
      }
    }
  }

  /// How long it took until the event that decides, or the first that is timed.
  private var time: Prose? {
    TimeToEventWording.leading(material).map { $0.wording.obstacle ?? $0.wording.short($0.row) }
  }

  /// The first part of life: before and after, who came and who left.
  private var life: Prose? {
    guard let outcome = material.lifeOutcomes.first?.found.outcomes.first,
      let row = outcome.rows.first(where: { $0.group == .everyone })
    else { return nil }
    return LifeOutcomesWording(outcome, material).headline(row)
  }

  /// Everything else that was asked, of what changed how far: none is left out because it is dull or bad.
  private var others: Prose? {
    var said: [(what: String, names: [String])] = []
    var sizes: [Prose] = []
    var last = ""
    func add(_ what: String, _ name: String) {
      if let place = said.firstIndex(where: { $0.what == what }) {
        said[place].names.append(name)
      } else {
        said.append((what, [name]))
      }
    }
    func add(_ arms: ArmVerdict, _ name: String) {
      switch arms.call {
      case .up, .down:
        add("came out \(arms.worth?.rawValue ?? "") in the \(arms.treated.label) arm", name)
      case .cannotTell: add(": we cannot tell whether the arms differ", name)
      case .notShown: add(": not shown", name)
      }
    }
    for arms in verdict.otherArms { add(arms, material.measured(arms.what)) }
    for scale in verdict.otherScales where verdict.otherArms.isEmpty {
      let name = material.measured(scale.scale)
      switch scale.call {
      case .up, .down:
        // The verb and the word for points stand once.
        let verb = scale.worth == .worse ? "worsened" : "improved"
        sizes.append(
          "\(Prose(verb == last ? name : "\(name) \(verb)"))\(size(scale, verb != last))")
        last = verb
      case .cannotTell: add(": we cannot tell", name)
      case .notShown: add(": not shown", name)
      }
    }
    for life in verdict.lives.dropFirst() {
      let name = material.lifeName(life.outcome) ?? life.outcome
      switch life.call {
      case .up: add("improved", name)
      case .down: add("worsened", name)
      case .cannotTell: add(": we cannot tell", name)
      case .notShown: add(": not shown", name)
      }
    }
    var told = Set(verdict.leadingEvents)
    for service in verdict.services where told.insert(service.event).inserted {
      let name = material.eventName(service.event)
      if let arms = verdict.armServices.first(where: { $0.what == service.event }) {
        add(arms, name)
        continue
      }
      let verb = service.call == .up ? "rose" : "fell"
      switch (service.sureness, service.correction) {
      // How far is said of what is sure: of what is not, it would be the flattering number.
      case (.fairlySure, _): add("\(verb)\(moved(service))", name)
      case (.notSure, _) where service.hangsOnWay:
        add("\(verb), but not in every way of counting", name)
      case (.notSure, _) where service.hangsOnFive:
        let left = service.withoutFive?.left ?? ""
        add("\(verb), but without the five people with the most \(left)", name)
      case (.notSure, .notKnown): add("\(verb), which may be only the end of a bad time", name)
      case (.notSure, _): add("\(verb), but not if the months before are left out", name)
      case (.cannotTell, _): add(": we cannot tell", name)
      case (.notShown, _): add(": not shown", name)
      }
    }
    for unit in verdict.units where !verdict.leadingUnits.contains(unit.count) {
      let name = material.eventName(unit.count)
      switch unit.sureness {
      case .fairlySure: add(unit.call == .up ? "rose" : "fell", name)
      case .notSure:
        let verb = unit.call == .up ? "rose" : "fell"
        add("\(verb), but not without the \(material.unitWord) with the most", name)
      case .cannotTell: add(": we cannot tell", name)
      case .notShown: add(": not shown", name)
      }
    }
    guard !said.isEmpty || !sizes.isEmpty else { return nil }
    let changed: Prose = sizes.isEmpty ? Prose() : "\(sizes.joined("; ").capitalised)."
    return
      ([changed]
      + said.map { what, names -> Prose in
        let list = names.map { Prose($0) }.listed.capitalised
        return what.hasPrefix(":") ? "\(list)\(Prose(what))." : "\(list) \(Prose(what))."
      }).joined()
  }

  /// ` by 4.6 of 60 points`: how far a scale's scores went, of how far they could.
  private func size(_ verdict: ChangeVerdict, _ hasUnit: Bool) -> Prose {
    let outcome = material.change.lazy.flatMap(\.found.outcomes)
      .first { $0.scale.id == verdict.scale }
    guard let outcome,
      let row = outcome.rows.first(where: {
        $0.group == verdict.group && $0.occasion == verdict.occasion
      })
    else { return Prose() }
    let wording = ChangeWording(outcome, material)
    let amount = wording.scale.points.magnitude(
      row[.meanChange], wording.fact(row, "mean_change"))
    let length = ReportedNumber(
      NumberWording().score(outcome.scale.high - outcome.scale.low),
      fact: "change.\(outcome.scale.id).length_of_scale",
      value: .released(outcome.scale.high - outcome.scale.low))
    return " by \(amount) of \(length)\(Prose(hasUnit ? " points" : ""))"
  }

  /// ` by about a sixth`: how far the use of a service went; nothing where it is not told.
  private func moved(_ verdict: ServiceUseVerdict) -> String {
    guard verdict.call.isTold else { return "" }
    let outcome = material.serviceUse.flatMap(\.found.outcomes)
      .first { $0.event.id == verdict.event && $0.window == verdict.window }
    let row = outcome?.rows.first { $0.group == verdict.group }
    return outcome.flatMap { outcome in
      row.map { " \(ServiceUseWording(outcome, material).moved($0))" }
    } ?? ""
  }
}
