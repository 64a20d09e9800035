import Foundation
import FurlongEvaluation
import FurlongImport
import FurlongStore
public import FurlongStudy

/// Looks whether everything that a study needs is there, and says what to do where not.
public struct Doctor: Sendable {
  /// One thing that was looked at.
  public struct Finding: Codable, Sendable, Equatable {
    /// What was looked at.
    public var what: String
    /// Whether it is as it should be.
    public var ok: Bool
    /// What was seen, and what to do where it is not as it should be.
    public var words: String
  }

  /// The keeper of keys.
  let keys: KeyKeeper
  /// The version of the tool.
  let tool: String
  /// Today.
  let today: CalendarDay
  /// The programs that some forms of a report are made with.
  let programs: Programs

  /// A doctor.
  public init(keys: KeyKeeper, tool: String, today: CalendarDay, programs: Programs) {
    self.keys = keys
    self.tool = tool
    self.today = today
    self.programs = programs
  }

  /// Looks at the machine and, where one is given, at a study.
  public func look(at folder: StudyFolder?) -> [Finding] {
    var findings = [Finding(what: "furlong", ok: true, words: tool), keyFolder()] + optional()
    guard let folder else {
      return findings + [
        Finding(
          what: "study", ok: true,
          words: "none named, and none here or above: only the tool was looked at")
      ]
    }
    let plan = read(plan: folder)
    findings.append(plan.finding)
    guard let studyPlan = plan.plan else { return findings }
    findings += maps(folder)
    findings.append(key(studyPlan.cohort.studyID))
    findings += decisions(folder, studyPlan.cohort.studyID)
    findings.append(studyFile(folder, studyPlan.cohort.studyID))
    return findings
  }

  private func keyFolder() -> Finding {
    var folder = keys.folder
    while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
      folder.deleteLastPathComponent()
    }
    let writable = FileManager.default.isWritableFile(atPath: folder.path)
    return Finding(
      what: "folder of keys", ok: writable,
      words: writable
        ? keys.folder.path
        : "\(keys.folder.path) cannot be written to: mend its permissions, or name another with FURLONG_KEYS"
    )
  }

  /// The programs that only some things need: not to have one is no fault.
  private func optional() -> [Finding] {
    let known = [
      (["pandoc"], "makes the Word report (--as docx)", "pandoc"),
      (["rsvg-convert"], "draws the figures of the Word report", "librsvg2-bin"),
      (
        ["chromium", "chromium-browser", "google-chrome"],
        "prints the HTML report as PDF (chromium --headless --print-to-pdf)", "chromium"
      ),
    ]
    return known.map { names, use, package in
      let found = names.compactMap(programs.find).first
      return Finding(
        what: names[0], ok: true,
        words: found.map { "\($0.path): \(use)" }
          ?? "not here; it \(use), and nothing else needs it: `sudo apt-get install \(package)`")
    }
  }

  private func read(plan folder: StudyFolder) -> (finding: Finding, plan: StudyPlan?) {
    do {
      let plan = try Shipped.reader(of: folder, today: today).read(
        folder.text(of: "study.yaml"), file: "study.yaml")
      return (
        Finding(
          what: "study.yaml", ok: true,
          words: "read: \(plan.evaluation.steps.count) steps, study '\(plan.cohort.studyID)'"), plan
      )
    } catch {
      return (Finding(what: "study.yaml", ok: false, words: "\(error)"), nil)
    }
  }

  private func maps(_ folder: StudyFolder) -> [Finding] {
    let files = folder.files(in: "maps", ending: ".map.yaml")
    guard !files.isEmpty else {
      return [
        Finding(
          what: "maps/", ok: false,
          words: "no mapping: write one for each layout of export (`furlong init` writes examples)")
      ]
    }
    do {
      return try ExportList(folder: folder, rules: []).exports().map { export in
        Finding(
          what: export.file, ok: export.stop == nil,
          words: export.stop.map { $0.message + " " + $0.fix }
            ?? (export.codings.map { "found, what \($0.coder) wrote down" }
              ?? "found, read by \(export.mapFile)")
        )
      }
    } catch {
      return [Finding(what: "maps/", ok: false, words: "\(error)")]
    }
  }

  private func key(_ studyID: String) -> Finding {
    let there = FileManager.default.fileExists(atPath: keys.file(studyID: studyID).path)
    return Finding(
      what: "key", ok: true,
      words: there
        ? "there; keep a copy of \(keys.file(studyID: studyID).path) in a safe place, never with the study"
        : "none yet: the first import makes it")
  }

  /// What people decided, where they decided anything: whether it can be read, and with the study's key.
  private func decisions(_ folder: StudyFolder, _ studyID: String) -> [Finding] {
    do {
      let book = try DecisionBook.read(folder)
      guard !book.decisions.isEmpty else { return [] }
      let key = try keys.key(studyID: studyID, outside: folder.url, keep: false).key
      let foreign = book.foreign(key: key).count
      return [
        Finding(
          what: DecisionBook.file, ok: foreign == 0,
          words: foreign == 0
            ? "decisions in it: \(book.decisions.count); keep a copy of it, as of the plan"
            : "\(foreign) of \(book.decisions.count) decisions were made with another key: bring it back with `furlong key import`"
        )
      ]
    } catch {
      return [Finding(what: DecisionBook.file, ok: false, words: "\(error)")]
    }
  }

  private func studyFile(_ folder: StudyFolder, _ studyID: String) -> Finding {
    guard FileManager.default.fileExists(atPath: folder.studyFile.path) else {
      return Finding(what: "study file", ok: true, words: "none yet: the first import makes it")
    }
    do {
      let file = try StudyFile.open(at: folder.studyFile.path, studyID: studyID)
      try file.check()
      let batches = try file.batches()
      return Finding(
        what: "study file", ok: true,
        words: "sound, every byte as it was left; exports in it: \(batches.count)")
    } catch {
      return Finding(
        what: "study file", ok: false,
        words: "\(error)")
    }
  }
}
