/// A run of words in a line.
public indirect enum Inline: Codable, Hashable, Sendable {
  /// Plain words.
  case text(String)
  /// Words that matter most.
  case strong(Prose)
  /// Words that are stressed or named.
  case emphasis(Prose)
  /// A command or a key, letter for letter.
  case code(String)
  /// A number with its fact.
  case number(ReportedNumber)
}

/// Words and numbers in order: what a sentence, a cell or a caption is made of.
///
/// Write it as a text with numbers in it:
///
/// ```swift
/// let sentence: Prose = "Of the \(due) students due, \(returned) filled one in."
/// ```
public struct Prose: Codable, Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The pieces, in order.
  public var inlines: [Inline]

  /// Makes prose of pieces.
  public init(_ inlines: [Inline] = []) {
    self.inlines = inlines
  }

  /// Makes prose of plain words.
  public init(_ words: String) {
    inlines = words.isEmpty ? [] : [.text(words)]
  }

  /// Makes prose of one number.
  public init(_ number: ReportedNumber) {
    inlines = [.number(number)]
  }

  /// Makes prose of a literal.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// Makes prose of a literal with numbers and prose in it.
  public init(stringInterpolation: Interpolation) {
    inlines = stringInterpolation.inlines
  }

  /// The prose as words that matter most.
  public static func strong(_ prose: Prose) -> Prose { Prose([.strong(prose)]) }

  /// The prose as words that are stressed.
  public static func emphasis(_ prose: Prose) -> Prose { Prose([.emphasis(prose)]) }

  /// A text as code.
  public static func code(_ text: String) -> Prose { Prose([.code(text)]) }

  /// One prose after another, with nothing between.
  public static func + (first: Prose, second: Prose) -> Prose {
    Prose(first.inlines + second.inlines)
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { inlines.isEmpty }

  /// The words and printed numbers, without marks.
  public var plainText: String {
    inlines.map { inline in
      switch inline {
      case .text(let words), .code(let words): words
      case .strong(let prose), .emphasis(let prose): prose.plainText
      case .number(let number): number.text
      }
    }.joined()
  }

  /// The numbers, in order.
  public var numbers: [ReportedNumber] {
    inlines.flatMap { inline -> [ReportedNumber] in
      switch inline {
      case .text, .code: []
      case .strong(let prose), .emphasis(let prose): prose.numbers
      case .number(let number): [number]
      }
    }
  }

  /// Prose while a literal is being read.
  public struct Interpolation: StringInterpolationProtocol {
    var inlines: [Inline] = []

    /// Starts empty.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words of the literal.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { inlines.append(.text(literal)) }
    }

    /// Adds words.
    public mutating func appendInterpolation(_ words: String) {
      appendLiteral(words)
    }

    /// Adds a number with its fact.
    public mutating func appendInterpolation(_ number: ReportedNumber) {
      inlines.append(.number(number))
    }

    /// Adds prose.
    public mutating func appendInterpolation(_ prose: Prose) {
      inlines += prose.inlines
    }

    /// Adds words that matter most.
    public mutating func appendInterpolation(strong prose: Prose) {
      inlines.append(.strong(prose))
    }
  }
}

extension DefaultStringInterpolation {
  /// Prose in a string would stand there as the code that made it.
  @available(*, unavailable, message: "a string cannot hold prose; make the whole of it prose")
  public mutating func appendInterpolation(_ prose: Prose) {}

  /// A number with its fact in a string would stand there as the code that made it.
  @available(*, unavailable, message: "a string cannot hold a reported number; make it prose")
  public mutating func appendInterpolation(_ number: ReportedNumber) {}
}
