import Foundation
import FurlongEvaluation
import FurlongScales
import FurlongStore
import FurlongStories
import FurlongStudy

/// Selects the cohort, scores it and answers the plan's questions.
struct EvaluateStep {
  let workflow: Workflow
  let plan: StudyPlan

  func run() throws -> Findings<Unreleased> {
    let imported = try ImportStep(workflow: workflow, plan: plan).run(dryRun: false)
    guard imported.stopped.isEmpty else {
      throw WorkflowError(
        "not every export could be read, so nothing is evaluated",
        at: imported.stopped.joined(separator: ", "),
        fix: "mend what `furlong problems` names, then run this again")
    }
    workflow.progress.tell("Selecting people", nil)
    let file = try StudyFile.open(
      at: workflow.folder.studyFile.path, studyID: plan.cohort.studyID)
    let cohort = try file.select(
      plan.cohort, requiredAnswers: try Shipped.requiredAnswers(plan.cohort))
    let scored = try CohortScorer(catalogue: Shipped.catalogue)
      .score(cohort, requests: plan.cohort.scales)
    let evaluator = Evaluator(
      plan: plan.evaluation, cohortPlan: plan.cohort, catalogue: Shipped.catalogue,
      codebook: Shipped.codebooks.first { $0.id == plan.evaluation.stories?.codebook })
    return try evaluator.evaluate(scored, provenance: provenance(of: imported)) { progress in
      workflow.progress.tell(
        "Answering step '\(progress.step)'", Double(progress.done) / Double(max(1, progress.of)))
    }
  }

  /// Digests are those that were kept when plan and exports were read: a file that changed since is not vouched for.
  private func provenance(of imported: ImportReport) -> Provenance {
    Provenance(
      tool: workflow.tool,
      planSHA256: plan.sha256,
      seed: plan.evaluation.seed,
      inputs: imported.exports.map { export in
        Provenance.Input(
          file: export.file,
          sortedLinesSHA256: export.contentDigest,
          rowsRead: export.rowsRead, rowsKept: export.rowsKept,
          rowsSetAside: export.rowsSetAside, rowsSkipped: export.rowsSkipped)
      }, freeze: plan.freeze)
  }
}
