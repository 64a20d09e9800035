import FurlongStudy

/// Takes the last decision back.
struct UndoStep {
  let workflow: Workflow

  func run(dryRun: Bool) throws -> DecisionRecord {
    let former = try DecisionBook.read(workflow.folder)
    var book = former
    guard let last = book.decisions.popLast() else {
      throw WorkflowError(
        "nothing was decided by hand, so there is nothing to take back", at: DecisionBook.file,
        fix: "nothing need be done")
    }
    if !dryRun { try book.write(workflow.folder, inPlaceOf: former) }
    return DecisionRecord(decision: last, written: !dryRun, notes: [])
  }
}
