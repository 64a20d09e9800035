import FurlongStudy
import FurlongWorkflow

/// Problems in words for a terminal.
struct ProblemWords {
  /// So many rows and values are named before "and more".
  private static let shown = 3

  /// One problem: how far it reaches, where, what happened, what to do.
  static func one(_ problem: Problem) -> String {
    "\(problem.severity.rawValue)[\(problem.code)]  \(problem.place)\n"
      + "  \(problem.message)\n  fix  \(problem.fix)\n"
  }

  /// Equal problems in one paragraph, with how many there are and the first rows.
  static func group(_ group: ProblemGroup) -> String {
    guard group.count > 1 else { return one(group.first) }
    let problem = group.first
    let place = problem.file + (problem.column.map { ":\($0)" } ?? "")
    return "\(problem.severity.rawValue)[\(problem.code)]  \(place)  \(group.count) times"
      + (group.rows.isEmpty ? "" : ": " + rows(group.rows)) + "\n"
      + "  \(problem.message)\n" + values(group) + "  fix  \(problem.fix)\n"
  }

  /// How many problems there are, and of how many kinds.
  static func total(_ problems: Int, groups: Int) -> String {
    guard problems > 1 else { return "1 problem\n" }
    return "\(problems) problems"
      + (groups < problems ? " of \(groups) \(groups == 1 ? "kind" : "kinds")" : "") + "\n"
  }

  /// `rows 4, 9, 12 and 225 more`.
  private static func rows(_ rows: [Int]) -> String {
    let words = list(rows.map(String.init))
    return (rows.count == 1 ? "row " : "rows ") + words
  }

  private static func values(_ group: ProblemGroup) -> String {
    guard !group.values.isEmpty else { return "" }
    let words = list(
      group.values.map { $0.count > 1 ? "\($0.value) (\($0.count) times)" : $0.value })
    return "  the values are \(words)\n"
  }

  private static func list(_ words: [String]) -> String {
    guard words.count > 1 else { return words.joined() }
    let named = words.count > shown + 1 ? Array(words.prefix(shown)) : Array(words.dropLast())
    let rest = words.count - named.count
    let last = rest == 1 ? words[named.count] : "\(rest) more"
    return named.joined(separator: ", ") + " and " + last
  }
}
