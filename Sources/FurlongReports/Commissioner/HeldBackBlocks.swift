import FurlongDocuments

/// Takes out of a report the tables that hold nothing but `[c]`, and says once what is held back and why.
///
/// It decides by the cells alone, of which everybody could see that each is `[c]`: what is left out tells nothing new.
struct HeldBackBlocks {
  private let blocks: [Block]

  init(_ blocks: [Block]) { self.blocks = blocks }

  /// What is left, with a sentence where tables and figures stood of which every number is held back.
  var readable: [Block] {
    var readable: [Block] = []
    var held: [Table] = []
    for block in blocks {
      if let table = Self.tableHeldBack(block) {
        held.append(table)
      } else if case .details(let details) = block, let inside = HeldBackDetails(details) {
        held += inside.tables
        readable += inside.kept
      } else {
        readable.append(Self.readable(block))
      }
    }
    guard !held.isEmpty else { return readable }
    // Before what must be read with care, and parts with headings of their own.
    let end = readable.lastIndex { !$0.isAtEnd }.map { $0 + 1 } ?? 0
    readable.insert(.paragraph(Self.sentence(held)), at: end)
    return readable
  }

  private static func readable(_ block: Block) -> Block {
    switch block {
    case .section(var section):
      section.blocks = HeldBackBlocks(section.blocks).readable
      return .section(section)
    case .details(var details):
      details.blocks = HeldBackBlocks(details.blocks).readable
      return .details(details)
    case .table(let table): return .table(table.withRowsHeldBackTogether)
    case .figure(var figure):
      figure.table = figure.table.withRowsHeldBackTogether
      return .figure(figure)
    case .paragraph, .answers, .limit, .quote, .definitions, .list, .notes: return block
    }
  }

  /// The table, alone or of a figure, of which every finding is held back; nil for all else.
  fileprivate static func tableHeldBack(_ block: Block) -> Table? {
    let table: Table
    switch block {
    case .table(let own): table = own
    case .figure(let figure): table = figure.table
    case .section, .details, .paragraph, .answers, .limit, .quote, .definitions, .list, .notes:
      return nil
    }
    return table.isHeldBack ? table : nil
  }

  private static func sentence(_ tables: [Table]) -> Prose {
    let captions = tables.map(\.caption).reduce(into: [Prose]()) { captions, caption in
      if !captions.contains(where: { $0.plainText == caption.plainText }) {
        captions.append(caption)
      }
    }
    let why =
      tables.contains(where: \.hasNotEstimable)
      ? "every number rests on few people, would give them away, or cannot be had from these data"
      : "every number rests on few people or would give them away"
    return "Not shown, because \(Prose(why)): \(captions.joined("; "))."
  }
}

/// What opens when asked for, and holds tables that are all held back; nil where one of them is not.
private struct HeldBackDetails {
  let tables: [Table]
  /// What it says besides with numbers: words about a table go with it.
  let kept: [Block]

  init?(_ details: Details) {
    let held = details.blocks.map(HeldBackBlocks.tableHeldBack)
    let shown = zip(details.blocks, held).filter { $1 == nil }.map(\.0)
    tables = held.compactMap(\.self)
    if tables.isEmpty { return nil }
    for block in shown {
      switch block {
      case .table, .figure, .details, .section: return nil
      case .paragraph, .answers, .limit, .quote, .definitions, .list, .notes: break
      }
    }
    kept = shown.filter(\.hasReleasedNumber)
  }
}

extension Block {
  /// Whether its sentences hold a number that is shown.
  fileprivate var hasReleasedNumber: Bool {
    switch self {
    case .paragraph(let prose): prose.numbers.contains(where: \.isReleased)
    case .list(let points): points.flatMap(\.numbers).contains(where: \.isReleased)
    case .limit, .quote, .definitions, .notes, .answers: true
    case .section, .table, .figure, .details: false
    }
  }
}

extension Block {
  /// Whether it closes a section.
  fileprivate var isAtEnd: Bool {
    switch self {
    case .limit, .section: true
    case .paragraph, .answers, .table, .figure, .quote, .definitions, .list, .details, .notes: false
    }
  }
}

extension ReportedNumber {
  fileprivate var isReleased: Bool { if case .released = value { true } else { false } }
}

extension Table {
  /// The mark that stands for a number that is held back.
  private static let mark = "[c]"
  /// The mark that stands for a number that there is not.
  private static let none = "[x]"

  /// Whether each of its findings is held back, and there is one.
  fileprivate var isHeldBack: Bool {
    let numbers = rows.flatMap { row in
      zip(columns, row.cells).filter { !$0.0.isContext }.flatMap(\.1.numbers)
    }
    return numbers.contains { $0.text == Self.mark }
      && numbers.allSatisfy { $0.text == Self.mark || $0.text == Self.none }
  }

  /// Whether a number of it cannot be had.
  fileprivate var hasNotEstimable: Bool {
    rows.flatMap(\.cells).flatMap(\.numbers).contains { $0.text == Self.none }
  }

  /// The table with rows of nothing but `[c]` that stand next to each other as one.
  fileprivate var withRowsHeldBackTogether: Table {
    var copy = self
    copy.rows = []
    var run: [Row] = []
    func close() {
      if let first = run.first { copy.rows.append(Row(Self.heading(run), first.cells)) }
      run = []
    }
    for row in rows {
      if row.cells.allSatisfy({ $0.plainText == Self.mark }), !row.cells.isEmpty {
        run.append(row)
      } else {
        close()
        copy.rows.append(row)
      }
    }
    close()
    return copy
  }

  /// `Age band: 18 to 24, 25 to 34; Gender: not said`; of numbered ones `Month 12 before to month 6 before`.
  private static func heading(_ rows: [Row]) -> Prose {
    guard rows.count > 1, let first = rows.first, let last = rows.last else {
      return rows.first?.heading ?? Prose()
    }
    var kinds: [(kind: String, names: [String])] = []
    for row in rows {
      let words = row.heading.plainText
      let parts = words.split(separator: ": ", maxSplits: 1).map(String.init)
      let (kind, name) = parts.count == 2 ? (parts[0], parts[1]) : ("", words)
      if !kind.isEmpty, let place = kinds.firstIndex(where: { $0.kind == kind }) {
        kinds[place].names.append(name)
      } else {
        kinds.append((kind, [name]))
      }
    }
    // Months and the like, in a row.
    let patterns = Set(rows.map { $0.heading.plainText.replacing(/[0-9]+/, with: "") })
    if rows.count > 2, kinds.allSatisfy(\.kind.isEmpty), patterns.count == 1 {
      return "\(first.heading) to \(Prose(last.heading.plainText.lowercasedStart))"
    }
    return Prose(
      kinds.map { kind, names in
        (kind.isEmpty ? "" : "\(kind): ") + names.joined(separator: ", ")
      }.joined(separator: "; "))
  }
}
