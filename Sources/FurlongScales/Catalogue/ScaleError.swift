/// What a plan asks of a scale and cannot have.
public enum ScaleError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No scale has this id.
  case unknownScale(id: String, nearest: String?, known: [String])
  /// An instrument has several scores and no total.
  case severalScores(instrument: String, scales: [String])
  /// Two scales have the same id.
  case idTaken(id: String)
  /// Blank items may not be filled in: a table converts the sum of all items.
  case blankItemsWithConversion(scale: String, asked: Int)
  /// The number of blank items is negative, or leaves no answer.
  case blankItemsOutOfRange(scale: String, asked: Int, items: Int)

  /// What is wrong.
  public var what: String {
    switch self {
    case .unknownScale(let id, _, _): "no scale has the id '\(id)'"
    case .severalScores(let instrument, _): "'\(instrument)' has several scores and no total"
    case .idTaken(let id): "two scales have the id '\(id)'"
    case .blankItemsWithConversion(let scale, _):
      "blank items of '\(scale)' cannot be filled in: its table needs all of them"
    case .blankItemsOutOfRange(let scale, let asked, let items):
      items == 0
        ? "'\(scale)' is read as a total, which has no blank items"
        : "\(asked) blank items cannot be allowed for '\(scale)', which has \(items) items"
    }
  }

  /// What to do about it.
  public var fix: String {
    switch self {
    case .unknownScale(_, let nearest, let known):
      (nearest.map { "did you mean '\($0)'? " } ?? "")
        + (known.count > 12
          ? "`furlong scales` lists the \(known.count) that are known"
          : "Known: \(known.joined(separator: ", "))")
    case .severalScores(_, let scales): "write one of: \(scales.joined(separator: ", "))"
    case .idTaken: "give one of them another id"
    case .blankItemsWithConversion: "take blank_items out of its outcome"
    case .blankItemsOutOfRange(_, _, let items):
      items == 0 ? "take blank_items out" : "allow 0 to \(items - 1)"
    }
  }

  /// One line: what, and what to do.
  public var description: String { "\(what); \(fix)" }
}
