public import Foundation
import FurlongForms
import FurlongImport
import FurlongStudy
import FurlongTables

/// Makes a study folder out of a folder of exports: copies them, drafts a mapping for each, and a first plan.
public struct StudyFromExports: Sendable {
  /// The folder of exports.
  public let exports: URL
  /// The new study.
  public let study: NewStudy

  /// A study of the exports in a folder.
  public init(exports: URL, study: NewStudy) {
    self.exports = exports
    self.study = study
  }

  /// What became of one file.
  public struct Outcome: Sendable {
    /// The file's name, or its path from the folder where a data package names it.
    public var file: String
    /// Where it lies in the study.
    public var path: String
    /// The sheet, where a workbook has several.
    public var sheet: String?
    /// What was seen; nil where it could not be read.
    public var seen: SeenExport?
    /// Why it could not be read, and what mends it.
    public var fault: String?
    /// The mapping that was written, from the study folder.
    public var map: String?
  }

  /// What was made.
  public struct Made: Sendable {
    /// The files, each with what became of it.
    public var outcomes: [Outcome]
    /// The files that were written, from the study folder.
    public var files: [String]
    /// How many lines of a file say DECIDE, of those in which one does.
    public var decisions: [(file: String, lines: Int)]
    /// What else lies in the folder and was not looked at.
    public var others: [(file: String, why: NotLookedAt)]
    /// How many files of stories were put into stories/.
    public var stories = 0
    /// How many files of stories are named by an export and lie nowhere in the folder, or twice.
    public var storiesNotFound = 0
  }

  /// Why something in the folder was not looked at.
  public enum NotLookedAt: Sendable {
    /// A table in a format that is not read.
    case otherFormat
    /// A folder.
    case folder
    /// No table by its name.
    case noExport
  }

  private static let endings = ["csv", "tsv", "txt", "xlsx", "xlsm", "sav", "zsav"]
  /// Tables that are not read as they are.
  private static let tables = [
    "xls", "xlsb", "ods", "numbers", "por", "dta", "mdb", "accdb", "rds",
  ]

  /// Makes the study.
  ///
  /// - Parameters:
  ///   - folder: where it is to stand.
  ///   - dryRun: whether to write nothing.
  public func make(in folder: URL, dryRun: Bool = false) throws -> Made {
    guard
      !FileManager.default.fileExists(atPath: folder.appendingPathComponent("study.yaml").path)
    else {
      throw WorkflowError(
        "\(folder.relativePath) holds a study.yaml already",
        fix:
          "name another folder; nothing was changed. `furlong map` drafts a mapping for one export")
    }
    let (names, found) = try fileNames()
    var others = found
    var sight = try ExportSight(study: nil)
    var outcomes = names.flatMap { name in
      let sheets = sight.sheets(of: exports.appendingPathComponent(name))
      return sheets.map { $0.map { look(at: name, sheet: $0, sight) } }
        ?? [look(at: name, sheet: nil, sight)]
    }
    // A register tells how ids are written, and extracts for which days they were drawn; all are looked at again with that.
    sight.others = Self.others(outcomes)
    if sight.others != OtherExports() {
      outcomes = outcomes.map {
        $0.seen?.draft.facts.registered != nil ? $0 : look(at: $0.file, sheet: $0.sheet, sight)
      }
      // Only beside the register a list of people was seen to be the trust's: extracts need not ask for it.
      let now = Self.others(outcomes)
      if now.hasCaseload != sight.others.hasCaseload || now.saysKnown != sight.others.saysKnown {
        sight.others.hasCaseload = now.hasCaseload
        sight.others.saysKnown = now.saysKnown
        outcomes = outcomes.map {
          $0.seen?.draft.kind == .events ? look(at: $0.file, sheet: $0.sheet, sight) : $0
        }
      }
    }
    Self.checkScales(&outcomes)
    let told = Set(outcomes.flatMap { $0.seen?.draft.facts.storyFiles ?? [] })
    let texts = NamedStories(named: told, among: names + others.map(\.file))
    outcomes.removeAll { texts.all.contains($0.file) }
    others.removeAll { texts.all.contains($0.file) }
    var facts = DraftFacts()
    for outcome in outcomes { if let found = outcome.seen?.draft.facts { facts.add(found) } }
    var files: [(path: String, text: String)] = []
    outcomes = SheetsOfOneLayout.together(outcomes)
    for place in outcomes.indices where outcomes[place].map == nil {
      guard let seen = outcomes[place].seen, seen.draft.kind != nil else { continue }
      let map = "maps/\(seen.mapFile)"
      outcomes[place].map = map
      files.append((map, seen.draft.text))
    }
    for scale in facts.ownScales { files.append((scale.file, scale.text)) }
    let plan = PlanDraft(facts: facts, catalogue: sight.catalogue)
    files.append(("study.yaml", plan.text(id: study.id, title: title(of: folder))))
    let examples = CostsInPlan(plan.facts) == nil ? [] : NewStudy.costs
    if !dryRun { try write(examples + files, outcomes, texts, to: folder) }
    let decisions = files.map { (file: $0.path, lines: MapDraft.decisions(in: $0.text)) }
    return Made(
      outcomes: outcomes, files: (files + examples).map(\.path),
      decisions: decisions.filter { $0.lines > 0 }, others: others,
      stories: texts.found.count, storiesNotFound: told.count - texts.found.count)
  }

