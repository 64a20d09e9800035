/// The flat results table: every number of findings, one row a number.
///
/// Of unreleased findings small numbers are not hidden; of released ones a number that is held back is empty and says
/// why. `docs/guides/results.md` lists every measure and method word.
public struct ResultsTable: Codable, Sendable, Equatable {
  /// The rows, in the order of steps, outcomes, groups and times.
  public let rows: [ResultRow]

  /// The numbers of findings, one row each.
  public init<N: Numbers>(_ findings: Findings<N>) {
    rows = findings.steps.flatMap { step in
      var draft = ResultRows(step)
      switch step.finding {
      case .reach(let finding): draft.add(finding)
      case .change(let finding): draft.add(finding)
      case .meaning(let finding): draft.add(finding)
      case .serviceUse(let finding): draft.add(finding)
      case .timeToEvent(let finding): draft.add(finding)
      case .unitRates(let finding): draft.add(finding)
      case .money(let finding): draft.add(finding)
      case .lifeOutcomes(let finding): draft.add(finding)
      case .feedback(let finding): draft.add(finding)
      case .experience(let finding): draft.add(finding)
      case .certainty(let finding): draft.add(finding)
      }
      return draft.rows
    }
  }
}
