import Foundation
public import FurlongStudy

/// What a door may ask of one study folder.
public struct Workflow: Sendable {
  /// The study.
  public let folder: StudyFolder
  /// The keeper of its key.
  let keys: KeyKeeper
  /// The version that provenance names.
  let tool: String
  /// The day on which consents must hold.
  let today: CalendarDay
  /// The programs that some forms of a report are made with.
  let programs: Programs
  /// How many threads share the work; no result depends on it.
  let threads: Int
  /// Where progress is told.
  let progress: Progress

  /// The steps on a study folder.
  ///
  /// - Parameters:
  ///   - folder: the study.
  ///   - keys: the keeper of its key.
  ///   - tool: the version that provenance names.
  ///   - today: the day on which consents must hold, unless the study is invented.
  ///   - threads: how many threads share the work; no result depends on it.
  ///   - programs: the programs that some forms of a report are made with.
  ///   - progress: where progress is told.
  public init(
    folder: StudyFolder, keys: KeyKeeper, tool: String, today: CalendarDay, threads: Int = 1,
    programs: Programs = Programs(path: "/usr/local/bin:/usr/bin:/bin"),
    progress: Progress = .silent
  ) {
    self.folder = folder
    self.keys = keys
    self.tool = tool
    self.today = today
    self.programs = programs
    self.threads = threads
    self.progress = progress
  }

  /// Brings the study file up to date with the exports.
  ///
  /// - Parameter dryRun: whether to try it on a copy and keep nothing.
  public func importExports(dryRun: Bool = false) throws -> ImportReport {
    try ImportStep(workflow: self, plan: heldPlan()).run(dryRun: dryRun)
  }

  /// Everything that was wrong with the exports or worth a note, after bringing the study file up to date.
  ///
  /// Told under a changed plan too: it is no result.
  ///
  /// - Parameter keep: whether the study file is brought up to date, or this only tried and nothing kept.
  public func problems(keep: Bool = true) throws -> [Problem] {
    try ImportStep(workflow: self, plan: plan()).run(dryRun: !keep).problems
  }

  /// What the evaluation found, not released, in a form for programs.
  public func evaluate(as form: ResultsForm) throws -> String {
    let findings = try EvaluateStep(workflow: self, plan: heldPlan()).run().findings
    return switch form {
    case .csv: ResultsText.csv(findings)
    case .json: try ResultsText.json(findings)
    }
  }

  /// Writes what the evaluation found to a folder, in a file that says that it is not released, and gives its name.
  public func writeEvaluation(as form: ResultsForm, to output: OutputFolder) throws -> String {
    let findings = try EvaluateStep(workflow: self, plan: heldPlan()).run().findings
    let text =
      switch form {
      case .csv: ResultsText.csv(findings, mark: ResultsText.warning)
      case .json: try ResultsText.json(findings)
      }
    try WholeFile.write(
      Array(text.utf8), to: output.url.appendingPathComponent(form.file), permissions: 0o600)
    return form.file
  }

  /// Makes the report in each form.
  ///
  /// - Parameters:
  ///   - forms: the forms.
  ///   - output: the folder to write to; nil to write nothing and to keep no record of a release.
  ///   - release: whether it is a draft, and which earlier release it replaces.
  public func report(
    as forms: [ReportForm], to output: OutputFolder?, release: ReleaseChoice = ReleaseChoice()
  ) throws -> ReportOutcome {
    try ReportStep(workflow: self, plan: heldPlan(), release: release).run(forms, to: output)
  }

  /// The report as one page, marked as a draft: it has passed the gate, and no record of it is kept.
  public func draftPage() throws -> [UInt8] {
    try ReportStep(workflow: self, plan: heldPlan(), release: ReleaseChoice(isDraft: true)).page()
  }

  /// What the plan asks, what is declared, and how many pairs it needs; no outcome is looked at.
  ///
  /// - Parameter correlation: of a scale's scores at the baseline and at a follow-up, as far as it is known.
  public func checkPlan(correlation: Double = 0.5) throws -> PlanCheck {
    try PlanCheckStep(workflow: self, correlation: correlation).run()
  }

  /// Freezes the plan: writes plan.lock with its text, the day and what was in by then.
  public func freezePlan(dryRun: Bool = false) throws -> PlanRecord {
    try FreezeStep(workflow: self).freeze(dryRun: dryRun)
  }

  /// Records a changed plan as an amendment of the one that was frozen.
  public func amendPlan(why: String, dryRun: Bool = false) throws -> PlanRecord {
    try FreezeStep(workflow: self).amend(why: why, dryRun: dryRun)
  }

  /// The plan, held against the one that was frozen.
  func heldPlan() throws -> StudyPlan {
    try PlanKeeper(folder: folder, today: today).held(plan())
  }

  /// The plan as it stands.
  func plan() throws -> StudyPlan {
    let text = try folder.text(of: "study.yaml")
    var plan = try Shipped.reader(of: folder, today: today).read(text, file: "study.yaml")
    plan.sha256 = Digest.of(Array(text.utf8))
    try CountedTwice(folder: folder).refuse(in: plan)
    try HomeLeaveCheck(folder: folder).refuse(in: plan)
    return plan
  }
}
