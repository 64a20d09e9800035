/// A document as a tree of blocks: what it says, and nothing of how it looks.
public struct Document: Codable, Hashable, Sendable {
  /// The title.
  public var title: String
  /// The language, as in HTML's `lang`.
  public var language: String
  /// A few small words above the title: what it is and for whom.
  public var kicker: String?
  /// What follows the title at once.
  public var lead: [Prose]
  /// Words that must stand on every page, such as "Invented data".
  public var banner: String?
  /// What it holds.
  public var blocks: [Block]

  /// The id of the section that says how the report was made: where there are pages, it stands behind the annex.
  public static let provenance = "provenance"
  /// The heading of the annex, where whatever opens on a screen stands where there are pages.
  static let annex = "Annex: the tables behind the figures"

  /// Makes a document.
  public init(
    title: String, language: String = "en-GB", kicker: String? = nil, lead: [Prose] = [],
    banner: String? = nil, blocks: [Block]
  ) {
    self.title = title
    self.language = language
    self.kicker = kicker
    self.lead = lead
    self.banner = banner
    self.blocks = blocks
  }

  /// All prose in the order of reading; quotes, headings and other plain texts are prose too.
  public var proses: [Prose] {
    [kicker, title].compactMap { $0.map(Prose.init(_:)) } + lead + blocks.flatMap(\.proses)
  }

  /// Every number, in the order of reading.
  public var numbers: [ReportedNumber] { proses.flatMap(\.numbers) }

  /// All words, a line a piece: what a check of the wording reads.
  public var plainText: String { proses.map(\.plainText).joined(separator: "\n") }
}

extension Block {
  /// Whether it is the section that says how the report was made.
  var isProvenance: Bool {
    if case .section(let section) = self { section.id == Document.provenance } else { false }
  }

  /// All prose of the block in the order of reading.
  public var proses: [Prose] {
    switch self {
    case .section(let section):
      [section.label, section.heading].compactMap { $0.map(Prose.init(_:)) }
        + section.blocks.flatMap(\.proses)
    case .paragraph(let prose): [prose]
    case .answers(let answers): answers.flatMap { [Prose($0.question), $0.answer] + $0.points }
    case .table(let table): table.proses
    case .figure(let figure):
      [figure.title, figure.subtitle, Prose(figure.alternative)] + figure.table.proses
        + [figure.source]
    case .limit(let box): [Prose(box.heading)] + box.paragraphs
    case .quote(let quote): [Prose(quote.words), Prose(quote.attribution)]
    case .definitions(let list): list.flatMap { [Prose($0.term), $0.meaning] }
    case .list(let points): points
    case .details(let details): [Prose(details.summary)] + details.blocks.flatMap(\.proses)
    case .notes(let notes): notes.flatMap { [Prose($0.mark ?? ""), $0.text] }
    }
  }
}

extension Table {
  /// All prose of the table in the order of reading.
  var proses: [Prose] {
    let headings = columns.map { column in
      Prose(column.unit.map { "\(column.heading) (\($0))" } ?? column.heading)
    }
    return [caption] + notes + [Prose(rowsHeading)] + headings
      + rows.flatMap { [$0.heading] + $0.cells }
  }
}
