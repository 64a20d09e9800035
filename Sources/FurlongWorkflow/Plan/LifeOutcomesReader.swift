import FurlongForms
import FurlongStudy

/// Reads `life_outcomes:`, the parts of life that are told in states before and after.
struct LifeOutcomesReader {
  func read(_ plan: FormTable, scales: [String]) throws(FormError) -> [LifeOutcome] {
    var outcomes: [LifeOutcome] = []
    for node in try plan.optional("life_outcomes")?.list() ?? [] {
      let outcome = try node.table { table throws(FormError) in try read(outcome: table) }
      try node.refuseTwice(outcome.id, in: outcomes.map(\.id) + scales)
      outcomes.append(outcome)
    }
    return outcomes
  }

  private func read(outcome table: FormTable) throws(FormError) -> LifeOutcome {
    let node = try table.required("states")
    let states = try node.texts()
    guard states.count >= 2, Set(states).count == states.count else {
      throw node.error(
        "'states' are at least two, each named once", fix: "write them like [in work, not in work]")
    }
    let sought = try table.required("sought")
    let words = try sought.texts()
    for word in words where !states.contains(word) {
      let nearest = NearestWord(among: states).to(word).map { "; did you mean '\($0)'?" } ?? ""
      throw sought.error(
        "'\(word)' is not one of the states" + nearest,
        fix: "write some of: " + states.joined(separator: ", "))
    }
    guard !words.isEmpty, Set(words).count < states.count else {
      throw sought.error(
        "'sought' names the states that people hope for: not none and not all",
        fix: "write some of: " + states.joined(separator: ", "))
    }
    return LifeOutcome(
      id: try table.text("id"), label: try table.text("label"), states: states,
      sought: Set(words), soughtLabel: try table.text("sought_label"))
  }
}
