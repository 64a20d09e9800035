import FurlongStudy

/// Problems of rows: of each kind (code and column) the first are listed, the others counted, so that a file that is wrong in
/// every row fills neither memory nor study file.
struct BoundedProblems {
  /// How many of a kind are listed.
  static let most = 1_000

  /// One kind of problem.
  struct Kind {
    let column: String?
    /// How many there are.
    var count: Int
    /// The first of them in the order of rows.
    var first: Problem
  }

  private struct Key: Hashable {
    var code: String
    var column: String?
  }

  private var kinds: [Key: Kind] = [:]
  private var listed: [Problem] = []

  /// Takes a problem in.
  mutating func add(_ problem: Problem) {
    let key = Key(code: problem.code, column: problem.column)
    guard var kind = kinds[key] else {
      kinds[key] = Kind(column: problem.column, count: 1, first: problem)
      listed.append(problem)
      return
    }
    kind.count += 1
    if Self.isBefore(problem, kind.first) { kind.first = problem }
    kinds[key] = kind
    if kind.count <= Self.most { listed.append(problem) }
  }

  /// The kinds with a code, by column.
  func kinds(_ code: ProblemCode) -> [Kind] {
    kinds.filter { $0.key.code == code.rawValue }.map(\.value)
      .sorted { ($0.column ?? "") < ($1.column ?? "") }
  }

  /// The kind of which there are most; of several the one that comes first in the file.
  var commonest: Kind? {
    kinds.values.min { one, other in
      one.count != other.count
        ? one.count > other.count : Self.isBefore(one.first, other.first)
    }
  }

  /// Those listed, in the order of rows and columns, after how many more there are of a kind.
  var all: [Problem] {
    let more = kinds.values.filter { $0.count > Self.most }
      .sorted { Self.isBefore($0.first, $1.first) }
      .map { kind in
        Problem(
          severity: kind.first.severity, code: kind.first.code, file: kind.first.file, row: nil,
          column: kind.column,
          message:
            "\(kind.count - Self.most) more rows have the same problem as the first \(Self.most), which are listed.",
          fix: kind.first.fix)
      }
    return more + listed.sorted(by: Self.isBefore)
  }

  private static func isBefore(_ one: Problem, _ other: Problem) -> Bool {
    (one.row ?? 0, one.column ?? "", one.code) < (other.row ?? 0, other.column ?? "", other.code)
  }
}
