import FurlongTestSupport

/// The lists of numbers of a record's list.
func rows(_ value: ReferenceValue) -> [[Double]] {
  if case .list(let lists) = value { return lists.map(\.numbers) }
  return []
}

/// The groups of a record: its own, or the change of weight by treatment of the anorexia data.
func groups(_ record: ReferenceRecord) throws -> [[Double]] {
  if !record.data["groups"].isMissing { return rows(record.data["groups"]) }
  let data = try PublishedData("anorexia", "anorexia.csv")
  let changes = zip(data.numbers("Prewt"), data.numbers("Postwt")).map { before, after in
    before.flatMap { b in after.map { $0 - b } }
  }
  return ["CBT", "Cont", "FT"].map { treatment in
    zip(data.text("Treat"), changes).compactMap { $0 == treatment ? $1 : nil }
  }
}
