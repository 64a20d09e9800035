/// A drawing as SVG, for a column and for a phone.
public struct Drawing: Codable, Hashable, Sendable {
  /// One `<svg>` element.
  public var wide: String
  /// The same drawing laid out for a narrow screen; without it the wide one shrinks.
  public var narrow: String?

  /// Makes a drawing.
  public init(_ wide: String, narrow: String? = nil) {
    self.wide = wide
    self.narrow = narrow
  }
}

/// A figure: the finding as its title, the drawing, its words for those who do not see it, its
/// numbers.
public struct Figure: Codable, Hashable, Sendable {
  /// Its id in the document; unique.
  public var id: String
  /// The finding, as a sentence.
  public var title: Prose
  /// What, who, when and how many.
  public var subtitle: Prose
  /// The drawing.
  public var drawing: Drawing
  /// The drawing in words.
  public var alternative: String
  /// The numbers behind it.
  public var table: Table
  /// Where the numbers come from and how they were made.
  public var source: Prose
  /// Whether its table says on paper all that it draws, so that only screens draw it: paper has its finding and names the table.
  public var isForScreens: Bool
  /// The number that it is cited by, once the document is numbered.
  public internal(set) var number: Int?

  /// Makes a figure.
  public init(
    id: String, title: Prose, subtitle: Prose, drawing: Drawing, alternative: String, table: Table,
    source: Prose = Prose(), isForScreens: Bool = false
  ) {
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.drawing = drawing
    self.alternative = alternative
    self.table = table
    self.source = source
    self.isForScreens = isForScreens
  }
}
