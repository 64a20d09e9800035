public import FurlongScales
import FurlongStudy

/// A published set of rules by which a service counts who got better, beside the plan's own choice.
///
/// A set says how scales are put together. Its points and cut-offs are those of the catalogue: each stands there once, with
/// its source.
public enum RuleSet: String, Codable, Sendable, CaseIterable {
  /// NHS Talking Therapies: PHQ-9 and GAD-7 together.
  case nhsTalkingTherapies = "nhs-tt"
  /// NHS England's paired outcomes of community mental health services: each scale by itself.
  case nhsCommunity = "nhse-cmh"
  /// NHS England's measure of children and young people: several scales at once.
  case youngPeople = "cyp"

  /// Its word in study.yaml and in the results table.
  public var word: String { rawValue }

  /// Whether its scales are put together, so that a person counts once over all of them.
  public var isOfSeveral: Bool {
    switch self {
    case .nhsTalkingTherapies, .youngPeople: true
    case .nhsCommunity: false
    }
  }

  /// Where the rules stand.
  public var source: String {
    switch self {
    case .nhsTalkingTherapies:
      "NHS Talking Therapies manual: recovery, reliable improvement, reliable recovery"
    case .nhsCommunity: "NHS England's code: nhsengland/MHSDS (CMH PROMs Dashboard)"
    case .youngPeople:
      "NHS England's code: NHSDigital/mental-health-monthly-statistics (outcomes of children and young people)"
    }
  }

  /// Whether nobody read that source when the rules were entered.
  public var isFromMemory: Bool {
    switch self {
    case .nhsTalkingTherapies: true
    case .nhsCommunity, .youngPeople: false
    }
  }

  /// The label of the cut-offs that are this set's own in the catalogue; nil where the first verified one is.
  private var cutOffLabel: String? {
    self == .nhsTalkingTherapies ? "caseness in NHS Talking Therapies" : nil
  }

  /// The scales that the set speaks of; nil where it speaks of any.
  var scales: [String]? {
    switch self {
    case .nhsTalkingTherapies: ["phq9", "gad7"]
    case .nhsCommunity:
      (1...11).map { "dialog.item-\($0)" } + (1...3).map { "gbo.goal-\($0)" } + ["reqol10"]
    case .youngPeople: nil
    }
  }

  /// Those of a step's outcomes that the set judges, in their order, each with what judges it.
  ///
  /// A published threshold counts who reaches it. Of `cyp` the plan's own reliability judges where there is one, and else
  /// the published reliable change; a scale with neither is left out.
  public func judged(
    _ outcomes: [OutcomePlan], by catalogue: ScaleCatalogue
  ) -> [RuledScale] {
    outcomes.compactMap { planned in
      guard scales?.contains(planned.scale) ?? true,
        let scale = try? catalogue.scale(planned.scale)
      else { return nil }
      let judged = JudgedScale(scale, planned: planned)
      let own = self == .youngPeople ? judged.reliability : nil
      guard let reliability = own ?? scale.reliableChange else { return nil }
      return RuledScale(
        scale: judged.description, reliability: reliability,
        cutOff: self == .youngPeople ? nil : cutOff(of: scale))
    }
  }

  private func cutOff(of scale: Scale) -> CutOffDescription? {
    let verified = scale.cutOffs.filter { $0.checked != .fromMemory }
    let found = cutOffLabel.map { label in verified.first { $0.label == label } } ?? verified.first
    return found.map { CutOffDescription(score: $0.score, label: $0.label, source: $0.source) }
  }
}

/// A scale as a set of rules judges it.
public struct RuledScale: Codable, Sendable, Equatable {
  /// The scale.
  public var scale: ScaleDescription
  /// What judges change on it.
  public var reliability: ReliabilityDescription
  /// The cut-off by which the rules say who is in the clinical range; nil where they have none.
  public var cutOff: CutOffDescription?

  /// A scale of a set.
  public init(
    scale: ScaleDescription, reliability: ReliabilityDescription, cutOff: CutOffDescription?
  ) {
    self.scale = scale
    self.reliability = reliability
    self.cutOff = cutOff
  }
}

extension Scale {
  /// The first verified threshold that was published as a reliable change.
  fileprivate var reliableChange: ReliabilityDescription? {
    judgements.first { found in
      guard case .atLeast = found.basis else { return false }
      return !found.isFromMemory
    }
  }
}
