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
  /// Where progress is told.
  let progress: Progress

  /// The steps on a study folder.
  ///
  /// - Parameters:
  ///   - folder: the study.
  ///   - keys: the keeper of its key.
  ///   - tool: the version that provenance names.
  ///   - today: the day on which consents must hold, unless the study is invented.
  ///   - progress: where progress is told.
  public init(
    folder: StudyFolder, keys: KeyKeeper, tool: String, today: CalendarDay,
    progress: Progress = .silent
  ) {
    self.folder = folder
    self.keys = keys
    self.tool = tool
    self.today = today
    self.progress = progress
  }

  /// Brings the study file up to date with the exports.
  ///
  /// - Parameter dryRun: whether to try it on a copy and keep nothing.
  public func importExports(dryRun: Bool = false) throws -> ImportReport {
    try ImportStep(workflow: self, plan: plan()).run(dryRun: dryRun)
  }

  /// Everything that was wrong with the exports or worth a note, after bringing the study file up to date.
  public func problems() throws -> [Problem] { try importExports().problems }

  /// What the evaluation found, not released, in a form for programs.
  public func evaluate(as form: ResultsForm) throws -> String {
    let findings = try EvaluateStep(workflow: self, plan: plan()).run()
    return try ResultsText(findings: findings).text(as: form)
  }

  /// The report in each form, as file name and text.
  public func report(as forms: [ReportForm]) throws -> [(file: String, text: String)] {
    let plan = try plan()
    let findings = try EvaluateStep(workflow: self, plan: plan).run()
    return ReportStep(plan: plan, progress: progress).run(findings, as: forms)
  }

  /// Writes the report in each form to a folder, and gives the names of its files.
  public func writeReport(as forms: [ReportForm], to output: OutputFolder) throws -> [String] {
    try report(as: forms).map { file, text in
      try WholeFile.write(Array(text.utf8), to: output.url.appendingPathComponent(file))
      return file
    }
  }

  /// The plan.
  func plan() throws -> StudyPlan {
    try Shipped.reader(today: today).read(folder.text(of: "study.yaml"), file: "study.yaml")
  }
}
