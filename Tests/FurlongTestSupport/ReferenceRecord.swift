public import Testing

/// One result of another program: what was called, on what, and what came out.
public struct ReferenceRecord: Decodable, Sendable, CustomTestStringConvertible {
  /// The record's name, which the test's name repeats.
  public let id: String
  /// The call or the formula that made the numbers.
  public let call: String
  /// The package that made them.
  public let package: String
  /// Its version.
  public let version: String
  /// What went in.
  public let data: ReferenceValue
  private let results: ReferenceValue

  private enum CodingKeys: String, CodingKey {
    case id, call, package, version, data
    case results = "expected"
  }

  /// What came out; reading it names the record in the table of agreement.
  public var expected: ReferenceValue {
    AgreementLedger.current?.note(self)
    return results
  }

  /// The record's name.
  public var testDescription: String { id }
}

/// A value of a reference file: a number, a list or named values; "Inf" and "-Inf" are numbers.
public indirect enum ReferenceValue: Decodable, Sendable {
  /// A number, infinite ones included.
  case number(Double)
  /// A text that is no number.
  case text(String)
  /// A list.
  case list([ReferenceValue])
  /// Values with names.
  case named([String: ReferenceValue])
  /// Nothing: null.
  case missing

  /// Reads whichever of them stands there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .missing
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = text == "Inf" ? .number(.infinity) : text == "-Inf" ? .number(-.infinity) : .text(text)
    } else if let list = try? container.decode([ReferenceValue].self) {
      self = .list(list)
    } else {
      self = .named(try container.decode([String: ReferenceValue].self))
    }
  }

  /// The value of a name, or nothing where the record has no such name.
  public subscript(_ name: String) -> ReferenceValue {
    if case .named(let values) = self { return values[name] ?? .missing }
    return .missing
  }

  /// The number; NaN, which agrees with nothing, where there is none.
  public var number: Double {
    if case .number(let number) = self { return number }
    return .nan
  }

  /// The numbers of a list, or of a single number.
  public var numbers: [Double] {
    switch self {
    case .number(let number): [number]
    case .list(let list): list.map(\.number)
    case .text, .named, .missing: []
    }
  }

  /// The text, empty where there is none.
  public var word: String {
    if case .text(let text) = self { return text }
    return ""
  }

  /// The texts of a list.
  public var words: [String] {
    if case .list(let list) = self { return list.map(\.word) }
    return []
  }

  /// Whether the record has no such value.
  public var isMissing: Bool {
    if case .missing = self { return true }
    return false
  }
}

/// Expects lists of numbers to agree one by one.
public func expectClose(
  _ actual: [Double], _ expected: ReferenceValue, relative tolerance: Double = 1e-10,
  strict: Bool = false, _ what: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  let numbers = expected.numbers
  #expect(actual.count == numbers.count && !actual.isEmpty, sourceLocation: sourceLocation)
  for (a, e) in zip(actual, numbers) {
    expectClose(
      a, e, relative: tolerance, strict: strict, what, sourceLocation: sourceLocation)
  }
}

/// Expects a number to agree with a record's.
public func expectClose(
  _ actual: Double, _ expected: ReferenceValue, relative tolerance: Double = 1e-10,
  strict: Bool = false, _ what: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  expectClose(
    actual, expected.number, relative: tolerance, strict: strict, what,
    sourceLocation: sourceLocation)
}

/// A file of records: `{"records": […]}` in `Reference/` beside the calling test.
public struct ReferenceRecords: Decodable, Sendable {
  private let records: [ReferenceRecord]

  /// Every record of a file whose name starts so.
  public static func all(
    _ name: String, _ prefix: String = "", file: String = #filePath
  ) throws -> [ReferenceRecord] {
    try reference(name, as: ReferenceRecords.self, file: file).records.filter {
      $0.id.hasPrefix(prefix)
    }
  }

  /// The records with these names, each of which must be there.
  public static func named(
    _ name: String, _ ids: String..., file: String = #filePath
  ) throws -> [ReferenceRecord] {
    let records = try all(name, file: file)
    return try ids.map { id in try #require(records.first { $0.id == id }, "no record \(id)") }
  }
}
