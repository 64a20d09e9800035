/// A value to be written into a cell.
public enum CSVCell: Equatable, Sendable {
  /// Words; guarded against being taken for a formula.
  case text(String)
  /// A finite number, written as the shortest text that reads back to it.
  case number(Double)
  /// A whole number.
  case whole(Int)
  /// Nothing.
  case empty

  /// A number if there is one, else an empty cell.
  public static func number(_ value: Double?) -> CSVCell { value.map { .number($0) } ?? .empty }

  /// A whole number if there is one, else an empty cell.
  public static func whole(_ value: Int?) -> CSVCell { value.map { .whole($0) } ?? .empty }

  /// A text if there is one, else an empty cell.
  public static func text(_ value: String?) -> CSVCell { value.map { .text($0) } ?? .empty }
}
