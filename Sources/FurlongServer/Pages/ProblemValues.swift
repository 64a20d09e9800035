import FurlongStudy
import FurlongWorkflow

/// Problems as their page shows them.
struct ProblemValues {
  /// So many rows are named.
  private static let shown = 8

  let values: [String: Any]

  init(_ problems: [Problem]) {
    let groups = ProblemGroup.groups(of: problems)
    values = [
      "total": problems.count, "one": problems.count == 1, "none": problems.isEmpty,
      "groups": groups.map { group -> [String: Any] in
        let rows = group.rows.prefix(Self.shown).map(String.init).joined(separator: ", ")
        let more = group.rows.count - Self.shown
        return [
          "severity": group.first.severity.rawValue, "code": group.first.code,
          "file": group.first.file, "column": group.first.column ?? "",
          "hasColumn": group.first.column != nil, "what": group.first.message,
          "fix": group.first.fix, "times": group.count, "many": group.count > 1,
          "rows": rows + (more > 0 ? " and \(more) more" : ""), "hasRows": !rows.isEmpty,
        ]
      },
    ]
  }
}
