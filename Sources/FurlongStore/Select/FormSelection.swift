import FurlongStudy
import GRDB

/// Picks one form a person for each scale and occasion.
struct FormSelection {
  var database: Database
  var plan: CohortPlan
  var size: Int

  func select(requiredAnswers: [String: Int]) throws -> [FormColumn] {
    try gather()
    let asked =
      plan.scales.map { ($0.scale, requiredAnswers[$0.scale] ?? Int.max) }
      + plan.lifeOutcomes.map { ($0.id, 0) }
    var choices = asked.map { _, required in
      plan.occasions.map {
        FormChoice(of: $0, required: required, dataTo: plan.dataTo, size: size)
      }
    }
    var places: [String: [Int]] = [:]
    for (place, (scale, _)) in asked.enumerated() { places[scale, default: []].append(place) }
    // Where the plan has no dates, forms with days count them from day 0 themselves.
    let isDated = plan.dayZero != .none
    try eachForm { scale, form, person, dayZero in
      for place in places[scale] ?? [] {
        for occasion in choices[place].indices {
          choices[place][occasion].add(form, of: person, dayZero: isDated ? dayZero : 0)
        }
      }
    }
    let due = try plan.occasions.map(due)
    return zip(asked, choices).flatMap { asked, choices in
      zip(choices, due).map { choice, due in choice.column(asked.0, due: due) }
    }
  }

  /// Looks at each form of a member.
  private func eachForm(
    _ look: (_ scale: String, FormChoice.Form, _ person: Int, _ dayZero: Int?) -> Void
  ) throws {
    var dayZero: [Int?] = []
    try BulkStatement(database, "SELECT day_zero FROM member ORDER BY idx").each {
      dayZero.append($0.optional(0))
    }
    try BulkStatement(
      database, "SELECT scale, idx, day, occasion, answers, answered FROM kept_form"
    ).each { row in
      let form = FormChoice.Form(
        day: row.optional(2), occasion: row.optionalText(3), answers: row.text(4),
        answered: row.optional(5))
      look(row.text(0), form, row.number(1), dayZero[row.number(1)])
    }
  }

  /// The forms of members; leaves the temporary table `kept_form`.
  func gather() throws {
    try database.execute(
      sql: """
        CREATE TEMP TABLE kept_form AS
          SELECT t.scale, w.idx, t.day, t.occasion, t.answers, t.answered, t.course
          FROM \(KeptRows.of("form")) JOIN member w ON w.person = m.person
          WHERE \(KeptRows.condition) AND t.copy = 0;
        """)
  }

  func due(_ occasion: Occasion) throws -> [Bool] {
    guard let window = occasion.window, let dataTo = plan.dataTo else {
      return [Bool](repeating: true, count: size)
    }
    return try Bool.fetchAll(
      database,
      sql: "SELECT COALESCE(day_zero + ? <= ?, 0) FROM member ORDER BY idx",
      arguments: [window.to, dataTo.number])
  }
}
