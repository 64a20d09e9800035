public import Foundation
import FurlongImport
public import FurlongStudy
import FurlongTables

/// What a door may ask of people's decisions, kept in fixes/decisions.json and replayed at each import.
extension Workflow {
  /// Rows that may be one person's, though no identifier ties them; nobody is merged.
  public func duplicates() throws -> LikelyDuplicates { try DuplicatesStep(workflow: self).run() }

  /// Writes down that rows, named as `exports/forms.csv:88`, are one person's.
  public func mergePeople(
    _ rows: [String], maker: DecisionMaker, dryRun: Bool = false
  ) throws -> DecisionRecord {
    try PeopleStep(deciding: DecidingStep(self, maker: maker)).merge(rows, dryRun: dryRun)
  }

  /// Writes down that the rows after the first are another person's than the first.
  public func splitPeople(
    _ rows: [String], maker: DecisionMaker, dryRun: Bool = false
  ) throws -> DecisionRecord {
    try PeopleStep(deciding: DecidingStep(self, maker: maker)).split(rows, dryRun: dryRun)
  }

  /// Problems as a table in which corrections can be filled in: each row with its mark.
  public func correctionSheet(of problems: [Problem]) throws -> String {
    guard problems.contains(where: { $0.row != nil }) else {
      return ProblemsTable.csv(problems)
    }
    let deciding = try DecidingStep(self, maker: DecisionMaker(by: "", why: ""))
    let known = Set(deciding.rows.exports.filter { $0.source != nil }.map(\.file))
    var marks: [String: [Int: String]] = [:]
    for file in Set(problems.map(\.file)).intersection(known) {
      let rows = Set(problems.filter { $0.file == file }.compactMap(\.row))
      marks[file] = try? deciding.rows.marks(of: file, rows: rows)
    }
    return ProblemsTable.csv(problems) { problem in
      problem.row.flatMap { marks[problem.file]?[$0] }
    }
  }

  /// Writes down the corrections that somebody filled in.
  public func applyCorrections(
    _ file: URL, maker: DecisionMaker, dryRun: Bool = false
  ) throws -> DecisionRecord {
    let name = file.lastPathComponent
    guard case .success(let bytes) = OpenFile.bytes(at: file.path) else {
      throw WorkflowError(
        "\(name) cannot be opened", at: name,
        fix: "check that it exists, that it is a file and that you may read it")
    }
    return try CorrectionStep(deciding: DecidingStep(self, maker: maker), name: name)
      .apply(bytes, dryRun: dryRun)
  }

  /// Takes the last decision back.
  public func undoDecision(dryRun: Bool = false) throws -> DecisionRecord {
    try UndoStep(workflow: self).run(dryRun: dryRun)
  }
}
