import FurlongStudy
import GRDB

/// Picks the forms of scales that are asked once: of each person the last of each course that can be scored.
///
/// Reads the table that `FormSelection` leaves. With dates, forms count from day 0 to the last day of the data; of two on a day the one whose answers come first.
struct OnceSelection {
  var database: Database
  var plan: CohortPlan

  func select(requiredAnswers: [String: Int]) throws -> [OnceForms] {
    try plan.askedOnce.map { request in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT idx, course, answers,
            row_number() OVER (PARTITION BY idx ORDER BY day DESC, answers, course) = 1 AS is_last
          FROM (
            SELECT m.idx, f.course, f.answers, f.day, row_number() OVER (
              PARTITION BY m.idx, f.course ORDER BY f.day DESC, f.answers) AS place
            FROM kept_form f JOIN member m ON m.idx = f.idx WHERE f.scale = :scale
              AND (f.answered IS NULL OR f.answered >= :required)
              AND (f.day IS NULL OR m.day_zero IS NULL
                OR (f.day >= m.day_zero AND f.day <= :dataTo)))
          WHERE place = 1
          ORDER BY course, answers, idx
          """,
        arguments: [
          "scale": request.scale, "required": requiredAnswers[request.scale] ?? Int.max,
          "dataTo": plan.dataTo?.number ?? SelectedDays.farOff,
        ])
      return OnceForms(
        scale: request.scale,
        entries: rows.compactMap { row in
          AnswersText(text: row["answers"]).answers.map {
            OnceForms.Entry(
              person: row["idx"], course: row["course"], isLast: row["is_last"], answers: $0)
          }
        })
    }
  }
}
