import FurlongEvaluation

/// The key of each count in findings: a count that stands in several sections has one key.
///
/// Keys end with the number, so that two counts are never taken for one where an evaluation has them differ.
struct CountNames {
  /// How many people are in the population; nil where no flow says so.
  let population: Int?
  /// How many are due at each occasion.
  private let dueByOccasion: [String: Int]

  init(_ findings: Findings) {
    var population: Int?
    var due: [String: Int] = [:]
    for step in findings.steps {
      switch step.finding {
      case .reach(let reach):
        for flow in reach.flows {
          if let last = flow.stages.last(where: { $0.kind.isBeforeForms }) {
            population = last.people.exact ?? population
          }
          for stage in flow.stages {
            if case .dueFollowUp(let occasion) = stage.kind { due[occasion] = stage.people.exact }
          }
        }
      case .change(let change):
        for row in change.outcomes.flatMap(\.rows) where row.group == .everyone {
          due[row.occasion.id] = row.eligible.exact
        }
      case .meaning(let meaning):
        for row in meaning.outcomes.flatMap(\.rows) where row.group == .everyone {
          due[row.occasion.id] = row.eligible.exact
        }
      case .serviceUse, .experience, .certainty: break
      }
    }
    self.population = population
    dueByOccasion = due
  }

  /// People of a group in the population.
  func population(_ group: String, _ value: Int) -> String { "population|\(group)=\(value)" }

  /// People of a group who are due at an occasion: the population itself, where all of it is due.
  func due(_ occasion: String, _ group: String, _ value: Int) -> String {
    if isEverybodyDue(occasion) { return population(group, value) }
    return "due|\(occasion)|\(group)=\(value)"
  }

  /// Whether all of the population are due at an occasion.
  func isEverybodyDue(_ occasion: String) -> Bool {
    population != nil && dueByOccasion[occasion] == population
  }

  /// People of a group with both forms.
  func used(_ scale: String, _ occasion: String, _ group: String, _ value: Int) -> String {
    "used|\(scale)|\(occasion)|\(group)=\(value)"
  }

  /// A stage of a flow; the last before forms is the population.
  func stage(
    _ stage: ReachFinding.Stage, in flow: ReachFinding.Flow, _ value: Int
  ) -> String {
    let scale = flow.scale?.id ?? ""
    let last = flow.stages.last { $0.kind.isBeforeForms }
    if let last, last.kind == stage.kind { return population("all", value) }
    switch stage.kind {
    case .registered: return "registered=\(value)"
    case .registeredInPeriod: return "registered in period=\(value)"
    case .meets(let column, let values):
      return "meets|\(column)|\(values.joined(separator: ","))=\(value)"
    case .hasDayZero: return "has day zero=\(value)"
    case .attendedAny: return attendedAny(value)
    case .withBaseline: return "baseline|\(scale)=\(value)"
    case .dueFollowUp(let occasion): return due(occasion, "all", value)
    case .withFollowUp(let occasion): return present(scale, occasion, value)
    case .analysed(let occasion): return used(scale, occasion, "all", value)
    }
  }

  /// People lost between two stages.
  func lost(before: String, after: String) -> String { "lost|\(before)|\(after)" }

  /// People who came at least once.
  func attendedAny(_ value: Int) -> String { "attended any=\(value)" }

  /// People with a follow-up form.
  func present(_ scale: String, _ occasion: String, _ value: Int) -> String {
    "present|\(scale)|\(occasion)=\(value)"
  }

  /// Any other count, named by its section and place.
  func named(_ words: String..., value: Int) -> String {
    words.joined(separator: "|") + "=\(value)"
  }
}

extension ReachFinding.Stage.Kind {
  /// Whether the stage is one of those that make the population.
  var isBeforeForms: Bool {
    switch self {
    case .registered, .registeredInPeriod, .meets, .hasDayZero: true
    case .attendedAny, .withBaseline, .dueFollowUp, .withFollowUp, .analysed: false
    }
  }
}

extension GroupName {
  /// The column by which a group is told apart; nil for everyone.
  var column: String? {
    guard let sign = id.firstIndex(of: "=") else { return nil }
    return String(id[..<sign])
  }
}

/// Places of rows by the column that tells their groups apart, everyone left out.
func placesByColumn(_ groups: [GroupName]) -> [(column: String, places: [Int])] {
  let told = groups.indices.filter { groups[$0].column != nil }
  return Dictionary(grouping: told) { groups[$0].column ?? "" }
    .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
}
