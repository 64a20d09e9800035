/// A part of a document.
public indirect enum Block: Codable, Hashable, Sendable {
  /// Blocks under a heading.
  case section(Section)
  /// A paragraph.
  case paragraph(Prose)
  /// Questions with their answers: page one.
  case answers([Answer])
  /// A table.
  case table(Table)
  /// A figure.
  case figure(Figure)
  /// What must be read with care.
  case limit(LimitBox)
  /// What somebody said.
  case quote(Quote)
  /// Names with what they stand for, such as how the report was made.
  case definitions([Definition])
  /// Points, one below another.
  case list([Prose])
  /// Blocks that open when asked for.
  case details(Details)
  /// Notes at the foot of what they belong to.
  case notes([Note])
}

/// Blocks under a heading.
public struct Section: Codable, Hashable, Sendable {
  /// Its id in the document; unique.
  public var id: String
  /// A few small words above the heading, such as "Question 1".
  public var label: String?
  /// The heading.
  public var heading: String
  /// What it holds.
  public var blocks: [Block]

  /// Makes a section.
  public init(id: String, label: String? = nil, heading: String, blocks: [Block]) {
    self.id = id
    self.label = label
    self.heading = heading
    self.blocks = blocks
  }
}

/// A question and its answer.
public struct Answer: Codable, Hashable, Sendable {
  /// The question.
  public var question: String
  /// The answer, its main words strong; empty where it is all in points.
  public var answer: Prose
  /// Points below it.
  public var points: [Prose]

  /// Makes an answer.
  public init(_ question: String, _ answer: Prose, points: [Prose] = []) {
    self.question = question
    self.answer = answer
    self.points = points
  }
}

/// What must be read with care.
public struct LimitBox: Codable, Hashable, Sendable {
  /// How it begins.
  public var heading: String
  /// What limits the numbers nearby.
  public var paragraphs: [Prose]

  /// Makes a box.
  public init(heading: String = "Read this with care.", _ paragraphs: [Prose]) {
    self.heading = heading
    self.paragraphs = paragraphs
  }
}

/// What somebody said.
public struct Quote: Codable, Hashable, Sendable {
  /// The words, letter for letter.
  public var words: String
  /// Who said it, under which consent, how it was chosen.
  public var attribution: String

  /// Makes a quote.
  public init(_ words: String, attribution: String) {
    self.words = words
    self.attribution = attribution
  }
}

/// A name with what it stands for.
public struct Definition: Codable, Hashable, Sendable {
  /// The name.
  public var term: String
  /// What it stands for.
  public var meaning: Prose

  /// Makes a definition.
  public init(_ term: String, _ meaning: Prose) {
    self.term = term
    self.meaning = meaning
  }
}

/// Blocks that open when asked for.
public struct Details: Codable, Hashable, Sendable {
  /// What opens them.
  public var summary: String
  /// What is inside.
  public var blocks: [Block]
  /// Whether it is read so seldom that it stays off paper: it stands on the screen, in Markdown and in the JSON.
  public var isSeldomRead: Bool

  /// Makes the details.
  public init(_ summary: String, isSeldomRead: Bool = false, _ blocks: [Block]) {
    self.summary = summary
    self.isSeldomRead = isSeldomRead
    self.blocks = blocks
  }
}

/// A note, with the mark that refers to it, such as `[c]`.
public struct Note: Codable, Hashable, Sendable {
  /// The mark.
  public var mark: String?
  /// What it says.
  public var text: Prose

  /// Makes a note.
  public init(mark: String? = nil, _ text: Prose) {
    self.mark = mark
    self.text = text
  }
}
