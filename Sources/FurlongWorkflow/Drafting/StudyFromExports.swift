public import Foundation
import FurlongForms
import FurlongImport
import FurlongStudy
import FurlongTables

/// Makes a study folder out of a folder of exports: copies them, drafts a mapping for each, and a first plan.
public struct StudyFromExports: Sendable {
  /// The folder of exports.
  private let source: ExportsFolder
  /// The new study.
  public let study: NewStudy

  /// A study of the exports in a folder.
  public init(exports: URL, study: NewStudy) {
    source = ExportsFolder(url: exports)
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
    public var others: [(file: String, why: ExportsFolder.NotLookedAt)]
    /// How many files of stories were put into stories/.
    public var stories = 0
    /// How many files of stories are named by an export and lie nowhere in the folder, or twice.
    public var storiesNotFound = 0
  }

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
    let listed = try source.files()
    var sight = try ExportSight(study: nil)
    var outcomes = looked(at: listed.names, &sight)
    Self.checkScales(&outcomes)
    let told = Set(outcomes.flatMap { $0.seen?.draft.facts.storyFiles ?? [] })
    let texts = StoriesInFolder(named: told, among: listed.names + listed.others.map(\.file))
    outcomes.removeAll { texts.all.contains($0.file) }
    var facts = DraftFacts()
    for outcome in outcomes { if let found = outcome.seen?.draft.facts { facts.add(found) } }
    var files = Self.mappings(&outcomes)
    for scale in facts.ownScales { files.append((scale.file, scale.text)) }
    let plan = PlanDraft(facts: facts, catalogue: sight.catalogue)
    files.append(("study.yaml", plan.text(id: study.id, title: title(of: folder))))
    let examples = CostsInPlan(facts) == nil ? [] : NewStudy.costs
    if !dryRun { try write(examples + files, outcomes, texts, to: folder) }
    let decisions = files.map { (file: $0.path, lines: MapDraft.decisions(in: $0.text)) }
    return Made(
      outcomes: outcomes, files: (files + examples).map(\.path),
      decisions: decisions.filter { $0.lines > 0 },
      others: listed.others.filter { !texts.all.contains($0.file) },
      stories: texts.found.count, storiesNotFound: told.count - texts.found.count)
  }

  /// What is seen of each file, or of each sheet of it.
  ///
  /// A register tells how ids are written, and extracts for which days they were drawn; all are looked at again with that.
  private func looked(at names: [String], _ sight: inout ExportSight) -> [Outcome] {
    var outcomes: [Outcome] = []
    for name in names {
      let sheets = sight.sheets(of: source.url.appendingPathComponent(name))
      for sheet in sheets.map({ $0.map(Optional.some) }) ?? [nil] {
        outcomes.append(look(at: name, sheet: sheet, sight))
      }
    }
    sight.others = Self.others(outcomes.compactMap { $0.seen?.draft.facts })
    if sight.others == OtherExports() { return Self.withThoseBeside(outcomes) }
    // A register is looked at again for the names that stand in the others: beside itself it would be none.
    var ofRegister = sight
    ofRegister.others = OtherExports()
    ofRegister.others.names = sight.others.names
    outcomes = outcomes.map {
      look(
        at: $0.file, sheet: $0.sheet,
        $0.seen?.draft.facts.registered != nil ? ofRegister : sight)
    }
    // Only beside the register a list of people was seen to be the trust's: extracts need not ask for it.
    let now = Self.others(outcomes.compactMap { $0.seen?.draft.facts })
    if now.hasCaseload == sight.others.hasCaseload, now.saysKnown == sight.others.saysKnown {
      return Self.withThoseBeside(outcomes)
    }
    sight.others.hasCaseload = now.hasCaseload
    sight.others.saysKnown = now.saysKnown
    return Self.withThoseBeside(
      outcomes.map {
        $0.seen?.draft.kind == .events ? look(at: $0.file, sheet: $0.sheet, sight) : $0
      })
  }

  /// The outcomes with the second mappings of an export behind its first; what they say is known by the first.
  private static func withThoseBeside(_ outcomes: [Outcome]) -> [Outcome] {
    outcomes.flatMap { outcome in
      [outcome]
        + (outcome.seen?.beside ?? []).map { seen in
          var second = outcome
          second.seen = seen
          second.seen?.draft.facts = DraftFacts()
          return second
        }
    }
  }

  /// The mappings to be written, of sheets of one layout together.
  private static func mappings(_ outcomes: inout [Outcome]) -> [(path: String, text: String)] {
    var files: [(path: String, text: String)] = []
    outcomes = SheetsOfOneLayout.together(outcomes)
    for place in outcomes.indices where outcomes[place].map == nil {
      guard let seen = outcomes[place].seen, seen.draft.kind != nil else { continue }
      let map = "maps/\(seen.mapFile)"
      outcomes[place].map = map
      files.append((map, seen.draft.text))
    }
    return files
  }

  /// What the exports say that drafts of the others need.
  static func others(_ found: [DraftFacts]) -> OtherExports {
    var others = OtherExports()
    others.spelling = found.compactMap(\.spelling).first
    others.hasRegister = found.contains { $0.registered != nil }
    others.saysKnown = found.contains(where: \.saysKnown)
    others.hasCaseload = found.contains(where: \.hasCaseload)
    others.hasLegalPeriods = found.contains(where: \.hasLegalPeriods)
    others.names = found.reduce(into: []) { $0.formUnion($1.names) }
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

  private func look(at name: String, sheet: String?, _ sight: ExportSight) -> Outcome {
    do {
      let seen = try sight.look(
        at: source.url.appendingPathComponent(name), sheet: sheet, path: source.path(of: name))
      return Outcome(file: name, path: source.path(of: name), sheet: sheet, seen: seen)
    } catch {
      let shown = ErrorPresentation(error)
      return Outcome(
        file: name, path: source.path(of: name), sheet: sheet, fault: "\(shown.what); \(shown.fix)")
    }
  }

  private func write(
    _ files: [(path: String, text: String)], _ outcomes: [Outcome], _ texts: StoriesInFolder,
    to folder: URL
  ) throws {
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("exports"), withIntermediateDirectories: true)
    for name in Set(outcomes.map(\.file)).sorted() {
      let from = source.url.appendingPathComponent(name)
      let to = folder.appendingPathComponent(source.path(of: name))
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
        at: source.url.appendingPathComponent(from), to: stories.appendingPathComponent(name))
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
