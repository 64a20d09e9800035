/// Why a row of an export is no row of data.
public enum SkippedRow: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
  /// Nothing stands in it.
  case blank
  /// Sums or averages of the rows above.
  case totals
  /// The headings, pasted again.
  case headings
  /// What the marks of a register mean.
  case key
  /// A heading's second or third row, which the mapping names under `skip_rows`.
  case named
  /// What the mapping leaves out by what stands in a column.
  case leftOut = "left out"
  /// Another question or measure than the mapping names.
  case otherMeasures = "other measures"
  /// Of a trust's list or extract, and of people who are not in the register.
  case notInRegister = "not in the register"
  /// A code of a story that its coder has not read to its end.
  case notRead = "not read"
  /// A code whose words are no longer in the story.
  case lostPlace = "lost its place"
  /// Left out because somebody decided so (fixes/decisions.json).
  case byHand = "by hand"
}
