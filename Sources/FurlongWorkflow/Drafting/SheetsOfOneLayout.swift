import FurlongForms
import FurlongImport

/// Sheets of a workbook for which the same mapping was drafted: one mapping reads them all.
enum SheetsOfOneLayout {
  /// The outcomes, the first sheet of each layout with the mapping of all of them, and the others with its name.
  static func together(
    _ outcomes: [StudyFromExports.Outcome]
  ) -> [StudyFromExports.Outcome] {
    var outcomes = outcomes
    var places: [[String]: [Int]] = [:]
    for place in outcomes.indices {
      guard let sheet = outcomes[place].sheet, let draft = outcomes[place].seen?.draft,
        draft.kind != nil
      else { continue }
      places[[outcomes[place].file, layout(draft.text, without: sheet)], default: []].append(place)
    }
    for same in places.values where same.count > 1 {
      guard let first = same.first, var seen = outcomes[first].seen else { continue }
      let sheets = same.compactMap { outcomes[$0].sheet }
      seen.draft.text = seen.draft.text.replacing(
        said(sheets[0]), with: "sheet: [\(sheets.map(YAMLText.quoted).joined(separator: ", "))]")
      for place in same.dropFirst() {
        for check in outcomes[place].seen?.draft.checks ?? []
        where !seen.draft.checks.contains(check) {
          seen.draft.checks.append(check)
        }
        outcomes[place].seen?.draft.checks = []
      }
      seen.isOfSeveralSheets = true
      outcomes[first].seen = seen
      for place in same.dropFirst() { outcomes[place].map = "maps/\(seen.mapFile)" }
    }
    return outcomes
  }

  /// A mapping without its remarks and its sheet.
  private static func layout(_ text: String, without sheet: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "  #", maxSplits: 1).first.map { $0.replacing(said(sheet), with: "") }
        ?? ""
    }.map { $0.hasPrefix("#") ? "" : $0 }.joined(separator: "\n")
  }

  private static func said(_ sheet: String) -> String { "sheet: \(YAMLText.quoted(sheet))" }
}
