import FurlongEvaluation
import FurlongStore
public import FurlongStudy

/// Writes the record of a plan: freezes it, or adds an amendment.
struct FreezeStep {
  let workflow: Workflow

  /// Freezes the plan as it stands.
  func freeze(dryRun: Bool) throws -> PlanRecord {
    let plan = try workflow.plan()
    if let lock = try PlanLock.read(workflow.folder) {
      throw WorkflowError(
        "\(PlanKeeper.stands(lock)) already, and is frozen only once", at: PlanLock.file,
        fix: "record a change of it with `furlong plan amend --why \"…\"`")
    }
    // A lock that got lost is not made anew with a later day.
    _ = try PlanKeeper(folder: workflow.folder, today: workflow.today).held(plan)
    return try record(plan, lock: PlanLock(versions: []), changed: [], why: nil, dryRun: dryRun)
  }

  /// Records the plan as it stands as an amendment of the one that was frozen.
  func amend(why: String, dryRun: Bool) throws -> PlanRecord {
    let plan = try workflow.plan()
    guard let lock = try PlanLock.read(workflow.folder) else {
      _ = try PlanKeeper(folder: workflow.folder, today: workflow.today).held(plan)
      throw WorkflowError(
        "the plan was never frozen, so there is nothing to amend", at: "study.yaml",
        fix: "change it as you like, and freeze it with `furlong plan freeze`")
    }
    let changes = try PlanKeeper(folder: workflow.folder, today: workflow.today)
      .changes(of: plan, since: lock)
    guard !changes.isEmpty else {
      throw WorkflowError(
        "\(PlanKeeper.stands(lock)), and nothing that counts has changed since", at: "study.yaml",
        fix: "change the plan first; comments, layout and what stands under 'report:' do not count")
    }
    return try record(plan, lock: lock, changed: changes, why: why, dryRun: dryRun)
  }

  private func record(
    _ plan: StudyPlan, lock: PlanLock, changed: [PlanMeaning.Change], why: String?, dryRun: Bool
  ) throws -> PlanRecord {
    if let last = lock.versions.last, workflow.today < last.on {
      throw WorkflowError(
        "the last record is of \(last.on), and this computer says that today is "
          + "\(workflow.today)",
        at: PlanLock.file, fix: "set the computer's clock")
    }
    guard !plan.isDrafted else {
      throw WorkflowError(
        "the plan still says that a program drafted it ('drafted: yes')", at: "study.yaml",
        fix: "read every line, mend what is not yours, and take that line out; then freeze it")
    }
    let sofar = try DataSoFar(workflow: workflow, plan: plan)
    guard sofar.unread.isEmpty else {
      throw WorkflowError(
        "not every export could be read, so it is not known which data are in",
        at: sofar.unread.joined(separator: ", "),
        fix: "mend what `furlong problems` names, then run this again")
    }
    let text = try workflow.folder.text(of: "study.yaml")
    let own = PlanFiles(folder: workflow.folder).all
    var version = PlanLock.Version(
      on: workflow.today, why: why, digest: try PlanMeaning(text).digest, tool: workflow.tool,
      data: sofar.data, changed: changed, plan: PlanLock.lines(text),
      files: try Dictionary(
        uniqueKeysWithValues: own.map { ($0, PlanLock.lines(try workflow.folder.text(of: $0))) }))
    version.seal = try version.fittingSeal(after: lock.versions.last)
    if !dryRun {
      try PlanLock(versions: lock.versions + [version]).write(workflow.folder)
      try sofar.file?.rememberFrozenPlan(version.digest)
    }
    return PlanRecord(
      on: version.on, written: !dryRun, amendment: why != nil, digest: version.digest,
      data: version.data,
      changed: changed.map(\.words), people: plan.evaluation.people.many)
  }
}

/// What was recorded of a plan.
public struct PlanRecord: Codable, Sendable, Equatable {
  /// The day.
  public var on: CalendarDay
  /// Whether it was written; not in a dry run.
  public var written: Bool
  /// Whether it is an amendment.
  public var amendment: Bool
  /// SHA-256 of what the plan means.
  public var digest: String
  /// The data that were in.
  public var data: DataIn
  /// What changed, in words.
  public var changed: [String]
  /// What the plan calls people.
  public var people: String

  /// The record in plain English.
  public var text: String {
    var lines = [
      (written ? "Recorded in plan.lock: " : "Would be recorded in plan.lock: ")
        + (amendment ? "amended on \(on)." : "the plan as it stands, frozen on \(on).")
    ]
    lines += changed.map { "  \($0)" }
    lines.append("Data by then: " + DataWords(data, people: people).sentence)
    guard written else { return lines.joined(separator: "\n") + "\n" }
    lines.append(
      "Keep plan.lock with study.yaml. From now on a changed plan is refused until "
        + "`furlong plan amend --why \"…\"` records it.")
    return lines.joined(separator: "\n") + "\n"
  }
}
