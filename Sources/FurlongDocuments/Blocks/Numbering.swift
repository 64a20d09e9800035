/// Numbers the figures and the tables of a document in the order of reading, a figure before its own table, so that all
/// forms of the document cite the same ones.
struct Numbering {
  private var figures = 0
  private var tables = 0

  mutating func number(_ block: Block) -> Block {
    switch block {
    case .section(var section):
      section.blocks = section.blocks.map { number($0) }
      return .section(section)
    case .details(var details):
      details.blocks = details.blocks.map { number($0) }
      return .details(details)
    case .figure(var figure):
      figures += 1
      figure.number = figures
      figure.table = number(figure.table)
      return .figure(figure)
    case .table(let table): return .table(number(table))
    case .paragraph, .answers, .limit, .quote, .definitions, .list, .notes: return block
    }
  }

  private mutating func number(_ table: Table) -> Table {
    tables += 1
    var numbered = table
    numbered.number = tables
    return numbered
  }
}

extension Document {
  /// The document with its figures and tables numbered; renderers number what they are given.
  public func numbered() -> Document {
    var numbering = Numbering()
    var copy = self
    copy.blocks = blocks.map { numbering.number($0) }
    return copy
  }
}

extension Figure {
  /// What it is cited as, such as "Figure 3".
  var label: String? { number.map { "Figure \($0)" } }

  /// The title behind what it is cited as.
  var citedTitle: Prose { label.map { Prose($0 + ": ") + title } ?? title }
}

extension Table {
  /// What it is cited as, such as "Table 5".
  var label: String? { number.map { "Table \($0)" } }

  /// The caption behind what it is cited as.
  var citedCaption: Prose { label.map { Prose($0 + ": ") + caption } ?? caption }
}
