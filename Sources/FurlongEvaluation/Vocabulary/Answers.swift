/// The answers to all measures of one set: none can be forgotten, since each is computed when they are made.
public struct Answers<Measures: FindingMeasure, N: Numbers>: Sendable, Equatable {
  private var values: [N.Answer]

  /// Computes the answer to every measure of the set.
  public init(_ compute: (Measures) throws -> N.Answer) rethrows {
    values = try Measures.allCases.map(compute)
  }

  /// The answer to one measure.
  public subscript(measure: Measures) -> N.Answer {
    get { values[Self.place(of: measure)] }
    set { values[Self.place(of: measure)] = newValue }
  }

  /// The measures with their answers, in the order in which they are declared.
  public var all: [(measure: Measures, answer: N.Answer)] {
    Array(zip(Measures.allCases, values)).map { ($0.0, $0.1) }
  }

  /// The same answers in other numbers.
  public func map<Other: Numbers>(
    _ transform: (Measures, N.Answer) throws -> Other.Answer
  ) rethrows -> Answers<Measures, Other> {
    try Answers<Measures, Other> { try transform($0, self[$0]) }
  }

  private static func place(of measure: Measures) -> Int {
    var place = 0
    for other in Measures.allCases {
      if other == measure { return place }
      place += 1
    }
    preconditionFailure("a measure stands in allCases of its own set")
  }
}

extension Answers: Encodable {
  private struct Word: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Writes each answer under its measure's name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Word.self)
    for (measure, answer) in all {
      try container.encode(answer, forKey: Word(stringValue: "\(measure)"))
    }
  }
}

extension Answers: Decodable where N == Unreleased {
  /// Reads every answer; one that is missing is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Word.self)
    try self.init { try container.decode(FoundAnswer.self, forKey: Word(stringValue: "\($0)")) }
  }
}
