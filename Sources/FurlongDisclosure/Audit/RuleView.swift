import FurlongEvaluation

/// One row of a set of rules, and what the report says of its scales.
struct RuleView {
  private let row: RuleFinding<Unreleased>.Row
  private let rules: RuleSet
  let scales: [RuleFinding<Unreleased>.Scale]
  private let scale: String
  private let known: JudgedCounts
  private let system: CountSystem

  init(
    _ row: RuleFinding<Unreleased>.Row, _ rules: RuleSet,
    _ scales: [RuleFinding<Unreleased>.Scale], _ scale: String, _ known: JudgedCounts,
    _ system: CountSystem
  ) {
    self.row = row
    self.rules = rules
    self.scales = scales
    self.scale = scale
    self.known = known
    self.system = system
  }

  var due: Int? { system.place(of: .people(row.eligible.people)) }

  /// The place of a count of the rules themselves.
  func place(_ count: RuleCount) -> Int? {
    if count == .judged { return system.place(of: .people(row.used.people)) }
    return system.place(
      of: .people(
        .ruled(
          count, rules: rules, scale: scale, occasion: row.occasion.id, group: row.group.id)))
  }

  func paired(_ scale: RuleFinding<Unreleased>.Scale) -> Int? {
    system.place(
      of: .people(
        .paired(scale: scale.ruled.scale.id, occasion: row.occasion.id, group: row.group.id)))
  }

  /// A count by the plan's own choice for a scale.
  func judged(_ measure: MeaningMeasure, _ scale: RuleFinding<Unreleased>.Scale) -> Int? {
    system.place(
      of: .people(
        .judged(
          measure, scale: scale.ruled.scale.id, occasion: row.occasion.id, group: row.group.id)))
  }

  /// Whether the plan's cut-off of a scale is that of the rules.
  func hasPlansCutOff(_ scale: RuleFinding<Unreleased>.Scale) -> Bool {
    guard let score = scale.ruled.cutOff?.score else { return false }
    return known.plans[scale.ruled.scale.id]?.cutOff == score
  }

  /// Whether the plan judges a scale by the very points and the cut-off of the rules.
  func isPlansOwn(_ scale: RuleFinding<Unreleased>.Scale) -> Bool {
    guard let rank = scale.rank else { return false }
    return hasPlansCutOff(scale) && known.plans[scale.ruled.scale.id]?.rank == rank
  }

  /// The smallest count that holds all who changed by the rules' threshold.
  func atLeast(_ scale: RuleFinding<Unreleased>.Scale, _ change: RuleCount) -> Int? {
    guard let rank = scale.rank else { return nil }
    return others(scale, change).filter { $0.rank <= rank }.max { $0.rank < $1.rank }?.place
  }

  /// The largest count of which all changed by the rules' threshold.
  func atMost(_ scale: RuleFinding<Unreleased>.Scale, _ change: RuleCount) -> Int? {
    guard let rank = scale.rank else { return nil }
    return others(scale, change).filter { $0.rank >= rank }.min { $0.rank < $1.rank }?.place
  }

  private func others(
    _ scale: RuleFinding<Unreleased>.Scale, _ change: RuleCount
  ) -> [JudgedCounts.Judged] {
    let place = JudgedCounts.Place(
      scale: scale.ruled.scale.id, occasion: row.occasion.id, group: row.group.id, change: change)
    return known.counts[place] ?? []
  }
}
