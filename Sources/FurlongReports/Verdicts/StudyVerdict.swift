import FurlongDisclosure
import FurlongEvaluation
import FurlongStudy

/// What may be said of a study as a whole: what leads, what brings it back to earth, and what follows for a decision.
public struct StudyVerdict: Codable, Sendable, Equatable {
  /// What the evidence supports, or does not.
  public enum Claim: Codable, Sendable, Equatable {
    /// That those with both forms moved to the better end of a scale.
    case better(scale: String)
    /// That they moved to the worse end.
    case worse(scale: String)
    /// That scores on a scale changed.
    case changed(scale: String)
    /// That the use of a service fell.
    case fell(event: String)
    /// That it rose.
    case rose(event: String)
    /// That a scale's scores came out better in the treated arm than in the control arm.
    case armBetter(scale: String)
    /// That they came out worse.
    case armWorse(scale: String)
    /// That they differ between the arms.
    case armsDiffer(scale: String)
    /// That an event became rarer in the treated arm than in the control arm.
    case armFewer(event: String)
    /// That it became more frequent.
    case armMore(event: String)
    /// That the assignment was the cause of the difference, for those who are in it.
    case causedDifference
    /// That the same holds for those who did not answer twice.
    case holdsForThoseMissing
    /// That the service was the cause.
    case caused
    /// That it saves money.
    case savesMoney
  }

  /// The leading scale at each follow-up, everyone; the first is the headline.
  public var change: [ChangeVerdict]
  /// The other scales at their first follow-up, everyone.
  public var otherScales: [ChangeVerdict]
  /// The parts of life at their first follow-up, everyone.
  public var lives: [LifeVerdict]
  /// Every event, everyone; those that decide first.
  public var services: [ServiceUseVerdict]
  /// The events that are headlines: those that decide, or the first where no scale leads.
  public var leadingEvents: [String]
  /// Every count of units; those that decide first.
  public var units: [UnitVerdict]
  /// The counts of units that are headlines: those that decide, or else the first.
  public var leadingUnits: [String]
  /// The leading scale's difference between randomised arms at each follow-up; the first is the headline.
  public var arms: [ArmVerdict]
  /// The other scales' difference at their first follow-up.
  public var otherArms: [ArmVerdict]
  /// Every event's difference between randomised arms; those that decide first.
  public var armServices: [ArmVerdict]
  /// What the evidence supports.
  public var supports: [Claim]
  /// What it does not.
  public var doesNotSupport: [Claim]
}

extension StudyVerdict {
  init(_ material: ReportMaterial) {
    let leading = material.leadingChange
    let verdicts = leading.map { outcome in
      outcome.rows.filter { $0.group == .everyone }.map { ChangeVerdict(outcome, $0, material) }
    }
    change = verdicts ?? []
    otherScales = material.change.flatMap(\.found.outcomes)
      .filter { $0.scale.id != leading?.scale.id }
      .compactMap { outcome in
        outcome.rows.first { $0.group == .everyone }.map { ChangeVerdict(outcome, $0, material) }
      }
    lives = material.lifeOutcomes.flatMap(\.found.outcomes).compactMap { outcome in
      outcome.rows.first { $0.group == .everyone }.map { LifeVerdict(outcome, $0) }
    }
    let outcomes = material.serviceUse.flatMap(\.found.outcomes)
    let decisive = outcomes.filter { $0.event.role == .primary }
    services = (decisive + outcomes.filter { $0.event.role != .primary }).compactMap { outcome in
      outcome.rows.first { $0.group == .everyone }.map { ServiceUseVerdict(outcome, $0, material) }
    }
    arms = leading.map { outcome in outcome.arms.map { ArmVerdict(outcome.scale, $0) } } ?? []
    otherArms = material.change.flatMap(\.found.outcomes)
      .filter { $0.scale.id != leading?.scale.id }
      .compactMap { outcome in outcome.arms.first.map { ArmVerdict(outcome.scale, $0) } }
    armServices = (decisive + outcomes.filter { $0.event.role != .primary }).compactMap {
      outcome in outcome.arms.map { ArmVerdict(outcome.event.id, $0) }
    }
    let primary = services.map(\.event).filter { id in decisive.contains { $0.event.id == id } }
    leadingEvents = (primary.isEmpty && change.isEmpty ? services.prefix(1).map(\.event) : primary)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    let counts = material.unitRates.flatMap(\.found.outcomes)
    let leadingCounts = counts.filter { $0.count.role == .primary }
    units = (leadingCounts + counts.filter { $0.count.role != .primary })
      .compactMap(UnitVerdict.init)
    leadingUnits = (leadingCounts.isEmpty ? Array(counts.prefix(1)) : leadingCounts).map(\.count.id)
    supports = []
    doesNotSupport = [.caused]
    guard arms.isEmpty, armServices.isEmpty else {
      judgeArms()
      return
    }
    for verdict in change.prefix(1) {
      switch verdict.worth {
      case .better?: supports.append(.better(scale: verdict.scale))
      case .worse?: supports.append(.worse(scale: verdict.scale))
      case nil: doesNotSupport.append(.changed(scale: verdict.scale))
      }
      if verdict.missing != nil { doesNotSupport.append(.holdsForThoseMissing) }
    }
    for event in leadingEvents {
      // Of several windows the first is the headline.
      guard let verdict = services.first(where: { $0.event == event }) else { continue }
      switch (verdict.sureness, verdict.call) {
      case (.fairlySure, .up): supports.append(.rose(event: verdict.event))
      case (.fairlySure, _): supports.append(.fell(event: verdict.event))
      case (.notSure, .up): doesNotSupport.append(.rose(event: verdict.event))
      case (.notSure, _), (.cannotTell, _), (.notShown, _):
        doesNotSupport.append(.fell(event: verdict.event))
      }
    }
    for verdict in units where leadingUnits.contains(verdict.count) {
      let isRise = verdict.call == .up
      let claim = isRise ? Claim.rose(event: verdict.count) : .fell(event: verdict.count)
      if verdict.sureness == .fairlySure {
        supports.append(claim)
      } else {
        doesNotSupport.append(claim)
      }
    }
    doesNotSupport.append(.savesMoney)
  }

  /// What the difference between randomised arms supports, which alone can speak of cause.
  private mutating func judgeArms() {
    var leads: [ArmVerdict] = Array(arms.prefix(1))
    for verdict in leads {
      switch verdict.worth {
      case .better?: supports.append(.armBetter(scale: verdict.what))
      case .worse?: supports.append(.armWorse(scale: verdict.what))
      case nil: doesNotSupport.append(.armsDiffer(scale: verdict.what))
      }
    }
    for event in leadingEvents {
      guard let verdict = armServices.first(where: { $0.what == event }) else { continue }
      leads.append(verdict)
      switch verdict.worth {
      case .better?: supports.append(.armFewer(event: verdict.what))
      case .worse?: supports.append(.armMore(event: verdict.what))
      case nil: doesNotSupport.append(.armFewer(event: verdict.what))
      }
    }
    let isTold = leads.filter(\.call.isTold)
    if !isTold.isEmpty, isTold.allSatisfy(\.speaksOfCause) {
      supports.append(.causedDifference)
      doesNotSupport.removeAll { $0 == .caused }
    }
    if leads.contains(where: \.isAnybodyMissing) { doesNotSupport.append(.holdsForThoseMissing) }
    doesNotSupport.append(.savesMoney)
  }
}