  /// What the exports say that drafts of the others need.
  private static func others(_ outcomes: [Outcome]) -> OtherExports {
    let found = outcomes.compactMap { $0.seen?.draft.facts }
    var others = OtherExports()
    others.spelling = found.compactMap(\.spelling).first
    others.hasRegister = found.contains { $0.registered != nil }
    others.saysKnown = found.contains(where: \.saysKnown)
    others.hasCaseload = found.contains(where: \.hasCaseload)
    others.hasLegalPeriods = found.contains(where: \.hasLegalPeriods)
    others.questions = found.flatMap(\.questions)
    others.extracts = found.flatMap(\.extracts)
    for facts in found { others.counting.merge(facts.counting) { first, _ in first } }
    return others
  }

  /// Says where two exports hold the same scale: forms of both are taken together.
  private static func checkScales(_ outcomes: inout [Outcome]) {
    var first: [String: String] = [:]
    for place in outcomes.indices {
      let scales = outcomes[place].seen?.draft.facts.scales.keys.sorted() ?? []
      for scale in scales {
        if let other = first[scale], other != outcomes[place].path {
          outcomes[place].seen?.draft.checks.append(
            "'\(scale)' stands in \(other) too: forms of both are taken together, and of several at an occasion one is picked. If they are forms of different kinds, such as a clinic's and the college's own, take one of them out."
          )
        }
        first[scale] = first[scale] ?? outcomes[place].path
      }
    }
  }

  /// The files of stories that an export names.
  private struct NamedStories {
    /// Where each lies, by its name.
    var found: [String: String] = [:]
    /// All files that bear such a name, from the folder of exports.
    var all: Set<String> = []

    init(named: Set<String>, among files: [String]) {
      for name in named {
        let there = files.filter {
          $0.split(separator: "/").last?.precomposedStringWithCanonicalMapping
            == name.precomposedStringWithCanonicalMapping
        }
        all.formUnion(there)
        // Of two of one name nobody can tell which is meant.
        if there.count == 1 { found[name] = there[0] }
      }
    }
  }

  /// The names of what lies in the folder, and in the folders in it.
  private func namesBelow() -> [String] {
    let files = FileManager.default
    let top = (try? files.contentsOfDirectory(atPath: exports.path)) ?? []
    return top.flatMap { name -> [String] in
      let place = exports.appendingPathComponent(name)
      let kind = try? place.resourceValues(forKeys: [.isDirectoryKey, .isSymbolicLinkKey])
      guard kind?.isDirectory == true, kind?.isSymbolicLink != true, !name.hasPrefix(".") else {
        return [name]
      }
      let below = (try? files.contentsOfDirectory(atPath: place.path)) ?? []
      return below.isEmpty ? [name] : below.filter { !$0.hasPrefix(".") }.map { "\(name)/\($0)" }
    }
  }

