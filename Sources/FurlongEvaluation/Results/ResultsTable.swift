/// The flat results table: every number that the evaluation made, one row a number, not released.
///
/// `docs/guides/results.md` lists every measure and method word.
public struct ResultsTable: Codable, Sendable, Equatable {
  /// The rows, in the order of steps, outcomes, groups and times.
  public let rows: [ResultRow]

  /// The numbers of findings, one row each.
  public init(_ findings: Findings) {
    rows = findings.steps.flatMap { step in
      var draft = ResultRows(step)
      switch step.finding {
      case .reach(let finding): draft.add(finding)
      case .change(let finding): draft.add(finding)
      case .meaning(let finding): draft.add(finding)
      case .serviceUse(let finding): draft.add(finding)
      case .experience(let finding): draft.add(finding)
      case .certainty(let finding): draft.add(finding)
      }
      return draft.rows
    }
  }
}
