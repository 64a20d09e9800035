import FurlongStatistics
import FurlongStudy

/// Question 3, of lives: in which state of work, study or housing people were before and are after.
///
/// Only those who answered both times are compared: shares of different people would say as much of who answered as of
/// what changed.
struct LifeOutcomes {
  var material: Material
  var step: EvaluationStep

  func answer(
    outcomes ids: [String]
  ) throws(EvaluationError) -> LifeOutcomesFinding<Unreleased> {
    let outcomes = try material.lifeOutcomes(ids, step: step)
    let groups = try PeopleGroup.all(of: material.cohort, plan: material.plan, step: step)
    guard let baseline = material.cohortPlan.baseline else { throw .noBaseline(step: step.id) }
    return LifeOutcomesFinding(
      outcomes: outcomes.map { outcome in
        let first = material.states(of: outcome.id, at: baseline)
        var rows: [LifeOutcomesFinding<Unreleased>.Row] = []
        var moves: [LifeOutcomesFinding<Unreleased>.Moves] = []
        for group in groups {
          for occasion in material.followUps(of: outcome.id, for: group.name) {
            let table = StateTable(
              outcome, of: group.members, first,
              material.states(of: outcome.id, at: occasion))
            rows.append(row(table, outcome, occasion, group.name))
            if group.name == .everyone { moves.append(self.moves(table, outcome, occasion)) }
          }
        }
        return LifeOutcomesFinding.Outcome(
          outcome: LifeOutcomeDescription(
            id: outcome.id, label: outcome.label, soughtLabel: outcome.soughtLabel),
          rows: rows, moves: moves)
      })
  }

  private func row(
    _ table: StateTable, _ outcome: LifeOutcome, _ occasion: Occasion, _ group: GroupName
  ) -> LifeOutcomesFinding<Unreleased>.Row {
    let used = PeopleCount(
      table.used, .paired(scale: outcome.id, occasion: occasion.id, group: group.id))
    let eligible = PeopleCount(table.due, .due(occasion: occasion.id, group: group.id))
    let sample = material.sample(used: used, eligible: eligible)
    func parts(_ people: SoughtPeople) -> Estimate.Parts {
      Estimate.Parts(
        count: Double(table.count(people)),
        people: .sought(people, of: outcome.id, occasion: occasion.id, group: group.id),
        of: table.used)
    }
    return LifeOutcomesFinding.Row(
      occasion: TimeName(occasion), group: group, used: used, eligible: eligible,
      answers: Answers { measure in
        if let people = measure.people {
          return sample.share(table.count(people), parts(people).people)
        }
        switch measure {
        case .mcNemar:
          return sample.answer { () throws(StatisticsError) in
            let test = try McNemarTest(confidence: material.plan.confidence)
              .compare(gained: table.count(.gained), lost: table.count(.lost))
            var estimate = sample.estimate(test.chiSquared)
            estimate.pValue = test.pMid
            return estimate
          }
        case .bowker:
          return sample.answer { () throws(StatisticsError) in
            let test = try BowkerTest().test(table.moves)
            var estimate = sample.estimate(test.chiSquared)
            estimate.degreesOfFreedom = Double(test.df)
            estimate.pValue = test.p
            return estimate
          }
        case .soughtBefore, .soughtAfter, .gained, .lost, .unmoved, .netMovement:
          return sample.change(
            from: parts(.before), to: parts(.after),
            Estimate.Exchange(gained: parts(.gained), lost: parts(.lost)))
        }
      })
  }

  private func moves(
    _ table: StateTable, _ outcome: LifeOutcome, _ occasion: Occasion
  ) -> LifeOutcomesFinding<Unreleased>.Moves {
    let at = occasion.id
    let states = outcome.states
    return LifeOutcomesFinding.Moves(
      occasion: TimeName(occasion),
      answeredBefore: PeopleCount(
        table.answeredBefore, .dueWithBaseline(scale: outcome.id, occasion: at)),
      answeredAfter: PeopleCount(table.answeredAfter, .returned(scale: outcome.id, occasion: at)),
      states: states.enumerated().map { from, state in
        func people(_ side: PeopleSet.Side, _ count: Int) -> PeopleCount {
          PeopleCount(count, .inState(side, state: state, of: outcome.id, occasion: at))
        }
        return LifeOutcomesFinding.State(
          name: state, isSought: outcome.sought.contains(state),
          before: people(.before, table.moves[from].reduce(0, +)),
          after: people(.after, table.moves.reduce(0) { $0 + $1[from] }),
          became: states.enumerated().map { to, next in
            PeopleCount(
              table.moves[from][to],
              .moved(from: state, to: next, of: outcome.id, occasion: at))
          })
      })
  }
}

/// How many people of a group were in each state before and in each after.
private struct StateTable {
  /// Rows are the states before, columns those after.
  var moves: [[Int]]
  /// People whose follow-up is due.
  var due = 0
  /// Those of them who answered before.
  var answeredBefore = 0
  /// Those of them who answered at the follow-up.
  var answeredAfter = 0
  private let isSought: [Bool]

  init(
    _ outcome: LifeOutcome, of members: [Int], _ first: (states: [String?], due: [Bool])?,
    _ second: (states: [String?], due: [Bool])?
  ) {
    isSought = outcome.states.map(outcome.sought.contains)
    moves = outcome.states.map { _ in outcome.states.map { _ in 0 } }
    for person in members where second?.due[person] ?? false {
      due += 1
      let before = first?.states[person].flatMap(outcome.states.firstIndex)
      let after = second?.states[person].flatMap(outcome.states.firstIndex)
      if before != nil { answeredBefore += 1 }
      if after != nil { answeredAfter += 1 }
      if let before, let after { moves[before][after] += 1 }
    }
  }

  var used: Int { moves.joined().reduce(0, +) }

  func count(_ people: SoughtPeople) -> Int {
    var count = 0
    for (from, row) in moves.enumerated() {
      for (to, moved) in row.enumerated() {
        let isCounted =
          switch people {
          case .before: isSought[from]
          case .after: isSought[to]
          case .gained: isSought[to] && !isSought[from]
          case .lost: isSought[from] && !isSought[to]
          case .unmoved: isSought[from] == isSought[to]
          }
        if isCounted { count += moved }
      }
    }
    return count
  }
}
