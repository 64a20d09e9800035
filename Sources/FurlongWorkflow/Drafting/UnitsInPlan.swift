import FurlongForms
import FurlongImport

/// The lines of a first plan about wards, teams or courses that are counted by month; only a person knows when what began on them.
struct UnitsInPlan {
  private let word: String
  private let names: [String]
  private let counts: [UnitsSeen.Count]

  /// The lines; nil where nothing is counted so.
  ///
  /// Of several kinds of units the first stands in the plan: it has one.
  init?(_ seen: [UnitsSeen]) {
    guard let first = seen.first else { return nil }
    let alike = seen.filter { $0.word == first.word }
    word = first.word
    names = Set(alike.flatMap(\.names)).sorted()
    var counts: [UnitsSeen.Count] = []
    for count in alike.flatMap(\.counts) where !counts.contains(where: { $0.id == count.id }) {
      counts.append(count)
    }
    self.counts = counts
  }

  func add(to lines: inout RemarkedLines) {
    lines.add("units:", "counted by month, before and after something began on each")
    lines.add("  one: \(word)")
    lines.add("  many: \(Self.plural(word))")
    lines.add("  what: DECIDE", "what began, in words that follow \"before\": the safety programme")
    lines.add("  began:", "the day on which it began on each; take out those where it did not")
    for name in names { lines.add("    \(YAMLText.word(name)): DECIDE") }
    lines.add("  counts:", "the first is called primary")
    for (place, count) in counts.enumerated() {
      let one =
        count.words.hasSuffix("s") && !count.words.hasSuffix("ss")
        ? String(count.words.dropLast()) : count.words
      let many = one == count.words ? Self.plural(one) : count.words
      let parts = [
        "id: \(count.id)", "one: \(YAMLText.word(one))", "many: \(YAMLText.word(many))",
        "role: \(place == 0 ? "primary" : "secondary")",
        "over: \(count.over.map { YAMLText.word($0) } ?? "DECIDE")",
        "per: \(count.over?.contains("day") == true ? 1000 : 100)",
      ]
      lines.add("    - { \(parts.joined(separator: ", ")) }")
    }
    lines.add("")
  }

  private static func plural(_ word: String) -> String {
    if word.hasSuffix("s") { return word }
    return word.hasSuffix("y") ? word.dropLast() + "ies" : word + "s"
  }

  /// The step that asks about them.
  var step: String {
    "  - { id: units, ask: unit_rates, counts: [\(counts.map(\.id).joined(separator: ", "))] }"
  }
}
