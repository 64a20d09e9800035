import Foundation
import FurlongImport
import FurlongStore
import FurlongStudy

/// Who decides, and why; both are written down.
public struct DecisionMaker: Sendable {
  /// Who.
  public var by: String
  /// Why, in a sentence.
  public var why: String

  /// Who decides, and why.
  public init(by: String, why: String) {
    self.by = by
    self.why = why
  }
}

/// What was decided, or taken back.
public struct DecisionRecord: Codable, Sendable, Equatable {
  /// The decision.
  public var decision: Decision
  /// Whether it was written; not in a dry run.
  public var written: Bool
  /// What the person should know beside it.
  public var notes: [String]
}

/// Adds a decision to fixes/decisions.json.
struct DecidingStep {
  let workflow: Workflow
  let maker: DecisionMaker
  let plan: StudyPlan
  let key: [UInt8]
  let book: DecisionBook
  let rows: StudyRows

  init(_ workflow: Workflow, maker: DecisionMaker) throws {
    self.workflow = workflow
    self.maker = maker
    plan = try workflow.heldPlan()
    book = try DecisionBook.read(workflow.folder)
    let (key, isNew) = try workflow.keys.key(
      studyID: plan.cohort.studyID, outside: workflow.folder.url, keep: false)
    if isNew {
      throw WorkflowError(
        "the study has no key yet, so no row can be named in a decision",
        fix: "run `furlong import` first, or bring the key back with `furlong key import`")
    }
    self.key = key
    rows = try StudyRows(workflow: workflow, plan: plan, key: key, book: book)
  }

  /// The study file, after an import with what was decided before.
  func studyFile() throws -> StudyFile {
    let imported = try ImportStep(workflow: workflow, plan: plan).run(dryRun: false)
    guard imported.stopped.isEmpty else {
      throw WorkflowError(
        "not every export could be read, so it cannot be told whose rows are",
        at: imported.stopped.joined(separator: ", "),
        fix: "mend what `furlong problems` names, then run this again")
    }
    return try StudyFile.open(at: workflow.folder.studyFile.path, studyID: plan.cohort.studyID)
  }

  /// The book with one decision more.
  func book(adding matter: Decision.Matter, rows: [String]) throws -> DecisionBook {
    var book = book
    try book.add(
      Decision(
        on: workflow.today, by: maker.by, why: maker.why, rows: rows, matter: matter,
        key: KeyKeeper.mark(of: key)))
    return book
  }

  /// Writes the book; what was decided last is told.
  func keep(_ book: DecisionBook, dryRun: Bool, notes: [String] = []) throws -> DecisionRecord {
    guard let decision = book.decisions.last else {
      throw WorkflowError("nothing was decided", fix: "name what is to be decided")
    }
    if !dryRun { try book.write(workflow.folder, inPlaceOf: self.book) }
    return DecisionRecord(decision: decision, written: !dryRun, notes: notes)
  }

  /// Refuses a reason, or a name, in which an identifier of the rows stands.
  func requireNoIdentifier(of places: [StudyRows.Place]) throws {
    for place in places {
      let found = try rows.row(place)
      for (text, option) in [(maker.why, "--why"), (maker.by, "--by")]
      where found.export.identifiers.stand(in: text, row: found.row, of: found.piece) {
        throw WorkflowError(
          "what \(option) says holds an identifier of \(place.words), and it would be written down",
          at: option, fix: "say it without the identifier", kind: .refused)
      }
    }
  }
}
