/// A column of a table as recognition sees it: its heading, and how often each text stands in its cells.
public struct ColumnSample: Sendable, Equatable {
  /// So many different texts are kept at most; a column with more holds no answers.
  public static let mostTexts = 400

  /// The heading.
  public let heading: String
  /// How many cells hold each text; blank cells are in none.
  public private(set) var texts: [String: Int] = [:]
  /// How many cells held a text that was one too many to keep.
  public private(set) var beyond = 0

  /// A column without cells.
  public init(heading: String) { self.heading = heading }

  /// Counts a cell; a blank one is passed over.
  public mutating func add(_ cell: String) {
    if cell.allSatisfy(\.isWhitespace) { return }
    if texts[cell] != nil || texts.count < Self.mostTexts {
      texts[cell, default: 0] += 1
    } else {
      beyond += 1
    }
  }

  /// The same cells under another heading.
  public func headed(_ heading: String) -> ColumnSample {
    var other = ColumnSample(heading: heading)
    other.texts = texts
    other.beyond = beyond
    return other
  }

  /// How many cells hold something.
  var filled: Int { texts.values.reduce(beyond, +) }

  /// The texts in order, so that nothing depends on the order of a dictionary.
  var inOrder: [(text: String, cells: Int)] {
    texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
