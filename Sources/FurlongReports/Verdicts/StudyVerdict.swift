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
  /// Every event, everyone; those that decide first.
  public var services: [ServiceUseVerdict]
  /// What the evidence supports.
  public var supports: [Claim]
  /// What it does not.
  public var doesNotSupport: [Claim]
}

extension StudyVerdict {
  init(_ material: ReportMaterial) {
    let leading = material.leadingChange
    let verdicts = leading.map { outcome in
      outcome.rows.filter { $0.group == .everyone }.map { ChangeVerdict(outcome, $0) }
    }
    change = verdicts ?? []
    otherScales = material.change.flatMap(\.found.outcomes)
      .filter { $0.scale.id != leading?.scale.id }
      .compactMap { outcome in
        outcome.rows.first { $0.group == .everyone }.map { ChangeVerdict(outcome, $0) }
      }
    let outcomes = material.serviceUse.flatMap(\.found.outcomes)
    let decisive = outcomes.filter { $0.event.role == .primary }
    services = (decisive + outcomes.filter { $0.event.role != .primary }).compactMap { outcome in
      outcome.rows.first { $0.group == .everyone }.map { ServiceUseVerdict(outcome, $0) }
    }
    supports = []
    doesNotSupport = [.caused]
    for verdict in change.prefix(1) {
      switch verdict.worth {
      case .better?: supports.append(.better(scale: verdict.scale))
      case .worse?: supports.append(.worse(scale: verdict.scale))
      case nil: doesNotSupport.append(.changed(scale: verdict.scale))
      }
      if verdict.missing != nil { doesNotSupport.append(.holdsForThoseMissing) }
    }
    let primary = Set(decisive.map(\.event.id))
    let leads = primary.isEmpty && change.isEmpty ? Set(services.prefix(1).map(\.event)) : primary
    var told: Set<String> = []
    for verdict in services where leads.contains(verdict.event) {
      // Of several windows the first is the headline.
      guard told.insert(verdict.event).inserted else { continue }
      switch (verdict.sureness, verdict.call) {
      case (.fairlySure, .up), (.notSure, .up): supports.append(.rose(event: verdict.event))
      case (.fairlySure, _): supports.append(.fell(event: verdict.event))
      case (.notSure, _), (.cannotTell, _), (.notShown, _):
        doesNotSupport.append(.fell(event: verdict.event))
      }
    }
    doesNotSupport.append(.savesMoney)
  }
}
