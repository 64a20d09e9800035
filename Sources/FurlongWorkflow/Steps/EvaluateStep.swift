import Foundation
import FurlongEvaluation
import FurlongScales
import FurlongStore
import FurlongStudy

/// Selects the cohort, scores it and answers the plan's questions.
struct EvaluateStep {
  let workflow: Workflow
  let plan: StudyPlan

  /// What was found, and who is in it.
  struct Evaluated {
    var findings: Findings<Unreleased>
    var membership: Membership
    /// The keyed hashes of the identifiers of each entry of the cohort.
    var people: [[String]]
  }

  func run() throws -> Evaluated {
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
    let (cohort, people) = try file.selectWithPeople(
      plan.cohort, requiredAnswers: try plan.requiredAnswers(), threads: workflow.threads)
    let scored = try CohortScorer(catalogue: plan.catalogue)
      .score(cohort, requests: plan.cohort.scales + plan.cohort.askedOnce)
    let evaluator = Evaluator(
      plan: plan.evaluation, cohortPlan: plan.cohort, catalogue: plan.catalogue,
      codebook: plan.codebook,
      threads: workflow.threads)
    let findings = try evaluator.evaluate(scored, provenance: provenance(of: imported)) {
      workflow.progress.tell(
        "Answering step '\($0.step)'", Double($0.done) / Double(max(1, $0.of)))
    }
    return Evaluated(
      findings: findings, membership: try evaluator.membership(of: scored),
      people: try file.identifierHashes(of: people))
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
          rowsSetAside: export.rowsSetAside, rowsSkipped: export.rowsSkipped,
          skips: SkippedRow.allCases.filter { export.skips[$0] ?? 0 > 0 })
      }, freeze: plan.freeze, byHand: imported.byHand, isDrafted: plan.isDrafted,
      gaps: imported.gaps)
  }
}
