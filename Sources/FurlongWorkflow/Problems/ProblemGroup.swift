public import FurlongStudy

/// Equal problems of one column, told once: what is wrong, how often, and where first.
public struct ProblemGroup: Sendable, Equatable {
  /// A value that cells hold, as messages show it, and how often.
  public struct ShownValue: Sendable, Equatable {
    /// The value in its quotes.
    public var value: String
    /// How many of the problems show it.
    public var count: Int
  }

  /// The problems, in order of row.
  public var problems: [Problem]
  /// The first of them.
  public var first: Problem
  /// Their rows in order, each once.
  public var rows: [Int]
  /// How many there are.
  public var count: Int { problems.count }
  /// The values that their messages show, the most frequent first; empty where one message says all.
  public var values: [ShownValue]

  /// Problems in groups: stops first, then rows set aside, warnings and notes; in each the largest group first.
  ///
  /// Problems are equal where code, export, column, message and fix are, save for the row and the value shown.
  public static func groups(of problems: [Problem]) -> [ProblemGroup] {
    var places: [Key: Int] = [:]
    var members: [[Problem]] = []
    for problem in problems {
      let key = Key(problem)
      if let place = places[key] {
        members[place].append(problem)
      } else {
        places[key] = members.count
        members.append([problem])
      }
    }
    let severities = Array(Problem.Severity.allCases.reversed())
    func rank(_ group: ProblemGroup) -> Int {
      severities.firstIndex(of: group.first.severity) ?? severities.count
    }
    return members.compactMap(ProblemGroup.init).sorted { left, right in
      (rank(left), -left.count, left.first.file, left.first.row ?? 0, left.first.code)
        < (rank(right), -right.count, right.first.file, right.first.row ?? 0, right.first.code)
    }
  }

  private init?(_ problems: [Problem]) {
    let sorted = problems.sorted { ($0.row ?? 0) < ($1.row ?? 0) }
    guard let first = sorted.first else { return nil }
    self.first = first
    self.problems = sorted
    rows = Set(sorted.compactMap(\.row)).sorted()
    var counts: [String: Int] = [:]
    for problem in sorted {
      if let value = MessageParts(problem.message).value { counts[value, default: 0] += 1 }
    }
    values =
      counts.count < 2
      ? []
      : counts.map { ShownValue(value: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  private struct Key: Hashable {
    var severity: Problem.Severity
    var code: String
    var file: String
    var column: String?
    var message: String
    var fix: String

    init(_ problem: Problem) {
      severity = problem.severity
      code = problem.code
      file = problem.file
      column = problem.column
      message = MessageParts(problem.message).pattern
      fix = problem.fix
    }
  }
}

/// A message taken apart: the value that it begins with, and the rest with its rows left out.
struct MessageParts {
  /// The value in quotes at its beginning; nil where it shows none.
  let value: String?
  /// What is the same in all messages of the kind.
  let pattern: String

  init(_ message: String) {
    var rest = message[...]
    if message.first == "'", let end = message.dropFirst().firstRange(of: "' ") {
      value = String(message[..<end.lowerBound]) + "'"
      rest = message[end.lowerBound...].dropFirst()
    } else {
      value = nil
    }
    pattern = (value == nil ? "" : "'…'") + Self.withoutRows(rest)
  }

  /// Numbers after the word "row" or "rows", with what joins them, become one sign.
  private static func withoutRows(_ text: Substring) -> String {
    guard text.contains("ow") else { return String(text) }
    var words: [Substring] = []
    var isAfterRow = false
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let bare = word.drop { $0 == "(" }
      if ["row", "rows", "Row", "Rows"].contains(bare) {
        isAfterRow = true
        words.append(word)
      } else if isAfterRow, bare == "and" || bare == "more" || endsInNumber(bare) {
        if words.last != "#" { words.append("#") }
      } else {
        isAfterRow = false
        words.append(word)
      }
    }
    return words.joined(separator: " ")
  }

  private static func endsInNumber(_ word: Substring) -> Bool {
    var bare = word
    while let last = bare.last, ",.);:".contains(last) { bare.removeLast() }
    return bare.last?.isNumber ?? false
  }
}
