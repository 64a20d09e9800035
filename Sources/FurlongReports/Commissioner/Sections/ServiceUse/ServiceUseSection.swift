import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Question 4: whether use of services fell.
///
/// It opens with the figure that argues against us: events around day 0.
struct ServiceUseSection {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The section; nil where the plan does not ask.
  var section: Section? {
    let steps = material.serviceUse
    guard !steps.isEmpty || !material.completers.isEmpty else { return nil }
    return Section(
      id: "service-use",
      heading: material.serviceUseHeading,
      blocks: steps.flatMap { step, found in
        material.isToldBefore(found, step) ? inOtherWindow(found) : blocks(found, step)
      }
        + material.completers.flatMap { step, found in
          CompletersBlocks(found, step: step, material: material)?.blocks ?? []
        } + [care])
  }

  private func blocks(_ found: ServiceUseFinding<Released>, _ step: Findings<Released>.Step)
    -> [Block]
  {
    let leading = found.outcomes.filter { $0.event.role == .primary }
    let first = leading.isEmpty ? Array(found.outcomes.prefix(1)) : leading
    var blocks: [Block] = first.filter { !$0.timeline.isEmpty }.map {
      TimelineFigure($0, step: step, material: material).block
    }
    // Where the figure's title says so, it is said.
    let said = first.contains { TimelineFigure($0, step: step, material: material).saysRunUp }
    if !said, let event = first.first, ServiceUseWording(event, material).mayHaveFallen {
      blocks.append(.paragraph(ServiceUseWording(event, material).expectation))
    }
    if let arms = ArmUseFigure(found.outcomes, step: step, material: material).block {
      let sentences = found.outcomes.compactMap { outcome in
        outcome.arms.map { ArmUseWording(outcome.event, material).headline($0) }
      }
      blocks += sentences.count > 1 ? [.list(sentences)] : sentences.map(Block.paragraph)
      blocks.append(arms)
    }
    blocks.append(RatesFigure(found.outcomes, step: step, material: material).block)
    // The leading events in full; of the others what changed, and the table has their counts.
    let others = found.outcomes.filter { outcome in
      !first.contains { $0.event == outcome.event }
    }
    let hidden = others.filter(isNotShown)
    let comparisons =
      found.outcomes.filter { outcome in first.contains { $0.event == outcome.event } }
      .compactMap(comparison)
      + others.filter { !isNotShown($0) }.compactMap { short($0, among: others) }
      + notShown(hidden)
    blocks += comparisons.count > 1 ? [.list(comparisons)] : comparisons.map(Block.paragraph)
    blocks += ContextBlocks(found.outcomes, material: material).blocks
    blocks += FewPeopleBlocks(found.outcomes, material: material).blocks
    blocks += alike(found.outcomes) { $0.countsPeople(as: $1) }.map { .paragraph(counted($0)) }
    if found.outcomes.contains(where: { $0.rows.contains { $0.group == .everyone } }) {
      blocks.append(SensitivityFigure(found.outcomes, step: step, material: material).block)
      blocks += EveryWayBlocks(found.outcomes, step: step, material: material).blocks
    }
    let grouped = found.outcomes.filter { $0.rows.contains { $0.group != .everyone } }
    for outcome in grouped {
      blocks.append(GroupRatesFigure(outcome, step: step, material: material).block)
    }
    return blocks
  }

  /// What changed over another time than that of the figures, and its numbers where somebody looks for them.
  private func inOtherWindow(_ found: ServiceUseFinding<Released>) -> [Block] {
    let windows = found.outcomes.map(\.window)
      .reduce(into: [TimeName]()) { if !$0.contains($1) { $0.append($1) } }
    return windows.map { window -> Block in
      let outcomes = found.outcomes.filter { $0.window == window }
      let said =
        outcomes.filter { !isNotShown($0) }.compactMap { short($0, among: [$0]) }
        + notShown(outcomes.filter(isNotShown))
      return .paragraph("\(Prose(window.around.capitalised)): \(said.joined())")
    } + [
      .details(
        Details(
          "The same over another time",
          [.table(OtherWindowTable(found.outcomes, material: material).table)]
            + ContextBlocks(found.outcomes, material: material).blocks))
    ]
  }

  private func comparison(_ outcome: ServiceUseFinding<Released>.Outcome) -> Prose? {
    outcome.rows.first { $0.group == .everyone }.map {
      ServiceUseWording(outcome, material).comparison($0)
    }
  }

  /// Whether neither its ratio nor that there is none can be told.
  private func isNotShown(_ outcome: ServiceUseFinding<Released>.Outcome) -> Bool {
    guard let row = outcome.rows.first(where: { $0.group == .everyone }) else { return false }
    return switch row[.ratio].shown {
    case .withheld, .fewerThan: true
    case .number, .notEstimable: false
    }
  }

