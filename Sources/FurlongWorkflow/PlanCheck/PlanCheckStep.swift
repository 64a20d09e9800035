import FurlongEvaluation
import FurlongScales
import FurlongStudy

/// Looks through a plan before its results are looked at.
struct PlanCheckStep {
  let workflow: Workflow
  let correlation: Double

  func run() throws -> PlanCheck {
    let plan = try workflow.plan()
    let words = PlanWords(plan: plan)
    let needs = PairNeeds(correlation: correlation, confidence: plan.evaluation.confidence)
    let sofar = try DataSoFar(workflow: workflow, plan: plan)
    let keeper = PlanKeeper(folder: workflow.folder, today: workflow.today)
    let freeze = try freeze(keeper, plan)
    // Once a record holds, it judges the steps; before, and under a changed plan, what is written does.
    var steps = plan.evaluation.steps
    if case .unchanged = freeze { steps = try keeper.held(plan).evaluation.steps }
    return PlanCheck(
      study: plan.cohort.studyID, title: plan.evaluation.title, population: words.population,
      questions: steps.map { step in
        PlanCheck.Question(
          step: step.id, asks: step.question.word, words: words.question(step),
          planned: step.planned.word)
      },
      scales: try plan.evaluation.outcomes.map { outcome in
        let scale = try plan.catalogue.scale(outcome.scale)
        return PlanCheck.ScaleCheck(
          name: scale.name, role: outcome.role,
          needs: try needs.of(scale, reliability: outcome.reliability),
          occasions: plan.cohort.followUps(of: outcome.scale).map { occasion in
            let found = sofar.pairs.first {
              $0.scale == outcome.scale && $0.occasion == occasion.id
            }
            return PlanCheck.ScaleCheck.Occasion(
              id: occasion.id, label: occasion.label, due: found?.due, pairs: found?.pairs)
          })
      },
      rates: steps.contains { $0.question == .serviceUse }
        ? RateNeeds(confidence: plan.evaluation.confidence).rows : [],
      asksStories: steps.contains { $0.question == .experience },
      correlation: correlation, data: sofar.unread.isEmpty ? sofar.data : nil,
      warnings: warnings(plan, sofar), unread: sofar.unread, freeze: freeze,
      people: plan.evaluation.people.many)
  }

  private func warnings(_ plan: StudyPlan, _ sofar: DataSoFar) -> [String]? {
    let losses = LossOfUnits(plan: plan.cohort, seen: sofar.units).losses
    return losses.isEmpty ? nil : losses.map { "\($0.problem.message) \($0.problem.fix)" }
  }

  private func freeze(_ keeper: PlanKeeper, _ plan: StudyPlan) throws -> PlanCheck.Freeze {
    guard let lock = try PlanLock.read(workflow.folder) else {
      _ = try keeper.held(plan)
      return .never
    }
    let changes = try keeper.changes(of: plan, since: lock)
    let words = PlanKeeper.stands(lock)
    return changes.isEmpty
      ? .unchanged(words: words) : .changed(words: words, changes: changes.map(\.words))
  }
}