  /// The files that are looked at, and the others.
  private func fileNames() throws -> (names: [String], others: [(file: String, why: NotLookedAt)]) {
    let isPackage = FileManager.default.fileExists(
      atPath: exports.appendingPathComponent(PackageBeside.name).path)
    let found =
      isPackage
      ? (try? FileManager.default.contentsOfDirectory(atPath: exports.path)) ?? [] : namesBelow()
    // A data package may keep its files in folders below.
    let described = try PackageBeside.files(in: exports) ?? []
    func ending(_ name: String) -> String { (name as NSString).pathExtension.lowercased() }
    let all = Set(found + described).filter { name in
      let last = name.split(separator: "/").last ?? ""
      return !last.hasPrefix(".") && !last.hasPrefix("~$")
    }.sorted()
    let names = all.filter { Self.endings.contains(ending($0)) }
    if names.isEmpty {
      throw WorkflowError(
        "\(exports.relativePath) holds no export",
        fix: "name the folder in which the exports lie, as .csv, .xlsx or .sav")
    }
    let rest = all.filter { !names.contains($0) && $0 != PackageBeside.name }
    let others = rest.compactMap { name -> (file: String, why: NotLookedAt)? in
      var isFolder: ObjCBool = false
      let place = exports.appendingPathComponent(name).path
      _ = FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
      if isFolder.boolValue { return described.isEmpty ? (name, .folder) : nil }
      return (name, Self.tables.contains(ending(name)) ? .otherFormat : .noExport)
    }
    return (names, others)
  }

  /// An export's path in the study.
  private func path(of name: String) -> String {
    let parts = name.split(separator: "/")
    let folders = parts.dropLast().filter { !["data", "exports"].contains($0) }
    return "exports/" + (folders + parts.suffix(1)).joined(separator: "-")
  }

  private func look(at name: String, sheet: String?, _ sight: ExportSight) -> Outcome {
    do {
      let seen = try sight.look(
        at: exports.appendingPathComponent(name), sheet: sheet, path: path(of: name))
      return Outcome(file: name, path: path(of: name), sheet: sheet, seen: seen)
    } catch {
      let shown = ErrorPresentation(error)
      return Outcome(
        file: name, path: path(of: name), sheet: sheet, fault: "\(shown.what); \(shown.fix)")
    }
  }

  private func write(
    _ files: [(path: String, text: String)], _ outcomes: [Outcome], _ texts: NamedStories,
    to folder: URL
  ) throws {
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("exports"), withIntermediateDirectories: true)
    for name in Set(outcomes.map(\.file)).sorted() {
      let from = exports.appendingPathComponent(name)
      let to = folder.appendingPathComponent(path(of: name))
      guard from.standardizedFileURL != to.standardizedFileURL else { continue }
      if FileManager.default.fileExists(atPath: to.path) {
        throw WorkflowError(
          "\(to.relativePath) is there already", fix: "name a folder that is empty")
      }
      try FileManager.default.copyItem(at: from, to: to)
    }
    let stories = folder.appendingPathComponent(StoryFiles.name)
    for (name, from) in texts.found.sorted(by: { $0.key < $1.key }) {
      try FileManager.default.createDirectory(at: stories, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: exports.appendingPathComponent(from), to: stories.appendingPathComponent(name))
    }
    for (path, text) in files {
      try WholeFile.write(Array(text.utf8), to: folder.appendingPathComponent(path))
    }
  }

  private func title(of folder: URL) -> String {
    let words = folder.standardizedFileURL.lastPathComponent
      .split { !($0.isLetter || $0.isNumber) }
    let title = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    return title.isEmpty ? "Our Recovery College" : title
  }
}
