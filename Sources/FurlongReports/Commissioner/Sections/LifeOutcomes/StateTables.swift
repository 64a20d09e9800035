import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// The tables of states: how many were in each before and after, and who moved where.
struct StateTables {
  private let outcome: LifeOutcomesFinding<Released>.Outcome
  private let material: ReportMaterial
  private let wording: LifeOutcomesWording

  init(_ outcome: LifeOutcomesFinding<Released>.Outcome, _ material: ReportMaterial) {
    self.outcome = outcome
    self.material = material
    wording = LifeOutcomesWording(outcome, material)
  }

  private var label: String { outcome.outcome.label.capitalised }

  /// How many were in each state.
  func states(_ moves: LifeOutcomesFinding<Released>.Moves) -> Table {
    Table(
      caption: Prose(
        "\(label): \(material.study.people.many) in each state, of those who answered both times"),
      rowsHeading: "State",
      columns: [
        Table.Column("At the start"), Table.Column(moves.occasion.label.capitalised),
        Table.Column("Counts as “\(wording.sought)”", alignment: .left),
      ],
      rows: moves.states.map { state in
        Table.Row(
          Prose(state.name.capitalised),
          [
            cell(state.before, moves, state.name, "before"),
            cell(state.after, moves, state.name, "after"), state.isSought ? "yes" : "no",
          ])
      }
    ).withNotes
  }

  /// Who moved where: a row a state before, a column a state after.
  func moves(_ moves: LifeOutcomesFinding<Released>.Moves) -> Table {
    Table(
      caption: Prose(
        "\(label): from the state at the start (rows) to the state \(moves.occasion.when) (columns)"
      ),
      rowsHeading: "At the start",
      columns: moves.states.map { Table.Column($0.name.capitalised) },
      rows: moves.states.map { state in
        Table.Row(
          Prose(state.name.capitalised),
          zip(moves.states, state.became).map { next, people in
            cell(people, moves, state.name, "became.\(next.name)")
          })
      }
    ).withNotes
  }

  private func cell(
    _ people: ReleasedCount, _ moves: LifeOutcomesFinding<Released>.Moves, _ state: String,
    _ measure: String
  ) -> Prose {
    material.people.cell(people, wording.fact(moves, state, measure))
  }
}
