import Foundation
import FurlongForms
import FurlongImport

/// Sheets of a workbook for which the same mapping was drafted, but for marks that only some of them have: one mapping reads them
/// all.
enum SheetsOfOneLayout {
  /// The outcomes, the first sheet of each layout with the mapping of all of them, and the others with its name.
  static func together(
    _ outcomes: [StudyFromExports.Outcome]
  ) -> [StudyFromExports.Outcome] {
    var outcomes = outcomes
    var places: [[String]: [Int]] = [:]
    for place in outcomes.indices {
      guard let sheet = outcomes[place].sheet, let draft = outcomes[place].seen?.draft,
        draft.kind != nil,
        // Days without a year are of another year on each sheet.
        !draft.text.contains("\n  first_day: DECIDE")
      else { continue }
      places[[outcomes[place].file, layout(draft.text, without: sheet)], default: []].append(place)
    }
    for same in places.values where same.count > 1 {
      guard let first = same.first, var seen = outcomes[first].seen else { continue }
      let drafts = same.compactMap { outcomes[$0].seen?.draft.text }
      guard let together = MarksOfSheets.together(drafts) else { continue }
      let sheets = same.compactMap { outcomes[$0].sheet }
      seen.draft.text = together.replacing(
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

  /// A mapping without its remarks, its sheet and the marks of its register.
  private static func layout(_ text: String, without sheet: String) -> String {
    MarksOfSheets.without(text).split(separator: "\n", omittingEmptySubsequences: false).map {
      line in
      line.split(separator: "  #", maxSplits: 1).first.map { $0.replacing(said(sheet), with: "") }
        ?? ""
    }.map { $0.hasPrefix("#") ? "" : $0 }.joined(separator: "\n")
  }

  private static func said(_ sheet: String) -> String { "sheet: \(YAMLText.quoted(sheet))" }
}

/// The marks under `status:` in the drafts of a workbook's sheets.
private enum MarksOfSheets {
  private static let heading = "\nstatus:\n"

  /// Where the marks stand in a draft, a line each; nil where it has none.
  private static func lines(in text: String) -> Range<String.Index>? {
    guard let status = text.range(of: heading),
      let values = text.range(of: "  values:\n", range: status.upperBound..<text.endIndex)
    else { return nil }
    var end = values.upperBound
    while text[end...].hasPrefix("    "), let next = text[end...].firstIndex(of: "\n") {
      end = text.index(after: next)
    }
    return values.upperBound..<end
  }

  static func without(_ text: String) -> String {
    guard let lines = lines(in: text) else { return text }
    return text.replacingCharacters(in: lines, with: "")
  }

  /// The first draft with the marks of all; nil where a mark means one thing on one sheet and another on the next.
  static func together(_ texts: [String]) -> String? {
    guard let first = texts.first, let place = lines(in: first) else { return texts.first }
    var meanings: [String: String] = [:]
    for text in texts {
      guard let lines = lines(in: text) else { return nil }
      for line in text[lines].split(separator: "\n").map(String.init) {
        let said = plain(line)
        guard let colon = said.range(of: ": ", options: .backwards) else { return nil }
        let mark = String(said[..<colon.lowerBound])
        if let other = meanings[mark], plain(other) != said { return nil }
        meanings[mark] = line
      }
    }
    let lines = meanings.sorted { $0.key < $1.key }.map { $0.value + "\n" }.joined()
    return first.replacingCharacters(in: place, with: lines)
  }

  /// A line without its remark.
  private static func plain(_ line: String) -> String {
    line.components(separatedBy: "  #")[0].trimmingCharacters(in: .whitespaces)
  }
}
