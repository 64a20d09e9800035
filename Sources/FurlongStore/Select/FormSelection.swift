import FurlongStudy
import GRDB

/// Picks one form a person for each scale and occasion.
struct FormSelection {
  var database: Database
  var plan: CohortPlan
  var size: Int

  func select(requiredAnswers: [String: Int]) throws -> [FormColumn] {
    try gather()
    var columns: [FormColumn] = []
    for request in plan.scales {
      let required = requiredAnswers[request.scale] ?? Int.max
      for occasion in plan.occasions {
        columns.append(try column(request.scale, at: occasion, required: required))
      }
    }
    for outcome in plan.lifeOutcomes {
      for occasion in plan.occasions {
        columns.append(try column(outcome.id, at: occasion, required: 0))
      }
    }
    return columns
  }

  /// The forms of members; leaves the temporary table `kept_form`.
  func gather() throws {
    try database.execute(
      sql: """
        CREATE TEMP TABLE kept_form AS
          SELECT t.scale, w.idx, t.day, t.occasion, t.answers, t.answered, t.course
          FROM \(KeptRows.of("form")) JOIN member w ON w.person = m.person
          WHERE \(KeptRows.condition) AND t.copy = 0
          ORDER BY t.scale, w.idx;
        CREATE INDEX temp.kept_form_scale ON kept_form (scale, idx);
        """)
  }

  private func column(
    _ scale: String, at occasion: Occasion, required: Int
  ) throws -> FormColumn {
    let (near, arguments) = condition(of: occasion)
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT idx, answers, can_score, forms FROM (
          SELECT w.idx, f.answers, (f.answered IS NULL OR f.answered >= :required) AS can_score,
            COUNT(*) OVER (PARTITION BY w.idx) AS forms,
            row_number() OVER (PARTITION BY w.idx ORDER BY
              (f.answered IS NULL OR f.answered >= :required) DESC, \(near.distance), f.day,
              f.answers) AS place
          FROM kept_form f JOIN member w ON w.idx = f.idx WHERE f.scale = :scale
            AND \(near.condition))
        WHERE place = 1
        """,
      arguments: arguments + ["scale": scale, "required": required])
    var answers = [FormAnswers?](repeating: nil, count: size)
    var onlyUnscorable = 0
    var severalForms = 0
    while let row = try rows.next() {
      let forms: Int = row["forms"]
      if forms > 1 { severalForms += 1 }
      let canScore: Bool = row["can_score"]
      if canScore {
        answers[row["idx"]] = AnswersText(text: row["answers"]).answers
      } else {
        onlyUnscorable += 1
      }
    }
    return FormColumn(
      scale: scale, occasion: occasion.id, answers: answers, due: try due(occasion),
      onlyUnscorable: onlyUnscorable, severalForms: severalForms)
  }

  /// Which forms belong to an occasion, and how far each is from where it should be.
  private func condition(
    of occasion: Occasion
  ) -> (near: (condition: String, distance: String), arguments: StatementArguments) {
    guard let window = occasion.window else {
      return (("f.occasion = :occasion", "0"), ["occasion": occasion.id])
    }
    return (
      (
        """
        (f.occasion = :occasion
          OR f.occasion IS NULL AND f.day BETWEEN w.day_zero + :from AND w.day_zero + :to)
        AND IFNULL(f.day <= :dataTo, 1)
        """, "IFNULL(abs(f.day - w.day_zero - :nearest), 0)"
      ),
      [
        "from": window.from, "to": window.to, "nearest": window.nearestTo,
        "dataTo": plan.dataTo?.number ?? SelectedDays.farOff, "occasion": occasion.id,
      ]
    )
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
