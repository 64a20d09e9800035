import FurlongStudy
import FurlongTables

/// A column of an export as its cells are read: where it stands, and what its cells turned out to be.
final class CellColumn {
  /// Its heading.
  let name: String
  /// Its place among the columns; nil where the export does not have it.
  let place: Int?
  /// The values of its cells; nil for a word that stands for none.
  let values = CellMemo<String?>()
  let numbers = CellMemo<Double?>()
  let days = CellMemo<CalendarDay?>()

  init(_ name: String, at place: Int?) {
    self.name = name
    self.place = place
  }
}

/// Words that a mapping gives a meaning, and what the cells that hold them turned out to mean.
final class CellWords<Meaning> {
  let meanings: [String: Meaning]
  let cells = CellMemo<Meaning?>()

  init(_ meanings: [String: Meaning]) { self.meanings = meanings }
}
