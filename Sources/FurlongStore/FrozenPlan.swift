import GRDB

extension StudyFile {
  /// The digest of the plan that was frozen or amended last; nil where none was.
  public func frozenPlan() throws(StoreError) -> String? {
    try read { try String.fetchOne($0, sql: "SELECT frozen_plan FROM study") }
  }

  /// Remembers that a plan was frozen, so that the record cannot get lost unseen.
  public func rememberFrozenPlan(_ digest: String) throws(StoreError) {
    try write {
      try $0.execute(sql: "UPDATE study SET frozen_plan = ?", arguments: [digest])
    }
  }
}
