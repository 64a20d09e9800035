import Foundation
import FurlongDisclosure
import FurlongStudy

/// Keeps the ledger of releases: `releases/`, a file a release, readable by the user alone.
///
/// It outlives the study file, and holds who was in each number by keyed hashes.
struct ReleaseKeeper {
  let workflow: Workflow
  let plan: StudyPlan
  let release: ReleaseChoice

  private static let folder = "releases"

  /// Whether reports of the plan are released at all: what hides nothing is for one desk, or public already.
  private var isKept: Bool { plan.disclosure.rounding != nil && !release.isDraft }

  /// Refuses choices that cannot be followed, before anything is worked out.
  func checkChoice() throws {
    if isKept, let words = WordsToReplace.left(in: plan).first {
      throw WorkflowError(
        "the plan still says '\(words.rawValue)' under '\(words.key)', which the report would print",
        at: "study.yaml",
        fix:
          "write your own words there before the report leaves your desk; `--draft` makes one to read without them"
      )
    }
    guard !release.replaces.isEmpty else { return }
    guard isKept else {
      throw WorkflowError(
        "a draft, or a report that hides nothing, is no release and replaces none",
        fix: "leave out --replaces, or make a release under nhs-round5 or public")
    }
    let standing = try records().filter { $0.record.withdrawnOn == nil }.map(\.record.day)
    if let day = release.replaces.first(where: { !standing.contains($0) }) {
      throw WorkflowError(
        "there is no release of \(day) that stands", at: Self.folder + "/",
        fix: "name the day of a release in \(Self.folder)/ that was not withdrawn")
    }
  }

  /// The record of the release that is being made; nil where none is kept.
  ///
  /// - Throws: a refusal, where it differs from an earlier release by a few people.
  func check(_ evaluated: EvaluateStep.Evaluated) throws -> ReleaseRecord? {
    guard isKept else { return nil }
    let (key, _) = try workflow.keys.key(
      studyID: plan.cohort.studyID, outside: workflow.folder.url)
    let record = ReleaseRecord(
      on: workflow.today, policy: plan.disclosure, key: KeyKeeper.mark(of: key),
      replaces: release.replaces, membership: evaluated.membership, people: evaluated.people)
    let ledger = ReleaseLedger(
      try records().map(\.record).filter { !release.replaces.contains($0.day) })
    do throws(ReleaseConflict) {
      try ledger.check(record)
    } catch {
      throw refusal(error)
    }
    return release.replaces.isEmpty && ledger.repeats(record) ? nil : record
  }

  /// Writes a release down, and marks those that it replaces as withdrawn.
  func keep(_ record: ReleaseRecord) throws {
    for var replaced in try records()
    where replaced.record.withdrawnOn == nil && release.replaces.contains(replaced.record.day) {
      replaced.record.withdrawnOn = record.day
      try write(replaced.record, to: replaced.file)
    }
    let kept = try records().map(\.file)
    let names = [""] + (2...999).map { "-\($0)" }
    let name = names.map { "\(record.day)\($0).json" }.first { name in
      !kept.contains("\(Self.folder)/\(name)")
    }
    try write(record, to: "\(Self.folder)/\(name ?? "\(record.day)-more.json")")
  }

  private func refusal(_ conflict: ReleaseConflict) -> WorkflowError {
    switch conflict {
    case .otherKey(let earlier):
      WorkflowError(
        "the release of \(earlier) was made under another key, so it cannot be told whether this report "
          + "(\(workflow.today)) would differ from it by a few people",
        at: Self.folder + "/",
        fix: "put the former key back, make a draft with --draft, or withdraw that release with "
          + "--replaces \(earlier)", kind: .refused)
    case .otherRounding(let earlier):
      WorkflowError(
        "the release of \(earlier) was rounded by other rules: with two roundings of the same counts both could be told "
          + "more narrowly than each allows", at: "study.yaml, disclosure",
        fix:
          "keep to one policy, base and threshold for a study, make a draft with --draft, or withdraw that "
          + "release with --replaces \(earlier)", kind: .refused)
    case .fewDiffer(let earlier, let number):
      WorkflowError(
        "this report (\(workflow.today)) would differ from the release of \(earlier) by a few people: whoever has "
          + "both could work out what is theirs", at: number,
        fix:
          "wait for the next planned date, make a draft with --draft, or, where this one corrects that release, "
          + "withdraw it with --replaces \(earlier)", kind: .refused)
    }
  }

  private func records() throws -> [(file: String, record: ReleaseRecord)] {
    try workflow.folder.files(in: Self.folder, ending: ".json").map { file in
      let bytes = try workflow.folder.bytes(of: file)
      guard let record = try? JSONDecoder().decode(ReleaseRecord.self, from: Data(bytes)) else {
        throw WorkflowError(
          "the record of a release cannot be read", at: file,
          fix:
            "put it back from a copy: without it nobody can tell whether releases differ by a few people"
        )
      }
      return (file, record)
    }.sorted { ($0.record.day, $0.file) < ($1.record.day, $1.file) }
  }

  private func write(_ record: ReleaseRecord, to file: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try WholeFile.write(
      [UInt8](try encoder.encode(record)),
      to: workflow.folder.url.appendingPathComponent(file), permissions: 0o600)
  }
}
