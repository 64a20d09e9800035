import Foundation
import FurlongEvaluation
import FurlongForms
import FurlongStore
import FurlongStudy

/// Holds a plan against the one that was frozen.
struct PlanKeeper {
  let folder: StudyFolder
  let today: CalendarDay

  /// The plan with what its record says of it; as it stands where it was never frozen.
  ///
  /// - Throws: `refused` where the plan means something else than the version that holds.
  func held(_ plan: StudyPlan) throws -> StudyPlan {
    guard let lock = try PlanLock.read(folder) else {
      try requireNeverFrozen(plan)
      return plan
    }
    let changes = try changes(of: plan, since: lock)
    guard changes.isEmpty else {
      throw WorkflowError(
        "\(Self.stands(lock)), and study.yaml says something else since: "
          + changes.map(\.words).joined(separator: "; "),
        at: "study.yaml",
        fix: "record the change with `furlong plan amend --why \"…\"`, or put the plan back: "
          + "plan.lock holds its text",
        kind: .refused)
    }
    let versions = try versions(of: lock)
    var held = plan
    held.evaluation.steps = versions.steps
    held.evaluation.dropped = versions.dropped
    held.freeze = record(lock, dropped: versions.dropped)
    return held
  }

  /// How the plan differs from the version that holds; empty where it means the same.
  func changes(of plan: StudyPlan, since lock: PlanLock) throws -> [PlanMeaning.Change] {
    guard let last = lock.versions.last else { return [] }
    let changes = try PlanMeaning(folder.text(of: "study.yaml"))
      .changes(since: PlanMeaning(last.text, file: PlanLock.file))
    let ofFiles = try fileChanges(since: last)
    // A default that is written out says the same.
    if !changes.isEmpty, try read(last).means(plan) { return ofFiles }
    return changes + ofFiles
  }

  /// How the files on which the plan rests differ from those of a version.
  private func fileChanges(since version: PlanLock.Version) throws -> [PlanMeaning.Change] {
    guard let kept = version.files else { return [] }
    let files = PlanFiles(folder: folder).all
    let gone = kept.keys.filter { !files.contains($0) }.sorted()
    return try files.flatMap { file -> [PlanMeaning.Change] in
      guard let lines = kept[file] else {
        return [PlanMeaning.Change(key: file, was: nil, now: nil)]
      }
      let former = try PlanMeaning(lines.joined(separator: "\n"), file: PlanLock.file)
      return try PlanMeaning(folder.text(of: file), file: file).changes(since: former).map {
        PlanMeaning.Change(key: "\(file): \($0.key)", was: $0.was, now: $0.now)
      }
    } + gone.map { PlanMeaning.Change(key: $0, was: "there", now: nil) }
  }

  /// `the plan was frozen on 2026-03-01 and amended on 2026-05-02`.
  static func stands(_ lock: PlanLock) -> String {
    let days = lock.versions.map(\.on.description)
    return "the plan was frozen on \(days[0])"
      + (days.count > 1 ? " and amended on \(days[days.count - 1])" : "")
  }

  private func read(_ version: PlanLock.Version) throws -> StudyPlan {
    try Shipped.reader(of: folder, today: today).read(version.text, file: PlanLock.file)
  }

  private func versions(of lock: PlanLock) throws -> PlanVersions {
    let all = try lock.versions.map { version in
      let plan = try read(version)
      return PlanVersion(
        moment: PlanFreeze.Moment(on: version.on, data: version.data), why: version.why,
        evaluation: plan.evaluation, cohort: plan.cohort,
        files: try (version.files ?? [:]).reduce(into: [:]) { files, file in
          files[PlanFiles.name(of: file.key)] =
            try PlanMeaning(file.value.joined(separator: "\n")).digest
        })
    }
    return PlanVersions(frozen: all[0], amendments: Array(all.dropFirst()))
  }

  private func record(_ lock: PlanLock, dropped: [PlanFreeze.DroppedStep]) -> PlanFreeze {
    let frozen = lock.versions[0]
    return PlanFreeze(
      frozen: PlanFreeze.Moment(on: frozen.on, data: frozen.data), frozenDigest: frozen.digest,
      digest: lock.versions[lock.versions.count - 1].digest,
      amendments: lock.versions.dropFirst().map { version in
        PlanFreeze.Amendment(
          moment: PlanFreeze.Moment(on: version.on, data: version.data), why: version.why ?? "",
          changed: version.changed.map(\.key))
      }, dropped: dropped)
  }

  /// The study file remembers a freeze, so that a lock cannot get lost unseen.
  private func requireNeverFrozen(_ plan: StudyPlan) throws {
    guard FileManager.default.fileExists(atPath: folder.studyFile.path),
      let digest = try StudyFile.open(at: folder.studyFile.path, studyID: plan.cohort.studyID)
        .frozenPlan()
    else { return }
    throw WorkflowError(
      "the plan of this study was frozen (digest \(digest.prefix(12))…), and plan.lock is gone",
      at: PlanLock.file, fix: "put plan.lock back from a copy", kind: .refused)
  }
}

extension StudyPlan {
  /// Whether another plan asks the same; what stands under `report:` aside.
  fileprivate func means(_ other: StudyPlan) -> Bool {
    cohort == other.cohort && evaluation == other.evaluation && disclosure == other.disclosure
  }
}