  private func notShown(_ outcomes: [ServiceUseFinding<Released>.Outcome]) -> [Prose] {
    guard !outcomes.isEmpty else { return [] }
    let names = outcomes.map { Prose($0.name(among: outcomes)) }.listed
    return [
      "Whether \(names) changed cannot be told: it would rest on few people, or give them away."
    ]
  }

  private func short(
    _ outcome: ServiceUseFinding<Released>.Outcome,
    among outcomes: [ServiceUseFinding<Released>.Outcome]
  ) -> Prose? {
    outcome.rows.first { $0.group == .everyone }.map { row in
      let wording = ServiceUseWording(outcome, material)
      let said =
        row[.eventsBefore].notEstimable == nil ? wording.headline(row) : wording.comparison(row)
      // Of several windows each says which it is.
      return outcome.isOneOfSeveral(among: outcomes)
        ? "\(outcome.window.label.capitalised): \(said)" : said
    }
  }

  /// Who is counted for events that count the same people, and the spells that were running on day 0.
  private func counted(_ outcomes: [ServiceUseFinding<Released>.Outcome]) -> Prose {
    let wording = ServiceUseWording(outcomes[0], material)
    let running = alike(outcomes) { $0.runningOnDayZero == $1.runningOnDayZero }.map { alike in
      ServiceUseWording(alike[0], material).running(for: alike.names)
    }.filter { !$0.isEmpty }
    let hasSpells = outcomes.contains { $0.transfers != nil && $0.runningOnDayZero.number != 0 }
    let runs: [Prose] =
      running.isEmpty
      ? (hasSpells
        ? [
          "Of a spell that runs on day 0 the beginning counts as before, each of its days on the side where it fell."
        ] : [])
      : [
        "\(running.listed.capitalised) had a spell running on day 0: its beginning counts as before, each of its days on the side where it fell."
      ]
    let transfers = alike(outcomes.filter { $0.transfers != nil }) { $0.transfers == $1.transfers }
      .map { alike in
        ServiceUseWording(alike[0], material).transfers(for: alike.names)
      }
    let leave = alike(outcomes.filter { $0.homeLeave != nil }) { $0.homeLeave == $1.homeLeave }
      .map { alike in
        ServiceUseWording(alike[0], material).homeLeave(for: alike.names)
      }
    return
      ([wording.counted(for: outcomes.names), wording.silence] + runs + transfers + leave)
      .joined()
  }

  /// Events that have something in common, so that one sentence says it of all.
  private func alike(
    _ outcomes: [ServiceUseFinding<Released>.Outcome],
    _ isAlike: (ServiceUseFinding<Released>.Outcome, ServiceUseFinding<Released>.Outcome) -> Bool
  ) -> [[ServiceUseFinding<Released>.Outcome]] {
    outcomes.reduce(into: []) { alike, outcome in
      if let index = alike.firstIndex(where: { isAlike($0[0], outcome) }) {
        alike[index].append(outcome)
      } else {
        alike.append([outcome])
      }
    }
  }

  private static let withinArms: Prose =
    "Events change with time whatever is done, so a change within an arm does not show that the arm caused it."

  private var care: Block {
    let mayHaveFallen = material.serviceUse.contains { _, found in
      found.outcomes.contains { ServiceUseWording($0, material).mayHaveFallen }
    }
    let crises: [Prose] =
      mayHaveFallen
      ? ["Crises pass, with or without help, so a fall after a peak is to be expected."] : []
    // That arms are not compared is said once, on page one.
    let comparison = material.study.design == .armsApart ? Self.withinArms : material.comparison
    let limits = StudyVerdict(material).services.flatMap(\.limits)
      .reduce(into: [LimitKind]()) { if !$0.contains($1) { $0.append($1) } }
      // The first sentence says it for events.
      .filter { $0 != .regressionToTheMean || crises.isEmpty }
    let completers = material.completers.flatMap { step, found in
      CompletersBlocks(found, step: step, material: material)?.limits ?? []
    }
    return .limit(
      LimitBox(crises + [comparison] + completers + [limits.sentence].compactMap { $0 }))
  }
}

extension [ServiceUseFinding<Released>.Outcome] {
  /// The events' words, each once.
  fileprivate var names: [String] {
    reduce(into: []) { names, outcome in
      if !names.contains(outcome.event.many) { names.append(outcome.event.many) }
    }
  }
}

extension ServiceUseFinding<Released>.Outcome {
  /// Whether another event counts as many people and leaves out as many, for the same reasons.
  fileprivate func countsPeople(as other: ServiceUseFinding<Released>.Outcome) -> Bool {
    let mine = rows.first { $0.group == .everyone }
    let theirs = other.rows.first { $0.group == .everyone }
    return mine?.people == theirs?.people && mine?.eligible == theirs?.eligible
      && notLinkable == other.notLinkable && notKnown == other.notKnown
      && noTimeAtRisk == other.noTimeAtRisk && noRowsMeans == other.noRowsMeans
  }
}
