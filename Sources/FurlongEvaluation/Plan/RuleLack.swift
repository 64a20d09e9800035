public import FurlongScales

/// Why a set of rules cannot be used, and what mends it.
public struct RuleLack: Sendable, Equatable {
  /// What is missing.
  public var what: String
  /// What to do.
  public var fix: String
}

extension RuleSet {
  /// What a step lacks for the set; nil where it can be counted.
  public func lacks(
    among outcomes: [OutcomePlan], _ catalogue: ScaleCatalogue
  ) -> RuleLack? {
    let judged = self.judged(outcomes, by: catalogue).map(\.scale.id)
    switch self {
    case .nhsTalkingTherapies:
      let missing = (scales ?? []).filter { !judged.contains($0) }
      guard !missing.isEmpty else { return nil }
      return RuleLack(
        what: "the rules '\(word)' need phq9 and gad7, and this step does not have "
          + missing.joined(separator: " and "),
        fix: "add \(missing.joined(separator: " and ")) under 'outcomes' of the plan and of this "
          + "step, or take '\(word)' out of 'rules'")
    case .nhsCommunity:
      guard judged.isEmpty else { return nil }
      let mean = outcomes.first { ["dialog", "gbo"].contains($0.scale.prefix { $0 != "." }) }
      return RuleLack(
        what:
          "the rules '\(word)' need an item of DIALOG, a goal of GBO or ReQoL-10, and this step "
          + "has none of them"
          + (mean.map { "; '\($0.scale)' is a mean, and their points are of one item or goal" }
            ?? ""),
        fix: "add one, such as dialog.item-1, gbo.goal-1 or reqol10, under 'outcomes' of the plan "
          + "and of this step, or take '\(word)' out of 'rules'")
    case .youngPeople:
      guard judged.isEmpty else { return nil }
      return RuleLack(
        what: "the rules '\(word)' need a scale of which the plan or a publication says what a "
          + "reliable change is, and this step has none",
        fix: "give a scale of the step a 'reliability', or take '\(word)' out of 'rules'")
    }
  }
}
