import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// What a section is written from: released findings, the report's plan, and the words that go with them.
struct ReportMaterial: Sendable {
  /// The findings, as released.
  var findings: Findings<Released>
  /// The gate's policy.
  var policy: DisclosurePolicy
  /// What was held back because it would give small numbers away.
  var heldBack: [HeldBack]
  /// The report's plan.
  var plan: ReportPlan

  /// The study.
  var study: StudyDescription { findings.study }

  /// Prints days.
  var days: DayWording { DayWording(yearsOnly: policy.isForEverybody) }

  /// Prints counts of people.
  var people: PeopleWording { PeopleWording(study.people) }

  /// What tells people apart: a trial's arms, or groups.
  var groupWord: String { study.design == .beforeAfter ? "group" : "arm" }

  /// The sentence on comparison, which follows the design.
  var comparison: Prose {
    switch study.design {
    case .beforeAfter:
      "There was no comparison group, so we cannot say what caused any change."
    case .armsApart: "Each arm is described by itself, the arms are not compared."
    case .randomised:
      "Chance decided who was in which arm, so the difference between the arms can speak of cause, for those who answered; the change within an arm cannot."
    }
  }

  /// The heading of service use, in the plan's words for what is counted where it counts one or two things.
  var serviceUseHeading: String {
    var names: [String] = []
    for event in serviceUse.flatMap(\.found.outcomes).map(\.event) where !names.contains(event.many)
    {
      names.append(event.many)
    }
    guard (1...2).contains(names.count) else { return Question.serviceUse.heading }
    return "Did \(names.joined(separator: " and ")) fall?"
  }

  /// The words for a randomised study's treated arm.
  var treatedArm: String {
    let arms =
      change.flatMap(\.found.outcomes).flatMap(\.arms).map(\.treated.group)
      + serviceUse.flatMap(\.found.outcomes).compactMap(\.arms).map(\.treated.group)
    return arms.first?.label ?? "treated"
  }

  /// The steps that ask one question, with what each found.
  func steps<Found>(_ pick: (Finding<Released>) -> Found?) -> [(
    step: Findings<Released>.Step, found: Found
  )] {
    findings.steps.compactMap { step in pick(step.finding).map { (step, $0) } }
  }

  /// The findings of reach.
  var reach: [(step: Findings<Released>.Step, found: ReachFinding<Released>)] {
    steps { if case .reach(let found) = $0 { found } else { nil } }
  }

  /// The findings of change.
  var change: [(step: Findings<Released>.Step, found: ChangeFinding<Released>)] {
    steps { if case .change(let found) = $0 { found } else { nil } }
  }

  /// The findings of meaning.
  var meaning: [(step: Findings<Released>.Step, found: MeaningFinding<Released>)] {
    steps { if case .meaning(let found) = $0 { found } else { nil } }
  }

  /// The findings of life outcomes.
  var lifeOutcomes: [(step: Findings<Released>.Step, found: LifeOutcomesFinding<Released>)] {
    steps { if case .lifeOutcomes(let found) = $0 { found } else { nil } }
  }

  /// The findings of feedback.
  var feedback: [(step: Findings<Released>.Step, found: FeedbackFinding<Released>)] {
    steps { if case .feedback(let found) = $0 { found } else { nil } }
  }

  /// The findings of service use of everyone.
  var serviceUse: [(step: Findings<Released>.Step, found: ServiceUseFinding<Released>)] {
    steps { if case .serviceUse(let found) = $0, found.landmark == nil { found } else { nil } }
  }

  /// The findings of service use of completers and others, from a landmark.
  var completers: [(step: Findings<Released>.Step, found: ServiceUseFinding<Released>)] {
    steps { if case .serviceUse(let found) = $0, found.landmark != nil { found } else { nil } }
  }

  /// The findings of how long it took.
  var timeToEvent: [(step: Findings<Released>.Step, found: TimeToEventFinding<Released>)] {
    steps { if case .timeToEvent(let found) = $0 { found } else { nil } }
  }

  /// The findings of units.
  var unitRates: [(step: Findings<Released>.Step, found: UnitRatesFinding<Released>)] {
    steps { if case .unitRates(let found) = $0 { found } else { nil } }
  }

  /// The plan's word for one unit.
  var unitWord: String { unitRates.first?.found.one ?? "unit" }

  /// The findings of money.
  var money: [(step: Findings<Released>.Step, found: MoneyFinding<Released>)] {
    steps { if case .money(let found) = $0 { found } else { nil } }
  }

