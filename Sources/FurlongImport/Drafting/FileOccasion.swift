import FurlongScales
import FurlongTables

/// When the forms of an export were filled in, as the name of its file or sheet has it: `End of course form (Responses).csv`.
struct FileOccasion {
  /// The plan's id for the occasion.
  let id: String
  /// The name that says so.
  let name: String

  /// The occasion; nil where neither the sheet's nor the file's name says one, or a person has several forms in it.
  init?(_ sheet: ExportSheet) {
    let file = String(sheet.path.split(separator: "/").last ?? "")
    let stem = file.split(separator: ".").dropLast().joined(separator: ".")
    let said = [sheet.shape.sheet, stem].compactMap { $0 }.compactMap { name in
      Self.occasion(name).map { (id: $0, name: name) }
    }
    guard let said = said.first, let person = sheet.identifiers.first?.column,
      person.different * 10 >= person.filled * 9
    else { return nil }
    (id, name) = said
  }

  private static func occasion(_ name: String) -> String? {
    let words = HeadingText(name).words
    // Of completed forms nobody knows when, and of a course of 12 weeks not how long ago.
    guard !words.contains(where: { $0.hasPrefix("complet") }),
      !words.indices.dropFirst().contains(where: {
        ["course", "courses", "programme", "group"].contains(words[$0])
          && ["week", "weeks", "month", "months", "day"].contains(words[$0 - 1])
      })
    else { return nil }
    return OccasionPhrase(name)?.id
  }
}
