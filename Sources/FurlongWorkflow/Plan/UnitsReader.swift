import FurlongForms
import FurlongStudy

/// Reads `units:`, wards, teams or courses that are counted by month, and when something began on each.
struct UnitsReader {
  /// The events that are counted of people: one word is not counted both ways.
  var events: [String]

  func read(_ plan: FormTable) throws(FormError) -> UnitsPlan? {
    try plan.optional("units")?.table { table throws(FormError) in
      let months = try table.optional("months")
      if let months, !(1...Self.mostMonths).contains(try months.whole()) {
        throw months.error(
          "'months' is how many months before and after are counted",
          fix: "write a whole number from 1 to \(Self.mostMonths), or take it out to count all")
      }
      return UnitsPlan(
        one: try table.text("one"), many: try table.text("many"), what: try table.text("what"),
        began: try began(table), months: try months?.whole(), counts: try counts(table))
    }
  }

  /// Ten years.
  private static let mostMonths = 120

  private func began(_ table: FormTable) throws(FormError) -> [String: CalendarDay] {
    let node = try table.required("began")
    var began: [String: CalendarDay] = [:]
    for entry in try node.entries() { began[entry.key] = try entry.value.day() }
    guard !began.isEmpty else {
      throw node.error(
        "no unit has a day on which it began", fix: "write it like { Oak: 2024-04-01 }")
    }
    return began
  }

  private func counts(_ table: FormTable) throws(FormError) -> [UnitsPlan.Count] {
    let node = try table.required("counts")
    var counts: [UnitsPlan.Count] = []
    for line in try node.list() {
      let count = try line.table { table throws(FormError) in
        let per = try table.required("per")
        guard (1...1_000_000).contains(try per.whole()) else {
          throw per.error(
            "'per' is of how many a rate is told", fix: "write a whole number such as 1000")
        }
        return UnitsPlan.Count(
          id: try table.text("id"), one: try table.text("one"), many: try table.text("many"),
          role: try table.word("role", OutcomeRole.self), over: try table.text("over"),
          per: try per.whole())
      }
      try line.refuseTwice(count.id, in: counts.map(\.id))
      guard !events.contains(count.id) else {
        throw line.error(
          "'\(count.id)' stands under 'events' too, where it is counted of people",
          fix: "give the count of units another id, such as 'unit-\(count.id)'")
      }
      counts.append(count)
    }
    guard !counts.isEmpty else {
      throw node.error(
        "nothing is counted of the units",
        fix: "add { id: …, one: …, many: …, role: …, over: …, per: 1000 }")
    }
    return counts
  }
}