  /// The findings of experience.
  var experience: [(step: Findings<Released>.Step, found: ExperienceFinding<Released>)] {
    steps { if case .experience(let found) = $0 { found } else { nil } }
  }

  /// The findings of certainty.
  var certainty: [(step: Findings<Released>.Step, found: CertaintyFinding<Released>)] {
    steps { if case .certainty(let found) = $0 { found } else { nil } }
  }

  /// Every scale of which a finding speaks.
  private var scales: [ScaleDescription] {
    var scales: [ScaleDescription] = []
    for (_, found) in change { scales += found.outcomes.map(\.scale) }
    for (_, found) in meaning { scales += found.outcomes.map(\.scale) }
    for (_, found) in reach {
      scales += found.flows.compactMap(\.scale)
      scales += found.missing.map(\.scale)
    }
    return scales
  }

  /// The scale that page one speaks of: the primary one, else the first.
  var leadingScale: ScaleDescription? {
    scales.first { $0.role == .primary } ?? scales.first
  }

  /// The words of the plan for a value of a column, where a group has it; else the value as it was kept.
  func words(for value: String, of column: String) -> String {
    let id = "\(column)=\(value)"
    return groups.first { $0.id == id }?.label ?? value
  }

  /// Every group of which a finding speaks.
  private var groups: [GroupName] {
    let times = timeToEvent.flatMap(\.found.outcomes).flatMap(\.rows).map(\.group)
    return change.flatMap(\.found.outcomes).flatMap(\.rows).map(\.group)
      + meaning.flatMap(\.found.outcomes).flatMap(\.rows).map(\.group)
      + serviceUse.flatMap(\.found.outcomes).flatMap(\.rows).map(\.group)
      + times
  }

  /// What a scale measures, with its name where another scale of the report measures the same.
  func measured(_ id: String) -> String {
    guard let one = scale(id) else { return id }
    let isShared = scales.contains { $0.id != id && $0.measures == one.measures }
    return isShared && !one.isNamedAlone ? "\(one.measures) (\(one.name))" : one.measures
  }

  /// What the finding says of a scale, by its id.
  func scale(_ id: String) -> ScaleDescription? { scales.first { $0.id == id } }

  /// Whether all that is said of a scale is its name: what it measures is not known.
  func isNamedAlone(_ id: String) -> Bool { scale(id)?.isNamedAlone ?? false }
  /// A scale's short name, by its id.
  func name(ofScale id: String) -> String { scale(id)?.name ?? id }

  /// Whether a scale has figures: those that decide, and the one that page one speaks of.
  ///
  /// Others have their numbers in tables.
  func isDrawn(_ scale: ScaleDescription) -> Bool {
    scale.role == .primary || scale.id == leadingScale?.id
  }

  /// The change of the leading scale.
  var leadingChange: ChangeFinding<Released>.Outcome? {
    change.lazy.flatMap(\.found.outcomes).first { $0.scale.id == leadingScale?.id }
  }

  /// The meaning of the leading scale's change.
  var leadingMeaning: MeaningFinding<Released>.Outcome? {
    meaning.lazy.flatMap(\.found.outcomes).first { $0.scale.id == leadingScale?.id }
  }

  /// A person's words for page one; nil where there are none.
  var commentary: Prose? { Optional(plan.commentary).filled.map { Prose($0) } }

  /// An event's word for several of it, by its id.
  func eventName(_ id: String) -> String {
    let events =
      serviceUse.flatMap(\.found.outcomes).map(\.event)
      + timeToEvent.flatMap(\.found.outcomes).map(\.event)
    return events.first { $0.id == id }?.many
      ?? unitRates.flatMap(\.found.outcomes).first { $0.count.id == id }?.count.many ?? id
  }

  /// The label of a part of life, by its id; nil where there is none.
  func lifeName(_ id: String) -> String? {
    lifeOutcomes.lazy.flatMap(\.found.outcomes).first { $0.outcome.id == id }?.outcome.label
  }

  /// The names of the outcomes that are primary, in the plan's order.
  var primaryOutcomes: [String] {
    let scales = change.flatMap(\.found.outcomes).map(\.scale).filter { $0.role == .primary }
    let events = serviceUse.flatMap(\.found.outcomes).map(\.event).filter { $0.role == .primary }
    let units = unitRates.flatMap(\.found.outcomes).map(\.count).filter { $0.role == .primary }
    var names: [String] = []
    for name in scales.map(\.name) + events.map(\.many) + units.map(\.many)
    where !names.contains(name) {
      names.append(name)
    }
    return names
  }
}
